import { DatabaseSync } from 'node:sqlite';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import type { ServedStation } from '../helpers/served-station.ts';
import { expect, scan, test } from './fixtures.ts';
import { answerWith, asks, fillShortForm, numberGiven, siti, touch } from './visitor.ts';

/** What the officer prints on a visitor's card. */
function cardCode(station: ServedStation): string {
  const file = readdirSync(station.dataDir).find(name => /\.(db|sqlite)$/.test(name))!;
  const database = new DatabaseSync(join(station.dataDir, file), { readOnly: true });
  const row = database.prepare('select code from visitor where remembered = 1').get() as { code: string };
  database.close();
  return row.code;
}

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

test('a card held before the camera is read, with nothing fetched from elsewhere', async ({
  kiosk,
  station,
}) => {
  const elsewhere: string[] = [];
  kiosk.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(station.kioskUrl))
      elsewhere.push(request.url());
  });
  const picture = await QRCode.toDataURL(cardCode(station), { width: 320, margin: 4 });
  await kiosk.evaluate(async url => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    const pen = canvas.getContext('2d')!;
    setInterval(() => {
      pen.fillStyle = '#999';
      pen.fillRect(0, 0, 1280, 720);
      pen.drawImage(image, 480, 200);
    }, 50);
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(20));
  }, picture);
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await touch(kiosk, 'Pakai kamera');
  await expect(kiosk.getByRole('heading', { name: 'Data Anda di kantor ini' })).toBeVisible({
    timeout: 20_000,
  });
  expect(elsewhere).toEqual([]);
});

test('a kiosk without a camera says so and offers the keys', async ({ kiosk }) => {
  await kiosk.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await touch(kiosk, 'Pernah berkunjung');
  await touch(kiosk, 'Saya punya kartu pengunjung');
  await touch(kiosk, 'Pakai kamera');
  await expect(kiosk.getByRole('alert')).toContainText('Kamera tidak tersedia');
  await expect(kiosk.getByRole('textbox')).toBeVisible();
});
