/** What each kind of label looks like in the room that its paper gives it. All lengths are millimetres. */
import { DoesNotFit } from '../devices/symbols.ts';
import type { OfficeProfile } from '../profile/schema.ts';
import { capital, quiet, symbolsOf, type Pen, type Symbols } from './pen.ts';
import type { LabelKind } from './schema.ts';
import type { Label } from './store.ts';

export interface Occasion {
  kind: LabelKind;
  office: OfficeProfile['office'];
  demo: boolean;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const colours = { ink: '#10243E', soft: '#46566C', blue: '#0B5CAD', green: '#2F7D32', orange: '#B45309' };

/** Labels are read by every visitor and officer of an Indonesian office; only the visitor's card speaks English too. */
const looks: Record<LabelKind, { word: string; english?: string; colour: string; namesOffice: boolean }> = {
  locker: { word: 'Loker', colour: colours.blue, namesOffice: true },
  // A key that is lost outside does not say which door it opens.
  key: { word: 'Kunci', colour: colours.blue, namesOffice: false },
  pocket: { word: 'Kantong', colour: colours.green, namesOffice: true },
  visitor: { word: 'Kartu pengunjung', english: 'Visitor card', colour: colours.blue, namesOffice: true },
  copy: { word: 'Publikasi', colour: colours.green, namesOffice: true },
};

/** `white` is kept free around the area by the paper, and serves the symbols as part of the white they need. */
export function drawLabel(pen: Pen, label: Label, occasion: Occasion, area: Area, white: number): void {
  const { kind } = occasion;
  if (kind === 'visitor' && area.width >= 78 && area.height >= 46)
    drawCard(pen, label, occasion, area, white);
  else if (kind === 'locker' && area.width >= 80 && area.height >= 50)
    drawDoor(pen, label, occasion, area, white);
  else drawSmall(pen, label, occasion, area, white);
}

function drawSmall(pen: Pen, label: Label, occasion: Occasion, area: Area, white: number): void {
  const symbols = symbolsOf(label.code);
  const fit =
    sideBySide(pen, symbols, area, white, { below: codeBelow }) ?? sideBySide(pen, symbols, area, white);
  if (!fit) return drawStacked(pen, label, occasion, area, white, symbols);
  const roomy = fit.textLine !== null;
  const headHeight = area.height * (roomy ? 0.6 : 0.52);
  const gap = roomy ? 2.2 : 1.4;
  const room = { ...area, width: fit.left - area.x - 1, height: headHeight };
  if (roomy && area.height >= 26 && label.number !== null)
    drawTallHead(pen, label.number, occasion, { ...room, width: fit.barsRight - area.x });
  else if (label.title) drawTitle(pen, label, occasion, room);
  else drawHead(pen, label, occasion, room, !roomy);
  fit.drawBars(area.y + headHeight + gap, area.height - headHeight - gap);
  fit.drawQr();
  if (fit.textLine !== null) drawCode(pen, label, fit.qrMiddle, fit.textLine, fit.qrSide * 1.1);
}

/** Too narrow for both symbols side by side: the bars take the whole width below. */
function drawStacked(
  pen: Pen,
  label: Label,
  occasion: Occasion,
  area: Area,
  white: number,
  symbols: Symbols,
): void {
  const bars = pen.moduleFor(symbols.bars.width + 2 * quiet.bars, area.width + 2 * white, barLimits);
  const barsHeight = area.height * 0.34;
  const upper = area.height - barsHeight;
  const qr = pen.moduleFor(symbols.qr.height + quiet.qr, upper, qrLimits);
  const indent = Math.max(0, quiet.qr * qr - white);
  const qrLeft = area.x + area.width - symbols.qr.width * qr - indent;
  const headRoom = { ...area, width: qrLeft - quiet.qr * qr - area.x, height: upper - 2 };
  if (label.title) drawTitle(pen, label, occasion, headRoom);
  else drawHead(pen, label, occasion, headRoom, true);
  pen.symbol(symbols.qr, qrLeft, area.y + indent, qr);
  const barsLeft = area.x + (area.width - symbols.bars.width * bars) / 2;
  pen.symbol(symbols.bars, barsLeft, area.y + upper, bars, barsHeight);
}

/** What it is and whose, and under that the number on a plate as wide as the bars. */
function drawTallHead(pen: Pen, number: number, { kind, office, demo }: Occasion, room: Area): void {
  const { word, colour, namesOffice } = looks[kind];
  const size = 4.2;
  const line = room.y + size * capital;
  const wide = pen.text(word, room.x, line, { size, weight: 'black', colour: colours.ink });
  if (demo) drawDemo(pen, room.x + wide + 1.2, line, size * 0.5);
  else if (namesOffice)
    pen.text(office.shortName, room.x + room.width, line, {
      size: 2.4,
      colour: colours.soft,
      align: 'right',
      width: room.width - wide - 2,
      least: 1.5,
    });
  const top = line + 2;
  pen.plate(numberText(number), { ...room, y: top, height: room.y + room.height - top }, colour);
}

/** The number on its plate, and beside it what it is, its code to type, and whose it is. */
function drawHead(
  pen: Pen,
  label: Label,
  { kind, office, demo }: Occasion,
  room: Area,
  withCode: boolean,
): void {
  const { word, english, colour, namesOffice } = looks[kind];
  let x = room.x;
  if (label.number !== null) {
    const text = numberText(label.number);
    const wanted = pen.widthOfDigits(text, (room.height * 0.66) / capital) * 1.24;
    const width = Math.min(wanted, room.width * (text.length > 2 ? 0.52 : 0.48));
    pen.plate(text, { ...room, width }, colour);
    x += width + Math.min(2.4, room.width * 0.05);
  }
  const width = room.x + room.width - x;
  const lines = [
    ...(english ? [{ text: english, colour: colours.soft }] : []),
    ...(withCode ? [{ text: spaced(label.code), colour: colours.ink }] : []),
    ...(namesOffice ? [{ text: office.shortName, colour: colours.soft }] : []),
  ];
  const largest = label.number === null ? 6 : 5.2;
  const size = Math.min(
    room.height / (lines.length + 1) / 0.97,
    width / (pen.widthOf(word, 1, 'black') + (demo ? demoWidth(pen, 0.5) + 0.3 : 0)),
    largest,
  );
  const small = Math.min(size * 0.76, 3.1);
  const spread = (room.height - size * capital - small * 0.12) / Math.max(1, lines.length);
  // Beside a plate the lines reach from its top to its foot; alone they stay together.
  const step = label.number === null ? Math.min(spread, size * 1.15) : spread;
  let y = room.y + (lines.length === 0 ? (room.height + size * capital) / 2 : size * capital);
  const wide = pen.text(word, x, y, { size, weight: 'black', colour: colours.ink });
  if (demo) drawDemo(pen, x + wide + size * 0.3, y, size * 0.5);
  for (const line of lines) {
    y += step;
    pen.text(line.text, x, y, { size: small, colour: line.colour, width, least: 1.5 });
  }
}

/** What a printed copy is, in as many lines as there is room for, and under it where it stands and whose it is. */
function drawTitle(pen: Pen, label: Label, { office, demo }: Occasion, room: Area): void {
  const size = Math.min(2.6, room.height / 4);
  const step = size * 1.22;
  const foot = { size: size * 0.86, least: 1.3, width: room.width };
  const most = Math.max(1, Math.floor((room.height - size * capital - step) / step) + 1);
  let y = room.y + size * capital;
  for (const line of linesOf(pen, label.title!, room.width, size, most)) {
    pen.text(line, room.x, y, { size, weight: 'black', colour: colours.ink, width: room.width, least: size });
    y += step;
  }
  const below = [demo ? 'DEMO' : office.shortName, label.shelf, spaced(label.code)]
    .filter(Boolean)
    .join(' · ');
  pen.text(below, room.x, y, { ...foot, colour: demo ? colours.orange : colours.soft });
}

/** Words in lines; what does not fit into the last one is left to its ellipsis. */
function linesOf(pen: Pen, text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const fits = pen.widthOf(longer, size, 'black') <= width;
    if (lines.length > 0 && (fits || lines.length === most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A door label: the number is read from across the room. */
function drawDoor(pen: Pen, label: Label, { kind, office, demo }: Occasion, area: Area, white: number): void {
  const { word, colour } = looks[kind];
  const right = area.x + area.width;
  const line = area.y + 6.2 * capital;
  const wide = pen.text(word, area.x, line, { size: 6.2, weight: 'black', colour: colours.ink });
  if (demo) drawDemo(pen, area.x + wide + 2, line, 3.4);
  pen.text(office.name, right, line, {
    size: 3.5,
    colour: colours.soft,
    align: 'right',
    width: area.width - wide - (demo ? 16 : 6),
    least: 2.2,
  });
  const shoots = 3.2;
  pen.bambooShoots(area.x, line + 2.2, area.width, shoots, colour);

  const top = line + 2.2 + shoots + 3;
  const rest: Area = { ...area, y: top, height: area.y + area.height - top };
  const fit = sideBySide(pen, symbolsOf(label.code), rest, white, { below: codeBelow, share: 0.27 });
  if (!fit) throw new DoesNotFit('a door label needs room for both symbols side by side');
  const barsHeight = rest.height * 0.25;
  const plate = { ...rest, width: fit.barsRight - area.x, height: rest.height - barsHeight - 2.6 };
  pen.plate(numberText(label.number!), plate, colour);
  fit.drawBars(rest.y + rest.height - barsHeight, barsHeight);
  fit.drawQr();
  drawCode(pen, label, fit.qrMiddle, fit.textLine!, fit.qrSide);
}

/** A visitor card: of credit-card size, with the office's name and nobody's. */
function drawCard(pen: Pen, label: Label, { kind, office, demo }: Occasion, area: Area, white: number): void {
  const { word, english, colour } = looks[kind];
  const shoots = 3;
  pen.bambooShoots(area.x, area.y, area.width, shoots, colour);
  const nameLine = area.y + shoots + 6;
  pen.text(office.name, area.x, nameLine, {
    size: 3.9,
    weight: 'black',
    colour,
    width: area.width - (demo ? demoWidth(pen, 2.6) + 3 : 0),
    least: 2.4,
  });
  if (demo) drawDemo(pen, area.x + area.width - demoWidth(pen, 2.6), nameLine, 2.6);

  const top = nameLine + 4;
  const bottom = area.y + area.height;
  const rest: Area = { ...area, y: top, height: bottom - 9.4 - top };
  const fit = sideBySide(pen, symbolsOf(label.code), rest, white, { share: 0.3 });
  if (!fit) throw new DoesNotFit('a visitor card needs room for both symbols side by side');
  const title = { size: 5.6, weight: 'black', colour: colours.ink, width: fit.left - area.x - 1 } as const;
  pen.text(word, area.x, top + 5.6 * capital, title);
  pen.text(english!, area.x, top + 8.7, { size: 3.3, colour: colours.soft });
  const barsTop = top + 11.4;
  const codeLine = rest.y + rest.height;
  fit.drawBars(barsTop, codeLine - 4 - barsTop);
  fit.drawQr();
  pen.text(spaced(label.code), area.x, codeLine, { size: 3.3, weight: 'black', colour: colours.ink });
  const note = { size: 2.3, colour: colours.soft, width: area.width };
  pen.text('Pindai kartu ini di layar buku tamu saat Anda berkunjung kembali.', area.x, bottom - 3.5, note);
  pen.text('Scan this card at the guestbook screen on your next visit.', area.x, bottom - 0.3, note);
}

/** Height kept for the code in letters under the QR code. */
const codeBelow = 2.6;

const barLimits = { least: 0.24, most: 0.43 };
const qrLimits = { least: 0.42, most: 1.3 };

/**
 * Bars at the left, the QR code at the right, each as large as the other leaves it room; null when they do not fit.
 * `below` is height for text under the QR code, `share` how much of the width the QR code may take.
 */
function sideBySide(
  pen: Pen,
  symbols: Symbols,
  area: Area,
  white: number,
  { below = 0, share = 0.34 }: { below?: number; share?: number } = {},
) {
  const beyond = (needed: number) => Math.max(0, needed - white);
  const largest = Math.min(qrLimits.most, (area.width * share) / symbols.qr.width);
  // Text as wide as the code must be large enough to be read.
  const least = below ? 0.7 : qrLimits.least;
  for (let qr = Math.floor(largest / pen.dot) * pen.dot; qr >= least; qr -= pen.dot) {
    const indent = beyond(quiet.qr * qr);
    const qrSide = symbols.qr.width * qr;
    if (indent + qrSide + (below ? quiet.qr * qr + below : indent) > area.height) continue;
    const qrLeft = area.x + area.width - indent - qrSide;
    let bars = 0;
    for (let wide = pen.dot; wide <= barLimits.most; wide += pen.dot) {
      const between = Math.max(quiet.bars * wide, quiet.qr * qr);
      const needed = beyond(quiet.bars * wide) + symbols.bars.width * wide + between;
      if (wide >= barLimits.least && area.x + needed <= qrLeft + 1e-6) bars = wide;
    }
    if (bars === 0) continue;
    const barsLeft = area.x + beyond(quiet.bars * bars);
    const qrTop = below ? area.y + indent : area.y + (area.height - qrSide) / 2;
    return {
      barsRight: barsLeft + symbols.bars.width * bars,
      /** Where the white before the QR code begins. */
      left: qrLeft - quiet.qr * qr,
      qrMiddle: qrLeft + qrSide / 2,
      qrSide,
      /** What text under the QR code stands on; null when no room was asked for. */
      textLine: below ? qrTop + qrSide + quiet.qr * qr + below : null,
      drawBars: (y: number, height: number) => pen.symbol(symbols.bars, barsLeft, y, bars, height),
      drawQr: () => pen.symbol(symbols.qr, qrLeft, qrTop, qr),
    };
  }
  return null;
}

function drawCode(pen: Pen, label: Label, middle: number, line: number, width: number): void {
  pen.text(spaced(label.code), middle, line, { size: 3.8, weight: 'black', align: 'center', width });
}

/** `y` is the line of the text beside it. */
function drawDemo(pen: Pen, x: number, y: number, size: number): void {
  const height = size * 1.5;
  const top = y - size * capital - (height - size * capital) / 2;
  pen.doc.roundedRect(x, top, demoWidth(pen, size), height, height * 0.25).fill(pen.ink(colours.orange));
  pen.doc
    .font('black')
    .fontSize(size)
    .fillColor('#ffffff')
    .text('DEMO', x + size * 0.45, y, { lineBreak: false, baseline: 'alphabetic' });
}

function demoWidth(pen: Pen, size: number): number {
  return pen.widthOf('DEMO', size, 'black') + size * 0.9;
}

function numberText(number: number): string {
  return String(number).padStart(2, '0');
}

/** In threes, as people read a code aloud and type it; the spaces are not part of it. */
function spaced(code: string): string {
  return code.replaceAll(/(.{3})(?=.)/g, '$1 ');
}
