/** Black dots on white paper. */
import { inflateRawSync } from 'node:zlib';
import { PNG } from 'pngjs';

export class Bitmap {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, 1 is ink, row by row. */
  readonly dots: Uint8Array;

  constructor(width: number, height: number, dots = new Uint8Array(width * height)) {
    if (dots.length !== width * height) throw new RangeError('the dots do not fill the bitmap');
    this.width = width;
    this.height = height;
    this.dots = dots;
  }

  inked(x: number, y: number): boolean {
    return this.dots[y * this.width + x] === 1;
  }

  fill(left: number, top: number, width: number, height: number): void {
    for (let y = top; y < top + height; y++) {
      this.dots.fill(1, y * this.width + left, y * this.width + left + width);
    }
  }

  /** Adds the other's ink; all of it must lie inside. */
  stamp(other: Bitmap, left: number, top: number): void {
    if (left < 0 || top < 0 || left + other.width > this.width || top + other.height > this.height)
      throw new RangeError('the stamp lies outside the bitmap');
    for (let y = 0; y < other.height; y++)
      for (let x = 0; x < other.width; x++)
        if (other.inked(x, y)) this.dots[(top + y) * this.width + left + x] = 1;
  }

  /** The same picture, smaller: a dot is inked when half of what it stands for was. */
  shrunk(factor: number): Bitmap {
    const small = new Bitmap(Math.round(this.width * factor), Math.round(this.height * factor));
    for (let y = 0; y < small.height; y++)
      for (let x = 0; x < small.width; x++)
        if (this.#density(x / factor, y / factor, 1 / factor) >= 0.5) small.dots[y * small.width + x] = 1;
    return small;
  }

  #density(left: number, top: number, size: number): number {
    const right = Math.min(this.width, Math.round(left + size));
    const bottom = Math.min(this.height, Math.round(top + size));
    let ink = 0;
    let all = 0;
    for (let y = Math.round(top); y < bottom; y++)
      for (let x = Math.round(left); x < right; x++) {
        all++;
        if (this.inked(x, y)) ink++;
      }
    return all === 0 ? 0 : ink / all;
  }

  /** Eight dots a byte, the leftmost highest, each row begun anew: how printers take pictures. */
  toBytes(): Buffer {
    const across = Math.ceil(this.width / 8);
    const bytes = Buffer.alloc(across * this.height);
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++)
        if (this.dots[y * this.width + x] === 1) bytes[y * across + (x >> 3)]! |= 0x80 >> (x & 7);
    return bytes;
  }

  toPng(): Buffer {
    const png = new PNG({ width: this.width, height: this.height });
    png.data = Buffer.from(this.dots.map(dot => (dot === 1 ? 0 : 255)));
    return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 });
  }
}

/** Dots packed eight to a byte without padding, deflated, base64: how `glyphs.ts` keeps its pictures. */
export function unpackDots(packed: string): Uint8Array {
  const bytes = inflateRawSync(Buffer.from(packed, 'base64'));
  return Uint8Array.from({ length: bytes.length * 8 }, (_, i) => (bytes[i >> 3]! >> (7 - (i & 7))) & 1);
}
