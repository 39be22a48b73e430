/**
 * A receipt printer on paper of our own: ESC/POS bytes in, sheets of black dots out, as a printer would put them.
 *
 * It draws the slip on the screen and is the printer of the tests. It knows exactly what our slips may use and
 * refuses all else, because a real printer answers a byte it does not know with garbage on the slip. Invariants:
 * modes change between lines only; nothing is wider than the head; every sheet is cut; nothing is left half sent.
 */
import { Bitmap, unpackDots } from './bitmap.ts';
import { cp858Character, printable } from './code-page.ts';
import * as glyphs from './glyphs.ts';

export type WidthMm = 58 | 80;

/** Dots across the head at 8 dots a millimetre. */
export const headDots = { 58: 384, 80: 576 } as const satisfies Record<WidthMm, number>;

export class Garbled extends Error {
  override name = 'Garbled';
}

interface Modes {
  font: 'A' | 'B';
  bold: boolean;
  wide: number;
  high: number;
  align: 'left' | 'centre' | 'right';
  codePage: 'ascii' | 'cp858';
}

const freshModes: Modes = { font: 'A', bold: false, wide: 1, high: 1, align: 'left', codePage: 'ascii' };
const cell = { A: { width: 12, height: 24 }, B: { width: 9, height: 17 } } as const;

/** The default of ESC 2, 1/6 inch on most heads; lines with larger letters grow with them. */
const lineDots = 30;
/** Epson's limit for one GS v 0 picture. */
const maxRasterRows = 2_303;

const ESC = 0x1b;
const GS = 0x1d;
/** Opens commands that a printer obeys before their turn. */
export const DLE = 0x10;
const LF = 0x0a;
/** Printers pass over it where a command could begin. */
const NUL = 0x00;

export class Paper {
  readonly widthMm: WidthMm;
  readonly head: number;
  /** Cut sheets, oldest first. */
  readonly sheets: Bitmap[] = [];
  #modes = { ...freshModes };
  #rows: Uint8Array[] = [];
  #line: Bitmap[] = [];
  #parser: Generator<undefined, never, number>;
  #between = true;
  #inOrder: () => void;

  /** `onStatusRequest` is called when a GS r 1 has its turn, that is, when all before it is on paper. */
  constructor(widthMm: WidthMm, onStatusRequest: () => void = () => {}) {
    this.widthMm = widthMm;
    this.head = headDots[widthMm];
    this.#inOrder = onStatusRequest;
    this.#parser = this.#parse();
    this.#parser.next();
  }

  /** Prints what is complete and keeps the start of an unfinished command. @throws Garbled */
  feed(bytes: Uint8Array): void {
    for (const byte of bytes) this.#parser.next(byte);
  }

  /** Dots down the sheet in the printer, not cut yet. */
  get uncutRows(): number {
    return this.#rows.length;
  }

