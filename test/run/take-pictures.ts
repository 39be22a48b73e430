/** `npm exec -c 'node test/run/take-pictures.ts'`: the README's pictures, taken of the sample office in a real browser. */
import { chromium, type Page } from '@playwright/test';
import { join } from 'node:path';
import { demoPin } from '../../src-main/demo/rules.ts';
import buildScreens from '../e2e/build-screens.ts';
import { ServedStation } from '../helpers/served-station.ts';
import { findOrInstallChromium } from './chromium.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const removeScreens = await buildScreens();
const station = await ServedStation.open({ demo: true });
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(console.log),
  args: ['--no-sandbox'],
});

const open = async (url: string, width: number, height: number, scale: number) => {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    hasTouch: width < height,
    timezoneId: 'Asia/Jakarta',
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
};
const take = async (page: Page, name: string) => {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

try {
  const kiosk = await open(`${station.kioskUrl}/`, 1080, 1920, 0.5);
  await kiosk.getByRole('button', { name: /^Isi buku tamu/ }).waitFor();
  await take(kiosk, 'kiosk-attract');
  await press(kiosk, /^Isi buku tamu/);
  await press(kiosk, /^Saya sendiri/);
  await press(kiosk, /^Setuju dan lanjut/);
  await kiosk.getByRole('textbox').fill("Nur'aini Putri");
  await take(kiosk, 'kiosk-name');
  await kiosk.keyboard.press('Enter');
  await kiosk.getByRole('heading', { name: 'Tahun berapa Anda lahir?' }).waitFor();
  await kiosk.getByRole('textbox').fill('1994');
  await kiosk.keyboard.press('Enter');
  await press(kiosk, /^Perempuan/);
  await kiosk.getByRole('textbox').fill('081234567890');
  await kiosk.keyboard.press('Enter');
  await press(kiosk, /^Perpustakaan/);
  await press(kiosk, /^Kirim/);
  await kiosk.getByText('Anda akan dilayani sebelum').waitFor();
  await take(kiosk, 'kiosk-ticket');

  const staff = await open(`${station.staffUrl}/`, 1366, 768, 1);
  await press(staff, /Rahmat|Dewi|Frontline|frontline/);
  await staff.keyboard.type(demoPin, { delay: 20 });
  await staff.getByRole('navigation', { name: 'Bagian' }).waitFor();
  await take(staff, 'console-board');
  await press(staff, 'Terima kartu');
  await staff.getByRole('heading', { name: 'Terima kartu' }).waitFor();
  await take(staff, 'console-take-in');
} finally {
  await browser.close();
  await station.end();
  removeScreens?.();
}
