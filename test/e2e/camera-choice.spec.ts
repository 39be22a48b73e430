/** Which camera, and its lamp: what the panel offers, and that nothing stays open or lit behind it. */
import { chromium, type Page } from '@playwright/test';
import { plugCameras, type StrictCamera } from '../helpers/strict-cameras.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './officer.ts';
import { touch } from './visitor.ts';

const screen: StrictCamera = { id: 'screen', facing: 'user', lamp: false };
const gooseneck: StrictCamera = { id: 'gooseneck', facing: 'environment', lamp: true };

const openPanel = (desk: Page) => desk.getByRole('button', { name: 'Pindai dengan kamera' }).click();
const closePanel = (desk: Page) =>
  desk.getByRole('search').getByRole('button', { name: 'Tutup kamera' }).first().click();
const other = (page: Page) => page.getByRole('button', { name: 'Kamera lain' });
const lamp = (page: Page) => page.getByRole('button', { name: 'Lampu' });
const picture = (page: Page) => page.locator('.camera-sight');

test('of two cameras the other one is a press away, is remembered, and only it has a lamp', async ({
  staff,
}) => {
  const look = await plugCameras(staff, [screen, gooseneck]);
  await signIn(staff);
  await openPanel(staff);
  await expect(other(staff)).toBeVisible();
  expect(await look()).toEqual({ open: 'screen', lit: false, faults: [] });
  await expect(lamp(staff)).toHaveCount(0);
  await expect(picture(staff)).toHaveAttribute('data-mirrored', 'true');

  await other(staff).click();
  await expect(lamp(staff)).toBeVisible();
  expect(await look()).toEqual({ open: 'gooseneck', lit: false, faults: [] });
  await expect(picture(staff)).toHaveAttribute('data-mirrored', 'false');
  await lamp(staff).click();
  await expect(lamp(staff)).toHaveAttribute('aria-pressed', 'true');
  expect(await look()).toMatchObject({ lit: true });
  await lamp(staff).click();
  await expect(lamp(staff)).toHaveAttribute('aria-pressed', 'false');
  expect(await look()).toMatchObject({ lit: false });
  await lamp(staff).click();
  await expect(lamp(staff)).toHaveAttribute('aria-pressed', 'true');

  await closePanel(staff);
  await expect.poll(look).toEqual({ open: null, lit: false, faults: [] });
  await openPanel(staff);
  await expect(lamp(staff)).toHaveAttribute('aria-pressed', 'false');
  expect(await look()).toEqual({ open: 'gooseneck', lit: false, faults: [] });
});

test('one camera without a lamp is offered neither, and is let go after a minute without a code', async ({
  staff,
}) => {
  await staff.clock.install();
  await staff.reload();
  const look = await plugCameras(staff, [screen]);
  await signIn(staff);
  await openPanel(staff);
  await expect(picture(staff)).toHaveAttribute('data-mirrored', 'true');
  await expect(other(staff)).toHaveCount(0);
  await expect(lamp(staff)).toHaveCount(0);
  expect(await look()).toEqual({ open: 'screen', lit: false, faults: [] });
  await staff.clock.fastForward(50_000);
  expect(await look()).toMatchObject({ open: 'screen' });
  await staff.clock.fastForward(11_000);
  await expect(picture(staff)).toHaveCount(0);
  await expect.poll(look).toEqual({ open: null, lit: false, faults: [] });
});

test('pressed again and again, one camera after the other opens, never two', async ({ staff }) => {
  const look = await plugCameras(staff, [screen, gooseneck]);
  await signIn(staff);
  await openPanel(staff);
  for (const id of ['gooseneck', 'screen', 'gooseneck']) {
    await other(staff).click();
    await expect.poll(look).toEqual({ open: id, lit: false, faults: [] });
    await expect(picture(staff).getByRole('status')).toHaveCount(0);
  }
  await closePanel(staff);
  await openPanel(staff);
  await closePanel(staff);
  await expect.poll(look).toEqual({ open: null, lit: false, faults: [] });

  // A panel closed in the very instant of its start breaks that off, whose failing is nobody's: the fixture hears of none.
  await staff.evaluate(() => {
    const video = document.createElement('video');
    video.srcObject = document.createElement('canvas').captureStream();
    document.body.append(video);
    void video.play();
    video.remove();
  });
  await staff.waitForTimeout(200);
});

test('the kiosk’s camera panel offers both, too, and axe finds nothing in it', async ({ kiosk }) => {
  const look = await plugCameras(kiosk, [gooseneck, screen]);
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await touch(kiosk, 'Pakai kamera');
  await other(kiosk).click();
  await lamp(kiosk).click();
  await expect(lamp(kiosk)).toHaveAttribute('aria-pressed', 'true');
  expect(await look()).toEqual({ open: 'gooseneck', lit: true, faults: [] });
  expect(await findings(kiosk)).toEqual([]);
  await touch(kiosk, 'Kembali');
  await expect.poll(look).toEqual({ open: null, lit: false, faults: [] });
});

test('Chromium’s own two cameras take turns', async ({ station }) => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--use-fake-device-for-media-stream=device-count=2', '--use-fake-ui-for-media-stream'],
  });
  const desk = await browser.newPage({ locale: 'id-ID', viewport: { width: 1366, height: 768 } });
  await desk.goto(`${station.staffUrl}/`);
  await signIn(desk);
  await openPanel(desk);
  /** Each live picture, by the camera that it comes from. */
  const live = () =>
    desk.locator('video').evaluateAll((videos: HTMLVideoElement[]) =>
      videos
        .flatMap(video => (video.srcObject as MediaStream).getVideoTracks())
        .filter(track => track.readyState === 'live')
        .map(track => track.getSettings().deviceId),
    );
  await expect(other(desk)).toBeVisible({ timeout: 30_000 });
  const [first] = await live();
  await other(desk).click();
  await expect.poll(live).toEqual([expect.not.stringMatching(first!)]);
  await other(desk).click();
  await expect.poll(live).toEqual([first]);
  await browser.close();
});
