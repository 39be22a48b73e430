/** Softcopies by the scanner: at the console, and by a visitor alone at the kiosk. */
import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { ServedStation } from '../helpers/served-station.ts';
import { startMailServer } from '../helpers/mail-server.ts';
import { jpegScan, pdfScan } from '../helpers/scans.ts';
import { findings } from './axe.ts';
import { expect, scan, test } from './fixtures.ts';
import { drawer, signIn, visitorInside } from './officer.ts';

const watchFolder = mkdtempSync(join(tmpdir(), 'loket-scanner-'));
const phonePort = 31_000 + Math.floor(Math.random() * 1_000);

test.describe.configure({ mode: 'serial' });
test.use({
  profile: {
    softcopy: { ...defaultProfile.softcopy, watchFolder, selfService: true },
    photocopy: { ...defaultProfile.photocopy, phonePort },
  },
});

/** The visit's panel, with a softcopy of one title begun. */
async function beginSoftcopy(staff: Page, station: ServedStation): Promise<void> {
  const visit = await visitorInside(station);
  await signIn(staff, 'front');
  await scan(staff, visit.code);
  await drawer(staff).getByRole('button', { name: 'Buat softcopy' }).click();
  await drawer(staff).getByLabel('Cari di katalog').fill('Dharmasraya Dalam Angka 2023');
  await drawer(staff)
    .getByRole('button', { name: /^Tambah “Dharmasraya/ })
    .click();
  await drawer(staff).getByLabel('Halaman').fill('1-3');
  expect(await findings(staff)).toEqual([]);
  await drawer(staff).getByRole('button', { name: 'Mulai memindai' }).click();
}

test('scans come by themselves, are joined, mailed by a real server, and downloaded once by a phone', async ({
  staff,
  station,
}) => {
  const mailbox = await startMailServer();
  await beginSoftcopy(staff, station);
  await expect(drawer(staff).getByText('Belum ada berkas di folder pemindai.')).toBeVisible();
  writeFileSync(join(watchFolder, 'hal-1.pdf'), await pdfScan(2));
  writeFileSync(join(watchFolder, 'hal-2.jpg'), jpegScan());
  await expect(drawer(staff).getByText('2 halaman')).toBeVisible({ timeout: 20_000 });
  await drawer(staff)
    .getByLabel(/hal-1\.pdf/)
    .check();
  await drawer(staff)
    .getByLabel(/hal-2\.jpg/)
    .check();
  expect(await findings(staff)).toEqual([]);
  await drawer(staff).getByRole('button', { name: 'Gabungkan 2 berkas' }).click();
  await expect(drawer(staff).getByText(/^3 halaman/)).toBeVisible();
  await expect(drawer(staff).getByText(/E-mail kantor belum diatur/)).toBeVisible();
  expect(await findings(staff)).toEqual([]);

  const token = await station.signIn('admin');
  const { profile } = (await station.ask<{ profile: typeof defaultProfile }>('/profile', { token })).body;
  const mail = {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none' as const,
    user: '',
    from: 'bps1311@bps.go.id',
  };
  const changed = { ...profile, softcopy: { ...profile.softcopy, mail } };
  await station.ask('/profile', { method: 'PUT', body: changed, token });
  await drawer(staff).getByRole('button', { name: 'Tutup' }).click();
  await drawer(staff)
    .getByRole('button', { name: /^Dharmasraya Dalam Angka 2023/ })
    .click();
  await expect(drawer(staff).getByLabel('Alamat e-mail')).toBeVisible();
  await drawer(staff).getByLabel('Alamat e-mail').fill('siti@contoh.id');
  await drawer(staff).getByRole('button', { name: 'Kirim' }).click();
  await expect(drawer(staff).getByText('diserahkan', { exact: true })).toBeVisible();
  expect(mailbox.letters.map(letter => letter.to)).toEqual(['siti@contoh.id']);

  await drawer(staff).getByText('Unduh dengan QR').click();
  const answered = staff.waitForResponse(response => response.url().endsWith('/deliveries'));
  await drawer(staff).getByRole('button', { name: 'Tampilkan QR' }).click();
  const { url } = (await (await answered).json()) as { url: string };
  await expect(drawer(staff).getByRole('img', { name: 'Unduh dengan QR' })).toBeVisible();
  expect(await findings(staff)).toEqual([]);
  const local = url.replace(/\/\/[^:]+:/, '//127.0.0.1:');
  expect(await (await fetch(local)).text()).toContain('Unduh sekarang');
  const take = async () => Buffer.from(await (await fetch(`${local}/file`)).arrayBuffer()).subarray(0, 5);
  const taken = await Promise.allSettled([take(), take()]);
  const files = taken.filter(one => one.status === 'fulfilled').map(one => one.value.toString());
  expect(files.filter(start => start === '%PDF-')).toHaveLength(1);
  expect((await fetch(`${local}/file`)).status).toBe(410);
  await mailbox.close();
});

