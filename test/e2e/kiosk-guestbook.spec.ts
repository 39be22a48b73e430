import type { OfficeProfile } from '../../src-main/profile/schema.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { ServedStation } from '../helpers/served-station.ts';
import { expect, test } from './fixtures.ts';
import { isSound } from './sound.ts';
import { answerWith, asks, fillShortForm, numberGiven, siti, tapKeys, touch } from './visitor.ts';

interface Card {
  number: string;
  name: string | null;
  kind: string;
  people: number;
  language: string;
}

async function board(station: ServedStation): Promise<Card[]> {
  const token = await station.signIn('front');
  return (await station.ask<{ cards: Card[] }>('/board', { token })).body.cards;
}

test('a visitor signs with the keys on the screen and gets a number, a code and a time', async ({
  kiosk,
  station,
}) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Setuju dan lanjut');
  await tapKeys(kiosk, "nur'aini");
  const name = kiosk.getByRole('textbox', { name: 'Siapa nama Anda?' });
  await expect(name).toHaveValue("Nur'aini");
  const erase = kiosk.getByRole('button', { name: 'Hapus satu huruf' });
  await erase.hover();
  await kiosk.mouse.down();
  await expect(name, 'a key that is held types on').toHaveValue('');
  await kiosk.mouse.up();
  await tapKeys(kiosk, "nur'ainii");
  await erase.evaluate((key: HTMLElement) => key.click());
  await expect(name, 'a screen reader presses without touching').toHaveValue("Nur'aini");
  await touch(kiosk, 'Lanjut');
  await tapKeys(kiosk, '1994');
  await touch(kiosk, 'Lanjut');
  await touch(kiosk, 'Perempuan');
  await tapKeys(kiosk, '081234567890');
  await touch(kiosk, 'Lanjut');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  expect(await numberGiven(kiosk)).toBe('P-001');
  await expect(kiosk.getByText(/Anda akan dilayani sebelum pukul \d\d\.\d\d WIB/)).toBeVisible();
  await expect(kiosk.getByRole('img', { name: /Kode kunjungan V\w{8}/ })).toBeVisible();
  expect(await board(station)).toMatchObject([
    { number: 'P-001', name: "Nur'aini", kind: 'single', language: 'id' },
  ]);
});

test('the same in English, on every screen', async ({ kiosk, station }) => {
  await kiosk.getByRole('button', { name: 'English' }).click();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en');
  await touch(kiosk, 'Sign the guestbook');
  await asks(kiosk, 'Who is visiting?');
  await touch(kiosk, 'Myself');
  await asks(kiosk, 'Your data in this office');
  await touch(kiosk, 'Agree and continue');
  await kiosk.getByRole('textbox', { name: 'What is your name?' }).fill('Muh. Ali');
  await touch(kiosk, 'Next');
  await kiosk.getByRole('textbox').fill('1940');
  await touch(kiosk, 'Next');
  await touch(kiosk, 'Male');
  await touch(kiosk, 'Email');
  await kiosk.getByRole('textbox').fill('ali@mail.bps.go.id');
  await touch(kiosk, 'Next');
  await touch(kiosk, 'Statistical consultation');
  await touch(kiosk, 'Send');
  expect(await numberGiven(kiosk)).toBe('K-001');
  await expect(kiosk.getByText(/You will be served before \d\d:\d\d WIB/)).toBeVisible();
  await touch(kiosk, 'Done');
  await asks(kiosk, 'Selamat datang');
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'id');
  expect((await board(station))[0]).toMatchObject({ name: 'Muh. Ali', language: 'en' });
});

