/** The screens that stand only for a moment: first start, lock, STOP, dialogs. Axe finds nothing there either. */
import { plugCameras } from '../helpers/strict-cameras.ts';
import { findings } from './axe.ts';
import { expect, scan, test } from './fixtures.ts';
import { codesOf, drawer, signIn, visitorInside, visitorSigns } from './officer.ts';
import { people, testPin } from '../seeds/office.ts';

test.describe('on the first start', () => {
  test.use({ setUp: false });

  test('the four screens of the set-up', async ({ staff }) => {
    const next = () => staff.getByRole('button', { name: 'Lanjut' }).click();
    const inBoth = async (screen: string) => {
      expect(await findings(staff), screen).toEqual([]);
      await staff.getByRole('button', { name: 'EN: English' }).click();
      expect(await findings(staff), `${screen} in English`).toEqual([]);
      await staff.getByRole('button', { name: 'ID: Bahasa Indonesia' }).click();
    };
    await expect(staff.getByRole('heading', { name: 'Kantor mana ini?' })).toBeVisible();
    await inBoth('office');
    await next();
    await next();
    await expect(staff.locator('.field-error').first()).toBeVisible();
    await inBoth('head, with what is missing');
    await staff.getByLabel('Nama kepala').fill('Yulia Rahmadani');
    await staff.getByLabel('PIN enam angka').fill(testPin);
    await staff.getByLabel('PIN sekali lagi').fill(testPin);
    await next();
    await expect(staff.getByLabel('Jumlah loker')).toBeVisible();
    await inBoth('places');
    await next();
    await expect(staff.getByRole('button', { name: 'Selesai, buka loket' })).toBeVisible();
    await inBoth('printer');
  });
});

test('the red screen of a mismatch', async ({ station, staff }) => {
  await signIn(staff);
  const visit = await visitorInside(station);
  const other = await visitorInside(station, 'Budi Santoso');
  await scan(staff, (await codesOf(station, visit.id)).slip);
  await expect(drawer(staff).getByText('Cocok', { exact: true })).toHaveCount(1);
  await scan(staff, (await codesOf(station, other.id)).locker);
  await expect(staff.getByRole('alertdialog', { name: 'BERHENTI' })).toBeVisible();
  expect(await findings(staff)).toEqual([]);
});

test('the locked screen', async ({ staff }) => {
  await signIn(staff);
  await staff.getByText(people.front).first().click();
  await staff.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(staff.getByRole('dialog', { name: 'Layar terkunci' })).toBeVisible();
  expect(await findings(staff)).toEqual([]);
});

test('the panel of a locker in use and of a free one', async ({ station, staff }) => {
  await signIn(staff);
  await visitorInside(station);
  await staff.getByRole('link', { name: 'Loker', exact: true }).click();
  for (const door of [/^Loker 1 ?Dipakai/, /^Loker 2 ?Kosong/]) {
    await staff.getByRole('button', { name: door }).click();
    await expect(drawer(staff).getByRole('heading', { level: 2 })).toBeVisible();
    expect(await findings(staff), String(door)).toEqual([]);
  }
});

test('the dialog of a visitor who left unserved', async ({ station, staff }) => {
  await signIn(staff);
  const visit = await visitorSigns(station);
  await staff.getByRole('button', { name: `Buka kunjungan ${visit.number}` }).click();
  await drawer(staff)
    .getByRole('button', { name: /Pulang sebelum dilayani/ })
    .click();
  await expect(staff.getByRole('dialog')).toBeVisible();
  expect(await findings(staff)).toEqual([]);
});

test('the open camera panel, and its sentence when there is no camera', async ({ staff }) => {
  await plugCameras(staff, [
    { id: 'screen', facing: 'environment', lamp: true },
    { id: 'gooseneck', facing: 'environment', lamp: true },
  ]);
  await signIn(staff);
  await staff.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  await staff.getByRole('button', { name: 'Lampu' }).click();
  await expect(staff.getByRole('button', { name: 'Lampu' })).toHaveAttribute('aria-pressed', 'true');
  expect(await findings(staff)).toEqual([]);
  await staff.getByRole('button', { name: 'Tutup kamera' }).last().click();
  await plugCameras(staff, []);
  await staff.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  await expect(staff.getByRole('alert')).toContainText('Tidak ada kamera');
  expect(await findings(staff), 'none').toEqual([]);
});

test('the guided test of a scanner, before and after it is told', async ({ staff, station }) => {
  await signIn(staff, 'admin');
  await staff.goto(`${station.staffUrl}/#/settings/scanner`);
  const settings = staff.getByRole('region', { name: 'Pemindai', exact: true });
  await settings.getByRole('button', { name: 'Mulai uji' }).click();
  await expect(settings.getByText('Menunggu pindaian')).toBeVisible();
  expect(await findings(staff), 'waiting').toEqual([]);
  await scan(staff, '~SAZQWY:!A', { gapMs: 110, end: 'Tab' });
  await expect(settings.getByText('Tab: baik.')).toBeVisible();
  expect(await findings(staff), 'told').toEqual([]);
  await scan(staff, '9786020000000');
  await expect(settings.getByText('Ini bukan kode Loket PST')).toBeVisible();
  expect(await findings(staff), 'not read').toEqual([]);
});

test.describe('where the end of the number is asked for', () => {
  test.use({ profile: { custody: { askLastFour: true } } });

  test('the box for the lines of a passport: empty, wrong and good', async ({ station, staff }) => {
    await signIn(staff);
    const visit = await visitorSigns(station);
    await station.ask(`/visits/${visit.id}/serve`, { method: 'POST', token: await station.signIn('front') });
    await scan(staff, visit.code);
    await drawer(staff).getByRole('radio', { name: 'Paspor' }).check();
    const lines = drawer(staff).getByLabel('Dua baris di bawah halaman foto paspor');
    await expect(lines).toBeVisible();
    expect(await findings(staff), 'empty').toEqual([]);
    // The specimen of ICAO 9303, first with a birthday that its check digit does not bear out.
    const name = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
    await lines.fill(`${name}\nL898902C36UTO7409122F1204159ZE184226B<<<<<10`);
    await drawer(staff).getByRole('button', { name: 'Periksa paspor' }).click();
    await expect(drawer(staff).getByRole('alert')).toContainText('tanggal lahir');
    expect(await findings(staff), 'wrong').toEqual([]);
    await lines.fill(`${name}\nL898902C36UTO7408122F1204159ZE184226B<<<<<10`);
    await drawer(staff).getByRole('button', { name: 'Periksa paspor' }).click();
    await expect(drawer(staff).getByText('Paspor terbaca')).toBeVisible();
    expect(await findings(staff), 'good').toEqual([]);
  });
});
