import type { Locator } from '@playwright/test';
import QRCode from 'qrcode';
import { makeCode } from '../../src-main/codes/rules.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { decodeWithZxing } from '../helpers/decode.ts';
import { FakePrinter } from '../helpers/fake-printer.ts';
import { expect, scan, test } from './fixtures.ts';
import { asked, formOf, handed, printed } from './librarian.ts';
import { codesOf, drawer, signIn, visitorInside, visitorSigns } from './officer.ts';
import { asks, tapKeys, touch } from './visitor.ts';

const yearbook = 'Kabupaten Dharmasraya Dalam Angka 2024';

test('from the kiosk to the co-op and back, every step by scanning', async ({ station, kiosk, staff }) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook, { pages: 40 });
  await handed(station, codes[0]!, visit.id);

  await touch(kiosk, 'Fotokopi');
  await asks(kiosk, 'Pindai tiket atau slip loker Anda');
  await scan(kiosk, visit.code);
  await asks(kiosk, 'Publikasi mana yang difotokopi?');
  await expect(kiosk.locator('main')).not.toContainText('Siti');
  await touch(kiosk, yearbook);
  await touch(kiosk, 'Lanjut');
  await asks(kiosk, 'Halaman berapa?');
  await tapKeys(kiosk, '1-5,41');
  await touch(kiosk, 'Lanjut');
  await expect(kiosk.getByRole('alert')).toContainText('“41” melewati halaman terakhir, yaitu 40.');
  await kiosk.locator('.osk').getByRole('button', { name: 'Hapus' }).tap();
  await kiosk.locator('.osk').getByRole('button', { name: 'Hapus' }).tap();
  await tapKeys(kiosk, '8');
  await expect(kiosk.getByText('6 halaman: 1-5, 8')).toBeVisible();
  await touch(kiosk, 'Lanjut');
  await asks(kiosk, 'Bagaimana difotokopi?');
  await kiosk.getByRole('button', { name: 'Tambah' }).click();
  await touch(kiosk, 'Lanjut');
  await asks(kiosk, 'Sudah benar?');
  await expect(kiosk.locator('main')).toContainText('2 rangkap · A4 · bolak-balik · 6 lembar');
  await expect(kiosk.locator('main')).toContainText('Hak Cipta');
  await touch(kiosk, 'Buat formulir');
  await asks(kiosk, 'Formulir fotokopi Anda sudah dibuat');
  await expect(kiosk.getByText('FC-001')).toBeVisible();
  const form = await kiosk.locator('.k-code').innerText();
  // There is no printer: the form is on the screen, form and stub, to be photographed.
  const picture = kiosk.getByRole('img', { name: `Formulir FC-001 dengan kode ${form}` });
  await expect(picture).toBeVisible();
  const seen = await decodeWithZxing(await wholePicture(picture));
  expect(seen).toEqual({ code128: [form, form], qr: [form, form] });
  await touch(kiosk, 'Selesai');
  await asks(kiosk, 'Selamat datang');

  await signIn(staff, 'librarian');
  await scan(staff, form);
  await expect(drawer(staff).getByRole('heading', { name: 'FC-001' })).toBeVisible();
  await expect(drawer(staff)).toContainText('belum dibawa');
  await scan(staff, codes[0]!);
  await expect(drawer(staff)).toContainText(`${codes[0]} · keluar`);
  await expect(staff.getByRole('region', { name: 'Di koperasi' })).toContainText(visit.number);
  await staff.keyboard.press('Escape');

  // The visitor is back: the stub, which carries the same code, and the publication.
  await scan(staff, form);
  await expect(drawer(staff)).toContainText('Pindai publikasi yang kembali.');
  await scan(staff, codes[0]!);
  await expect(drawer(staff)).toContainText('Publikasi sudah kembali ke rak.');
  await expect(staff.getByRole('region', { name: 'Di dalam' })).toContainText(visit.number);
  await scan(staff, form);
  await expect(staff.getByText('Formulir fotokopi ini sudah berakhir.')).toBeVisible();
});

/** A picture with all its dots, however small it is shown. */
async function wholePicture(picture: Locator): Promise<Buffer> {
  const url = await picture.evaluate((image: HTMLImageElement) => {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    return canvas.convertToBlob().then(
      blob =>
        new Promise<string>(resolve => {
          const reader = new FileReader();
          reader.addEventListener('load', () => resolve(reader.result as string));
          reader.readAsDataURL(blob);
        }),
    );
  });
  return Buffer.from(url.split(',')[1]!, 'base64');
}

