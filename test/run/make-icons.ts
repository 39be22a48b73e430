/** Renders assets/icon.svg into the sizes that installers want, and packs the small ones into assets/icon.ico. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findOrInstallChromium } from './chromium.ts';

const assets = join(import.meta.dirname, '..', '..', 'assets');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
const svg = readFileSync(join(assets, 'icon.svg'), 'utf8');

const browser = await chromium.launch({
  executablePath: findOrInstallChromium(line => process.stderr.write(line)),
});
const page = await browser.newPage();
const pngs = new Map<number, Buffer>();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(assets, 'icons', `${size}x${size}.png`), png);
  pngs.set(size, png);
}
await browser.close();
writeFileSync(join(assets, 'icon.ico'), ico(sizes.filter(size => size <= 256)));

/** An .ico of PNG pictures: a header, 16 bytes of directory for each, then the files. 256 is written as 0. */
function ico(list: number[]): Buffer {
  const header = Buffer.from([0, 0, 1, 0, list.length, 0]);
  let offset = header.length + 16 * list.length;
  const entries = list.map(size => {
    const entry = Buffer.alloc(16);
    const { length } = pngs.get(size)!;
    entry.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0]);
    entry.writeUInt32LE(length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...list.map(size => pngs.get(size)!)]);
}
