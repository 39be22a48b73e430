import { expect, scan, test } from './fixtures.ts';
import { answerWith, asks, cardCode, fillShortForm, numberGiven, siti, touch } from './visitor.ts';

test.beforeEach(async ({ kiosk }) => {
  await fillShortForm(kiosk, siti, { remember: true });
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  await touch(kiosk, 'Selesai');
  await asks(kiosk, 'Selamat datang');
});

test('a visitor card scanned on the first screen leads straight to the services', async ({
  kiosk,
  station,
}) => {
  await scan(kiosk, cardCode(station));
  await touch(kiosk, 'Setuju dan lanjut');
  await asks(kiosk, 'Layanan apa yang Anda perlukan?');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  expect(await numberGiven(kiosk)).toBe('P-001');
});

test('a card’s code can be typed, and a misread one is explained', async ({ kiosk, station }) => {
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await answerWith(kiosk, 'Pindai kartu pengunjung Anda', 'C1234567X');
  await asks(kiosk, 'Belum berhasil');
  await touch(kiosk, 'Coba lagi');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await answerWith(kiosk, 'Pindai kartu pengunjung Anda', cardCode(station));
  await asks(kiosk, 'Data Anda di kantor ini');
});

test('phone and birth year lead to a question that shows no stored data', async ({ kiosk }) => {
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Pakai nomor telepon');
  await answerWith(kiosk, 'Berapa nomor telepon Anda?', '+62 812 3456 7890');
  await answerWith(kiosk, 'Tahun berapa Anda lahir?', siti.birthYear);
  await asks(kiosk, 'Mana inisial nama Anda?');
  await expect(kiosk.getByRole('group', { name: 'Mana inisial nama Anda?' }).getByRole('button')).toHaveCount(
    6,
  );
  await expect(kiosk.locator('main')).not.toContainText(/Nur|aini|Putri|0812/);
  await touch(kiosk, 'NP');
  await touch(kiosk, 'Setuju dan lanjut');
  await touch(kiosk, 'Konsultasi statistik');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
});

test('somebody unknown gets the same question, and the guestbook afterwards', async ({ kiosk }) => {
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Pakai nomor telepon');
  await answerWith(kiosk, 'Berapa nomor telepon Anda?', '081399998888');
  await answerWith(kiosk, 'Tahun berapa Anda lahir?', '1980');
  await expect(kiosk.getByRole('group', { name: 'Mana inisial nama Anda?' }).getByRole('button')).toHaveCount(
    6,
  );
  await touch(kiosk, 'Tidak ada');
  await asks(kiosk, 'Kami belum dapat mengenali Anda');
  await touch(kiosk, 'Isi buku tamu');
  await asks(kiosk, 'Siapa yang berkunjung?');
});
