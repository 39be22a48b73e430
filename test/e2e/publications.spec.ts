/** A librarian with the catalogue: taking it in, finding, editing, copies, labels, wishes, synonyms. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { asked } from './librarian.ts';
import { drawer, signIn } from './officer.ts';

const example = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'example-catalogue.csv'));

async function openPublications(staff: Page): Promise<void> {
  await signIn(staff, 'librarian');
  await staff.getByRole('link', { name: 'Publikasi' }).click();
}

async function importExample(staff: Page): Promise<void> {
  await staff.getByRole('link', { name: 'Impor', exact: true }).click();
  await staff
    .getByLabel('Berkas', { exact: true })
    .setInputFiles({ name: 'contoh.csv', mimeType: 'text/csv', buffer: example });
  await staff.getByRole('button', { name: 'Mulai impor' }).click();
  await expect(staff.getByText(/12 baru/)).toBeVisible();
}

test('a new office takes in the example of the README: preview, what does not fit, result', async ({
  staff,
}) => {
  await openPublications(staff);
  await expect(staff.getByText('Katalog masih kosong')).toBeVisible();
  expect(await findings(staff)).toEqual([]);
  await staff.getByRole('link', { name: 'Buka Impor' }).click();
  await staff
    .getByLabel('Berkas', { exact: true })
    .setInputFiles({ name: 'contoh.csv', mimeType: 'text/csv', buffer: example });
  const preview = staff.getByRole('table', { name: 'Pratinjau' });
  await expect(preview.getByRole('row', { name: /Kabupaten Dharmasraya Dalam Angka 2024/ })).toContainText(
    '2024',
  );
  await expect(preview.getByText('dilewati').first()).toBeVisible();
  expect(await findings(staff)).toEqual([]);
  await staff.getByRole('button', { name: 'Mulai impor' }).click();
  await expect(staff.getByText(/12 baru · 0 diperbarui · 0 sama · 1 dilewati/)).toBeVisible();
  await staff.getByRole('button', { name: 'Lihat rincian' }).click();
  await expect(staff.getByText('Judul: kosong, baris dilewati')).toBeVisible();
  expect(await findings(staff)).toEqual([]);
});

test('search, filter and edit: the change stands in the history in plain words, and can be taken back', async ({
  staff,
}) => {
  await openPublications(staff);
  await importExample(staff);
  await staff.getByRole('link', { name: 'Katalog', exact: true }).click();
  await staff.getByRole('searchbox', { name: 'Cari publikasi' }).fill('kemiskian dharmasraya');
  const row = staff.getByRole('button', { name: /^Profil Kemiskinan/ });
  await expect(row).toBeVisible();
  await row.click();
  await drawer(staff).getByRole('button', { name: 'Ubah' }).click();
  await drawer(staff).getByLabel('Halaman').fill('77');
  await drawer(staff).getByRole('button', { name: 'Simpan' }).click();
  await expect(drawer(staff).getByText(/Halaman: \d+ → 77/)).toBeVisible();
  await expect(drawer(staff).getByText('Publikasi diubah')).toBeVisible();
  expect(await findings(staff)).toEqual([]);
  await drawer(staff).getByRole('button', { name: 'Kembalikan' }).click();
  await expect(drawer(staff).getByText(/Halaman: 77 → \d+/)).toBeVisible();
  await staff.getByRole('searchbox', { name: 'Cari publikasi' }).fill('');
  await staff.getByLabel('Tahun', { exact: true }).selectOption('2024');
  await expect(staff.getByText(/publikasi cocok/)).toBeVisible();
  await expect(staff.getByRole('button', { name: /Angka 2021/ })).toHaveCount(0);
  await staff.getByLabel('Tahun', { exact: true }).selectOption('');
  const titles = staff.locator('tbody .table-open');
  await staff.getByRole('columnheader', { name: 'Tahun' }).getByRole('button').click();
  await expect(staff.getByLabel('Urutkan')).toHaveValue('newest');
  await expect(titles.first()).toContainText('2024');
  await staff.getByRole('columnheader', { name: 'Tahun' }).getByRole('button').click();
  await expect(titles.first()).toContainText('2021');
});

test('copies get shelf, condition and “not for copying”, and their labels come out as one PDF', async ({
  staff,
}) => {
  await openPublications(staff);
  await importExample(staff);
  await staff.getByRole('link', { name: 'Katalog', exact: true }).click();
  await staff.getByRole('button', { name: /^Kabupaten Dharmasraya Dalam Angka 2024/ }).click();
  await drawer(staff).getByRole('button', { name: 'Tambah eksemplar' }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel('Berapa eksemplar').fill('2');
  await dialog.getByLabel('Rak').fill('R-02');
  await dialog.getByLabel('Tidak untuk difotokopi').check();
  expect(await findings(staff)).toEqual([]);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(drawer(staff).getByText('Tidak untuk difotokopi')).toHaveCount(2);
  await drawer(staff).getByRole('button', { name: 'Tutup' }).click();
  await staff.getByRole('checkbox', { name: /^Pilih Kabupaten Dharmasraya Dalam Angka 2024/ }).check();
  await staff.getByRole('button', { name: 'Cetak label' }).click();
  await expect(staff.getByText('2 label, 1 halaman.')).toBeVisible();
  expect(await findings(staff)).toEqual([]);
  await staff.getByRole('button', { name: 'Buat berkas PDF' }).click();
  const download = staff.waitForEvent('download');
  await staff.getByRole('link', { name: /Simpan label-publikasi/ }).click();
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  // Everything that is shown, at once: a copy for each of the twelve, and all their labels.
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  const all = staff.getByRole('checkbox', { name: 'Pilih semua yang tampil' });
  await all.check();
  await expect(staff.getByText('12 dipilih')).toBeVisible();
  await staff.getByRole('button', { name: 'Tambah eksemplar' }).click();
  await expect(dialog.getByText('12 publikasi yang dipilih', { exact: false })).toBeVisible();
  await dialog.getByLabel('Rak').fill('R-09');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await staff.getByRole('button', { name: 'Cetak label' }).click();
  await expect(staff.getByText('14 label, 1 halaman.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await all.uncheck();
  await expect(staff.getByText('12 dipilih')).toHaveCount(0);
});

test('what was not found is recorded and settled; a synonym of the office finds what it means', async ({
  staff,
}) => {
  await openPublications(staff);
  await importExample(staff);
  await staff.getByRole('link', { name: 'Katalog', exact: true }).click();
  const search = staff.getByRole('searchbox', { name: 'Cari publikasi' });
  await search.fill('buku hijau xyzq');
  await staff.getByRole('button', { name: /^Catat “buku hijau xyzq”/ }).click();
  await staff.getByRole('link', { name: 'Dicari' }).click();
  await staff.getByRole('searchbox', { name: 'Cari dalam daftar' }).fill('merah');
  await expect(staff.getByText('Tidak ada yang cocok. Coba kata lain.')).toBeVisible();
  await staff.getByRole('searchbox', { name: 'Cari dalam daftar' }).fill('HIJAU buku');
  await staff.getByRole('button', { name: 'Selesaikan' }).click();
  expect(await findings(staff)).toEqual([]);
  await staff.getByRole('button', { name: 'Tidak jelas' }).click();
  await expect(staff.getByText('Tidak ada yang dicari')).toBeVisible();

  await staff.getByRole('link', { name: 'Padanan kata' }).click();
  await staff.getByRole('button', { name: 'Tambah padanan' }).click();
  await staff.getByLabel('Kata dan ungkapan').fill('bukuhijau\nprofil kemiskinan');
  await staff.getByRole('button', { name: 'Simpan' }).click();
  await expect(staff.getByText('bukuhijau')).toBeVisible();
  expect(await findings(staff)).toEqual([]);
  await staff.getByRole('link', { name: 'Katalog', exact: true }).click();
  await search.fill('bukuhijau');
  await expect(staff.getByRole('button', { name: /^Profil Kemiskinan/ })).toBeVisible();
});

test('a supervisor keeps the WebAPI key, which is never shown again', async ({ staff }) => {
  await signIn(staff, 'supervisor');
  await staff.getByRole('link', { name: 'Publikasi' }).click();
  await staff.getByRole('link', { name: 'Impor', exact: true }).click();
  await staff.getByText('WebAPI BPS', { exact: true }).click();
  await staff.getByLabel('Kunci WebAPI').fill('kunci-rahasia-12345');
  await staff.getByRole('button', { name: 'Simpan kunci' }).click();
  await expect(staff.getByText('Kunci tersimpan di stasiun ini.')).toBeVisible();
  await expect(staff.getByLabel('Kode wilayah BPS')).toHaveValue('1311, 1300');
  expect(await staff.content()).not.toContain('kunci-rahasia-12345');
  expect(await findings(staff)).toEqual([]);
});

test('a list of more titles than are ranked goes on to its last, by relevance and by title', async ({
  station,
  staff,
}) => {
  test.slow();
  const librarian = await asked(station);
  const count = 330;
  for (let at = 0; at < count; at++)
    await librarian.post('/publications', { title: `Statistik Daerah Jilid ${at}`, year: 1990 + (at % 30) });
  await signIn(staff, 'librarian');
  await staff.goto(`${station.staffUrl}/#/publications/catalogue`);
  await staff.getByPlaceholder('Judul, tahun, wilayah').fill('statistik daerah');
  await expect(staff.getByText('Lebih dari 300 cocok')).toBeVisible();
  const rows = staff.getByRole('table').locator('tbody tr');
  const more = staff.getByRole('button', { name: 'Muat lebih banyak' });
  const toTheEnd = async () => {
    for (let before = 0; before < count;) {
      await expect.poll(() => rows.count()).toBeGreaterThan(before);
      before = await rows.count();
      if (before < count) await more.click();
    }
    await expect(more).toHaveCount(0);
    const titles = await staff.locator('tbody .table-open').allInnerTexts();
    expect(new Set(titles).size).toBe(count);
  };
  await toTheEnd();
  await staff.getByLabel('Urutkan').selectOption('title');
  await expect(rows.first()).toContainText('Statistik Daerah Jilid 0');
  await toTheEnd();
  await expect(rows.last()).toContainText('Statistik Daerah Jilid 99');
});

test('a further page that is on its way arrives though the list changes meanwhile', async ({
  station,
  staff,
}) => {
  const librarian = await asked(station);
  for (let at = 0; at < 30; at++)
    await librarian.post('/publications', { title: `Laju Inflasi Jilid ${at}`, year: 2001 });
  await signIn(staff, 'librarian');
  await staff.goto(`${station.staffUrl}/#/publications/catalogue`);
  await staff.getByPlaceholder('Judul, tahun, wilayah').fill('laju inflasi');
  const rows = staff.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(20);
  let changed = false;
  await staff.route('**/publications/search', async route => {
    if (route.request().postDataJSON().page === 2 && !changed) {
      changed = true;
      const renewed = staff.waitForResponse('**/publications/count');
      await librarian.post('/publications', { title: 'Laju Inflasi Jilid 30', year: 2001 });
      await renewed;
    }
    await route.continue();
  });
  await staff.getByRole('button', { name: 'Muat lebih banyak' }).click();
  await expect(rows).toHaveCount(31);
});