test('going back keeps every answer, and an answer that does not fit says what to do', async ({ kiosk }) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Setuju dan lanjut');
  await touch(kiosk, 'Lanjut');
  await expect(kiosk.getByRole('alert')).toContainText('Mohon isi nama dengan huruf');
  await answerWith(kiosk, 'Siapa nama Anda?', 'Siti, S.Si');
  await kiosk.getByRole('textbox').fill('1066');
  await touch(kiosk, 'Lanjut');
  await expect(kiosk.getByRole('alert')).toContainText(/Mohon isi tahun antara \d{4} dan \d{4}/);
  await touch(kiosk, 'Kembali');
  await expect(kiosk.getByRole('textbox')).toHaveValue('Siti, S.Si');
  await touch(kiosk, 'Lanjut');
  await expect(kiosk.getByRole('textbox')).toHaveValue('1066');
});

test('a group signs once, with its leader and the number of men and women', async ({ kiosk, station }) => {
  await touch(kiosk, 'Rombongan');
  await touch(kiosk, 'Setuju dan lanjut');
  await answerWith(kiosk, 'Siapa nama ketua rombongan?', 'Rina Marlina');
  await asks(kiosk, 'Berapa orang rombongan Anda?');
  await kiosk.getByRole('textbox', { name: 'Laki-laki' }).fill('12');
  await kiosk
    .getByRole('group', { name: 'Perempuan' })
    .getByRole('button', { name: 'Tambah' })
    .click({ clickCount: 2 });
  await expect(kiosk.getByText('Jumlah 14 orang')).toBeVisible();
  await touch(kiosk, 'Lanjut');
  await answerWith(kiosk, 'Bagaimana kami dapat menghubungi Anda?', '0754-451548');
  await answerWith(kiosk, 'Dari instansi atau sekolah mana?', 'SMAN 1 Pulau Punjung');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  expect(await board(station)).toMatchObject([{ kind: 'group', people: 14, name: 'Rina Marlina' }]);
});

test('a birth year under 17 leads to the child’s form: no contact, but who is with them', async ({
  kiosk,
  station,
}) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Setuju dan lanjut');
  await answerWith(kiosk, 'Siapa nama Anda?', 'Budi');
  await answerWith(kiosk, 'Tahun berapa Anda lahir?', String(new Date().getFullYear() - 10));
  await touch(kiosk, 'Laki-laki');
  await answerWith(kiosk, 'Siapa yang mendampingi?', 'Bu Rina');
  await touch(kiosk, 'Guru');
  await asks(kiosk, 'Layanan apa yang Anda perlukan?');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  expect(await board(station)).toMatchObject([{ kind: 'child', name: 'Budi' }]);
});

test('somebody with a companion names them and may say what helps', async ({ kiosk, station }) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Dengan pendamping');
  await touch(kiosk, 'Setuju dan lanjut');
  await answerWith(kiosk, 'Siapa nama Anda?', 'Suharto');
  await answerWith(kiosk, 'Tahun berapa Anda lahir?', '1938');
  await touch(kiosk, 'Laki-laki');
  await answerWith(kiosk, 'Siapa yang mendampingi?', 'Dewi');
  await touch(kiosk, 'Keluarga');
  await answerWith(kiosk, 'Bagaimana kami dapat menghubungi Anda?', '+60 12-345 6789');
  await touch(kiosk, 'Disabilitas Sensorik');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  expect(await board(station)).toMatchObject([{ kind: 'accompanied', name: 'Suharto' }]);
});

test('who refuses the notice is served all the same, and no person is stored', async ({ kiosk, station }) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  const sent = kiosk.waitForRequest(
    request => request.method() === 'POST' && request.url().endsWith('/api/visits'),
  );
  await touch(kiosk, 'Lanjut tanpa data diri');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  expect((await sent).postDataJSON()).not.toHaveProperty('person');
  expect(await board(station)).toMatchObject([{ name: null }]);
});

