/**
 * How a slip looks, as the bytes that print it. Text is sent as text, everything else as pictures, whose width is
 * known before anything is printed and which every printer draws alike.
 *
 * node-thermal-printer builds the bytes and never sends them: its transports report success too early. Only those of
 * its calls are used whose bytes are sound on Epson and its copies: no cut in mid-job (it resets the code page), no
 * symbols, no pictures, no line spacing (its unit differs between makes).
 */
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { DateTime } from 'luxon';
import { Bitmap } from './bitmap.ts';
import { cp858Bytes, printableText, type CodePage } from './code-page.ts';
import { DLE, headDots, isRealTime, printOnPaper, type WidthMm } from './paper.ts';
import type { PhotocopySlip, SlipContent } from './slip.ts';
import { bambooShoots, bigNumber, code128, qrCode } from './symbols.ts';

export interface SlipPaper {
  widthMm: WidthMm;
  codePage: CodePage;
  /** 0 is the original; from 1 on the slip says SALINAN and which. */
  copyNo: number;
}

const sizes = {
  58: { number: 112, qr: 8, bars: 2, barHeight: 72 },
  80: { number: 144, qr: 10, bars: 3, barHeight: 88 },
} as const;

/** Numbers of ESC t. */
const epsonPage = { pc858: 19, ascii: 0 } as const satisfies Record<CodePage, number>;

type Font = 'A' | 'B';
const letterWidth = { A: 12, B: 9 } as const;

/** @throws DoesNotFit when a symbol is wider than the paper, before anything could be printed. */
export function receiptBytes(content: SlipContent, paper: SlipPaper): Buffer {
  if (!/^[A-Z0-9]{1,10}$/.test(content.code)) throw new Error('the code of a slip is 1 to 10 of A-Z and 0-9');
  if (content.kind === 'test') return testPageBytes(content, paper);
  if (content.photocopy) return photocopyFormBytes(content, content.photocopy, paper);
  const head = headDots[paper.widthMm];
  const size = sizes[paper.widthMm];
  const slip = new Builder(head, paper.codePage);

  slip.picture(bambooShoots(head));
  slip.gap(20);
  slip.text(content.officeName, { bold: true });
  const mark = marks(content, paper.copyNo);
  if (mark) slip.text(mark, { bold: true });
  slip.gap(20);
  slip.text(content.caption.id);
  slip.gap(10);
  slip.picture(bigNumber(content.bigNumber, head - 72, size.number));
  slip.gap(32);
  slip.picture(qrCode(content.code, size.qr, head));
  slip.gap(size.qr * 4);
  slip.picture(code128(content.code, size.bars, size.barHeight, head));
  slip.gap(8);
  slip.text(content.code.replaceAll(/(...)(?=.)/g, '$1 '));
  slip.gap(20);
  if (content.promise) slip.text(content.promise.id, { bold: true });
  slip.gap(8);
  for (const line of content.next.id) slip.text(line);
  for (const line of content.next.en) slip.text(line, { font: 'B' });
  slip.gap(16);
  for (const line of footer(content)) slip.text(line, { font: 'B' });
  return slip.cut();
}

/** More dots would make a picture longer than `longestPicture`; fewer are hard for a phone. */
const stubQr = { code: 8, url: 5 };

/**
 * The office's photocopy form: what to copy for the co-op, a line to tear along, and the stub that comes back with
 * the publication. Both parts carry the code of the slip, so that either opens it.
 */
