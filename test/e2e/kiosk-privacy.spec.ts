import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { answerWith, asks, fillShortForm, numberGiven, siti, touch } from './visitor.ts';

/** Everything a page could keep for the next visitor. */
function kept(kiosk: Page) {
  return kiosk.evaluate(() => ({
    text: document.body.innerHTML,
    url: location.href,
    stores: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    history: history.length,
  }));
}

test('an untouched form warns after 45 seconds and is gone 30 seconds later', async ({ kiosk }) => {
  await kiosk.clock.install();
  await kiosk.reload();
  await kiosk.getByRole('button', { name: 'Teks besar' }).click();
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Setuju dan lanjut');
  await answerWith(kiosk, 'Siapa nama Anda?', siti.name);
  await kiosk.clock.runFor(44_000);
  await expect(kiosk.getByRole('alertdialog')).toBeHidden();
  await kiosk.clock.runFor(3_000);
  await expect(kiosk.getByRole('alertdialog', { name: 'Apakah Anda masih di sini?' })).toBeVisible();
  await touch(kiosk, 'Ya, saya masih di sini');
  await asks(kiosk, 'Tahun berapa Anda lahir?');
  await kiosk.clock.runFor(76_000);
  await asks(kiosk, 'Selamat datang');
  await expect(kiosk.locator('html')).toHaveAttribute('data-text', 'normal');
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Setuju dan lanjut');
  await expect(kiosk.getByRole('textbox')).toHaveValue('');
});

test('the last screen clears itself, and its waiting slip with it', async ({ kiosk }) => {
  await kiosk.clock.install();
  await kiosk.reload();
  await fillShortForm(kiosk, siti);
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  const forgotten = kiosk.waitForRequest(request => request.url().endsWith('/api/visits/forget'));
  await kiosk.clock.runFor(46_000);
  await asks(kiosk, 'Selamat datang');
  expect((await forgotten).postDataJSON()).toHaveProperty('submissionId');
});

test('nothing of a visitor is left in the page, its address or its stores', async ({ kiosk }) => {
  const before = await kept(kiosk);
  await fillShortForm(kiosk, siti);
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  await touch(kiosk, 'Selesai');
  await asks(kiosk, 'Selamat datang');
  const after = await kept(kiosk);
  expect(after.text).not.toMatch(/Nur|aini|1994|0812345/);
  expect({ ...after, text: '' }).toEqual({ ...before, text: '' });
});

test('leaving past the first question asks, and clears what was entered', async ({ kiosk }) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Kembali');
  await touch(kiosk, 'Kembali');
  await touch(kiosk, 'Lanjutkan mengisi');
  await asks(kiosk, 'Siapa yang berkunjung?');
  await touch(kiosk, 'Kembali');
  await touch(kiosk, 'Ya, hapus');
  await asks(kiosk, 'Selamat datang');
});

test('the notice is not agreed to, and nobody remembered, by default', async ({ kiosk }) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await expect(kiosk.getByRole('button', { name: /^Ingat saya/ })).toHaveAttribute('aria-pressed', 'false');
  await expect(kiosk.getByRole('listitem').first()).toContainText('Yang kami simpan');
});
