/** Codes before a camera: Chromium's fake video device plays a real symbol to the real decoder. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import bwipjs from 'bwip-js/node';
import { cameraSeeing, type FakeCamera } from '../helpers/fake-camera.ts';
import { guestbook } from '../seeds/office.ts';
import { expect, test } from './fixtures.ts';
import { drawer, placeCode, signIn, visitorInside } from './officer.ts';
import { asks, cardCode, touch } from './visitor.ts';

const open: { browser?: Browser; camera?: FakeCamera } = {};

test.afterEach(async () => {
  await open.browser?.close();
  open.camera?.remove();
});

/** A browser of its own: what its camera sees is said when it starts. */
async function before(picture: Buffer, url: string, screen: BrowserContextOptions, dim = 0): Promise<Page> {
  open.camera = cameraSeeing(picture, dim);
  open.browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: open.camera.args });
  const page = await open.browser.newPage({ locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...screen });
  await page.goto(`${url}/`);
  return page;
}

const upright = { viewport: { width: 1080, height: 1920 }, hasTouch: true };
const counter = { viewport: { width: 1366, height: 768 } };
const white = { backgroundcolor: 'FFFFFF', padding: 10 };
const qr = (text: string) => bwipjs.toBuffer({ bcid: 'qrcode', text, scale: 4, ...white });
const bars = (text: string, scaleX = 3) =>
  bwipjs.toBuffer({ bcid: 'code128', text, scaleX, scaleY: 3, height: 14, includetext: true, ...white });

test('the kiosk reads a visitor card, fetches nothing from elsewhere and lets go of the camera', async ({
  station,
}) => {
  const signed = await station.ask('/visits', {
    door: 'kiosk',
    body: guestbook({ remember: true }),
  });
  expect(signed.status).toBe(200);
  const kiosk = await before(await qr(cardCode(station)), station.kioskUrl, upright);
  const elsewhere: string[] = [];
  kiosk.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(station.kioskUrl))
      elsewhere.push(request.url());
  });
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await touch(kiosk, 'Pakai kamera');
  await expect(kiosk.getByRole('heading', { name: 'Data Anda di kantor ini' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(kiosk.locator('video')).toHaveCount(0);
  expect(elsewhere).toEqual([]);
});

test('a slip held before the kiosk’s camera is known as one, and shows nothing of the visit', async ({
  station,
}) => {
  const visit = await visitorInside(station);
  const kiosk = await before(await qr(visit.code), station.kioskUrl, upright);
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await touch(kiosk, 'Pakai kamera');
  await asks(kiosk, 'Ini slip kunjungan');
  await expect(kiosk.getByText('silakan tunjukkan kepada petugas')).toBeVisible();
  await expect(kiosk.locator('main')).not.toContainText(visit.number);
});

test('the camera in the scan box stands in for a scanner, for thin bars in a dim room too', async ({
  station,
}) => {
  const label = await bars(await placeCode(station, 'locker', 5), 2);
  const desk = await before(label, station.staffUrl, counter, 60);
  await signIn(desk);
  await desk.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  await expect(desk.getByText('Loker 5 kosong')).toBeVisible({ timeout: 30_000 });
  await expect(drawer(desk).getByRole('heading', { name: /Loker/ })).toContainText('5');
  await desk.getByRole('search').getByRole('button', { name: 'Tutup kamera' }).first().click();
  await expect(desk.locator('video')).toHaveCount(0);
});

test('the picture is decoded at the camera’s size, however small it is shown', async ({ station }) => {
  const desk = await before(await bars('L1234567X'), station.staffUrl, counter);
  await signIn(desk);
  await desk.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  const video = desk.locator('video');
  await expect(video).toBeVisible({ timeout: 30_000 });
  const laidOut = await video.evaluate(one => one.clientWidth);
  expect(laidOut).toBe(1280);
  expect((await video.boundingBox())!.width).toBeLessThan(560);
});

test('a locked screen lets go of the camera', async ({ station }) => {
  const desk = await before(await bars('no code of ours'), station.staffUrl, counter);
  await signIn(desk);
  await desk.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  await expect(desk.locator('video')).toBeVisible({ timeout: 30_000 });
  await desk.getByText('Rina Marlina').click();
  await desk.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(desk.locator('video')).toHaveCount(0);
});

const faults: [name: string, says: RegExp][] = [
  ['NotAllowedError', /Kamera tidak diizinkan/],
  ['NotFoundError', /Tidak ada kamera pada komputer ini/],
  ['NotReadableError', /Kamera sedang dipakai program lain/],
];
for (const [name, says] of faults)
  test(`a camera that answers ${name} is a sentence, and the scan box goes on`, async ({ staff }) => {
    await staff.evaluate(fault => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', fault));
    }, name);
    await signIn(staff);
    await staff.getByRole('button', { name: 'Pindai dengan kamera' }).click();
    await expect(staff.getByRole('alert')).toContainText(says);
    await staff.getByRole('button', { name: 'Tutup kamera' }).last().click();
    await expect(staff.getByRole('alert')).toHaveCount(0);
    await expect(staff.getByRole('textbox', { name: 'Pindai atau ketik kode' })).toBeVisible();
  });

test('a kiosk without a camera says so and offers the keys', async ({ kiosk }) => {
  await kiosk.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await touch(kiosk, 'Pakai kamera');
  await expect(kiosk.getByRole('alert')).toContainText('Kamera tidak tersedia');
  await expect(kiosk.getByRole('textbox')).toBeVisible();
});
