import { inviteAdmin } from '../../src-central/accounts/store.ts';
import {
  emailOf,
  expect,
  password,
  phoneCode,
  signIn,
  takeRecoveryCode,
  test,
  typeLogin,
} from './hq-fixtures.ts';

test.describe('on a new server', () => {
  test.use({ begun: false });

  test('the code of the console makes the first administrator, with password, phone and recovery codes', async ({
    hq,
    central,
  }) => {
    const code = await inviteAdmin(central.central, 'test');
    await expect(hq.getByRole('heading', { name: 'Siapkan admin pertama' })).toBeVisible();
    await hq.getByLabel('Kode sekali pakai').fill('ABCD-EFGH-2345-6789');
    await hq.keyboard.press('Enter');
    await expect(hq.getByText('Kode sekali pakai ini tidak berlaku')).toBeVisible();
    // Small letters and no dashes are the same code.
    await hq.getByLabel('Kode sekali pakai').fill(code.toLowerCase().replaceAll('-', ' '));
    await hq.keyboard.press('Enter');

    await hq.getByLabel('Nama', { exact: true }).fill('Sari Dewi');
    await hq.getByLabel('E-mail').fill('Sari@contoh.go.id');
    await hq.getByLabel('Kata sandi baru').fill(password);
    await hq.getByLabel('Kata sandi sekali lagi').fill(`${password}!`);
    await expect(hq.getByText('Kedua kata sandi belum sama.')).toBeVisible();
    await hq.getByLabel('Kata sandi sekali lagi').fill(password);
    await hq.keyboard.press('Enter');

    await expect(hq.getByRole('img', { name: 'QR untuk aplikasi autentikator' })).toBeVisible();
    const secret = (await hq.locator('.entrance-secret code').innerText()).replaceAll(' ', '');
    await hq.getByLabel('Enam angka yang tampil di ponsel').fill('000000');
    await hq.keyboard.press('Enter');
    await expect(hq.getByText('Enam angka itu tidak cocok.')).toBeVisible();
    await hq.getByLabel('Enam angka yang tampil di ponsel').fill(phoneCode(secret));
    await hq.keyboard.press('Enter');

    await expect(hq.getByRole('list', { name: 'Kode cadangan' }).getByRole('listitem')).toHaveCount(10);
    const recovery = await hq.locator('.recovery code').allInnerTexts();
    await hq.getByRole('button', { name: 'Salin' }).click();
    expect(await hq.evaluate(() => navigator.clipboard.readText())).toBe(recovery.join('\n'));
    await hq.getByRole('checkbox').check();
    await hq.getByRole('button', { name: 'Mulai bekerja' }).click();
    await expect(hq.getByText('Satu dari 3 kantor perlu perhatian')).toBeVisible();
    await expect(hq.getByText('UJI COBA', { exact: true })).toBeVisible();
    await expect(hq.getByText('DEMO', { exact: true })).toBeVisible();

    // A recovery code opens one sign-in, and no second one.
    await hq.getByText('Sari Dewi').click();
    await hq.getByRole('button', { name: 'Keluar' }).click();
    await typeLogin(hq, 'sari@contoh.go.id', recovery[0]!);
    await expect(hq.getByRole('navigation', { name: 'Bagian' })).toBeVisible();
    await hq.reload();
    await typeLogin(hq, 'sari@contoh.go.id', recovery[0]!);
    await expect(hq.getByText('E-mail, kata sandi, atau kode tidak cocok.')).toBeVisible();
  });
});

test('wrong tries are told without saying what was wrong, and then have to wait', async ({ hq }) => {
  await typeLogin(hq, emailOf('admin'), '123456', 'bukan kata sandinya');
  await expect(hq.getByText('E-mail, kata sandi, atau kode tidak cocok.')).toBeVisible();
  for (let tried = 0; tried < 3; tried++) {
    await hq.getByLabel('Kode dari ponsel').fill('123456');
    await hq.getByRole('button', { name: 'Masuk' }).click();
    await expect(hq.getByLabel('Kode dari ponsel')).toHaveValue('');
  }
  await expect(hq.getByRole('button', { name: /Silakan coba lagi dalam \d+ detik/ })).toBeVisible();
});

test('a session that was ended elsewhere covers the page, which waits as it was', async ({ hq, central }) => {
  await signIn(hq);
  await hq.getByLabel('Cari nama atau kode kantor').fill('riau');
  await expect(hq.getByRole('row')).toHaveCount(2);
  await central.central.db.updateTable('account_session').set({ ended_at: new Date() }).execute();
  await expect(hq.getByRole('heading', { name: 'Silakan masuk kembali' })).toBeVisible({ timeout: 15_000 });
  await expect(hq.getByLabel('E-mail')).toHaveValue(emailOf('admin'));
  await expect(hq.getByLabel('E-mail')).not.toBeEditable();
  await hq.getByLabel('Kata sandi').fill(password);
  await hq.getByLabel('Kode dari ponsel').fill(takeRecoveryCode('admin'));
  await hq.keyboard.press('Enter');
  await expect(hq.getByRole('heading', { name: 'Silakan masuk kembali' })).toHaveCount(0);
  await expect(hq.getByLabel('Cari nama atau kode kantor')).toHaveValue('riau');
});