test('the page of softcopies shows a letter that waits, sends it on a press, and finds nothing with axe', async ({
  staff,
  station,
}) => {
  const mailbox = await startMailServer();
  mailbox.refuseWith = 451;
  const token = await station.signIn('admin');
  const { profile } = (await station.ask<{ profile: typeof defaultProfile }>('/profile', { token })).body;
  const mail = { host: '127.0.0.1', port: mailbox.port, security: 'none', user: '', from: 'pst@bps.go.id' };
  await station.ask('/profile', {
    method: 'PUT',
    body: { ...profile, softcopy: { ...profile.softcopy, mail } },
    token,
  });
  await signIn(staff, 'front');
  await staff.getByRole('link', { name: 'Softcopy' }).click();
  await expect(staff.getByText('Belum ada softcopy hari ini')).toBeVisible();
  expect(await findings(staff), 'empty').toEqual([]);

  const visit = await visitorInside(station, 'Ratna Sari');
  const officer = await station.signIn('front');
  const ask = <T>(path: string, body: object) => station.ask<T>(path, { body, token: officer });
  const titles = [{ title: 'Kota Solok Dalam Angka 2023' }];
  const { id } = (await ask<{ id: string }>('/softcopies', { visitId: visit.id, titles })).body;
  const row = staff.getByRole('row', { name: new RegExp(visit.number) });
  await expect(row).toContainText('Menunggu pindaian');
  writeFileSync(join(watchFolder, 'ratna.pdf'), await pdfScan(2));
  await expect
    .poll(async () => (await ask(`/softcopies/${id}/files`, { names: ['ratna.pdf'] })).status, {
      timeout: 20_000,
      intervals: [1_000],
    })
    .toBe(200);
  await expect(row).toContainText('Siap diserahkan');
  await ask(`/softcopies/${id}/deliveries`, { way: 'email', address: 'ratna@contoh.id' });
  await expect(row).toContainText('dicoba lagi');
  await staff.getByText('Tertunda atau gagal').click();
  await expect(row).toBeVisible();
  expect(await findings(staff), 'put off').toEqual([]);
  mailbox.refuseWith = null;
  await staff.getByRole('button', { name: `Kirim sekarang surat untuk ${visit.number}` }).click();
  await expect(staff.getByText('Tidak ada softcopy dengan keadaan ini.')).toBeVisible();
  await staff.getByText('Semua', { exact: true }).click();
  await expect(row).toContainText('diserahkan');
  expect(mailbox.letters.map(letter => letter.to)).toEqual(['ratna@contoh.id']);
  await row.getByRole('button', { name: /^Buka softcopy/ }).click();
  await expect(drawer(staff).getByRole('heading', { name: `Softcopy ${visit.number}` })).toBeVisible();
  await mailbox.close();
});

