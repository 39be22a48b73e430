import { expect, test } from './fixtures.ts';
import { drawer, signIn } from './officer.ts';
import { people, testPin } from '../seeds/office.ts';

test.describe('on the first start', () => {
  test.use({ setUp: false });

  test('four short screens make a working office', async ({ staff }) => {
    await expect(staff.getByRole('heading', { name: 'Kantor mana ini?' })).toBeVisible();
    await expect(staff.getByLabel('Nama kantor')).toHaveValue('BPS Kabupaten Dharmasraya');
    await staff.getByRole('button', { name: 'Lanjut' }).click();
    await staff.getByLabel('Nama kepala').fill('Yulia Rahmadani');
    await staff.getByLabel('PIN enam angka').fill(testPin);
    await staff.getByLabel('PIN sekali lagi').fill('000000');
    await staff.getByRole('button', { name: 'Lanjut' }).click();
    await expect(staff.getByText('Kedua PIN belum sama.')).toBeVisible();
    await staff.getByLabel('PIN sekali lagi').fill(testPin);
    await staff.getByRole('button', { name: 'Lanjut' }).click();
    await staff.getByLabel('Jumlah loker').fill('12');
    await staff.getByRole('button', { name: 'Kembali' }).click();
    await expect(staff.getByLabel('Nama kepala')).toHaveValue('Yulia Rahmadani');
    await staff.getByRole('button', { name: 'Lanjut' }).click();
    await expect(staff.getByLabel('Jumlah loker')).toHaveValue('12');
    await staff.getByRole('button', { name: 'Lanjut' }).click();
    await staff.getByRole('button', { name: 'Selesai, buka loket' }).click();
    await expect(staff.getByRole('heading', { name: 'Papan hari ini' })).toBeVisible();
    await staff.getByRole('link', { name: 'Loker' }).click();
    await expect(staff.getByText('12 kosong dari 12')).toBeVisible();
  });
});

test('wrong PINs are told, and after several the wait is counted down', async ({ staff }) => {
  await staff.getByRole('button', { name: people.front }).click();
  for (const _ of [1, 2]) {
    await staff.keyboard.type('000000', { delay: 20 });
    await expect(staff.getByText('Nama atau PIN tidak cocok', { exact: false })).toBeVisible();
  }
  await staff.keyboard.type('000000', { delay: 20 });
  await expect(staff.getByText('Nama atau PIN tidak cocok', { exact: false })).toBeVisible();
  await staff.keyboard.type(testPin, { delay: 20 });
  await expect(staff.getByText(/Silakan coba lagi dalam \d+ detik/)).toBeVisible();
});

test('a locked screen hides everything and resumes exactly where one was', async ({ staff }) => {
  await signIn(staff);
  await staff.getByRole('button', { name: 'Tambah tamu' }).click();
  await drawer(staff).getByLabel('Nama lengkap').fill('Ratna Juwita');
  await staff.getByText(people.front).first().click();
  await staff.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(staff.getByRole('dialog', { name: 'Layar terkunci' })).toBeVisible();
  await expect(staff.getByText('Papan hari ini')).toBeHidden();
  await staff.keyboard.type(testPin, { delay: 20 });
  await expect(drawer(staff).getByLabel('Nama lengkap')).toHaveValue('Ratna Juwita');
});

test('a station that was away is told of calmly, and typing survives its restart', async ({
  station,
  staff,
}) => {
  await signIn(staff);
  await staff.getByRole('button', { name: 'Tambah tamu' }).click();
  await drawer(staff).getByLabel('Nama lengkap').fill('Ratna Juwita');
  await station.kill();
  await expect(staff.getByText('Stasiun belum menjawab', { exact: false })).toBeVisible();
  await station.start();
  await expect(staff.getByRole('dialog', { name: 'Silakan masuk kembali' })).toBeVisible({ timeout: 15_000 });
  await staff.keyboard.type(testPin, { delay: 20 });
  await expect(drawer(staff).getByLabel('Nama lengkap')).toHaveValue('Ratna Juwita');
  await expect(staff.getByText('Stasiun belum menjawab', { exact: false })).toBeHidden();
});

test('a viewer sees the board without names, the scan box or any button that changes something', async ({
  staff,
}) => {
  await signIn(staff, 'viewer');
  await expect(staff.getByRole('heading', { name: 'Papan hari ini' })).toBeVisible();
  await expect(staff.getByRole('search')).toHaveCount(0);
  await expect(staff.getByRole('button', { name: 'Tambah tamu' })).toHaveCount(0);
});
