/** The services of a visit, and the data that its visitor needed (SKD Block III). */
import { findings } from './axe.ts';
import { expect, scan, test } from './fixtures.ts';
import { drawer, signIn, visitorInside } from './officer.ts';

interface Copies {
  copies: { code: string }[];
}

test('what was read is a service of the visit, and is noted as data obtained with its quality', async ({
  staff,
  station,
}) => {
  const token = await station.signIn('librarian');
  const title = 'Kabupaten Dharmasraya Dalam Angka 2023';
  const { id } = (await station.ask<{ id: string }>('/publications', { body: { title }, token })).body;
  await station.ask(`/publications/${id}/copies`, { body: { shelf: 'R-01' }, token });
  const { copies } = (await station.ask<Copies>(`/publications/${id}`, { token })).body;
  const visit = await visitorInside(station);
  await signIn(staff, 'front');
  await scan(staff, visit.code);
  await expect(drawer(staff).getByText('Data yang dibutuhkan')).toBeVisible();
  await scan(staff, copies[0]!.code);
  await expect(drawer(staff).getByText('Membaca pustaka', { exact: true })).toBeVisible();

  await drawer(staff)
    .getByRole('button', { name: `Catat ${title}` })
    .click();
  const dialog = staff.getByRole('dialog');
  await expect(dialog.getByLabel('Judul publikasi')).toHaveValue(title);
  await dialog.getByLabel('Rincian data').fill('Jumlah penduduk per kecamatan');
  await dialog.getByText('9', { exact: true }).click();
  expect(await findings(staff)).toEqual([]);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(drawer(staff).getByText('Jumlah penduduk per kecamatan')).toBeVisible();
  await expect(drawer(staff).getByText(/9\/10/)).toBeVisible();

  await drawer(staff).getByRole('button', { name: 'Catat kebutuhan data' }).click();
  await dialog.getByLabel('Rincian data').fill('Peta blok sensus');
  await dialog.getByText('Tidak diperoleh').click();
  await expect(dialog.getByText('Jenis sumber')).toBeHidden();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(drawer(staff).getByText('Tidak diperoleh')).toBeVisible();

  await scan(staff, copies[0]!.code);
  await expect(drawer(staff).getByText('Layanan berakhir: Membaca pustaka (diberikan)')).toBeVisible();
});
