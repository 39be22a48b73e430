import { expect, scan, test } from './fixtures.ts';
import { drawer, placeCode, signIn, visitorInside, visitorSigns } from './officer.ts';
import { people, testPin } from '../seeds/office.ts';

test('the counter is handed over with counted cards, and a difference needs a reason', async ({
  station,
  staff,
}) => {
  await signIn(staff);
  await visitorInside(station);
  await staff.getByRole('link', { name: 'Serah terima' }).click();
  await staff.getByLabel('Jumlah kartu yang dihitung').fill('2');
  await expect(staff.getByText('Berbeda dari catatan (1)', { exact: false })).toBeVisible();
  await staff.getByLabel('Jumlah kartu yang dihitung').fill('1');
  await staff.getByLabel('Diserahkan kepada').selectOption(people.supervisor);
  await staff.getByLabel('PIN penerima').fill(testPin);
  await staff.getByRole('button', { name: 'Serahkan', exact: true }).click();
  await expect(staff.getByText(`Masuk sebagai ${people.supervisor}`, { exact: false })).toBeVisible();
  await staff.getByRole('link', { name: 'Serah terima' }).click();
  await expect(staff.getByRole('table', { name: 'Serah terima terdahulu' })).toContainText(people.front);
});

test('a day closes only with every open visit finished or explained', async ({ station, staff }) => {
  await signIn(staff);
  const visit = await visitorInside(station);
  await staff.getByRole('link', { name: 'Serah terima' }).click();
  const close = staff.getByRole('button', { name: /Tutup hari/ });
  await expect(close).toHaveAttribute('aria-disabled', 'true');
  await staff.getByLabel(`Mengapa ${visit.number} tetap terbuka`).fill('Tas diambil besok pagi.');
  await close.click();
  await expect(staff.getByText('Hari ini sudah ditutup.')).toBeVisible();
});

test('the evacuation list names everybody in the building', async ({ station, staff }) => {
  await signIn(staff);
  await visitorInside(station, 'Siti Aminah');
  await visitorSigns(station, 'Budi Santoso');
  await staff.getByRole('link', { name: 'Serah terima' }).click();
  await staff.getByRole('link', { name: 'Buka daftar evakuasi' }).click();
  await expect(staff.getByRole('heading', { name: /2 orang/ })).toBeVisible();
  await expect(staff.getByRole('table')).toContainText('Siti Aminah');
  await expect(staff.getByRole('table')).toContainText('Budi Santoso');
});

test('an officer enters a visitor afterwards, with a reason', async ({ staff }) => {
  await signIn(staff);
  await staff.getByRole('button', { name: 'Tambah tamu' }).click();
  const panel = drawer(staff);
  await panel.getByText('Sebelumnya (susulan)').click();
  const hourAgo = new Date(Date.now() - 3_600_000 + 7 * 3_600_000).toISOString().slice(0, 16);
  await panel.getByLabel('Waktu datang').fill(hourAgo);
  await panel.getByRole('button', { name: 'Masukkan ke papan' }).click();
  await expect(panel.getByText('Tulis alasan entri susulan.')).toBeVisible();
  await panel.getByLabel('Alasan entri susulan').fill('Listrik padam.');
  await panel.getByLabel('Nama lengkap').fill('Ratna Juwita');
  await panel.getByText('Perempuan', { exact: true }).click();
  await panel.getByLabel('Tahun lahir').fill('1988');
  await panel.getByLabel('Nomor HP').fill('0812 1111 2222');
  await panel.getByRole('button', { name: 'Masukkan ke papan' }).click();
  await expect(panel).toContainText('Susulan oleh petugas');
  await expect(panel).toContainText('Listrik padam.');
});

test('a broken locker is not given out', async ({ station, staff }) => {
  await signIn(staff);
  await scan(staff, await placeCode(station, 'locker', 1));
  await drawer(staff).getByText('Rusak', { exact: true }).click();
  await drawer(staff).getByLabel('Catatan').fill('Engsel lepas');
  await drawer(staff).getByRole('button', { name: 'Simpan keadaan' }).click();
  await staff.getByRole('link', { name: 'Loker' }).click();
  await expect(staff.getByRole('button', { name: /Loker 1.*Rusak/ })).toBeVisible();
  await staff.keyboard.press('Escape');
  const visit = await visitorSigns(station);
  await scan(staff, visit.code);
  await expect(drawer(staff).getByRole('button', { name: 'Layani sekarang' })).toBeFocused();
  await staff.keyboard.press('Enter');
  await expect(drawer(staff)).toContainText('Dilayani');
  await scan(staff, visit.code);
  await expect(drawer(staff).getByRole('heading', { name: 'Terima kartu' })).toBeVisible();
  await scan(staff, await placeCode(station, 'locker', 1));
  await expect(staff.getByText('Loker 1 sedang tidak dapat dipakai.')).toBeVisible();
});

test('the head changes the promise, adds staff and checks the journal', async ({ staff }) => {
  await signIn(staff, 'admin');
  await staff.getByRole('link', { name: 'Pengaturan' }).click();
  await staff.getByRole('link', { name: 'Layanan dan janji' }).click();
  await staff.getByLabel('Janji layanan (menit)').fill('');
  await staff.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(staff.getByText('Periksa isian ini', { exact: false }).first()).toBeVisible();
  await staff.getByLabel('Janji layanan (menit)').fill('10');
  await staff.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(staff.getByText('Tersimpan.')).toBeVisible();

  await staff.getByRole('link', { name: 'Petugas' }).click();
  await staff.getByRole('button', { name: 'Tambah petugas' }).click();
  await staff.getByRole('dialog').getByLabel('Nama').fill('Ayu Lestari');
  await staff.getByRole('dialog').getByLabel('PIN').fill('192837');
  await staff.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(staff.getByRole('table')).toContainText('Ayu Lestari');

  await staff.getByRole('link', { name: 'Jurnal' }).click();
  await staff.getByRole('button', { name: 'Periksa rantai jurnal' }).click();
  await expect(staff.getByText(/Rantai utuh/)).toBeVisible();
});

test('a day that nobody closed stands before everything else until it is settled', async ({
  station,
  staff,
}) => {
  const token = await station.signIn('front');
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString();
  const entered = await station.ask<{ number: string }>('/visits/enter', {
    token,
    body: {
      submissionId: crypto.randomUUID(),
      kind: 'single',
      language: 'id',
      services: ['library'],
      person: { name: 'Ratna Juwita', sex: 'female', birthYear: 1988, phone: '0812 1111 2222' },
      reason: 'Listrik padam.',
      arrivedAt: yesterday,
    },
  });
  await signIn(staff);
  const gate = staff.getByRole('dialog', { name: /belum ditutup/ });
  await expect(gate).toBeVisible();
  await staff.keyboard.press('Escape');
  await expect(gate).toBeVisible();
  await gate.getByLabel(`Mengapa ${entered.body.number} tetap terbuka`).fill('Lupa dicatat pulang.');
  await gate.getByRole('button', { name: /Tutup hari/ }).click();
  await expect(gate).toBeHidden();
});
