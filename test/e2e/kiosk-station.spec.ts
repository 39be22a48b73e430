import { expect, test } from './fixtures.ts';
import { asks, fillShortForm, numberGiven, siti, touch } from './visitor.ts';

test('a stopped station is met calmly, and the visit is stored once when it is back', async ({
  kiosk,
  station,
}) => {
  await fillShortForm(kiosk, siti);
  await station.kill();
  await touch(kiosk, 'Kirim');
  await asks(kiosk, 'Mohon tunggu sebentar');
  await expect(kiosk.getByText('Isian Anda aman di layar ini')).toBeVisible();
  await station.start();
  expect(await numberGiven(kiosk)).toBe('P-001');
  const token = await station.signIn('front');
  expect((await station.ask<{ cards: unknown[] }>('/board', { token })).body.cards).toHaveLength(1);
});

test('a frozen station stores the visit once, however often it was asked', async ({ kiosk, station }) => {
  await fillShortForm(kiosk, siti);
  station.freeze();
  await touch(kiosk, 'Kirim');
  await expect(kiosk.getByRole('heading', { name: /Sedang menyimpan|Mohon tunggu sebentar/ })).toBeVisible();
  await expect(kiosk.getByText('Isian Anda aman di layar ini')).toBeVisible({ timeout: 15_000 });
  station.thaw();
  expect(await numberGiven(kiosk)).toBe('P-001');
  const token = await station.signIn('front');
  expect((await station.ask<{ cards: unknown[] }>('/board', { token })).body.cards).toHaveLength(1);
});

test('a full disk is met the same way', async ({ kiosk }) => {
  let tries = 0;
  await kiosk.route('**/api/visits', route => {
    tries += 1;
    if (tries > 1) return route.continue();
    const message = { id: 'Penyimpanan stasiun penuh', en: 'Full' };
    return route.fulfill({ status: 507, json: { code: 'request.storageFull', message, details: {} } });
  });
  await fillShortForm(kiosk, siti);
  await touch(kiosk, 'Kirim');
  await asks(kiosk, 'Mohon tunggu sebentar');
  await expect(kiosk.getByText(/Kode: request.storageFull/)).toBeVisible();
  await numberGiven(kiosk);
});

test('what was typed can be looked at again while the station is silent', async ({ kiosk, station }) => {
  await fillShortForm(kiosk, siti);
  await station.kill();
  await touch(kiosk, 'Kirim');
  await touch(kiosk, 'Periksa isian');
  await expect(kiosk.getByRole('button', { name: 'Perpustakaan' })).toHaveAttribute('aria-pressed', 'true');
  await station.start();
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
});

test('an officer is called from any screen, and promised only when the call arrived', async ({
  kiosk,
  station,
}) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Panggil petugas');
  await expect(kiosk.getByRole('dialog', { name: 'Petugas sedang menuju ke sini' })).toBeVisible();
  await touch(kiosk, 'Baik');
  await asks(kiosk, 'Siapa yang berkunjung?');
  const token = await station.signIn('front');
  const calls = async () =>
    (await station.ask<{ helpCalls: { kiosk: string }[] }>('/board', { token })).body.helpCalls;
  expect(await calls()).toMatchObject([{ kiosk: 'Kios' }]);

  // A second kiosk has its name from its address.
  await kiosk.goto(`${station.kioskUrl}/?nama=Kios 2`);
  await touch(kiosk, 'Panggil petugas');
  await expect(kiosk.getByRole('dialog', { name: 'Petugas sedang menuju ke sini' })).toBeVisible();
  expect(await calls()).toMatchObject([{ kiosk: 'Kios' }, { kiosk: 'Kios 2' }]);
  await touch(kiosk, 'Baik');
  await station.kill();
  await touch(kiosk, 'Panggil petugas');
  await expect(kiosk.getByRole('dialog', { name: 'Silakan datang ke meja petugas' })).toBeVisible();
});

test.describe('before the set-up', () => {
  test.use({ setUp: false });

  test('the kiosk says where help is, and is live once the office is set up', async ({ kiosk, station }) => {
    await asks(kiosk, 'Kios ini sedang disiapkan');
    await station.setUp();
    await asks(kiosk, 'Selamat datang');
  });
});