test('the publication back before its stub is shelved at once and waits for the stub', async ({
  station,
  staff,
}) => {
  const visit = await visitorInside(station);
  const { codes, publicationId } = await printed(station, yearbook);
  const form = await formOf(station, visit.id, publicationId);
  await signIn(staff);
  // Quicker than any panel opens: the second scan waits for the first.
  await scan(staff, form.code, { restMs: 0 });
  await scan(staff, codes[0]!);
  await expect(drawer(staff)).toContainText('Saat kembali: pindai sobekan dan publikasinya.');
  await staff.keyboard.press('Escape');
  await scan(staff, codes[0]!);
  await expect(drawer(staff)).toContainText('Pindai sobekan, atau tutup tanpa sobekan.');
  await drawer(staff).getByRole('button', { name: 'Tutup tanpa sobekan' }).click();
  await expect(staff.getByText('FC-001 selesai.')).toBeVisible();
});

test('an officer fills in a form for somebody who does not use the kiosk', async ({ station, staff }) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook, { pages: 40 });
  await printed(station, 'Peta Wilayah Kerja Statistik', { notForCopying: true });
  await signIn(staff);
  await scan(staff, visit.code);
  await drawer(staff).getByRole('button', { name: 'Formulir fotokopi' }).click();
  await drawer(staff).getByRole('button', { name: 'Buat formulir' }).click();
  await expect(drawer(staff)).toContainText('Pilih paling sedikit satu publikasi.');
  await scan(staff, codes[0]!);
  const pages = drawer(staff).getByRole('textbox', { name: `Halaman dari ${yearbook}` });
  await pages.fill('12 s.d. 9');
  await expect(drawer(staff)).toContainText('“12-9” terbalik.');
  await pages.fill('hal. 9 s.d. 12 dan 14');
  await expect(drawer(staff)).toContainText('5 halaman: 9-12, 14');
  await drawer(staff).getByLabel('Cari judul lain').fill('peta wilayah');
  await drawer(staff).getByRole('button', { name: 'Tambah Peta Wilayah' }).click();
  await drawer(staff).getByRole('textbox', { name: 'Halaman dari Peta Wilayah' }).fill('1');
  await drawer(staff).getByRole('button', { name: 'Buat formulir' }).click();
  await expect(drawer(staff)).toContainText('Publikasi ini tidak boleh difotokopi.');
  await drawer(staff).getByRole('button', { name: 'Hapus Peta Wilayah' }).click();
  await drawer(staff).getByRole('button', { name: 'Buat formulir' }).click();
  await expect(drawer(staff).getByRole('heading', { name: 'FC-001' })).toBeVisible();
  await drawer(staff).getByRole('button', { name: 'Lihat formulir' }).click();
  await expect(drawer(staff).getByRole('img', { name: /Slip dengan kode/ })).toBeVisible();
});

test('what the printer puts on paper opens the form: form and stub, bars and square', async ({
  station,
  staff,
}) => {
  const printer = await FakePrinter.start();
  const admin = await station.signIn('admin');
  const { port } = printer;
  await station.ask('/profile', {
    method: 'PUT',
    token: admin,
    body: {
      ...defaultProfile,
      kiosk: { ...defaultProfile.kiosk, printTicket: false },
      printer: { kind: 'tcp', host: '127.0.0.1', port, widthMm: 58, codePage: 'pc858', supportsStatus: true },
    },
  });
  const visit = await visitorInside(station);
  const { publicationId } = await printed(station, yearbook);
  const form = await formOf(station, visit.id, publicationId);
  await signIn(staff, 'librarian');
  const sheetOfForm = async () => {
    for (const sheet of printer.sheets) {
      const read = await decodeWithZxing(sheet.toPng());
      if (read.qr.includes(form.code)) return read;
    }
    return null;
  };
  await expect.poll(sheetOfForm, { timeout: 15_000 }).not.toBeNull();
  const read = (await sheetOfForm())!;
  expect(read).toEqual({ code128: [form.code, form.code], qr: [form.code, form.code] });
  for (const code of [read.code128[1]!, read.qr[1]!]) {
    await scan(staff, code);
    await expect(drawer(staff).getByRole('heading', { name: form.number })).toBeVisible();
    await staff.keyboard.press('Escape');
    await expect(drawer(staff)).toHaveCount(0);
  }
  await printer.stop();
});

test('a slip held before the kiosk’s camera begins a form', async ({ station, kiosk }) => {
  const visit = await visitorInside(station);
  const picture = await QRCode.toDataURL(visit.code, { width: 320, margin: 4 });
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
  await touch(kiosk, 'Fotokopi');
  await touch(kiosk, 'Pakai kamera');
  await expect(kiosk.getByRole('heading', { name: 'Publikasi mana yang difotokopi?' })).toBeVisible({
    timeout: 20_000,
  });
});

test('a slip held up on the first screen offers the form', async ({ station, kiosk }) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook);
  await handed(station, codes[0]!, visit.id);
  await scan(kiosk, (await codesOf(station, visit.id)).slip);
  // The first screen has a button of the same name.
  await asks(kiosk, 'Ini slip kunjungan');
  await touch(kiosk, 'Fotokopi');
  await asks(kiosk, 'Publikasi mana yang difotokopi?');
  await expect(kiosk.getByRole('button', { name: yearbook })).toBeVisible();
});

