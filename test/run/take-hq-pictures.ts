/** `npm exec -c 'node test/run/take-hq-pictures.ts'`: pictures of headquarters' screens for the documents, of made-up offices. */
import { chromium, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { join } from 'node:path';
import { inviteAdmin } from '../../src-central/accounts/store.ts';
import { makeDemo } from '../../src-central/demo/store.ts';
import buildScreens from '../e2e/build-screens.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { findOrInstallChromium } from './chromium.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
/** As many as show each state that an office can be in. */
const offices = 12;
const removeScreens = await buildScreens();
const served = await ServedCentral.open({ screens: process.env.LOKET_SCREENS });
await makeDemo(served.central, offices);
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(console.log),
  args: ['--no-sandbox'],
});

const take = async (page: Page, path: string, name: string) => {
  await page.goto(`${served.url}/hq#${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

try {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Asia/Jakarta',
  });
  const page = await context.newPage();
  await page.goto(`${served.url}/hq`);
  await page.getByLabel('Kode sekali pakai').fill(await inviteAdmin(served.central, 'pictures'));
  await page.keyboard.press('Enter');
  await page.getByLabel('Nama', { exact: true }).fill('Rina Wulandari');
  await page.getByLabel('E-mail').fill('rina@contoh.go.id');
  for (const label of ['Kata sandi baru', 'Kata sandi sekali lagi'])
    await page.getByLabel(label).fill('kata sandi yang panjang');
  await page.keyboard.press('Enter');
  const secret = (await page.locator('.entrance-secret code').innerText()).replaceAll(' ', '');
  await page
    .getByLabel('Enam angka yang tampil di ponsel')
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Mulai bekerja' }).click();
  await page.getByRole('navigation', { name: 'Bagian' }).waitFor();
  await take(page, '/', 'hq-offices');
  await take(page, '/offices/1301', 'hq-days');
  await take(page, '/offices/1301/proof', 'hq-proof');
} finally {
  await browser.close();
  await served.end();
  removeScreens?.();
}
