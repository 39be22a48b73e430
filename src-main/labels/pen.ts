/** Draws on a PDF page in millimetres: letters, plates, borders, and symbols as whole printer dots. */
import type PdfFile from 'pdfkit';
import type { Bitmap } from '../devices/bitmap.ts';
import { code128, DoesNotFit, qrCode } from '../devices/symbols.ts';
import type { Weight } from './fonts.ts';

export type Document = InstanceType<typeof PdfFile>;

export interface Symbols {
  bars: Bitmap;
  qr: Bitmap;
}

/** One dot a module; how large a module is printed is decided by the room there is. */
export function symbolsOf(code: string): Symbols {
  return { bars: code128(code, 1, 1, Infinity), qr: qrCode(code, 1, Infinity) };
}

/** White that a scanner needs: modules beside the bars, and all around the QR code. */
export const quiet = { bars: 10, qr: 4 };

/** Capitals and digits of the brand font reach this high, for letters of size 1. */
export const capital = 0.745;

export interface TextStyle {
  size: number;
  weight?: Weight;
  colour?: string;
  align?: 'left' | 'center' | 'right';
  /** The letters are made smaller to fit, down to this size; what is still too long ends in an ellipsis. */
  width?: number;
  least?: number;
}

export class Pen {
  readonly doc: Document;
  /** The printer's dot. */
  readonly dot: number;
  readonly inColour: boolean;

  constructor(doc: Document, dot: number, inColour: boolean) {
    this.doc = doc;
    this.dot = dot;
    this.inColour = inColour;
  }

  /** Black where the paper has no colour. */
  ink(colour: string): string {
    return this.inColour ? colour : '#000000';
  }

  widthOf(text: string, size: number, weight: Weight = 'medium'): number {
    return this.doc.font(weight).fontSize(size).widthOfString(text);
  }

  /** `y` is the line that the letters stand on. @returns how wide the text came out. */
  text(text: string, x: number, y: number, style: TextStyle): number {
    const { weight = 'medium', colour = '#000000', align = 'left', width = Infinity, least = 0 } = style;
    let shown = text;
    let size = style.size;
    const natural = this.widthOf(text, size, weight);
    if (natural > width) {
      size = Math.max(least, (size * width) / natural);
      while (shown.length > 1 && this.widthOf(shown, size, weight) > width + 0.01)
        shown = `${shown.replace(/…$/, '').slice(0, -1).trimEnd()}…`;
    }
    const wide = this.widthOf(shown, size, weight);
    const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
    this.doc.fillColor(this.ink(colour)).text(shown, left, y, { lineBreak: false, baseline: 'alphabetic' });
    return wide;
  }

  /** A number in white on a filled plate; all numbers of as many digits come out equally large. */
  plate(text: string, area: { x: number; y: number; width: number; height: number }, colour: string): void {
    const { x, y, width, height } = area;
    this.doc.roundedRect(x, y, width, height, Math.min(width, height) * 0.14).fill(this.ink(colour));
    const size = Math.min((height * 0.66) / capital, (width * 0.82) / this.widthOfDigits(text, 1));
    const left = x + (width - this.widthOf(text, size, 'black')) / 2;
    this.doc
      .fillColor('#ffffff')
      .text(text, left, y + (height + size * capital) / 2, { lineBreak: false, baseline: 'alphabetic' });
  }

  /** Room for any number of as many digits. */
  widthOfDigits(text: string, size: number): number {
    return this.widthOf('0'.repeat(text.length), size, 'black');
  }

  /** Dark modules as one outline, so that no viewer shows seams between them. */
  symbol(modules: Bitmap, x: number, y: number, moduleWidth: number, moduleHeight = moduleWidth): void {
    for (let row = 0; row < modules.height; row++) {
      for (let from = 0; from < modules.width; from++) {
        if (!modules.inked(from, row)) continue;
        let to = from;
        while (to < modules.width && modules.inked(to, row)) to++;
        this.doc.rect(
          x + from * moduleWidth,
          y + row * moduleHeight,
          (to - from) * moduleWidth,
          moduleHeight,
        );
        from = to;
      }
    }
    this.doc.fill('#000000');
  }

  /** The largest module of whole dots of which `modules` fit into `room`. @throws DoesNotFit below `least`. */
  moduleFor(modules: number, room: number, limits: { least: number; most: number }): number {
    const dots = Math.floor(Math.min(room / modules, limits.most) / this.dot + 1e-6);
    if (dots * this.dot < limits.least)
      throw new DoesNotFit(`${modules} modules do not fit into ${room.toFixed(1)} mm`);
    return dots * this.dot;
  }

  /** A row of bamboo shoots after West Sumatra's *pucuak rabuang*, in thin lines. */
  bambooShoots(x: number, y: number, width: number, height: number, colour: string): void {
    const count = Math.round(width / (height * 1.05));
    const pitch = width / count;
    for (let i = 0; i < count; i++) {
      const middle = x + (i + 0.5) * pitch;
      const shoot = (share: number) => {
        const half = (pitch / 2) * share;
        this.doc
          .moveTo(middle - half, y + height)
          .lineTo(middle, y + height * (1 - share))
          .lineTo(middle + half, y + height);
      };
      shoot(0.94);
      shoot(0.6);
      this.doc
        .lineWidth(height * 0.055)
        .lineJoin('miter')
        .stroke(this.ink(colour));
      shoot(0.28);
      this.doc.fill(this.ink(colour));
    }
    this.doc.rect(x, y + height, width, height * 0.07).fill(this.ink(colour));
  }
}