test('a visitor scans alone: slip, title, files, and a code for the phone; nothing is left on the screen', async ({
  kiosk,
  station,
}) => {
  const visit = await visitorInside(station, 'Dewi Lestari');
  await kiosk.getByRole('button', { name: /Pindai ke softcopy/ }).click();
  await kiosk.getByRole('textbox', { name: 'Pindai slip atau tiket Anda' }).fill(visit.code);
  await kiosk.getByRole('button', { name: 'Lanjut' }).click();
  await kiosk.getByRole('textbox', { name: 'Apa yang Anda pindai?' }).fill('Kota Solok Dalam Angka');
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByRole('button', { name: 'Lanjut' }).click();
  await expect(kiosk.getByRole('heading', { name: 'Halaman berapa yang Anda pindai?' })).toBeVisible();
  await kiosk.getByRole('textbox').fill('2-1');
  await kiosk.getByRole('button', { name: 'Lanjut' }).click();
  await expect(kiosk.getByRole('alert')).toContainText('“2-1” terbalik');
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByRole('textbox').fill('1-2');
  await kiosk.getByRole('button', { name: 'Lanjut' }).click();
  await expect(kiosk.getByText('Menunggu berkas pertama …')).toBeVisible();
  writeFileSync(join(watchFolder, 'dewi.pdf'), await pdfScan(2));
  await expect(kiosk.getByText('2 halaman')).toBeVisible({ timeout: 20_000 });
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByRole('button', { name: 'Gabungkan' }).click();
  await kiosk.getByRole('button', { name: /Unduh ke ponsel/ }).click();
  await expect(kiosk.getByRole('heading', { name: 'Pindai dengan ponsel Anda' })).toBeVisible();
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByRole('button', { name: 'Selesai' }).click();
  await expect(kiosk.getByRole('button', { name: /Isi buku tamu/ })).toBeVisible();
  expect(await kiosk.content()).not.toContain('Solok');
});

test('a visitor takes a published PDF from the search without scanning, or chooses to scan it', async ({
  kiosk,
  station,
}) => {
  const whole = await pdfScan(3);
  const library = createServer((_, response) => void response.end(whole));
  library.listen(0, '127.0.0.1');
  await once(library, 'listening');
  const pdf = `http://127.0.0.1:${(library.address() as AddressInfo).port}/buku.pdf`;
  const token = await station.signIn('librarian');
  await station.ask('/publications', { body: { title: 'Statistik Karet Dharmasraya 2024', pdf }, token });
  const visit = await visitorInside(station, 'Rahmat Hidayat');
  await kiosk.getByRole('button', { name: /^Cari publikasi/ }).click();
  await kiosk.getByRole('textbox').fill('statistk karet');
  await kiosk.getByRole('button', { name: /^Statistik Karet/ }).click();
  await kiosk.getByRole('button', { name: 'Bawa berkas PDF-nya' }).click();
  await kiosk.getByRole('textbox', { name: 'Pindai slip atau tiket Anda' }).fill(visit.code);
  await kiosk.getByRole('button', { name: 'Lanjut' }).click();
  await expect(kiosk.getByText('sudah terbit sebagai PDF', { exact: false })).toBeVisible();
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByRole('button', { name: 'Pindai sendiri' }).click();
  await expect(kiosk.getByRole('heading', { name: 'Halaman berapa yang Anda pindai?' })).toBeVisible();
  await kiosk.getByRole('button', { name: 'Kembali' }).click();
  await kiosk.getByRole('button', { name: 'Cari di katalog' }).click();
  await kiosk.getByRole('textbox').fill('karet');
  await kiosk.getByRole('button', { name: /^Statistik Karet/ }).click();
  await kiosk.getByRole('button', { name: 'Bawa berkas PDF-nya' }).click();
  await kiosk.getByRole('button', { name: 'Bawa PDF utuh' }).click();
  const answered = kiosk.waitForResponse(response => response.url().endsWith('/deliveries'));
  await kiosk.getByRole('button', { name: /Unduh ke ponsel/ }).click();
  const { url } = (await (await answered).json()) as { url: string };
  const file = await fetch(`${url.replace(/\/\/[^:]+:/, '//127.0.0.1:')}/file`);
  expect(Buffer.from(await file.arrayBuffer()).equals(whole)).toBe(true);
  library.close();
});
