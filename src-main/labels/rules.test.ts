import { expect, test } from 'vitest';
import { countPages, placeOf, sheetFor } from './rules.ts';
import { labelKinds, paperNames } from './schema.ts';

const all = labelKinds.flatMap(kind => paperNames.map(paper => [kind, paper] as const));

test.each(all)('every %s label on %s lies on the page and on no other label', (kind, paper) => {
  const sheet = sheetFor(kind, paper);
  for (const [i, box] of sheet.boxes.entries()) {
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-1e-9);
    expect(box.x + box.width).toBeLessThanOrEqual(sheet.width + 1e-9);
    expect(box.y + box.height).toBeLessThanOrEqual(sheet.height + 1e-9);
    for (const other of sheet.boxes.slice(i + 1)) {
      const apart =
        box.x + box.width <= other.x + 1e-9 ||
        other.x + other.width <= box.x + 1e-9 ||
        box.y + box.height <= other.y + 1e-9 ||
        other.y + other.height <= box.y + 1e-9;
      expect(apart).toBe(true);
    }
  }
});

test('ready-cut sheets carry as many labels as their maker says, in the middle of the sheet', () => {
  for (const [paper, labels] of [
    ['a4-3x7', 21],
    ['a4-3x8', 24],
    ['a4-70x37', 24],
  ] as const) {
    const { boxes } = sheetFor('pocket', paper);
    expect(boxes).toHaveLength(labels);
    expect(boxes[0]!.x).toBeCloseTo(210 - boxes.at(-1)!.x - boxes.at(-1)!.width);
    expect(boxes[0]!.y).toBeCloseTo(297 - boxes.at(-1)!.y - boxes.at(-1)!.height);
  }
  // Avery's drawing of L7160: 15.1 mm above, 7.2 mm beside.
  expect(sheetFor('pocket', 'a4-3x7').boxes[0]!.y).toBeCloseTo(15.15, 1);
  expect(sheetFor('pocket', 'a4-3x7').boxes[0]!.x).toBeCloseTo(7.2, 1);
});

test('a visitor card is as large as a credit card wherever the paper allows it', () => {
  for (const paper of ['a4', 'roll-62'] as const) {
    const { boxes, turned } = sheetFor('visitor', paper);
    const [width, height] = [boxes[0]!.width, boxes[0]!.height];
    expect(turned ? [height, width] : [width, height]).toEqual([85.6, 54]);
  }
});

test('labels that are used up on the first sheet move the rest on', () => {
  const sheet = sheetFor('pocket', 'a4-3x7');
  expect(countPages(sheet, 0, 3)).toBe(0);
  expect(countPages(sheet, 21, 0)).toBe(1);
  expect(countPages(sheet, 21, 1)).toBe(2);
  expect(placeOf(sheet, 0, 4)).toEqual({ page: 0, box: sheet.boxes[4] });
  expect(placeOf(sheet, 18, 4)).toEqual({ page: 1, box: sheet.boxes[1] });
});

test('a roll has one label a page and none is used up', () => {
  const sheet = sheetFor('locker', 'roll-62');
  expect(countPages(sheet, 12, 5)).toBe(12);
  expect(placeOf(sheet, 7, 5)).toEqual({ page: 7, box: sheet.boxes[0] });
});