test('who has neither phone nor email is served by name, and changes their mind by going back', async ({
  kiosk,
  station,
}) => {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  await touch(kiosk, 'Setuju dan lanjut');
  await answerWith(kiosk, 'Siapa nama Anda?', 'Siti');
  await answerWith(kiosk, 'Tahun berapa Anda lahir?', '1950');
  await touch(kiosk, 'Perempuan');
  await touch(kiosk, 'Saya tidak punya keduanya');
  await touch(kiosk, 'Kembali');
  await expect(kiosk.getByRole('heading', { name: 'Bagaimana kami dapat menghubungi Anda?' })).toBeVisible();
  await touch(kiosk, 'Saya tidak punya keduanya');
  await touch(kiosk, 'Perpustakaan');
  await touch(kiosk, 'Kirim');
  await numberGiven(kiosk);
  expect(await board(station)).toMatchObject([{ name: 'Siti' }]);
});

test.describe('with the full profile', () => {
  const profile: Partial<OfficeProfile> = { kiosk: { ...defaultProfile.kiosk, form: 'full' } };
  test.use({ profile });

  test('the survey’s first block is asked in large text, and "other" asks for words', async ({
    kiosk,
    station,
  }) => {
    await touch(kiosk, 'Teks besar');
    await touch(kiosk, 'Isi buku tamu');
    await touch(kiosk, 'Saya sendiri');
    await isSound(kiosk, 'notice');
    await touch(kiosk, 'Setuju dan lanjut');
    await answerWith(kiosk, 'Siapa nama Anda?', siti.name);
    await answerWith(kiosk, 'Tahun berapa Anda lahir?', siti.birthYear);
    await touch(kiosk, 'Perempuan');
    await answerWith(kiosk, 'Bagaimana kami dapat menghubungi Anda?', siti.phone!);
    await isSound(kiosk, 'education');
    await touch(kiosk, 'D4/S1');
    await touch(kiosk, 'Lainnya');
    await answerWith(kiosk, 'Apa pekerjaan utama Anda?', 'Petani');
    await isSound(kiosk, 'kind of institution');
    await touch(kiosk, 'Swasta');
    await answerWith(kiosk, 'Apa nama instansi Anda?', 'Kelompok Tani 3');
    await touch(kiosk, 'Penelitian');
    await touch(kiosk, 'Lewati');
    const sent = kiosk.waitForRequest(
      request => request.method() === 'POST' && request.url().endsWith('/api/visits'),
    );
    await touch(kiosk, 'Perpustakaan');
    await touch(kiosk, 'Kirim');
    await numberGiven(kiosk);
    expect((await sent).postDataJSON()).toMatchObject({
      purpose: 'research',
      person: {
        education: 'bachelor',
        occupation: 'other',
        occupationOther: 'Petani',
        institution: 'Kelompok Tani 3',
      },
    });
    expect(await board(station)).toHaveLength(1);
  });
});

test('a double tap and an impatient third press make one visit', async ({ kiosk, station }) => {
  await fillShortForm(kiosk, siti);
  await kiosk.getByRole('button', { name: 'Kirim' }).click({ clickCount: 3, delay: 5 });
  const number = await numberGiven(kiosk);
  // The way out of the last screen lies where "send" lay.
  for (const _ of [1, 2]) await kiosk.mouse.down().then(() => kiosk.mouse.up());
  await expect(kiosk.getByText(number)).toBeVisible();
  expect(await board(station)).toHaveLength(1);
});

test('somebody who signs a second time on the same day keeps the first number', async ({
  kiosk,
  station,
}) => {
  await fillShortForm(kiosk, siti);
  await touch(kiosk, 'Kirim');
  const number = await numberGiven(kiosk);
  await touch(kiosk, 'Selesai');
  await fillShortForm(kiosk, { ...siti, name: 'NUR’AINI PUTRI', phone: '+62 812-3456-7890' });
  await touch(kiosk, 'Kirim');
  await asks(kiosk, 'Anda sudah terdaftar hari ini');
  expect(await numberGiven(kiosk)).toBe(number);
  expect(await board(station)).toHaveLength(1);
});
