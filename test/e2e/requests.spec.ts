/** A request goes from the screen of headquarters to the counter of an office, and its answer the whole way back. */
import { mergeTests } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { makeRequest } from '../../src-central/requests/store.ts';
import { takeBackRequest } from '../../src-central/requests/take-back-store.ts';
import { findings } from './axe.ts';
import { test as office } from './fixtures.ts';
import { expect, open, signIn as enterHeadquarters, test as headquarters } from './hq-fixtures.ts';
import { signIn } from './officer.ts';

const test = mergeTests(office, headquarters);

test('headquarters asks, an officer reads, claims and answers with a file, and headquarters takes it', async ({
  hq,
  central,
  staff,
  station,
}) => {
  test.slow();
  const token = await station.signIn('admin');
  await station.ask('/sync/enrol', { body: { code: await central.code(), url: central.url }, token });

  await enterHeadquarters(hq, 'operator');
  await open(hq, '/requests');
  await expect(hq.getByText('Belum ada permintaan')).toBeVisible();
  await hq.getByRole('link', { name: 'Minta sesuatu' }).click();
  const send = hq.getByRole('button', { name: 'Kirim permintaan' });
  await expect(send).toHaveAttribute('title', 'Isi judulnya dahulu, sedikitnya tiga huruf.');
  await hq.getByLabel('Judul').fill('Dharmasraya Dalam Angka 2024');
  await expect(send).toHaveAttribute('title', 'Pilih kantornya dahulu.');
  await hq.getByLabel('Keterangan').fill('Halaman 1 sampai 20, untuk perpustakaan pusat.');
  await hq.getByRole('searchbox').fill('1311');
  await hq.getByRole('button', { name: 'BPS 1311' }).click();
  expect(await findings(hq), 'a new request').toEqual([]);
  await send.click();
  const line = hq.getByRole('row', { name: /Dharmasraya Dalam Angka 2024/ });
  await expect(line).toContainText('Terkirim');

  await station.ask('/sync/send', { method: 'POST', token });
  await signIn(staff, 'front');
  const bar = staff.getByRole('status').filter({ hasText: 'Pusat meminta: Dharmasraya Dalam Angka 2024.' });
  await expect(bar).toBeVisible({ timeout: 15_000 });
  await bar.getByRole('link', { name: 'Lihat' }).click();
  await staff.getByRole('button', { name: /^Dharmasraya Dalam Angka 2024/ }).click();
  const panel = staff.getByRole('complementary', { name: 'Dharmasraya Dalam Angka 2024' });
  await expect(panel).toContainText('Halaman 1 sampai 20');
  await expect(bar, 'it was seen').toHaveCount(0);
  await panel.getByRole('button', { name: 'Saya kerjakan' }).click();
  await expect(panel.getByText('Mulai dikerjakan')).toBeVisible();
  expect(await findings(staff), 'the request at the counter').toEqual([]);
  // Beside the panel the list keeps the columns that it has room for.
  const frame = staff.locator('.table-frame');
  for (const [width, headings] of [
    [1366, ['Permintaan', 'Keadaan', 'Diharapkan sebelum', 'Diterima']],
    [1080, ['Permintaan', 'Keadaan', 'Diharapkan sebelum']],
    [1366, ['Permintaan', 'Keadaan', 'Diharapkan sebelum', 'Diterima']],
  ] as const) {
    await staff.setViewportSize({ width, height: 768 });
    await expect(frame.getByRole('columnheader')).toHaveText([...headings]);
    expect(await frame.evaluate(one => one.scrollWidth - one.clientWidth)).toBe(0);
  }
  await expect(line).toContainText('Dikerjakan', { timeout: 20_000 });

  const bytes = Buffer.alloc(200_000, '%PDF-1.7 ');
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'daftar.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect(staff.getByRole('dialog')).toContainText('“daftar.pdf” (195 kB) dikirim seutuhnya.');
  await staff.getByRole('button', { name: 'Kirim ke pusat' }).click();
  await expect(panel.getByText('Berkas sudah di pusat.')).toBeVisible({ timeout: 20_000 });

  await expect(line).toContainText('Dijawab', { timeout: 20_000 });
  await line.getByRole('button').click();
  const dialog = hq.getByRole('dialog');
  await expect(dialog).toContainText('Dijawab dengan berkas');
  expect(await findings(hq), 'the request at headquarters').toEqual([]);
  const [download] = await Promise.all([
    hq.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Unduh jawaban/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('1311-Dharmasraya-Dalam-Angka-2024.pdf');
  expect(readFileSync(await download.path()).equals(bytes)).toBe(true);
  await dialog.getByRole('button', { name: 'Tutup' }).click();

  // Another one is taken back while the officer is about to answer it.
  await hq.getByRole('link', { name: 'Minta sesuatu' }).click();
  await hq.getByLabel('Judul').fill('Tabel penduduk');
  await hq.getByText('Semua kantor', { exact: true }).click();
  await send.click();
  const claimed = async (title: string) => {
    await station.ask('/sync/send', { method: 'POST', token });
    await staff.getByRole('button', { name: new RegExp(`^${title}`) }).click({ timeout: 15_000 });
    const panel = staff.getByRole('complementary', { name: title });
    await panel.getByRole('button', { name: 'Saya kerjakan' }).click();
    await expect(panel.getByText('Mulai dikerjakan')).toBeVisible();
    return panel;
  };
  const other = await claimed('Tabel penduduk');
  await other.getByRole('button', { name: 'Tidak dapat' }).click();
  const refusing = staff.getByRole('dialog');
  await refusing.getByText('Rusak, tidak dapat dipindai').click();

  const asked = hq.getByRole('row', { name: /Tabel penduduk.*1311/ });
  await expect(asked).toContainText('Dikerjakan', { timeout: 20_000 });
  await asked.getByRole('button').click();
  await hq.getByRole('button', { name: 'Tarik permintaan' }).click();
  await expect(dialog).toContainText('dikirim ke 4 kantor, dan akan ditarik dari 4 kantor');
  await expect(dialog).toContainText('Sedang mengerjakannya: 1 kantor');
  const takeBack = dialog.getByRole('button', { name: 'Tarik', exact: true });
  await expect(takeBack).toHaveAttribute('title', /Tulis alasannya dahulu/);
  await dialog.getByLabel('Alasan').fill('Sudah ada di pusat');
  expect(await findings(hq), 'taking back').toEqual([]);
  await takeBack.click();
  await expect(asked).toContainText('Ditarik');

  await station.ask('/sync/send', { method: 'POST', token });
  await expect(refusing.getByRole('alert')).toContainText('Alasannya: Sudah ada di pusat', {
    timeout: 15_000,
  });
  await expect(refusing.getByRole('button', { name: 'Jawab pusat' })).toBeDisabled();
  await expect(refusing.getByRole('radio', { name: 'Rusak, tidak dapat dipindai' })).toBeChecked();
  expect(await findings(staff), 'taken back under the officer’s hands').toEqual([]);
  await refusing.getByRole('button', { name: 'Batal' }).click();
  await expect(other.getByRole('button', { name: 'Jawab dengan berkas' })).toHaveCount(0);
  await expect(other).toContainText('Penarikannya dibaca');

  // A third while the officer is elsewhere: a bar on every page, until somebody has opened it.
  const third = crypto.randomUUID();
  const map = { kind: 'document', title: 'Peta wilayah', text: '', due: null } as const;
  await makeRequest(central.central, third, { ...map, to: ['1311'] }, 'test');
  const last = await claimed('Peta wilayah');
  await staff.getByRole('link', { name: 'Papan' }).click();
  await staff.keyboard.press('Escape');
  await expect(last).toHaveCount(0);
  await takeBackRequest(central.central, third, 'Tidak dipakai lagi', 'test');
  await station.ask('/sync/send', { method: 'POST', token });
  const gone = staff.getByRole('alert').filter({ hasText: 'Peta wilayah' });
  await gone.getByRole('button', { name: 'Lihat' }).click({ timeout: 15_000 });
  await expect(last).toContainText('Alasannya: Tidak dipakai lagi');
  await expect(gone).toHaveCount(0);
});
