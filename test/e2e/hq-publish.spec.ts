import { expect, open, signIn, test } from './hq-fixtures.ts';

test.use({ more: 97 });

test('an announcement goes to a share of the offices first, then to all, and is taken back', async ({
  hq,
  central,
}) => {
  await signIn(hq, 'operator');
  await open(hq, '/publish');
  await hq.getByRole('link', { name: 'Terbitkan baru' }).click();
  const preview = hq.getByRole('complementary', { name: 'Pratinjau' });
  await hq.getByLabel('Judul (Indonesia)').fill('Libur nasional');
  await hq.getByLabel('Isi (Indonesia)').fill('Kantor tutup Senin depan.');
  await expect(preview).toContainText('Kantor tutup Senin depan.');
  const publish = preview.getByRole('button');
  await expect(publish).toHaveAttribute('title', 'Isi judul dan isi dalam kedua bahasa dahulu.');
  await hq.getByLabel('Judul (Inggris)').fill('National holiday');
  await hq.getByLabel('Isi (Inggris)').fill('Offices are closed next Monday.');
  await expect(preview.getByText('Sampai ke 10 kantor')).toBeVisible();
  const shown = await preview.getByRole('listitem').allInnerTexts();
  await hq.getByRole('button', { name: 'Terbitkan ke 10 kantor' }).click();
  await expect(hq.getByText('“Libur nasional” diterbitkan ke 10 kantor.')).toBeVisible();

  // The offices that were shown are those that have it.
  const { db } = central.central;
  const reached = await db
    .selectFrom('rollout_office')
    .innerJoin('rollout', 'rollout.id', 'rollout_office.rollout_id')
    .innerJoin('office', 'office.office_id', 'rollout_office.office_id')
    .select(['office.name', 'office.office_id as id'])
    .where('title', '=', 'Libur nasional')
    .orderBy('office.office_id')
    .execute();
  expect(shown).toEqual(reached.map(one => `${one.name} ${one.id}`));

  const row = hq.getByRole('row', { name: /Libur nasional/ });
  await expect(row).toContainText('Tahap awal: 10 kantor');
  await row.getByRole('button', { name: 'Perluas' }).click();
  const widen = hq.getByRole('dialog');
  await expect(widen.getByText('Bertambah 90 kantor')).toBeVisible();
  await widen.getByText('Sebagian').click();
  await widen.getByText('25 %').click();
  await expect(widen.getByText('Bertambah 15 kantor')).toBeVisible();
  await widen.getByRole('button', { name: 'Perluas' }).click();
  await expect(row).toContainText('Tahap awal: 25 kantor');
  await row.getByRole('button', { name: 'Perluas' }).click();
  await expect(widen.getByText('Bertambah 75 kantor')).toBeVisible();
  await widen.getByRole('button', { name: 'Perluas' }).click();
  await expect(row).toContainText('Semua kantor');

  await row.getByRole('button', { name: 'Tarik' }).click();
  await hq.getByRole('dialog').getByRole('button', { name: 'Tarik' }).click();
  await expect(row).toContainText('Ditarik');
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('synonyms go to chosen offices', async ({ hq, central }) => {
  await signIn(hq, 'operator');
  await open(hq, '/publish/new');
  await hq.getByText('Padanan kata').click();
  await hq.getByLabel('Kata yang berarti sama').fill('inflasi\nkenaikan harga\n');
  await expect(hq.getByText('inflasi = kenaikan harga')).toBeVisible();
  await hq.getByText('Kantor pilihan').click();
  await hq.getByLabel('Cari kantor').fill('riau');
  await hq.getByRole('button', { name: /Contoh 1, Riau/ }).click();
  await hq.getByLabel('Cari kantor').fill('uji 003');
  await hq
    .getByRole('button', { name: /Uji 003/ })
    .first()
    .click();
  await hq.getByRole('button', { name: 'Keluarkan BPS Kabupaten Uji 003' }).click();
  await expect(hq.getByText('Sampai ke 1 kantor')).toBeVisible();
  await hq.getByLabel('Cari kantor').fill('uji 00');
  await hq.getByRole('button', { name: 'Pilih semua yang cocok (10)' }).click();
  await expect(hq.getByText('Sampai ke 11 kantor')).toBeVisible();
  await hq.getByRole('button', { name: 'Terbitkan ke 11 kantor' }).click();
  await expect(hq.getByRole('row', { name: /inflasi = kenaikan harga/ })).toContainText(
    'Tahap awal: 11 kantor',
  );
  const { line } = await central.central.db
    .selectFrom('feed_row')
    .select('line')
    .where('scope', '=', 'office:1401')
    .where('tbl', '=', 'synonym')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(line)).toMatchObject({ d: { phrases: ['inflasi', 'kenaikan harga'] } });
});

test('an option list and the service promise are published, and a newer one takes the place of the older', async ({
  hq,
}) => {
  await signIn(hq, 'operator');
  const publishToAll = async (kind: string, fill: () => Promise<unknown>) => {
    await open(hq, '/publish/new');
    await hq.getByText(kind, { exact: true }).click();
    await fill();
    await hq.getByText('Semua kantor', { exact: true }).click();
    await hq.getByRole('button', { name: 'Terbitkan ke 100 kantor' }).click();
    await expect(hq.getByRole('heading', { name: 'Penerbitan' })).toBeVisible();
  };
  const choices = hq.getByLabel('Pilihan', { exact: true });
  await publishToAll('Daftar pilihan', async () => {
    await hq.getByLabel('Daftar', { exact: true }).selectOption('Jenis kartu');
    await expect(choices).toHaveValue(/^ktp \| KTP \| KTP/);
    const before = await choices.inputValue();
    await choices.fill(`${before}\nsehat | Kartu sehat`);
    await expect(hq.getByText(/^Baris \d+ belum lengkap/)).toBeVisible();
    await choices.fill(`${before}\nsehat | Kartu sehat | Health card`);
    await expect(hq.getByRole('complementary', { name: 'Pratinjau' })).toContainText(
      'Kartu sehat · Health card',
    );
  });
  const row = hq.getByRole('row', { name: /Jenis kartu/ });
  await expect(row).toContainText('Semua kantor');
  await expect(row.getByRole('button')).toHaveCount(0);
  await publishToAll('Daftar pilihan', () =>
    hq.getByLabel('Daftar', { exact: true }).selectOption('Jenis kartu'),
  );
  await expect(row.first()).toContainText('Semua kantor');
  await expect(row.last()).toContainText('Diganti yang lebih baru');
  await publishToAll('Janji layanan', () => hq.getByLabel('Janji layanan (menit)').fill('7'));
  await expect(hq.getByRole('row', { name: /Dilayani dalam 7 menit/ })).toContainText('Semua kantor');
});
