import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterStep, parsePages, sheetsOf, type PhotocopyStep } from './rules.ts';
import { photocopyStates } from './schema.ts';

const read = (typed: string, last: number | null = 120) => {
  const pages = parsePages(typed, last);
  return pages.ok ? `${pages.pages} = ${pages.count}` : `${pages.why} ${pages.part}`;
};

test('ranges are understood as people write them', () => {
  expect(read('1-5, 8, 10-12')).toBe('1-5, 8, 10-12 = 9');
  expect(read(' 10 – 12;8 , 1—5 ')).toBe('1-5, 8, 10-12 = 9');
  expect(read('hal. 3 s.d. 7 dan 9')).toBe('3-7, 9 = 6');
  expect(read('3 s/d 7')).toBe('3-7 = 5');
  expect(read('halaman 3 sampai dengan 7')).toBe('3-7 = 5');
  expect(read('pages 4 to 6 and 8')).toBe('4-6, 8 = 4');
  expect(read('1 2 3')).toBe('1-3 = 3');
  expect(read('5,5,4-6')).toBe('4-6 = 3');
  expect(read('120')).toBe('120 = 1');
  expect(read('900-901', null)).toBe('900-901 = 2');
});

test('what cannot be meant is named with the part that is wrong', () => {
  expect(read('')).toBe('empty ');
  expect(read(' , ')).toBe('empty ');
  expect(read('semua')).toBe('unclear semua');
  expect(read('0')).toBe('unclear 0');
  expect(read('1-2-3')).toBe('unclear 1-2-3');
  expect(read('4, 9-7')).toBe('backwards 9-7');
  expect(read('1-5, 118-121')).toBe('beyond 118-121');
});

test('what was understood is understood the same again, and counts each page once', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 12 }), ranges => {
      const typed = ranges.map(([from, more]) => (more ? `${from}-${from + more}` : `${from}`)).join(', ');
      const pages = new Set(
        ranges.flatMap(([from, more]) => Array.from({ length: more + 1 }, (_, i) => from + i)),
      );
      const first = parsePages(typed, null);
      expect(first).toMatchObject({ ok: true, count: pages.size });
      expect(first.ok && parsePages(first.pages, 320)).toEqual(first);
    }),
  );
});

test('on both sides a title takes half the sheets, and begins on one of its own', () => {
  expect(sheetsOf([9, 1], 2, true)).toBe(12);
  expect(sheetsOf([9, 1], 2, false)).toBe(20);
});

test('a form ends only when stub and publication are back, when it is cancelled, or when a publication is lost', () => {
  const steps: PhotocopyStep[] = ['hand-out', 'stub', 'all-back', 'no-stub', 'cancel', 'lose'];
  for (const step of steps)
    for (const ended of ['closed', 'cancelled', 'lost'] as const) expect(afterStep(ended, step)).toBeNull();
  const reached = new Set(['requested' as const]) as Set<(typeof photocopyStates)[number]>;
  for (const state of reached)
    for (const step of steps) {
      const next = afterStep(state, step);
      if (next) reached.add(next);
    }
  expect([...reached].toSorted()).toEqual([...photocopyStates].toSorted());
  expect(afterStep('requested', 'stub')).toBeNull();
  expect(afterStep('out', 'cancel')).toBeNull();
});
