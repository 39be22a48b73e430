/**
 * Draws `test/seeds/frames`: what a webcam sees when somebody holds a slip or card up to it, well and badly. Always the
 * same pictures (the chance in them has a seed); `npm run bench -- scan` reads them.
 *
 * A file's name says what was done and, last, the code that is to be read: `bars-blur.L5C8T3W0N.jpg`. Those that begin
 * with `none` hold no code.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { mod37_36 } from 'cdigit';
import { Bitmap } from '../../src-main/devices/bitmap.ts';
import { code128, qrCode } from '../../src-main/devices/symbols.ts';
import { findOrInstallChromium } from './chromium.ts';

const folder = join(import.meta.dirname, '..', 'seeds', 'frames');
const [width, height] = [1280, 720];
const jpegQuality = 0.45;

interface Shot {
  /** How large a module is, as a share of one that is held well. */
  module?: number;
  /** Degrees in the plane of the picture, and away from the camera, and about the upright axis. */
  turn?: number;
  lean?: number;
  yaw?: number;
  /** Radius of the curve that the paper takes, in its own widths. */
  curl?: number;
  /** Pixels, as the standard deviation of an unsharp lens, and as the length of a movement. */
  blur?: number;
  shake?: number;
  /** Standard deviation, of 255. */
  noise?: number;
  /** Share of the light that is left, and how much of it is lost from left to right. */
  light?: number;
  shade?: number;
  /** Where a lamp is mirrored in the paper, from its middle, in its own widths. */
  glare?: [x: number, y: number];
}

const shots: Record<string, Shot> = {
  held: {},
  far: { module: 0.65 },
  farther: { module: 0.45 },
  tilted: { turn: 14 },
  askew: { turn: 38 },
  upright: { turn: 90 },
  overhead: { turn: 180 },
  leaning: { lean: 35 },
  'leaning-far': { lean: 55, turn: 8 },
  sideways: { yaw: 35 },
  'sideways-far': { yaw: 55 },
  curled: { curl: 0.6, turn: 4 },
  blurred: { blur: 1.2 },
  'blurred-more': { blur: 2.2 },
  'blurred-far': { blur: 1.1, module: 0.65 },
  shaken: { shake: 5, turn: 20 },
  'shaken-more': { shake: 10, turn: -6 },
  noisy: { noise: 16 },
  'noisy-more': { noise: 34, turn: 10 },
  dim: { light: 0.3, noise: 6 },
  dark: { light: 0.13, noise: 7, turn: 5 },
  shaded: { shade: 0.8, noise: 4 },
  glare: { glare: [0.28, -0.12] },
  'glare-across': { glare: [0.05, 0.05], turn: 8 },
  hurried: { turn: -17, lean: 20, blur: 1, noise: 10, light: 0.6 },
};

const codes = { qr: codeOf('C4M7Q2X9'), bars: codeOf('L5C8T3W0') };
/** Held so that a QR code takes a tenth of the picture's width, and bars, as people are asked to, nearly half of it. */
const modules = { qr: 5.5, bars: 4 };

type Gray = Float32Array;
type Paper = (u: number, v: number) => number | null;

/** A seeded source of chance, between 0 and 1. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function codeOf(body: string): string {
  return mod37_36.generate(body);
}

/** A slip of white paper with its symbol in the middle and lines of words above and below; 1 unit is a module. */
function slip(symbol: Bitmap): { paper: Paper; width: number; height: number } {
  const margin = 14;
  const [wide, tall] = [symbol.width + 2 * margin, symbol.height + 4 * margin];
  const paper: Paper = (u, v) => {
    const [x, y] = [u + wide / 2, v + tall / 2];
    if (x < 0 || y < 0 || x >= wide || y >= tall) return null;
    const [sx, sy] = [Math.floor(x - margin), Math.floor(y - 2 * margin)];
    if (sx >= 0 && sy >= 0 && sx < symbol.width && sy < symbol.height) return symbol.inked(sx, sy) ? 28 : 236;
    const line = y % 7 > 2.5 && (y < margin || y > tall - margin) && x > 5 && x < wide - 5;
    return line && (Math.floor(x * 1.7) + Math.floor(y / 7)) % 5 !== 0 ? 60 : 236;
  };
  return { paper, width: wide, height: tall };
}