  /** @throws Garbled when a command, a line or a sheet was left unfinished. */
  end(): void {
    if (!this.#between) throw new Garbled('the bytes end inside a command');
    if (this.#line.length > 0)
      throw new Garbled('the bytes end inside a line, which would stay in the printer');
    if (this.#rows.length > 0) throw new Garbled('the last sheet is not cut');
  }

  /** What is on paper although it is not cut: a slip that was cut short. */
  tornOff(): Bitmap | null {
    return this.#rows.length === 0 ? null : this.#sheet();
  }

  *#parse(): Generator<undefined, never, number> {
    for (;;) {
      this.#between = true;
      const byte = yield;
      this.#between = false;
      if (byte === ESC) yield* this.#escape();
      else if (byte === GS) yield* this.#group();
      else if (byte === DLE) yield* this.#realTime();
      else if (byte === LF) this.#feedLine();
      else if (byte === NUL) continue;
      else this.#type(byte);
    }
  }

  *#escape(): Generator<undefined, void, number> {
    const command = yield;
    switch (command) {
      case 0x40: // @ initialise
        if (this.#line.length > 0) throw new Garbled('ESC @ throws away a line not yet printed');
        this.#modes = { ...freshModes };
        return;
      case 0x45: // E bold
        this.#modes.bold = inRange('ESC E', yield, 0, 1) === 1;
        return;
      case 0x4d: // M font
        this.#modes.font = inRange('ESC M', yield, 0, 1) === 1 ? 'B' : 'A';
        return;
      case 0x61: // a alignment
        if (this.#line.length > 0) throw new Garbled('ESC a counts at the start of a line only');
        this.#modes.align = (['left', 'centre', 'right'] as const)[inRange('ESC a', yield, 0, 2)]!;
        return;
      case 0x64: {
        // d feed lines
        const lines = inRange('ESC d', yield, 0, 255);
        if (this.#line.length > 0) this.#feedLine();
        this.#blank(lines * lineDots);
        return;
      }
      case 0x74: {
        // t code page; numbers differ between makes, 19 is 858 on all we know of
        const page = yield;
        if (page !== 0 && page !== 19) throw new Garbled(`code page ${page} is not one our slips use`);
        this.#modes.codePage = page === 19 ? 'cp858' : 'ascii';
        return;
      }
      default:
        throw new Garbled(`ESC ${hex(command)} is not one our slips use`);
    }
  }

  *#group(): Generator<undefined, void, number> {
    const command = yield;
    switch (command) {
      case 0x21: {
        // ! size
        const size = yield;
        if ((size & 0x88) !== 0) throw new Garbled(`GS ! ${hex(size)} is out of range`);
        this.#modes.wide = (size >> 4) + 1;
        this.#modes.high = (size & 7) + 1;
        return;
      }
      case 0x56: // V cut
        inRange('GS V', yield, 0, 1);
        if (this.#line.length > 0) throw new Garbled('GS V counts at the start of a line only');
        if (this.#rows.length === 0) throw new Garbled('there is nothing to cut off');
        this.sheets.push(this.#sheet());
        this.#rows = [];
        return;
      case 0x72: // r status, in its turn
        inRange('GS r', yield, 1, 1);
        this.#inOrder();
        return;
      case 0x76: // v 0 picture
        yield* this.#raster();
        return;
      default:
        throw new Garbled(`GS ${hex(command)} is not one our slips use`);
    }
  }

  *#raster(): Generator<undefined, void, number> {
    inRange('GS v', yield, 0x30, 0x30);
    const mode = yield;
    if (mode !== 0 && mode !== 0x30) throw new Garbled('GS v 0 is for pictures of natural size only');
    const across = (yield) + 256 * (yield);
    const rows = (yield) + 256 * (yield);
    if (across === 0 || across * 8 > this.head)
      throw new Garbled(`a picture ${across * 8} dots wide does not fit the head of ${this.head}`);
    inRange('rows of GS v 0', rows, 1, maxRasterRows);
    if (this.#line.length > 0) throw new Garbled('GS v 0 counts at the start of a line only');
    if (this.#modes.align !== 'left')
      throw new Garbled('makes differ in whether they align pictures: send them from the left');
    const data = new Uint8Array(across * rows);
    for (let i = 0; i < data.length; i++) {
      data[i] = yield;
      if (i > 0 && data[i - 1] === DLE && isRealTime(data[i]!))
        throw new Garbled('a picture holds what a printer obeys at once (DLE EOT, ENQ or DC4)');
    }
    for (let y = 0; y < rows; y++) {
      const row = new Uint8Array(this.head);
      for (let x = 0; x < across * 8; x++) row[x] = (data[y * across + (x >> 3)]! >> (7 - (x & 7))) & 1;
      this.#rows.push(row);
    }
  }

  *#realTime(): Generator<undefined, void, number> {
    inRange('DLE', yield, 0x04, 0x04);
    inRange('DLE EOT', yield, 1, 4);
  }

  #type(byte: number): void {
    const { font, bold, wide, high, codePage } = this.#modes;
    const sign = byte >= 0x80 && codePage === 'ascii' ? undefined : cp858Character(byte);
    if (sign === undefined) throw new Garbled(`${hex(byte)} is no character here`);
    this.#line.push(enlarged(letter(sign, font, bold), wide, high));
    if (this.#lineWidth() > this.head) throw new Garbled('a line is wider than the head');
  }

  #lineWidth(): number {
    return this.#line.reduce((sum, one) => sum + one.width, 0);
  }

  #feedLine(): void {
    const height = Math.max(lineDots, ...this.#line.map(one => one.height));
    const band = new Bitmap(this.head, height);
    const spare = this.head - this.#lineWidth();
    let x = { left: 0, centre: spare >> 1, right: spare }[this.#modes.align];
    const base = Math.max(0, ...this.#line.map(one => one.height));
    for (const one of this.#line) {
      band.stamp(one, x, base - one.height);
      x += one.width;
    }
    for (let y = 0; y < height; y++) this.#rows.push(band.dots.slice(y * this.head, (y + 1) * this.head));
    this.#line = [];
  }

  #blank(rows: number): void {
    for (let i = 0; i < rows; i++) this.#rows.push(new Uint8Array(this.head));
  }

  #sheet(): Bitmap {
    const dots = new Uint8Array(this.head * this.#rows.length);
    this.#rows.forEach((row, y) => dots.set(row, y * this.head));
    return new Bitmap(this.head, this.#rows.length, dots);
  }
}

/** The sheets that a whole job prints. @throws Garbled where a real printer would print garbage. */
export function printOnPaper(bytes: Uint8Array, widthMm: WidthMm): Bitmap[] {
  const paper = new Paper(widthMm);
  paper.feed(bytes);
  paper.end();
  return paper.sheets;
}

/** True when this byte after DLE (0x10) makes a command that printers obey before its turn, even inside a picture. */
export function isRealTime(byte: number): boolean {
  return byte === 0x04 || byte === 0x05 || byte === 0x14;
}

function inRange(what: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw new Garbled(`${what} ${hex(value)} is out of range`);
  return value;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}

const letters = new Map<string, Bitmap>();
const tables: Partial<Record<'A' | 'B', Uint8Array>> = {};

function letter(sign: string, font: 'A' | 'B', bold: boolean): Bitmap {
  const key = font + (bold ? '+' : ' ') + sign;
  const known = letters.get(key);
  if (known) return known;
  const { width, height } = cell[font];
  const table = (tables[font] ??= unpackDots(font === 'A' ? glyphs.fontA : glyphs.fontB));
  const start = printable.indexOf(sign) * width * height;
  const drawn = new Bitmap(width, height, table.slice(start, start + width * height));
  // Printers embolden by striking twice, one dot further.
  if (bold)
    for (let i = drawn.dots.length - 1; i > 0; i--)
      if (i % width !== 0 && drawn.dots[i - 1] === 1) drawn.dots[i] = 1;
  letters.set(key, drawn);
  return drawn;
}

function enlarged(small: Bitmap, wide: number, high: number): Bitmap {
  if (wide === 1 && high === 1) return small;
  const large = new Bitmap(small.width * wide, small.height * high);
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++) if (small.inked(x, y)) large.fill(x * wide, y * high, wide, high);
  return large;
}