function photocopyFormBytes(content: SlipContent, form: PhotocopySlip, paper: SlipPaper): Buffer {
  const head = headDots[paper.widthMm];
  const size = sizes[paper.widthMm];
  const slip = new Builder(head, paper.codePage);
  const code = (qrText: string, qrDots: number) => {
    slip.picture(qrCode(qrText, qrDots, head));
    slip.gap(qrDots * 4);
    slip.picture(code128(content.code, size.bars, size.barHeight, head));
    slip.gap(8);
    slip.text(content.code.replaceAll(/(...)(?=.)/g, '$1 '));
  };

  slip.picture(bambooShoots(head));
  slip.gap(20);
  slip.text(content.officeName, { bold: true });
  slip.text(content.caption.id.toUpperCase(), { bold: true });
  const mark = marks(content, paper.copyNo);
  if (mark) slip.text(mark, { bold: true });
  slip.gap(16);
  slip.picture(bigNumber(content.bigNumber, head - 72, size.number * 0.75));
  slip.gap(16);
  for (const line of footer(content)) slip.text(line, { font: 'B' });
  slip.gap(24);
  code(content.code, stubQr.code);
  slip.gap(20);
  slip.picture(rule(head));
  slip.gap(12);
  form.titles.forEach(({ title, pages, pageCount }, at) => {
    slip.text(`${at + 1}. ${title}`, { align: 'left' });
    slip.text(`Halaman ${pages} (${pageCount} hal.)`, { align: 'left', bold: true });
    slip.gap(12);
  });
  slip.picture(rule(head));
  slip.gap(12);
  const sides = form.duplex ? 'bolak-balik' : 'satu sisi';
  slip.text(`${form.copies} rangkap, ${form.paper}, ${sides}`, { align: 'left', bold: true });
  slip.text(`Seluruhnya ${form.sheets} lembar`, { align: 'left' });
  slip.gap(12);
  slip.text(form.copyright.id, { align: 'left', font: 'B' });
  slip.gap(20);
  slip.text('Petugas PST  ................', { align: 'left' });
  slip.gap(16);
  slip.text('Koperasi     ................', { align: 'left' });
  slip.gap(16);
  for (const line of content.next.id) slip.text(line);
  for (const line of content.next.en) slip.text(line, { font: 'B' });
  slip.gap(24);
  slip.picture(tearLine(head));
  slip.text('sobek di sini', { font: 'B' });
  slip.gap(16);
  slip.text(`SOBEKAN ${content.bigNumber}`, { bold: true });
  if (content.visitNumber) slip.text(`Kunjungan ${content.visitNumber}`);
  slip.gap(24);
  if (form.confirmUrl) code(form.confirmUrl, stubQr.url);
  else code(content.code, stubQr.code);
  slip.gap(16);
  if (form.confirmUrl) {
    slip.text('Koperasi: pindai dengan ponsel setelah selesai difotokopi.', { font: 'B' });
    slip.gap(8);
  }
  slip.text('Serahkan sobekan dan publikasi kepada petugas PST.');
  slip.text('Hand this stub and the publication to the PST officer.', { font: 'B' });
  return slip.cut();
}

function rule(head: number): Bitmap {
  const line = new Bitmap(head, 2);
  line.fill(0, 0, head, 2);
  return line;
}

function tearLine(head: number): Bitmap {
  const line = new Bitmap(head, 3);
  for (let x = 0; x + 10 <= head; x += 18) line.fill(x, 0, 10, 3);
  return line;
}

/** What every printer can show of our code page, and a copy of Epson's that has another one cannot. */
export const codePageSample = 'é ü € Rp';

/**
 * Shows whoever holds it whether width and code page are set as the printer has them: the ruler is as long as a line
 * is set to be, the sample is sent in code page 858 whatever is set, and all else fits the narrowest paper.
 */
function testPageBytes(content: SlipContent, { widthMm, codePage, copyNo }: SlipPaper): Buffer {
  const head = headDots[widthMm];
  const narrow = headDots[58];
  const page = new Builder(head, codePage, narrow);
  page.text('UJI CETAK', { bold: true });
  page.text(content.officeName);
  const mark = marks(content, copyNo);
  if (mark) page.text(mark, { bold: true });
  page.gap(20);
  page.text('1. Penggaris satu baris penuh?');
  page.line(Buffer.from(ruler(head / letterWidth.A)));
  page.gap(20);
  page.text('2. Aksen dan euro terbaca?');
  page.line(cp858Bytes(codePageSample), 'pc858');
  page.gap(20);
  page.text('3. Kedua kode terbaca?');
  page.gap(20);
  page.picture(qrCode(content.code, sizes[58].qr, narrow));
  page.gap(sizes[58].qr * 4);
  page.picture(code128(content.code, sizes[58].bars, sizes[58].barHeight, narrow));
  page.gap(8);
  page.text(content.code.replaceAll(/(...)(?=.)/g, '$1 '));
  page.gap(20);
  for (const line of footer(content)) page.text(line, { font: 'B' });
  return page.cut();
}

/** `....5...10...15`: each number ends in its own column. */
export function ruler(columns: number): string {
  let line = '';
  for (let at = 5; at <= columns; at += 5) line += String(at).padStart(5, '.');
  return line.padEnd(columns, '.');
}

/** More than the bytes of the largest picture on a slip. */
const longestPicture = 12 * 1_024;

/**
 * To be sent before a slip when the one before broke off: what was begun is filled up with white, printed and cut
 * off. Without it a printer in the middle of a picture would take the next slip for the rest of that picture.
 */
export function clearingBytes(): Buffer {
  const endLineResetFeedCut = [0x0a, 0x1b, 0x40, 0x1b, 0x64, 4, 0x1d, 0x56, 1];
  return Buffer.concat([Buffer.alloc(longestPicture), Buffer.from(endLineResetFeedCut)]);
}

/** The very slip that would be printed, as a picture for the screen. */
export function slipPicture(content: SlipContent, paper: SlipPaper): Buffer {
  const [sheet] = printOnPaper(receiptBytes(content, paper), paper.widthMm);
  return sheet!.toPng();
}

