/** A picture held before the camera: Chromium's fake video device plays it from a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const [width, height] = [1280, 720];
const ground = 0x9a;

export interface FakeCamera {
  /** For the start of Chromium. */
  args: string[];
  remove(): void;
}

/**
 * @param png at most 1280 × 720; it is held into the middle, before a grey wall.
 * @param dim the camera of a dim room, whose pixels are dark and off by up to so many steps of 256
 */
export function cameraSeeing(png: Buffer, dim = 0): FakeCamera {
  const dir = mkdtempSync(join(tmpdir(), 'loket-camera-'));
  const file = join(dir, 'seen.y4m');
  const colour = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), lightOf(PNG.sync.read(png), dim), colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, frame, frame]));
  return {
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The brightness of each pixel of a camera's frame. */
function lightOf(picture: PNG, dim: number): Buffer {
  const light = Buffer.alloc(width * height, ground);
  const noise = chance();
  const left = Math.floor((width - picture.width) / 2);
  const top = Math.floor((height - picture.height) / 2);
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      const pixel = picture.data[(y * picture.width + x) * 4 + 1]!;
      const noisy = pixel * 0.6 + 50 + dim * (2 * noise() - 1);
      light[(top + y) * width + left + x] = dim > 0 ? Math.max(0, Math.min(255, noisy)) : pixel;
    }
  return light;
}

/** The same row of numbers from 0 to 1 each time. */
function chance(): () => number {
  let last = 1;
  return () => (last = (last * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
}
