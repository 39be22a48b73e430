import { PDFDocument } from '@cantoo/pdf-lib';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { colourTiffScan, faxTiffScan, jpegScan, pdfScan, turnedJpegScan } from '../../test/helpers/scans.ts';
import { temporaryDir } from '../../test/helpers/station.ts';
import { Documents, UnreadableDocument } from './documents.ts';
import type { ScanType } from './schema.ts';
import { sha256Of } from './volumes.ts';

function open() {
  const dir = temporaryDir();
  const documents = new Documents();
  onTestFinished(() => documents.close());
  const put = (name: string, type: ScanType, bytes: Buffer) => {
    const path = join(dir, name);
    writeFileSync(path, bytes);
    return { path, type };
  };
  return { dir, documents, put };
}

test('PDF, JPEG and TIFF become one PDF with every page in its order and upright as it was', async () => {
  const { dir, documents, put } = open();
  const scans = [
    put('a.pdf', 'pdf', await pdfScan(2)),
    put('b.jpg', 'jpeg', jpegScan(120, 170)),
    put('c.tif', 'tiff', colourTiffScan(90, 60)),
    put('d.tif', 'tiff', faxTiffScan()),
  ];
  const to = join(dir, 'softcopy.pdf');
  const joined = await documents.join(scans, to, 'Padang Dalam Angka');
  expect(joined.pages).toBe(6);
  expect(joined.bytes).toBe(readFileSync(to).length);
  expect(joined.sha256).toBe(await sha256Of(to));
  const pdf = await PDFDocument.load(readFileSync(to));
  expect(pdf.getTitle()).toBe('Padang Dalam Angka');
  const shapes = pdf.getPages().map(page => (page.getWidth() > page.getHeight() ? 'wide' : 'tall'));
  expect(shapes).toEqual(['tall', 'tall', 'tall', 'wide', 'tall', 'tall']);
});

test('a photograph is shown as its camera was held', async () => {
  const { dir, documents, put } = open();
  const turns = [1, 3, 6, 8];
  const scans = turns.map(turn => put(`${turn}.jpg`, 'jpeg', turnedJpegScan(turn)));
  const to = join(dir, 'softcopy.pdf');
  await documents.join([...scans, put('plain.jpg', 'jpeg', jpegScan())], to, 'Foto');
  const pdf = await PDFDocument.load(readFileSync(to));
  expect(pdf.getPages().map(page => page.getRotation().angle)).toEqual([0, 180, 90, 270, 0]);
});

test.each([
  ['pdf', () => pdfScan(3)],
  ['jpeg', async () => jpegScan(300, 420)],
  ['tiff', async () => colourTiffScan()],
] as const)('a %s that is cut off anywhere is not whole', async (type, make) => {
  const { documents, put } = open();
  const whole = await make();
  await expect(documents.check(put(`whole.${type}`, type, whole))).resolves.toMatchObject({});
  for (const share of [0.05, 0.3, 0.6, 0.9, 0.995]) {
    const cut = put(`cut-${share}.${type}`, type, whole.subarray(0, Math.floor(whole.length * share)));
    await expect(documents.check(cut), `${share}`).rejects.toThrow(UnreadableDocument);
  }
});

test('a file that is not what its name says is not taken for one', async () => {
  const { documents, put } = open();
  for (const type of ['pdf', 'jpeg', 'tiff'] as const)
    await expect(documents.check(put(`x.${type}`, type, Buffer.from('Rapat pukul 10')))).rejects.toThrow(
      UnreadableDocument,
    );
});