function marks(content: SlipContent, copyNo: number): string {
  return [...(copyNo > 0 ? [`SALINAN ${copyNo}`] : []), ...(content.demo ? ['DEMO'] : [])].join(' · ');
}

function footer(content: SlipContent): string[] {
  const day = DateTime.fromISO(content.onDay, { locale: 'id' }).toFormat('cccc, d LLLL yyyy');
  const time = `${content.time.replace(':', '.')} ${content.zone}`;
  return content.visitNumber
    ? [`${day} · ${time}`, `Kunjungan ${content.visitNumber}`]
    : [`${day} · ${time}`];
}

class Builder {
  #printer: ThermalPrinter;
  #head: number;
  #codePage: CodePage;

  /** @param head dots across what is printed on, at most those of the paper */
  constructor(paper: number, codePage: CodePage, head: number = paper) {
    this.#head = head;
    this.#codePage = codePage;
    // No interface: nothing can be sent. No character set yet: ESC @ below would reset it.
    this.#printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
    // First of all: whatever an earlier job left half printed is dropped.
    this.#printer.add(Buffer.from([0x1b, 0x40]));
    if (codePage === 'pc858') this.#printer.setCharacterSet(CharacterSet.PC858_EURO);
  }

  text(
    text: string,
    { font = 'A', bold = false, align }: { font?: Font; bold?: boolean; align?: 'left' } = {},
  ): void {
    if (!align) this.#printer.alignCenter();
    if (font === 'B') this.#printer.setTypeFontB();
    if (bold) this.#printer.bold(true);
    const columns = Math.floor((this.#head - (bold ? 1 : 0)) / letterWidth[font]);
    for (const line of wrap(printableText(text, this.#codePage), columns)) this.#printer.println(line);
    if (bold) this.#printer.bold(false);
    if (font === 'B') this.#printer.setTypeFontA();
    if (!align) this.#printer.alignLeft();
  }

  /** From the left and unbroken; in a code page of its own, if need be. */
  line(bytes: Buffer, codePage: CodePage = this.#codePage): void {
    const other = codePage !== this.#codePage;
    if (other) this.#printer.add(Buffer.from([0x1b, 0x74, epsonPage[codePage]]));
    this.#printer.add(Buffer.concat([bytes, Buffer.from([0x0a])]));
    if (other) this.#printer.add(Buffer.from([0x1b, 0x74, epsonPage[this.#codePage]]));
  }

  /** In the middle of the paper. The white to its left belongs to the picture: makes align pictures differently. */
  picture(picture: Bitmap): void {
    this.#raster(placed(picture, this.#head));
  }

  gap(dots: number): void {
    this.#raster(new Bitmap(8, dots));
  }

  /** GS v 0. Not by the library, which goes through a PNG and an object for each dot: half of the time of a slip. */
  #raster(picture: Bitmap): void {
    const head = Buffer.from([0x1d, 0x76, 0x30, 0, 0, 0, 0, 0]);
    head.writeUInt16LE(picture.width / 8, 4);
    head.writeUInt16LE(picture.height, 6);
    this.#printer.add(Buffer.concat([head, picture.toBytes()]));
  }

  cut(): Buffer {
    this.#printer.partialCut({ verticalTabAmount: 1 });
    return this.#printer.getBuffer();
  }
}

/** Lines of about the same length, broken at spaces; a word longer than a line is broken where it must be. */
export function wrap(text: string, columns: number): string[] {
  const words = text.split(/\s+/).flatMap(word => word.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? []);
  const fold = (width: number) =>
    words.reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
      return lines;
    }, []);
  const lines = fold(columns);
  let narrower = columns;
  while (narrower > 1 && fold(narrower - 1).length === lines.length && longest(fold(narrower - 1)) < narrower)
    narrower--;
  return fold(narrower);
}

const longest = (lines: string[]): number => Math.max(0, ...lines.map(line => line.length));

/**
 * The picture centred on the head, moved a dot or two where its bytes would hold what a printer obeys at once.
 */
export function placed(picture: Bitmap, head: number): Bitmap {
  const middle = (head - picture.width) >> 1;
  for (const shift of [0, 1, -1, 2, -2, 3, -3, 4, -4]) {
    const left = middle + shift;
    if (left < 0 || left + picture.width > head) continue;
    const width = Math.ceil((left + picture.width) / 8) * 8;
    const moved = new Bitmap(width, picture.height);
    moved.stamp(picture, left, 0);
    if (!holdsRealTime(moved)) return moved;
  }
  throw new Error('every place of this picture makes bytes that a printer obeys at once');
}

function holdsRealTime(picture: Bitmap): boolean {
  const bytes = picture.toBytes();
  return bytes.some((byte, i) => i > 0 && bytes[i - 1] === DLE && isRealTime(byte));
}
