import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, open, signIn, test } from './hq-fixtures.ts';

const names = (page: Page) => page.getByRole('row').locator('.office-name').allInnerTexts();

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test.describe('with 550 offices', () => {
  test.use({ more: 547 });

  test('what needs attention stands first; the list is searched, sorted, filtered and paged', async ({
    hq,
  }) => {
    await signIn(hq);
    await expect(hq.getByText('Satu dari 550 kantor perlu perhatian')).toBeVisible();
    await expect(hq.getByText('1–50 dari 550')).toBeVisible();
    await expect(hq.getByRole('columnheader'), 'there is room for every column').toHaveCount(9);
    // The one with rows that do not fit yet.
    expect((await names(hq))[0]).toContain('Contoh 1, Jambi');

    await hq.getByRole('button', { name: 'Tepat janji' }).click();
    await expect.poll(async () => (await names(hq))[0]).toContain('Uji 493');
    await hq.getByRole('button', { name: 'Tepat janji' }).click();
    await expect(hq.getByRole('columnheader', { name: 'Tepat janji' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await expect.poll(async () => (await names(hq))[0]).toContain('Uji 000');

    await hq.getByRole('button', { name: 'Berikutnya' }).click();
    await expect(hq.getByText('51–100 dari 550')).toBeVisible();
    await hq.getByRole('button', { name: 'Sebelumnya' }).click();
    await expect(hq.getByText('1–50 dari 550')).toBeVisible();

    await hq.getByLabel('Cari nama atau kode kantor').fill('uji 54');
    await expect(hq.getByText('1–7 dari 7')).toBeVisible();
    await hq.getByLabel('Cari nama atau kode kantor').fill('5123');
    await expect(hq.getByText('1–1 dari 1')).toBeVisible();
    await hq.getByLabel('Cari nama atau kode kantor').fill('tidak ada kantor ini');
    await expect(hq.getByText('Tidak ada kantor yang cocok')).toBeVisible();
    await hq.getByRole('button', { name: 'Tampilkan semua kantor' }).click();

    await hq.getByRole('button', { name: /^Perlu diperbaiki/ }).click();
    await expect(hq.getByText('1–1 dari 1')).toBeVisible();
    await hq.getByRole('button', { name: /Contoh 1, Jambi/ }).click();
    await expect(hq.getByRole('heading', { level: 1 })).toContainText('BPS Kabupaten Contoh 1, Jambi');
    await hq.getByRole('link', { name: 'Semua kantor' }).click();
    // What was asked stays.
    await expect(hq.getByText('1–1 dari 1')).toBeVisible();
  });

  test('the list as it is searched and sorted leaves as CSV and as a workbook', async ({ hq, central }) => {
    await signIn(hq);
    await hq.getByLabel('Cari nama atau kode kantor').fill('uji 54');
    await hq.getByRole('button', { name: 'Kantor', exact: true }).click();
    await expect(hq.getByText('1–7 dari 7')).toBeVisible();

    const csv = await download(hq, 'Unduh sebagai CSV');
    expect(csv.name).toMatch(/^loket-pst-kantor-\d{4}-\d\d-\d\d\.csv$/);
    const rows: Record<string, string>[] = parse(csv.bytes, {
      bom: true,
      columns: true,
      delimiter: ';',
    });
    expect(rows.map(row => row['Kantor'])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map(no => `BPS Kabupaten Uji 54${no}`),
    );
    expect(rows[0]).toMatchObject({
      Kode: '5540',
      Keadaan: 'Baik',
      Stasiun: '1',
      'Kunjungan 30 hari': '300',
    });

    const workbook = await download(hq, 'Unduh sebagai Excel');
    expect(workbook.name).toMatch(/\.xlsx$/);
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');

    // Whoever takes a list away is on record.
    await open(hq, '/audit');
    await expect(hq.getByText('Daftar “Kantor” diunduh, 7 baris')).toHaveCount(2);
    const exported = await central.central.db
      .selectFrom('audit')
      .select('actor')
      .where('what', '=', 'list.exported')
      .execute();
    expect(exported.map(one => one.actor)).toEqual(['admin@contoh.go.id', 'admin@contoh.go.id']);
  });
});

test('a row that arrives is seen without anybody pressing anything', async ({ hq, central }) => {
  await signIn(hq);
  await expect(hq.getByText('Satu dari 3 kantor perlu perhatian')).toBeVisible();
  await central.central.db
    .updateTable('device')
    .set({ last_seen_at: new Date(Date.now() - 5 * 86_400_000) })
    .where('office_id', '=', '1301')
    .execute();
  await expect(hq.getByText('2 dari 3 kantor perlu perhatian')).toBeVisible({ timeout: 12_000 });
});

test('an office is added, and begins with its stations; a viewer may only look', async ({ hq }) => {
  await signIn(hq, 'operator');
  await hq.getByRole('button', { name: 'Tambah kantor' }).click();
  await hq.getByLabel('Kode kantor', { exact: true }).fill('1311');
  await hq.getByLabel('Nama kantor').fill('BPS Kabupaten Dharmasraya');
  await hq.getByRole('button', { name: 'Tambah', exact: true }).click();
  await expect(hq.getByText('BPS Kabupaten Dharmasraya ditambahkan.')).toBeVisible();
  await expect(hq.getByText('Belum ada stasiun')).toBeVisible();

  await hq.getByText('Oki Pratama').click();
  await hq.getByRole('button', { name: 'Keluar' }).click();
  await signIn(hq, 'viewer');
  const rail = hq.getByRole('navigation', { name: 'Bagian', exact: true });
  await expect(rail.getByRole('link')).toHaveText(['Kantor', 'Penerbitan', 'Permintaan', 'Sesi']);
  await open(hq, '/');
  await expect(hq.getByRole('button', { name: 'Tambah kantor' })).toHaveAttribute('aria-disabled', 'true');
});

test('the screens stay with the figures last read when the server is silent, and say so', async ({ hq }) => {
  await signIn(hq);
  await expect(hq.getByText('Satu dari 3 kantor perlu perhatian')).toBeVisible();
  await hq.route('**/api/hq/**', route => route.abort());
  await expect(hq.getByText('Server pusat belum menjawab. Angka di layar ini')).toBeVisible({
    timeout: 20_000,
  });
  await expect(hq.getByRole('row')).toHaveCount(4);
  await hq.unroute('**/api/hq/**');
  await expect(hq.getByText('Server pusat belum menjawab. Angka di layar ini')).toHaveCount(0, {
    timeout: 20_000,
  });
});
