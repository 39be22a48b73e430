import type { Browser } from '@playwright/test';
import { emailOf, expect, nameOf, open, password, phoneCode, signIn, test } from './hq-fixtures.ts';

async function secondScreen(browser: Browser, url: string) {
  const page = await (await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta' })).newPage();
  await page.goto(`${url}/hq`);
  return page;
}

test('a person is added, sets password and phone up with a code, and is dismissed', async ({
  hq,
  central,
  browser,
}) => {
  test.slow();
  await signIn(hq);
  await open(hq, '/accounts');
  await hq.getByRole('button', { name: 'Tambah orang' }).click();
  const dialog = hq.getByRole('dialog');
  await dialog.getByLabel('Nama').fill('Budi Operator');
  await dialog.getByLabel('E-mail').fill('budi@contoh.go.id');
  await dialog.getByLabel('Peran').selectOption('operator');
  await dialog.getByRole('button', { name: 'Tambah' }).click();
  const code = await hq.locator('.one-time-code').innerText();
  await hq.getByRole('button', { name: 'Selesai' }).click();
  const row = hq.getByRole('row', { name: /Budi Operator/ });
  await expect(row).toContainText('Menunggu disiapkan');

  const other = await secondScreen(browser, central.url);
  await other.getByRole('button', { name: 'Saya punya kode sekali pakai' }).click();
  await other.getByLabel('Kode sekali pakai').fill(code);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'Budi Operator' })).toBeVisible();
  await other.getByLabel('Kata sandi baru').fill(password);
  await other.getByLabel('Kata sandi sekali lagi').fill(password);
  await other.keyboard.press('Enter');
  const secret = (await other.locator('.entrance-secret code').innerText()).replaceAll(' ', '');
  await other.getByLabel('Enam angka yang tampil di ponsel').fill(phoneCode(secret));
  await other.keyboard.press('Enter');
  await other.getByRole('checkbox').check();
  await other.getByRole('button', { name: 'Mulai bekerja' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Kantor' })).toBeVisible();

  await hq.getByRole('button', { name: 'Ubah Budi Operator' }).click();
  await hq.getByRole('dialog').getByRole('checkbox').uncheck();
  await hq.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(row).toContainText('Dinonaktifkan');
  await expect(other.getByRole('heading', { name: 'Silakan masuk kembali' })).toBeVisible({
    timeout: 15_000,
  });
  await other.context().close();
});

test('the last administrator cannot be dismissed', async ({ hq }) => {
  await signIn(hq);
  await open(hq, '/accounts');
  await hq.getByRole('button', { name: `Ubah ${nameOf.admin}` }).click();
  await hq.getByRole('dialog').getByLabel('Peran').selectOption('viewer');
  await hq.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(hq.getByText('Ini satu-satunya admin.')).toBeVisible();
});

test('sessions: one’s own, everybody’s for an administrator, and each can be ended', async ({
  hq,
  central,
  browser,
}) => {
  await signIn(hq);
  const other = await secondScreen(browser, central.url);
  await signIn(other, 'viewer');
  await open(other, '/sessions');
  await expect(other.getByText('Di mana saja Anda sedang masuk.')).toBeVisible();
  await expect(other.getByRole('row', { name: new RegExp(nameOf.admin) })).toHaveCount(0);
  await expect(other.getByText('Layar ini')).toHaveCount(1);

  await open(hq, '/sessions');
  const theirs = hq.getByRole('row', { name: new RegExp(nameOf.viewer) });
  // One from setting the account up, and the one on the other screen.
  await expect(theirs).toHaveCount(2);
  for (const left of [1, 0]) {
    await theirs.first().getByRole('button').click();
    await expect(theirs).toHaveCount(left);
  }
  await expect(other.getByRole('heading', { name: 'Silakan masuk kembali' })).toBeVisible({
    timeout: 15_000,
  });
  await other.context().close();

  await hq.getByText(nameOf.admin).first().click();
  await hq.getByRole('link', { name: 'Akun saya' }).click();
  await expect(hq.getByRole('heading', { level: 1, name: 'Akun saya' })).toBeVisible();
  await expect(hq.getByText(emailOf('admin')).first()).toBeVisible();
});

test('the audit tells what was done in plain words, searched and by office', async ({ hq }) => {
  await signIn(hq);
  await open(hq, '/audit');
  await expect(hq.getByText(/^Masuk dengan kode cadangan, dari /).first()).toBeVisible();
  await expect(hq.getByText(`Akun ${emailOf('viewer')} ditambahkan sebagai Pengamat`)).toBeVisible();
  await hq.getByLabel('Kode kantor').fill('1401');
  await expect(hq.getByText('Kantor diperiksa: semuanya cocok')).toHaveCount(1);
  await expect(hq.getByText('Stasiun terdaftar')).toBeVisible();
  await expect(hq.getByText(/^Masuk dengan/)).toHaveCount(0);
  await hq.getByLabel('Kode kantor').fill('9999');
  await expect(hq.getByText('Tidak ada catatan yang cocok')).toBeVisible();
});
