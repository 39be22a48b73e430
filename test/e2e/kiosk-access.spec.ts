import { expect, test } from './fixtures.ts';
import { isSound, sizes } from './sound.ts';
import { asks, touch } from './visitor.ts';

for (const [name, size] of Object.entries(sizes))
  test(`every screen is sound on a ${name} screen, with its look changed too`, async ({ kiosk }) => {
    test.slow();
    await kiosk.setViewportSize(size);
    await kiosk.emulateMedia({ reducedMotion: 'reduce' });
    await isSound(kiosk, 'attract');
    await touch(kiosk, 'Prosedur');
    await isSound(kiosk, 'procedure');
    await touch(kiosk, 'Tutup');
    await touch(kiosk, 'Pernah berkunjung');
    await isSound(kiosk, 'returning');
    await touch(kiosk, 'Saya punya kartu');
    await isSound(kiosk, 'card');
    await touch(kiosk, 'Kembali');
    await touch(kiosk, 'Kembali');
    await asks(kiosk, 'Selamat datang');
    if (name !== 'small') await touch(kiosk, 'Teks besar');
    if (name === 'small') await touch(kiosk, 'Kontras tinggi');
    if (name === 'wide') await touch(kiosk, 'Posisi rendah');
    await isSound(kiosk, 'attract changed');
    await touch(kiosk, 'Isi buku tamu');
    await isSound(kiosk, 'who');
    await touch(kiosk, 'Dengan pendamping');
    await isSound(kiosk, 'notice');
    await touch(kiosk, 'Setuju dan lanjut');
    await touch(kiosk, 'Lanjut');
    await isSound(kiosk, 'name with its mending');
    await kiosk.keyboard.type('Siti');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'year');
    await kiosk.keyboard.type('1950');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'sex');
    await touch(kiosk, 'Perempuan');
    await kiosk.keyboard.type('Dewi');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'relation');
    await touch(kiosk, 'Keluarga');
    await touch(kiosk, 'Email');
    await isSound(kiosk, 'e-mail');
    await kiosk.keyboard.type(`siti.${name}@gmail.com`);
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'disability');
    await touch(kiosk, 'Lewati');
    await touch(kiosk, 'Perpustakaan');
    await isSound(kiosk, 'services');
    await touch(kiosk, 'Panggil petugas');
    await isSound(kiosk, 'help');
    await touch(kiosk, 'Baik');
    await touch(kiosk, 'Kirim');
    await asks(kiosk, /sudah terdaftar/);
    await isSound(kiosk, 'ticket');
    await touch(kiosk, 'Selesai');
    await touch(kiosk, 'Rombongan');
    await touch(kiosk, 'Setuju dan lanjut');
    await kiosk.keyboard.type('Rina');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'counts');
  });

test('the focus goes to each question, or to its field', async ({ kiosk }) => {
  await touch(kiosk, 'Isi buku tamu');
  await expect(kiosk.getByRole('heading', { level: 1 })).toBeFocused();
  await touch(kiosk, 'Saya sendiri');
  await expect(kiosk.getByRole('heading', { name: 'Data Anda di kantor ini' })).toBeFocused();
  await touch(kiosk, 'Setuju dan lanjut');
  await expect(kiosk.getByRole('textbox', { name: 'Siapa nama Anda?' })).toBeFocused();
});

test('the first load is small, from the own origin, and few requests', async ({ browser, station }) => {
  const page = await browser.newPage({ viewport: sizes.upright });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const loaded: { url: string; type: string; bytes: number }[] = [];
  const seen = new Map<string, { url: string; type: string }>();
  session.on('Network.responseReceived', event =>
    seen.set(event.requestId, { url: event.response.url, type: event.type }),
  );
  session.on('Network.loadingFinished', event => {
    const response = seen.get(event.requestId);
    if (response && !response.url.startsWith('data:'))
      loaded.push({ ...response, bytes: event.encodedDataLength });
  });
  await page.goto(`${station.kioskUrl}/`);
  await asks(page, 'Selamat datang');
  await page.waitForTimeout(500);
  const bytesOf = (...types: string[]) =>
    loaded.filter(one => types.includes(one.type)).reduce((sum, one) => sum + one.bytes, 0);
  expect(bytesOf('Script', 'Stylesheet')).toBeLessThan(120_000);
  expect(bytesOf('Font')).toBeLessThan(60_000);
  const asked = [...seen.values()].map(one => one.url).filter(url => !url.startsWith('data:'));
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(10);
  expect(loaded.filter(one => !one.url.startsWith(station.kioskUrl))).toEqual([]);
  await page.close();
});
