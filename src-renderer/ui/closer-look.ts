/**
 * A BarcodeDetector that looks twice: at the whole picture, and where it finds none of our codes, at the middle of it
 * enlarged. There bars of one or two pixels are wide enough, and the noise of a dim room is evened out.
 */
import { BarcodeDetector as Detector } from 'barcode-detector/ponyfill';
import { readCode } from '../../src-main/codes/rules.ts';

type Found = Awaited<ReturnType<Detector['detect']>>;

/** Which part of the picture, in each direction, and how much larger. */
const middle = 0.6;
const enlarged = 2;

export class CloserLook extends Detector {
  #canvas = document.createElement('canvas');

  /** One of our codes before anything else: the second look is not trusted with others, which check less well. */
  override async detect(image: Parameters<Detector['detect']>[0]): Promise<Found> {
    const first = await super.detect(image);
    const known = first.filter(hasOurs);
    if (known.length > 0 || !(image instanceof HTMLCanvasElement)) return known.length > 0 ? known : first;
    const closer = (await super.detect(this.#middleOf(image))).filter(hasOurs);
    return closer.length > 0 ? closer : first;
  }

  #middleOf(image: HTMLCanvasElement): HTMLCanvasElement {
    const [width, height] = [image.width * middle, image.height * middle];
    const [left, top] = [(image.width - width) / 2, (image.height - height) / 2];
    this.#canvas.width = width * enlarged;
    this.#canvas.height = height * enlarged;
    const pen = this.#canvas.getContext('2d', { willReadFrequently: true })!;
    pen.drawImage(image, left, top, width, height, 0, 0, this.#canvas.width, this.#canvas.height);
    return this.#canvas;
  }
}

export const isOurs = (text: string) => readCode(text).code !== null;

const hasOurs = ({ rawValue }: Found[number]) => isOurs(rawValue);