function photograph(subject: ReturnType<typeof slip> | null, shot: Shot, module: number, seed: number): Gray {
  const chance = chanceFrom(seed);
  const frame = new Float32Array(width * height);
  const scale = module * (shot.module ?? 1);
  const [turn, lean, yaw] = [shot.turn ?? 0, shot.lean ?? 0, shot.yaw ?? 0].map(
    degrees => (degrees * Math.PI) / 180,
  ) as [number, number, number];
  /** Of the camera from the paper, in pixels: near enough for a perspective. */
  const away = 900;
  const subpixels = [0.25, 0.75];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const dy of subpixels)
        for (const dx of subpixels) {
          const [px, py] = [x + dx - width / 2, y + dy - height / 2];
          // Back along the ray onto the leaning plane, then turned upright.
          const depth = away / (away - px * Math.tan(yaw) - py * Math.tan(lean));
          const [qx, qy] = [(px * depth) / Math.cos(yaw), (py * depth) / Math.cos(lean)];
          let u = (qx * Math.cos(turn) + qy * Math.sin(turn)) / scale;
          const v = (qy * Math.cos(turn) - qx * Math.sin(turn)) / scale;
          if (shot.curl && subject) {
            const radius = shot.curl * subject.width;
            u = Math.abs(u) < radius ? Math.asin(u / radius) * radius : Number.POSITIVE_INFINITY;
          }
          const seen = depth > 0 ? (subject?.paper(u, v) ?? null) : null;
          sum += seen ?? wall(x, y);
        }
      frame[y * width + x] = sum / subpixels.length ** 2;
    }
  if (shot.blur) soften(frame, shot.blur);
  if (shot.shake) shake(frame, shot.shake);
  const reach = (subject?.width ?? 100) * scale;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      let light = (shot.light ?? 0.92) * (1 - (shot.shade ?? 0) * (x / width));
      if (shot.glare) {
        const [gx, gy] = [width / 2 + shot.glare[0] * reach, height / 2 + shot.glare[1] * reach];
        const from = Math.hypot((x - gx) / (0.16 * reach), (y - gy) / (0.09 * reach));
        light += 3 / (1 + Math.exp((from - 1) * 6));
      }
      const grain = (shot.noise ?? 2.5) * Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(6.283 * chance());
      frame[at] = Math.min(255, Math.max(0, frame[at]! * light + grain));
    }
  return frame;
}

const wall = (x: number, y: number) => 118 + 26 * Math.sin(x / 190) + 18 * Math.cos(y / 130 + x / 400);

/** Three box blurs are as good as a lens. */
function soften(frame: Gray, deviation: number): void {
  const half = Math.max(1, Math.round(Math.sqrt(4 * deviation ** 2 + 1) / 2 - 0.5));
  const share = deviation ** 2 / (half * (half + 1));
  for (let pass = 0; pass < 3; pass++)
    for (const [step, length, lines, jump] of [
      [1, width, height, width],
      [width, height, width, 1],
    ] as const) {
      const line = new Float32Array(length);
      for (let one = 0; one < lines; one++) {
        for (let at = 0; at < length; at++) line[at] = frame[one * jump + at * step]!;
        for (let at = 0; at < length; at++) {
          let sum = 0;
          for (let d = -half; d <= half; d++) sum += line[Math.min(length - 1, Math.max(0, at + d))]!;
          const even = sum / (2 * half + 1);
          frame[one * jump + at * step] = line[at]! + (even - line[at]!) * Math.min(1, share);
        }
      }
    }
}

