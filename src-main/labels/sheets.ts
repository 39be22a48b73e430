/** Labels laid out on sheets and rolls, as the bytes of a PDF file. */
import { setImmediate } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import PdfFile from 'pdfkit';
import { brandFonts } from './fonts.ts';
import { drawLabel, type Occasion } from './looks.ts';
import { Pen, type Document } from './pen.ts';
import { countPages, placeOf, sheetFor, type Box, type Sheet } from './rules.ts';
import type { LabelOrder } from './schema.ts';
import type { Label } from './store.ts';

const pointsPerMm = 72 / 25.4;
const titles: Record<Occasion['kind'], string> = {
  locker: 'Label pintu loker',
  key: 'Label kunci loker',
  pocket: 'Label kantong kartu',
  visitor: 'Kartu pengunjung',
  copy: 'Label publikasi',
};

export async function labelSheets(
  labels: Label[],
  order: Pick<LabelOrder, 'paper' | 'skip'>,
  occasion: Occasion & { madeAt: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = sheetFor(occasion.kind, order.paper);
  const doc = new PdfFile({
    autoFirstPage: false,
    // Without this the first thing that pdfkit does is to read Helvetica from its folder, which a bundle has not.
    font: null as unknown as string,
    margin: 0,
    lang: 'id',
    displayTitle: true,
    info: { Title: titles[occasion.kind], Author: occasion.office.name, CreationDate: occasion.madeAt },
  });
  for (const [weight, bytes] of Object.entries(brandFonts())) doc.registerFont(weight, bytes);
  const whole = buffer(doc);
  const pages = countPages(sheet, labels.length, order.skip);
  const pen = new Pen(doc, sheet.dot, sheet.colour);
  let drawn = -1;
  for (const [i, label] of labels.entries()) {
    const { page, box } = placeOf(sheet, i, order.skip);
    if (page !== drawn) {
      startPage(doc, sheet);
      const used = sheet.boxes.slice(0, sheet.boxes.indexOf(box) + labels.length - i);
      if (sheet.cut && sheet.boxes.length > 1) drawMargin(pen, sheet, used, occasion, `${page + 1}/${pages}`);
      drawn = page;
    }
    if (sheet.cut) drawCut(doc, box);
    placeLabel(pen, sheet, box, label, occasion);
    // Four hundred labels take a second or two, and visitors sign meanwhile.
    await setImmediate();
  }
  doc.end();
  return new Uint8Array(await whole);
}

function startPage(doc: Document, sheet: Sheet): void {
  doc.addPage({ size: [sheet.width * pointsPerMm, sheet.height * pointsPerMm], margin: 0 });
  doc.scale(pointsPerMm);
}

function placeLabel(pen: Pen, sheet: Sheet, box: Box, label: Label, occasion: Occasion): void {
  const [width, height] = sheet.turned ? [box.height, box.width] : [box.width, box.height];
  pen.doc.save();
  if (sheet.turned) pen.doc.translate(box.x + box.width, box.y).rotate(90);
  else pen.doc.translate(box.x, box.y);
  const { inset } = sheet;
  drawLabel(
    pen,
    label,
    occasion,
    { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset },
    inset,
  );
  pen.doc.restore();
}

const grey = '#9AA5B4';

/** A fine dashed line to cut along; neighbours share it. */
function drawCut(doc: Document, { x, y, width, height }: Box): void {
  doc.rect(x, y, width, height).lineWidth(0.1).dash(0.8, { space: 1.2 }).stroke(grey).undash();
}

/** Marks to cut along and a word on how to print; ready-cut sheets have no room for them. */
function drawMargin(pen: Pen, sheet: Sheet, used: Box[], occasion: Occasion, pageText: string): void {
  const { doc } = pen;
  const [first, last] = [sheet.boxes[0]!, sheet.boxes.at(-1)!];
  const [right, bottom] = [last.x + last.width, last.y + last.height];
  doc.lineWidth(0.15);
  for (const x of new Set(used.flatMap(box => [box.x, box.x + box.width])))
    doc.moveTo(x, first.y - 5).lineTo(x, first.y - 1.5);
  for (const y of new Set(used.flatMap(box => [box.y, box.y + box.height])))
    doc.moveTo(first.x - 5, y).lineTo(first.x - 1.5, y);
  doc.stroke('#000000');
  const line = bottom + 6;
  pen.text(`${titles[occasion.kind]} · ${pageText}`, first.x, line, { size: 2.5, colour: '#46566C' });
  pen.text('Cetak pada skala 100 %, lalu potong pada garis.', right, line, {
    size: 2.5,
    colour: '#46566C',
    align: 'right',
  });
}
