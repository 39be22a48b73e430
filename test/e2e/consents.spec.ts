/** Somebody agrees at the kiosk to be invited to the survey, and takes it back at the counter: as far as headquarters. */
import { mergeTests } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { findings } from './axe.ts';
import { test as office } from './fixtures.ts';
import { expect, open, signIn as enterHeadquarters, test as headquarters } from './hq-fixtures.ts';
import { signIn } from './officer.ts';
import { asks, fillShortForm, numberGiven, siti, touch } from './visitor.ts';

const test = mergeTests(office, headquarters);

test('the head of office has visitors asked; one agrees, is in headquarters’ file, and is gone when the counter takes it back', async ({
  hq,
  central,
  kiosk,
  staff,
  station,
}) => {
  test.slow();
  const token = await station.signIn('admin');
  await station.ask('/sync/enrol', { body: { code: await central.code(), url: central.url }, token });
  await enterHeadquarters(hq);
  await open(hq, '/consents');
  // Nobody agreed in this office yet, only in a made-up one.
  await expect(hq.getByRole('row', { name: /BPS Kabupaten Contoh 1, Riau/ })).toBeVisible();
  await expect(hq.getByRole('row', { name: /BPS 1311/ })).toHaveCount(0);

  await signIn(staff, 'admin');
  await staff.goto(`${new URL(staff.url()).origin}/#/settings/privacy`);
  await staff.getByLabel('Tanyakan kesediaan diundang ke Survei Kebutuhan Data').check();
  await staff.getByLabel('Berlaku (hari sejak kunjungan)').fill('90');
  expect(await findings(staff), 'settings').toEqual([]);
  await staff.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(staff.getByText(/paling lama 90 hari sejak kunjungan/)).toBeVisible();

  await fillShortForm(kiosk, siti, { upTo: 'consent' });
  await asks(kiosk, 'Bersedia diundang ke Survei Kebutuhan Data?');
  await expect(kiosk.getByText(/paling lama 90 hari/)).toBeVisible();
  await expect(kiosk.getByRole('button', { pressed: true })).toHaveCount(1); // the language
  await expect(kiosk.getByRole('button', { name: 'Lanjut' })).toHaveCount(0);
  expect(await findings(kiosk), 'the question').toEqual([]);
  await touch(kiosk, 'Ya, saya bersedia');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);

  const line = hq.getByRole('row', { name: /BPS 1311/ });
  await expect(line).toContainText('1311', { timeout: 15_000 });
  await expect(line.getByRole('cell').nth(1)).toHaveText('1');
  expect(await findings(hq), 'figures').toEqual([]);
  const file = async () => {
    const [download] = await Promise.all([
      hq.waitForEvent('download'),
      hq.getByRole('button', { name: 'Unduh sebagai CSV' }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  expect(await file()).toContain(`1311;BPS 1311;${siti.name};0812-3456-7890;;`);

  await staff.getByRole('link', { name: 'Papan' }).click();
  await staff.getByRole('button', { name: 'Buka kunjungan P-001' }).click();
  await staff.getByRole('button', { name: 'Cabut persetujuan' }).click();
  await expect(staff.getByText('Persetujuan dicabut.')).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Cabut persetujuan' })).toHaveCount(0);
  await expect(line.getByRole('cell').nth(1)).toHaveText('0', { timeout: 15_000 });
  expect(await file()).not.toContain(siti.name);
  await open(hq, '/audit');
  await expect(
    hq.getByText(/^Daftar yang bersedia diundang \(Survei Kebutuhan Data\) diunduh, \d+ orang$/),
  ).toHaveCount(2);
});
