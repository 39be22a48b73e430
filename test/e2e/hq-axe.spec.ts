import { findings } from './axe.ts';
import { expect, open, signIn, test } from './hq-fixtures.ts';

const pages = [
  '/',
  '/offices/1301/days',
  '/offices/1301/stations',
  '/offices/1301/proof',
  '/offices/1501/proof',
  '/publish',
  '/publish/new',
  '/requests',
  '/requests/new',
  '/consents',
  '/accounts',
  '/sessions',
  '/audit',
  '/me',
];

for (const language of ['ID', 'EN'] as const) {
  test(`axe finds nothing at headquarters (${language})`, async ({ hq }) => {
    test.slow();
    await hq.getByRole('button', { name: new RegExp(`^${language}:`) }).click();
    expect(await findings(hq), 'login').toEqual([]);
    await hq.getByRole('button', { name: /^(Saya punya kode|I have a one-time)/ }).click();
    expect(await findings(hq), 'one-time code').toEqual([]);
    await hq.getByRole('button', { name: /^(Kembali ke|Back to)/ }).click();
    await signIn(hq);
    for (const path of pages) {
      await open(hq, path);
      await expect(hq.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(hq.locator('.bone')).toHaveCount(0);
      expect(await findings(hq), path).toEqual([]);
    }
    await open(hq, '/offices/1301/days');
    await hq.locator('summary', { hasText: /^(Tabel angka|A table of)/ }).click();
    expect(await findings(hq), 'table of days').toEqual([]);
    await open(hq, '/offices/1301/stations');
    await hq.getByRole('button', { name: /^(Cabut|Revoke)$/ }).click();
    expect(await findings(hq), 'revoke').toEqual([]);
    await hq.keyboard.press('Escape');
    await hq.getByRole('button', { name: /^(Daftarkan stasiun|Enrol a station)$/ }).click();
    await hq.getByRole('button', { name: /^(Buat kode|Make the code)$/ }).click();
    await expect(hq.locator('.enrol-code')).toBeVisible();
    expect(await findings(hq), 'enrolment code').toEqual([]);
  });
}
