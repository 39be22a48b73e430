/**
 * Draws the letters of the slip printer once, with a browser, into `src-main/devices/glyphs.ts`.
 *
 * Run `npm exec -c 'node test/run/make-glyphs.ts'` after changing the set of characters. Needs Chromium and
 * DejaVu Sans Mono (Bitstream Vera licence, free to embed); the big numbers are Plus Jakarta Sans (OFL 1.1).
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { printable } from '../../src-main/devices/code-page.ts';

const root = join(import.meta.dirname, '../..');
const bigCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-';

// Letters of one dot's weight need the font's own hinting and no grey: a printer has no grey.
const folder = mkdtempSync(join(tmpdir(), 'glyphs-'));
const fontConfig = join(folder, 'fonts.conf');
writeFileSync(
  fontConfig,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
  <dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir>
  <match target="font"><edit name="antialias" mode="assign"><bool>false</bool></edit>
  <edit name="hinting" mode="assign"><bool>true</bool></edit>
  <edit name="hintstyle" mode="assign"><const>hintfull</const></edit></match></fontconfig>`,
);

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--font-render-hinting=full', '--disable-font-subpixel-positioning', '--disable-lcd-text'],
  env: { ...process.env, FONTCONFIG_FILE: fontConfig },
});

/** One character in a box; true where ink is. */
async function draw(page: Page, sign: string, width: number, height: number, css: string) {
  await page.setContent(
    `<style>@font-face{font-family:Jakarta;src:url(data:font/woff2;base64,${jakarta})}
    body{margin:0;background:#fff}div{white-space:pre;${css}}</style>
    <div>${sign.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</div>`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const png = PNG.sync.read(await page.screenshot({ clip: { x: 0, y: 0, width, height } }));
  return Array.from({ length: width * height }, (_, i) => png.data[i * 4]! < 128);
}

function pack(bits: boolean[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((ink, i) => {
    if (ink) bytes[i >> 3]! |= 0x80 >> (i & 7);
  });
  return bytes;
}

const jakarta = readFileSync(
  join(
    root,
    'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
  ),
).toString('base64');
const page = await browser.newPage({ viewport: { width: 400, height: 300 } });

async function cells(width: number, height: number, css: string): Promise<string> {
  const drawn: boolean[] = [];
  for (const sign of printable) drawn.push(...(await draw(page, sign, width, height, css)));
  return deflateRawSync(pack(drawn), { level: 9 }).toString('base64');
}

const fontA = await cells(12, 24, `font:20px/24px 'DejaVu Sans Mono'`);
const fontB = await cells(9, 17, `font:15px/17px 'DejaVu Sans Mono'`);

// Capitals of Plus Jakarta Sans are 0.7 em high; each keeps its advance, all are cut to the rows that any inks.
const size = 192 / 0.7;
const lineHeight = 280;
const css = `font:800 ${size}px/${lineHeight}px Jakarta;width:max-content`;
const big: { width: number; rows: boolean[][] }[] = [];
for (const sign of bigCharacters) {
  await draw(page, sign, 1, 1, css);
  const width = await page.evaluate(() =>
    Math.round(document.querySelector('div')!.getBoundingClientRect().width),
  );
  const dots = await draw(page, sign, width, lineHeight, css);
  big.push({
    width,
    rows: Array.from({ length: lineHeight }, (_, y) => dots.slice(y * width, (y + 1) * width)),
  });
}
const inked = Array.from({ length: lineHeight }, (_, y) => big.some(one => one.rows[y]!.includes(true)));
const top = inked.indexOf(true);
const bigHeight = inked.lastIndexOf(true) + 1 - top;
const widths = big.map(one => one.width);
const drawn = big.flatMap(one => one.rows.slice(top, top + bigHeight).flat());
await browser.close();

const lines = (text: string) =>
  `\n  ${text
    .match(/.{1,100}/g)!
    .map(one => `'${one}'`)
    .join(' +\n  ')}`;
writeFileSync(
  join(root, 'src-main/devices/glyphs.ts'),
  `/**
 * Pictures of letters, one bit a dot, row by row, deflated; drawn by \`test/run/make-glyphs.ts\`, never by hand.
 *
 * Fonts A and B: DejaVu Sans Mono (Bitstream Vera licence). Big numbers: Plus Jakarta Sans (OFL 1.1).
 */

/** 12 × 24 dots a character. */
export const fontA =${lines(fontA)};

/** 9 × 17 dots a character. */
export const fontB =${lines(fontB)};

export const bigCharacters = '${bigCharacters}';
export const bigHeight = ${bigHeight};
export const bigWidths = [${widths.join(', ')}];

/** Each character \`bigHeight\` dots high and as wide as \`bigWidths\` says. */
export const bigNumbers =${lines(deflateRawSync(pack(drawn), { level: 9 }).toString('base64'))};
`,
);
