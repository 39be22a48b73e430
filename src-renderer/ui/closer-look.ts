/**
 * A BarcodeDetector that looks twice: at the whole picture, and where it finds nothing that is expected, at the middle
 * of it enlarged. There bars of one or two pixels are wide enough, and the noise of a dim room is evened out.
 */
import { BarcodeDetector as Detector } from 'barcode-detector/ponyfill';

type Found = Awaited<ReturnType<Detector['detect']>>;

/** Which part of the picture, in each direction, and how much larger. */
const middle = 0.6;
const enlarged = 2;

/** @param isExpected such come before anything else; the second look is not trusted with others, which check less well. */
export function closerLook(isExpected: (text: string) => boolean): typeof Detector {
  const expectedIn = (found: Found) => found.filter(({ rawValue }) => isExpected(rawValue));
  const canvas = document.createElement('canvas');

  return class CloserLook extends Detector {
    override async detect(image: Parameters<Detector['detect']>[0]): Promise<Found> {
      const first = await super.detect(image);
      const expected = expectedIn(first);
      if (expected.length > 0 || !(image instanceof HTMLCanvasElement))
        return expected.length > 0 ? expected : first;
      drawMiddle(image, canvas);
      const closer = expectedIn(await super.detect(canvas));
      return closer.length > 0 ? closer : first;
    }
  };
}

function drawMiddle(image: HTMLCanvasElement, canvas: HTMLCanvasElement): void {
  const [width, height] = [image.width * middle, image.height * middle];
  const [left, top] = [(image.width - width) / 2, (image.height - height) / 2];
  canvas.width = width * enlarged;
  canvas.height = height * enlarged;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height);
}