test('who has not been served, or scans something else, is told what to do', async ({ station, kiosk }) => {
  const { codes } = await printed(station, yearbook);
  await touch(kiosk, 'Fotokopi');
  await asks(kiosk, 'Pindai tiket atau slip loker Anda');
  await scan(kiosk, codes[0]!);
  await expect(kiosk.getByRole('alert')).toContainText('Ini bukan tiket atau slip loker');
  await kiosk.getByRole('textbox').fill(makeCode('visit'));
  await touch(kiosk, 'Lanjut');
  await expect(kiosk.locator('main')).toContainText('tidak dikenal di kantor ini');
  await touch(kiosk, 'Periksa isian');
  await asks(kiosk, 'Pindai tiket atau slip loker Anda');
  const waiting = await visitorSigns(station);
  await kiosk.getByRole('textbox').fill(waiting.code);
  await touch(kiosk, 'Lanjut');
  await asks(kiosk, 'Formulir belum dapat dibuat');
  await expect(kiosk.locator('main')).toContainText('Silakan menuju meja petugas');
});

test.describe('an office whose co-op may confirm by phone', () => {
  const phonePort = 21_000 + Math.floor(Math.random() * 8_000);
  test.use({ profile: { photocopy: { ...defaultProfile.photocopy, phonePort } } });

  test('the stub opens on a phone, once, and the console sees it at once', async ({
    browser,
    station,
    staff,
  }) => {
    const visit = await visitorInside(station);
    const { codes, publicationId } = await printed(station, yearbook);
    const form = await formOf(station, visit.id, publicationId);
    const librarian = await asked(station);
    await librarian.post(`/photocopies/${form.id}/out`, { code: codes[0] });
    const token = await station.signIn('front');
    const image = await fetch(`${station.staffUrl}/api/slips/${form.slipId}/image`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { qr } = await decodeWithZxing(Buffer.from(await image.arrayBuffer()));
    const stub = qr.find(text => text.startsWith('HTTP'))!;
    expect(stub).toContain(`:${phonePort}/K/${form.code}/`);

    await signIn(staff, 'librarian');
    await staff.goto(`${station.staffUrl}/#/photocopies`);
    await expect(staff.getByRole('row', { name: /FC-001/ })).toContainText('Di koperasi');
    const context = await browser.newContext({ viewport: { width: 390, height: 780 }, isMobile: true });
    const phone = await context.newPage();
    await phone.goto(stub);
    await expect(phone.getByRole('heading', { name: 'FC-001' })).toBeVisible();
    await expect(phone.getByText('Halaman 1-5, 8')).toBeVisible();
    await phone.getByRole('button', { name: /Sudah difotokopi/ }).click();
    await expect(phone.getByRole('heading', { name: 'Terima kasih' })).toBeVisible();
    await expect(staff.getByRole('row', { name: /FC-001/ })).toContainText('Sudah difotokopi');
    await scan(staff, stub);
    await expect(drawer(staff)).toContainText('koperasi mengonfirmasi lewat ponsel');
    await phone.goto(stub);
    await expect(phone.getByText('Kode ini sudah dipakai')).toBeVisible();
    await context.close();
  });
});

test.describe('an office that waits five minutes for the co-op', () => {
  test.use({ profile: { lockMinutes: 60, photocopy: { ...defaultProfile.photocopy, outMinutes: 5 } } });

  test('a publication that is out for longer is called on every page', async ({ station, staff }) => {
    const visit = await visitorInside(station);
    const { codes, publicationId } = await printed(station, yearbook);
    const form = await formOf(station, visit.id, publicationId);
    const librarian = await asked(station);
    await staff.clock.install();
    await staff.reload();
    await signIn(staff, 'librarian');
    await librarian.post(`/photocopies/${form.id}/out`, { code: codes[0] });
    await expect(staff.getByRole('region', { name: 'Di koperasi' })).toContainText(visit.number);
    await expect(staff.getByRole('alert').filter({ hasText: 'FC-001' })).toBeHidden();
    await staff.clock.fastForward('05:10');
    const bar = staff.getByRole('alert').filter({ hasText: 'FC-001' });
    await expect(bar).toContainText('sudah lebih dari 5 menit di koperasi');
    await staff.getByRole('link', { name: 'Loker' }).click();
    await expect(bar).toBeVisible();
    await bar.getByRole('button', { name: 'Lihat' }).click();
    await expect(drawer(staff).getByRole('heading', { name: 'FC-001' })).toBeVisible();
    await scan(staff, codes[0]!);
    await expect(bar).toBeHidden();
  });
});
