/** Which paper carries how many labels, and where on it each one lies. All lengths are millimetres. */
import type { LabelKind, PaperName } from './schema.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Sheet {
  width: number;
  height: number;
  /** The labels of one page, row by row. */
  boxes: Box[];
  /** The label is drawn along the roll: a quarter turn clockwise. */
  turned: boolean;
  /** Nobody cut this paper beforehand: lines are drawn to cut along. */
  cut: boolean;
  /** White kept at the edge of a label, for printers that miss by a little. */
  inset: number;
  /** The printer's dot, which bars and modules are whole numbers of. */
  dot: number;
  /** Thermal paper has no colour. */
  colour: boolean;
}

interface Size {
  width: number;
  height: number;
}

/** What a label is where the paper leaves the choice; the visitor card is ISO/IEC 7810 ID-1, a credit card. */
const natural: Record<LabelKind, Size> = {
  locker: { width: 95, height: 66 },
  key: { width: 60, height: 24 },
  pocket: { width: 62, height: 38 },
  visitor: { width: 85.6, height: 54 },
  copy: { width: 62, height: 34 },
};

const a4: Size = { width: 210, height: 297 };
/** 300 dots an inch, which 600 and 1,200 are multiples of; the small thermal printers have 8 a millimetre. */
const dots = { inch: 25.4 / 300, millimetre: 1 / 8 };
const laser = { turned: false, cut: false, dot: dots.inch, colour: true };
const thermal = { turned: false, cut: false, inset: 2, dot: dots.inch, colour: false };

export function sheetFor(kind: LabelKind, paper: PaperName): Sheet {
  const size = natural[kind];
  switch (paper) {
    case 'a4': {
      const columns = Math.floor((a4.width - 16) / size.width);
      const rows = Math.floor((a4.height - 26) / size.height);
      return { ...a4, ...laser, cut: true, inset: 3, boxes: centred(size, columns, rows) };
    }
    // Avery L7160 and its many namesakes: 21 labels with gaps between the columns.
    case 'a4-3x7':
      return { ...a4, ...laser, inset: 2.5, boxes: centred({ width: 63.5, height: 38.1 }, 3, 7, 66.04) };
    // Avery L7159: 24 labels with gaps between the columns.
    case 'a4-3x8':
      return { ...a4, ...laser, inset: 2.5, boxes: centred({ width: 63.5, height: 33.9 }, 3, 8, 66.04) };
    // Avery 3474: 24 labels that fill the sheet, so that a printer cannot reach the outer edge of most.
    case 'a4-70x37':
      return { ...a4, ...laser, inset: 5, boxes: centred({ width: 70, height: 37 }, 3, 8) };
    case 'roll-62':
      return onRoll(62, { ...size, height: Math.min(size.height, 62) });
    case 'roll-29':
      return onRoll(29, { ...size, height: 29 });
    case 'roll-50x30':
      return { ...thermal, width: 50, height: 30, dot: dots.millimetre, boxes: [box(0, 0, 50, 30)] };
  }
}

/** Pages that so many labels need when the first page has `skip` labels used up. */
export function countPages(sheet: Sheet, labels: number, skip: number): number {
  return labels === 0 ? 0 : Math.ceil((labels + usedUp(sheet, skip)) / sheet.boxes.length);
}

/** The page, from 0, and the place on it of a label, from 0. */
export function placeOf(sheet: Sheet, index: number, skip: number): { page: number; box: Box } {
  const at = index + usedUp(sheet, skip);
  const { length } = sheet.boxes;
  return { page: Math.floor(at / length), box: sheet.boxes[at % length]! };
}

function usedUp(sheet: Sheet, skip: number): number {
  return skip % sheet.boxes.length;
}

function onRoll(rollWidth: number, size: Size): Sheet {
  // What is wider than the roll lies along it; a narrow label stays upright and fills the width.
  if (size.width <= rollWidth)
    return { ...thermal, width: rollWidth, height: size.height, boxes: [box(0, 0, rollWidth, size.height)] };
  const across = (rollWidth - size.height) / 2;
  return {
    ...thermal,
    width: rollWidth,
    height: size.width,
    turned: true,
    cut: across > 0,
    boxes: [box(across, 0, size.height, size.width)],
  };
}

function centred(size: Size, columns: number, rows: number, pitch = size.width): Box[] {
  const left = (a4.width - (columns - 1) * pitch - size.width) / 2;
  const top = (a4.height - rows * size.height) / 2;
  return Array.from({ length: columns * rows }, (_, i) =>
    box(left + (i % columns) * pitch, top + Math.floor(i / columns) * size.height, size.width, size.height),
  );
}

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}