function shake(frame: Gray, length: number): void {
  const still = frame.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let d = 0; d < length; d++) sum += still[y * width + Math.min(width - 1, x + d)]!;
      frame[y * width + x] = sum / length;
    }
}

/** What is left of a number beyond the last multiple, left of the middle as well. */
const over = (value: number, step: number) => value - Math.floor(value / step) * step;

/** Things that look a little like a code and are none. */
function withoutCode(): Record<string, Paper> {
  const chance = chanceFrom(77);
  const random = Array.from({ length: 4_000 }, () => chance());
  const cell = (i: number, j: number) => random[Math.abs((i * 71 + j * 13) % random.length)]!;
  const bars = code128(codes.bars, 1, 40, 1_000);
  const qr = qrCode(codes.qr, 1, 1_000);
  return {
    wall: () => null,
    page: (u, v) => (over(v, 8) > 3 && cell(Math.floor(u / 3), Math.floor(v / 8)) > 0.25 ? 60 : 232),
    shirt: u => (Math.floor(u / 3) % 2 ? 60 : 210),
    shelf: u => 60 + 170 * cell(Math.floor(u / 7), 1),
    tiles: (u, v) => ((Math.floor(u / 9) + Math.floor(v / 9)) % 2 ? 70 : 200),
    keys: (u, v) => (over(u, 10) > 1.5 && over(v, 10) > 1.5 ? 50 : 190),
    snow: (u, v) => (cell(Math.floor(u), Math.floor(v)) > 0.5 ? 40 : 230),
    'bars-cut': (u, v) => {
      const [x, y] = [Math.floor(u + 40), Math.floor(v + 20)];
      return x >= 0 && y >= 0 && x < 58 && y < 40 && bars.inked(x, y) ? 30 : 235;
    },
    'bars-random': (u, v) => (Math.abs(v) < 20 && cell(Math.floor(u), 3) > 0.5 ? 30 : 235),
    'qr-torn': (u, v) => {
      const [x, y] = [Math.floor(u + 10), Math.floor(v + 10)];
      const inside = x >= 0 && y >= 0 && x < qr.width && y < qr.height * 0.55;
      return inside && qr.inked(x, y) ? 30 : 235;
    },
  };
}

const symbols = { qr: qrCode(codes.qr, 1, 1_000), bars: code128(codes.bars, 1, 42, 1_000) };
const frames = new Map<string, Gray>();
let seed = 1_311;
for (const kind of ['qr', 'bars'] as const)
  for (const [name, shot] of Object.entries(shots))
    frames.set(
      `${kind}-${name}.${codes[kind]}`,
      photograph(slip(symbols[kind]), shot, modules[kind], (seed += 1)),
    );
for (const [name, paper] of Object.entries(withoutCode()))
  frames.set(
    `none-${name}`,
    photograph({ paper, width: 200, height: 120 }, { turn: 3, noise: 6 }, 5, (seed += 1)),
  );

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(line => process.stderr.write(line)),
});
const page = await browser.newPage();
for (const [name, frame] of frames) {
  const jpeg = await page.evaluate(
    async ({ gray, size, quality }) => {
      const canvas = new OffscreenCanvas(size[0]!, size[1]!);
      const pen = canvas.getContext('2d')!;
      const bytes = Uint8Array.from(atob(gray), letter => letter.codePointAt(0)!);
      const image = pen.createImageData(size[0]!, size[1]!);
      for (const [at, value] of bytes.entries()) image.data.set([value, value, value, 255], at * 4);
      pen.putImageData(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      const data = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(data, one => String.fromCodePoint(one)).join(''));
    },
    {
      gray: Buffer.from(Uint8Array.from(frame)).toString('base64'),
      size: [width, height],
      quality: jpegQuality,
    },
  );
  writeFileSync(join(folder, `${name}.jpg`), Buffer.from(jpeg, 'base64'));
}
await browser.close();
console.log(`${frames.size} frames in ${folder}`);
