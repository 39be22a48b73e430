/** The screens that stand only for a moment: first start, lock, STOP, dialogs. Axe finds nothing there either. */
import { findings } from './axe.ts';
import { expect, scan, test } from './fixtures.ts';
import { codesOf, drawer, signIn, visitorInside, visitorSigns } from './officer.ts';
import { people, testPin } from '../seeds/office.ts';

test.describe('on the first start', () => {
  test.use({ setUp: false });

  test('the four screens of the set-up', async ({ staff }) => {
    const next = () => staff.getByRole('button', { name: 'Lanjut' }).click();
    await expect(staff.getByRole('heading', { name: 'Kantor mana ini?' })).toBeVisible();
    expect(await findings(staff), 'office').toEqual([]);
    await next();
    await next();
    await expect(staff.locator('.field-error').first()).toBeVisible();
    expect(await findings(staff), 'head, with what is missing').toEqual([]);
    await staff.getByLabel('Nama kepala').fill('Yulia Rahmadani');
    await staff.getByLabel('PIN enam angka').fill(testPin);
    await staff.getByLabel('PIN sekali lagi').fill(testPin);
    await next();
    await expect(staff.getByLabel('Jumlah loker')).toBeVisible();
    expect(await findings(staff), 'places').toEqual([]);
    await next();
    await expect(staff.getByRole('button', { name: 'Selesai, buka loket' })).toBeVisible();
    expect(await findings(staff), 'printer').toEqual([]);
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
