/** Pictures for the slip: the two symbols that carry its code, the big number, and the border at its head. */
import bwipjs from 'bwip-js/node';
import { Bitmap, unpackDots } from './bitmap.ts';
import { bigCharacters, bigHeight, bigNumbers, bigWidths } from './glyphs.ts';

// The package's named export `raw` is another thing: a symbology of that name.
// oxlint-disable-next-line import/no-named-as-default-member
const modules = bwipjs.raw;

export class DoesNotFit extends Error {
  override name = 'DoesNotFit';
}

/** Modules of white that a scanner needs beside a Code 128, and all around a QR code. */
const quiet = { code128: 10, qr: 4 };

/** @throws DoesNotFit when the bars and the white beside them are wider than `room` dots. */
export function code128(text: string, dotsPerModule: number, height: number, room: number): Bitmap {
  const [symbol] = modules({ bcid: 'code128', text });
  if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js drew no bars');
  const wide = symbol.sbs.reduce((sum, width) => sum + width, 0);
  mustFit('Code 128', (wide + 2 * quiet.code128) * dotsPerModule, room);
  const drawn = new Bitmap(wide * dotsPerModule, height);
  let x = 0;
  symbol.sbs.forEach((width, i) => {
    if (i % 2 === 0) drawn.fill(x, 0, width * dotsPerModule, height);
    x += width * dotsPerModule;
  });
  return drawn;
}

/** Strongest error correction; ten characters still make the smallest symbol of 21 modules. @throws DoesNotFit */
export function qrCode(text: string, dotsPerModule: number, room: number): Bitmap {
  const [symbol] = modules({ bcid: 'qrcode', text, eclevel: 'H' } as Parameters<typeof modules>[0]);
  if (!symbol || !('pixs' in symbol)) throw new Error('bwip-js drew no QR code');
  mustFit('QR code', (symbol.pixx + 2 * quiet.qr) * dotsPerModule, room);
  const drawn = new Bitmap(symbol.pixx * dotsPerModule, symbol.pixy * dotsPerModule);
  symbol.pixs.forEach((ink, i) => {
    if (ink === 1)
      drawn.fill(
        (i % symbol.pixx) * dotsPerModule,
        Math.floor(i / symbol.pixx) * dotsPerModule,
        dotsPerModule,
        dotsPerModule,
      );
  });
  return drawn;
}

function mustFit(what: string, dots: number, room: number): void {
  if (dots > room) throw new DoesNotFit(`${what} needs ${dots} dots, the paper has ${room}`);
}

let bigDots: Uint8Array | undefined;

/** The number in the letters of the screens, as large as fits. Capitals, digits and hyphens only. */
export function bigNumber(text: string, room: number, height: number): Bitmap {
  const all = (bigDots ??= unpackDots(bigNumbers));
  const signs = Array.from(text, sign => bigCharacters.indexOf(sign));
  if (signs.length === 0 || signs.includes(-1)) throw new Error(`no picture for the number ${text}`);
  const large = new Bitmap(
    signs.reduce((sum, i) => sum + bigWidths[i]!, 0),
    bigHeight,
  );
  let x = 0;
  for (const i of signs) {
    const width = bigWidths[i]!;
    const start = bigWidths.slice(0, i).reduce((sum, one) => sum + one, 0) * bigHeight;
    large.stamp(new Bitmap(width, bigHeight, all.slice(start, start + width * bigHeight)), x, 0);
    x += width;
  }
  return large.shrunk(Math.min(height / bigHeight, room / large.width));
}

/** A row of bamboo shoots after West Sumatra's *pucuak rabuang*, in lines that a thermal head draws cleanly. */
export function bambooShoots(width: number): Bitmap {
  const pitch = 32;
  const tall = 32;
  const border = new Bitmap(width, tall + 6);
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < width; x++) {
      const fromAxis = Math.abs((x % pitch) + 0.5 - pitch / 2);
      const inside = ((y + 1) / tall) * (pitch / 2) - fromAxis;
      const sheath = inside >= 0 && inside < 1.6;
      const leaf = inside >= 4.2 && inside < 5.8;
      const core = inside >= 9;
      if (sheath || leaf || core) border.fill(x, y, 1, 1);
    }
  }
  border.fill(0, tall, width, 1);
  border.fill(0, tall + 4, width, 2);
  return border;
}
