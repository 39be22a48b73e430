/** The visitor's slip, on paper or on the kiosk's screen, whatever the printer does. */
import type { Page } from '@playwright/test';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { decodeWithZxing } from '../helpers/decode.ts';
import { FakePrinter, type Fault } from '../helpers/fake-printer.ts';
import type { ServedStation } from '../helpers/served-station.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './officer.ts';
import { fillShortForm, numberGiven, siti, touch } from './visitor.ts';

const plugged: { printer?: FakePrinter } = {};
test.afterEach(async () => {
  await plugged.printer?.stop();
  delete plugged.printer;
});

async function plugIn(station: ServedStation, fault: Fault, supportsStatus = true): Promise<FakePrinter> {
  const paper = (plugged.printer = await FakePrinter.start(fault));
  const printer = { kind: 'tcp', host: '127.0.0.1', port: paper.port, widthMm: 58, codePage: 'pc858' };
  const saved = await station.ask('/profile', {
    method: 'PUT',
    body: { ...defaultProfile, printer: { ...printer, supportsStatus } },
    token: await station.signIn('admin'),
  });
  expect(saved.status).toBe(200);
  return paper;
}

async function sign(kiosk: Page): Promise<void> {
  await fillShortForm(kiosk, siti);
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
}

const slip = (kiosk: Page) => kiosk.getByRole('img', { name: /^Slip P-001 dengan kode V/ });

test('a slip that came out is told, and the screen keeps the code', async ({ kiosk, station }) => {
  const paper = await plugIn(station, {});
  await sign(kiosk);
  await expect(kiosk.getByText('Slip Anda sudah tercetak')).toBeVisible();
  await expect(kiosk.getByRole('img', { name: /^Kode kunjungan V/ })).toBeVisible();
  await expect(slip(kiosk)).toHaveCount(0);
  expect(paper.sheets).toHaveLength(1);
});

const failures: [what: string, fault: Fault][] = [
  ['has no paper', { paperOut: true }],
  ['takes the connection and never reads', { stalls: true }],
  ['loses its power in the middle', { diesAfter: 6_000 }],
];
for (const [what, fault] of failures)
  test(`with a printer that ${what} the slip is on the screen within seconds`, async ({ kiosk, station }) => {
    await plugIn(station, fault);
    await sign(kiosk);
    await expect(slip(kiosk)).toBeVisible({ timeout: 10_000 });
    await expect(kiosk.getByText(/Slip belum tercetak|Bila tidak ada, foto gambar ini/)).toBeVisible();
    const code = /V\w{8}/.exec((await slip(kiosk).getAttribute('alt'))!)![0];
    const seen = await decodeWithZxing(await slip(kiosk).screenshot());
    expect(seen).toEqual({ qr: [code], code128: [code] });
  });

test('a printer that cannot be asked leaves the visitor both: paper, and the slip on the screen', async ({
  kiosk,
  station,
}) => {
  const paper = await plugIn(station, { mute: true }, false);
  await sign(kiosk);
  await expect(kiosk.getByText('Bila tidak ada, foto gambar ini')).toBeVisible();
  await expect(slip(kiosk)).toBeVisible();
  expect(paper.sheets).toHaveLength(1);
});

test('a slip that comes out at last is told', async ({ kiosk, station }) => {
  const paper = await plugIn(station, { paperOut: true });
  await sign(kiosk);
  await expect(kiosk.getByText('Slip belum tercetak')).toBeVisible({ timeout: 10_000 });
  paper.repair();
  await expect(kiosk.getByText('Slip Anda sudah tercetak')).toBeVisible({ timeout: 20_000 });
});

test('the counter is told of paper that ends and has ended, and what to do', async ({ staff, station }) => {
  const paper = await plugIn(station, { paperNearEnd: true });
  const token = await station.signIn('admin');
  await signIn(staff);
  await station.ask('/prints/test', { body: {}, token });
  await expect(staff.getByText('Kertas printer hampir habis. Siapkan gulungan baru.')).toBeVisible();
  paper.fault = { paperOut: true };
  await station.ask('/prints/test', { body: {}, token });
  await expect(staff.getByText('Kertas printer habis. Pasang gulungan baru.')).toBeVisible();
  paper.repair();
  await station.ask('/prints/test', { body: {}, token });
  await expect(staff.getByText(/^Kertas printer/)).toHaveCount(0);
});

test('an office without a printer shows the slip at once', async ({ kiosk }) => {
  await sign(kiosk);
  await expect(slip(kiosk)).toBeVisible();
  await expect(kiosk.getByText('Foto kode ini')).toBeVisible();
  await expect.poll(() => slip(kiosk).evaluate(one => one.clientWidth)).toBe(384);
});
