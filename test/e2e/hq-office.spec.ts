import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { SimpleStation } from '../helpers/simple-station.ts';
import { expect, open, signIn, test } from './hq-fixtures.ts';

test('the days of an office: figures, charts, a table of the same, and a file', async ({ hq }) => {
  await signIn(hq);
  await open(hq, '/offices/1301');
  await expect(hq.getByRole('img', { name: /kunjungan dalam 30 hari/ })).toBeVisible();
  await expect(hq.locator('.chart canvas')).toHaveCount(2);
  await hq.locator('summary', { hasText: 'Tabel angka yang sama' }).click();
  const table = hq.getByRole('table', { name: 'Tabel angka yang sama' });
  const shown = await table.getByRole('row').count();
  const visits = await hq.locator('.figures dd').first().innerText();
  await expect(hq.getByRole('list', { name: 'Layanan yang diminta' })).toContainText('Perpustakaan');
  await hq.getByText('365 hari').click();
  await expect.poll(() => hq.locator('.figures dd').first().innerText()).not.toBe(visits);
  await hq.getByText('30 hari').click();
  await expect(hq.locator('.figures dd').first()).toHaveText(visits);

  const [file] = await Promise.all([
    hq.waitForEvent('download'),
    hq.getByRole('button', { name: 'Unduh sebagai CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^loket-pst-hari-1301-/);
  const rows: Record<string, string>[] = parse(readFileSync(await file.path()), {
    bom: true,
    delimiter: ';',
    columns: true,
  });
  expect(rows).toHaveLength(shown - 1);
  const sum = rows.reduce((total, row) => total + Number(row['Kunjungan']), 0);
  expect(new Intl.NumberFormat('id-ID').format(sum)).toBe(visits);
});

test('the proof of an office in sentences; one changed byte is found', async ({ hq, central }) => {
  test.slow();
  await signIn(hq);
  await open(hq, '/offices/1301/proof');
  await expect(hq.getByText('Semuanya cocok')).toBeVisible();
  for (const sentence of [
    'Tidak ada kiriman yang hilang',
    'Rantai dan tanda tangan utuh',
    'Isi basis data sama dengan isi kiriman',
    'Jurnal kantor lengkap',
    'Umpan ke kantor utuh',
    'Tidak ada baris yang menunggu perbaikan',
    'Uji coba tidak menjadi arsip',
  ])
    await expect(hq.getByText(sentence, { exact: true })).toBeVisible();
  await expect(hq.getByText('Riwayat 1 · Pendaftaran pertama')).toBeVisible();

  await sql`
    UPDATE visit SET waited_ms = waited_ms + 1
    WHERE id = (SELECT id FROM visit WHERE office_id = '1301' AND waited_ms IS NOT NULL LIMIT 1)`.execute(
    central.central.db,
  );
  await hq.getByRole('button', { name: 'Periksa sekarang' }).click();
  await expect(hq.getByText('Isi basis data berbeda dari kiriman')).toBeVisible({ timeout: 30_000 });
  await expect(
    hq.getByText('1 baris berbeda, hilang, atau tidak berasal dari kiriman: Kunjungan.'),
  ).toBeVisible();
  await expect(hq.getByText('Ada yang tidak cocok')).toBeVisible();
  await hq.getByRole('link', { name: 'Semua kantor' }).click();
  await expect(hq.getByRole('row', { name: /Sumatera Barat/ })).toContainText('Tidak cocok');
});

test('rows that do not fit are listed with their reason, and applied again', async ({ hq }) => {
  test.slow();
  await signIn(hq, 'operator');
  await open(hq, '/offices/1501/proof');
  await expect(hq.getByText('1 baris menunggu perbaikan')).toBeVisible();
  const parked = hq.getByRole('table', { name: 'Baris yang menunggu perbaikan' });
  await expect(parked).toContainText('Dari versi yang lebih baru.');
  await hq.getByRole('button', { name: 'Coba terapkan lagi' }).click();
  // Nothing was upgraded meanwhile, so it waits on.
  await expect(hq.getByText('0 baris diterapkan, 1 masih menunggu.')).toBeVisible({ timeout: 30_000 });
});

test('a station is enrolled with the code that is shown once, and revoked with a reason', async ({
  hq,
  central,
}) => {
  await signIn(hq, 'operator');
  await open(hq, '/offices/1401/stations');
  await hq.getByRole('button', { name: 'Daftarkan stasiun' }).click();
  await expect(hq.getByText('Alamat ini hanya berlaku di komputer ini.')).toBeVisible();
  await hq.getByRole('button', { name: 'Buat kode' }).click();
  await expect(hq.getByRole('img', { name: 'QR pendaftaran' })).toBeVisible();
  const code = await hq.locator('.enrol-code').innerText();
  await hq.emulateMedia({ media: 'print' });
  await expect(hq.locator('.enrol-code')).toBeVisible();
  await expect(hq.getByRole('heading', { level: 1 })).toBeHidden();
  await hq.emulateMedia({ media: null });
  await hq.getByRole('button', { name: 'Selesai' }).click();
  await expect(hq.getByText('Kode yang belum dipakai')).toBeVisible();

  const station = await SimpleStation.enrol((path, init) => fetch(`${central.url}${path}`, init), code);
  await station.greet();
  const cards = hq.getByRole('article');
  await expect(cards).toHaveCount(2, { timeout: 12_000 });
  await expect(hq.getByText('Kode yang belum dipakai')).toHaveCount(0);

  const card = cards.filter({ hasText: station.device });
  await card.getByRole('button', { name: 'Cabut' }).click();
  const sure = hq.getByRole('dialog');
  await expect(sure.getByRole('button', { name: 'Cabut stasiun' })).toHaveAttribute('aria-disabled', 'true');
  await sure.getByLabel('Alasan').fill('PC dicuri');
  await sure.getByRole('button', { name: 'Cabut stasiun' }).click();
  await expect(cards).toHaveCount(1);
  await expect(hq.getByText('Stasiun yang dicabut')).toBeVisible();
  expect((await station.greet()).body).toMatchObject({ code: 'sync.revoked' });
});
