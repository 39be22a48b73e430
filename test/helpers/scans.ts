/** Files as a scanner writes them: PDF, JPEG and TIFF, whole or cut off. */
import { PDFDocument } from '@cantoo/pdf-lib';
import jpeg from 'jpeg-js';
import UTIF from 'utif2';

export async function pdfScan(pages = 2): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++) pdf.addPage([595, 842]).drawText(`Halaman ${page + 1}`);
  return Buffer.from(await pdf.save());
}

function picture(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < data.length; at += 4) data[at] = (at * 7) % 256;
  return data;
}

export function jpegScan(width = 120, height = 170): Buffer {
  return Buffer.from(jpeg.encode({ width, height, data: picture(width, height) }, 80).data);
}

/** As a telephone held sideways or upside down writes it: the picture as the sensor saw it, and how to turn it. */
export function turnedJpegScan(orientation: number): Buffer {
  const picture = jpegScan();
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16BE(orientation, 24);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), marker, exif, picture.subarray(2)]);
}

export function colourTiffScan(width = 90, height = 60): Buffer {
  return Buffer.from(UTIF.encodeImage(picture(width, height), width, height));
}

/** Two pages as fax machines and office scanners write them: black and white, CCITT group 4, here all white. */
export function faxTiffScan(side = 64): Buffer {
  // A white line below a white line is one bit; two end-of-line codes end the page.
  const strip = bitsOf('1'.repeat(side) + '000000000001000000000001');
  const entries = 9;
  const directoryBytes = 2 + entries * 12 + 4;
  const file = Buffer.alloc(8 + 2 * directoryBytes + strip.length);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  const stripAt = 8 + 2 * directoryBytes;
  strip.copy(file, stripAt);
  for (const page of [0, 1]) {
    const at = 8 + page * directoryBytes;
    file.writeUInt16LE(entries, at);
    const tags: [tag: number, type: number, value: number][] = [
      [256, 3, side],
      [257, 3, side],
      [258, 3, 1],
      [259, 3, 4],
      [262, 3, 0],
      [273, 4, stripAt],
      [277, 3, 1],
      [278, 3, side],
      [279, 4, strip.length],
    ];
    for (const [index, [tag, type, value]] of tags.entries()) {
      const entry = at + 2 + index * 12;
      file.writeUInt16LE(tag, entry);
      file.writeUInt16LE(type, entry + 2);
      file.writeUInt32LE(1, entry + 4);
      if (type === 3) file.writeUInt16LE(value, entry + 8);
      else file.writeUInt32LE(value, entry + 8);
    }
    file.writeUInt32LE(page === 0 ? at + directoryBytes : 0, at + 2 + entries * 12);
  }
  return file;
}

function bitsOf(bits: string): Buffer {
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Buffer.from(whole.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)));
}
