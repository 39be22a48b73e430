/** PDF, JPEG and TIFF read through to the last byte, and joined into one PDF. Runs in the worker. */
import { degrees, PDFDocument, type PDFImage } from '@cantoo/pdf-lib';
import exifr from 'exifr';
import jpeg from 'jpeg-js';
import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import UTIF from 'utif2';
import type { ScanType } from './schema.ts';

export interface Document {
  path: string;
  type: ScanType;
}

export type Task =
  { kind: 'check'; document: Document } | { kind: 'join'; documents: Document[]; to: string; title: string };

export interface Checked {
  pages: number;
}
export interface Joined extends Checked {
  bytes: number;
  sha256: string;
}

/** The file is not whole, or not what its name says. */
export class Unreadable extends Error {}

/** @throws {Unreadable} for a file that is cut off or damaged; the scanner may still be writing it. */
export async function checkDocument({ path, type }: Document): Promise<Checked> {
  const bytes = await readFile(path);
  return orUnreadable(async () => {
    if (type === 'pdf') return { pages: (await openPdf(bytes)).getPageCount() };
    if (type === 'tiff') return { pages: picturesOf(bytes).length };
    readJpeg(bytes);
    return { pages: 1 };
  });
}

export async function joinDocuments(task: Extract<Task, { kind: 'join' }>): Promise<Joined> {
  const joined = await PDFDocument.create();
  joined.setTitle(task.title);
  joined.setProducer('Loket PST');
  for (const { path, type } of task.documents) {
    const bytes = await readFile(path);
    await orUnreadable(() => append(joined, bytes, type));
  }
  const bytes = await joined.save();
  await writeFile(task.to, bytes, { mode: 0o600 });
  return { pages: joined.getPageCount(), bytes: bytes.length, sha256: hash('sha256', bytes) };
}

async function append(joined: PDFDocument, bytes: Buffer, type: ScanType): Promise<void> {
  if (type === 'pdf') {
    const source = await openPdf(bytes);
    for (const page of await joined.copyPages(source, source.getPageIndices())) joined.addPage(page);
  } else if (type === 'jpeg') {
    readJpeg(bytes);
    addPage(joined, await joined.embedJpg(bytes), await turnOf(bytes));
  } else {
    for (const picture of picturesOf(bytes)) {
      const image = picture.bilevel
        ? await joined.embedPng(asPng(picture))
        : await joined.embedJpg(jpeg.encode(picture, 85).data);
      addPage(joined, image);
    }
  }
}

async function orUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable((error as Error).message);
  }
}

/** The library mends what is cut off as well as it can; a page that was lost would never be missed. */
async function openPdf(bytes: Buffer): Promise<PDFDocument> {
  if (!bytes.subarray(-2_048).includes('%%EOF')) throw new Unreadable('the PDF has no end');
  const pdf = await PDFDocument.load(bytes, { ignoreEncryption: true, throwOnInvalidObject: true });
  if (pdf.isEncrypted || pdf.getPageCount() === 0) throw new Unreadable('the PDF has no pages to copy');
  return pdf;
}

const mostMegapixels = 120;

function readJpeg(bytes: Buffer): void {
  jpeg.decode(bytes, {
    tolerantDecoding: false,
    useTArray: true,
    formatAsRGBA: false,
    maxResolutionInMP: mostMegapixels,
    maxMemoryUsageInMB: 1_024,
  });
}

/** Degrees clockwise that a camera noted for showing the picture upright; 0 where it noted none. */
async function turnOf(bytes: Buffer): Promise<number> {
  const noted = await exifr.rotation(bytes).catch(() => undefined);
  return noted?.deg ?? 0;
}

interface Picture {
  width: number;
  height: number;
  /** RGBA */
  data: Uint8Array;
  /** Black and white: letters stay sharp, and the file small. */
  bilevel: boolean;
}

function picturesOf(bytes: Buffer): Picture[] {
  const whole = new Uint8Array(bytes).buffer;
  const pages = UTIF.decode(whole);
  if (pages.length === 0) throw new Unreadable('the TIFF has no pages');
  return pages.map(page => {
    refuseCutOff(page, bytes.length);
    UTIF.decodeImage(whole, page);
    const { width, height } = page;
    if (!width || !height || width * height > mostMegapixels * 1_000_000)
      throw new Unreadable('a page of the TIFF has no size');
    const data = UTIF.toRGBA8(page);
    if (data.length !== width * height * 4) throw new Unreadable('a page of the TIFF is not whole');
    return { width, height, data, bilevel: (page.t258 as number[] | undefined)?.[0] === 1 };
  });
}

/** The library fills up what is missing with black, so the strips and tiles are looked at first. */
function refuseCutOff(page: UTIF.IFD, fileBytes: number): void {
  const offsets = (page.t273 ?? page.t324 ?? []) as number[];
  const lengths = (page.t279 ?? page.t325 ?? []) as number[];
  const ends = offsets.map((offset, at) => offset + (lengths[at] ?? 0));
  if (offsets.length === 0 || ends.some(end => end > fileBytes))
    throw new Unreadable('a page of the TIFF ends after the file');
}

function asPng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 6 });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, { colorType: 0, inputColorType: 6, inputHasAlpha: true });
}

/** A4 in points, upright or on its side as the picture is before it is turned. */
const a4 = { short: 595.28, long: 841.89 };

function addPage(joined: PDFDocument, image: PDFImage, turn = 0): void {
  const upright = image.height >= image.width;
  const [width, height] = upright ? [a4.short, a4.long] : [a4.long, a4.short];
  const scale = Math.min(width / image.width, height / image.height);
  const [drawnWidth, drawnHeight] = [image.width * scale, image.height * scale];
  const page = joined.addPage([width, height]);
  page.setRotation(degrees(turn));
  page.drawImage(image, {
    x: (width - drawnWidth) / 2,
    y: (height - drawnHeight) / 2,
    width: drawnWidth,
    height: drawnHeight,
  });
}
