import type { Language, Sentence } from '../../src-renderer/words.ts';
import { frameWords } from '../../src-renderer/words/kiosk.ts';
import { photocopyWords, publicationWords, searchWords } from '../../src-renderer/words/kiosk-library.ts';
import { readPages } from '../../src-renderer/words/pages.ts';
import { expect, test } from './fixtures.ts';
import { asked, handed, printed } from './librarian.ts';
import { visitorInside } from './officer.ts';
import { isSound, sizes } from './sound.ts';
import { asks, tapKeys, touch } from './visitor.ts';

const poverty = 'Profil Kemiskinan Kabupaten Dharmasraya 2023';
const yearbook = 'Kabupaten Dharmasraya Dalam Angka 2024';

test('a misspelt word is understood as it is typed, and the publication says where it stands', async ({
  station,
  kiosk,
}) => {
  await printed(station, poverty);
  await printed(station, yearbook);
  await touch(kiosk, 'Cari publikasi');
  await expect(kiosk.getByText('Terbaru di koleksi kami')).toBeVisible();
  await tapKeys(kiosk, 'kemiskian');
  await expect(kiosk.getByText('Menampilkan hasil untuk “kemiskinan”')).toBeVisible();
  await expect(kiosk.locator('.k-result')).toHaveCount(1);
  await touch(kiosk, poverty);
  await asks(kiosk, poverty);
  await expect(kiosk.getByText('Rak B-2 ada di rak')).toBeVisible();
  await touch(kiosk, 'Kembali');
  await expect(kiosk.getByRole('textbox')).toHaveValue('kemiskian');
});

test('a copy that somebody reads or copies is said to be out, without a name', async ({ station, kiosk }) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook);
  await handed(station, codes[0]!, visit.id);
  await touch(kiosk, 'Cari publikasi');
  await kiosk.getByRole('textbox').fill('dharmasraya dalam angka');
  await expect(kiosk.locator('.k-result')).toContainText('Sedang dibaca');
  await touch(kiosk, yearbook);
  await expect(kiosk.getByText('Rak B-2 sedang dibaca pengunjung lain')).toBeVisible();
  await expect(kiosk.locator('main')).not.toContainText(new RegExp(`Siti|${visit.number}`));
});

test('results are narrowed by year, place, subject and kind, and widened again', async ({
  station,
  kiosk,
}) => {
  for (const year of [2022, 2023, 2024]) await printed(station, `Kabupaten Dharmasraya Dalam Angka ${year}`);
  await touch(kiosk, 'Cari publikasi');
  await kiosk.getByRole('textbox').fill('dalam angka');
  await expect(kiosk.locator('.k-result')).toHaveCount(3);
  await touch(kiosk, 'Saring');
  const years = kiosk.getByRole('group', { name: 'Tahun' });
  await years.getByRole('button', { name: '2023' }).click();
  await kiosk.getByRole('button', { name: 'Tampilkan', exact: true }).click();
  await expect(kiosk.locator('.k-result')).toHaveCount(1);
  await touch(kiosk, 'Saring \\(1\\)');
  await touch(kiosk, 'Hapus saringan');
  await kiosk.getByRole('button', { name: 'Tampilkan', exact: true }).click();
  await expect(kiosk.locator('.k-result')).toHaveCount(3);
});

test('what is not found can be recorded as wanted, once, for the librarian', async ({ station, kiosk }) => {
  await printed(station, yearbook);
  await touch(kiosk, 'Cari publikasi');
  await kiosk.getByRole('textbox').fill('statistik ikan paus antartika');
  await expect(kiosk.getByRole('heading', { level: 2 })).toContainText('Belum ada yang cocok');
  await touch(kiosk, 'Catat sebagai dicari');
  await expect(kiosk.getByText('Terima kasih, sudah kami catat.', { exact: false })).toBeVisible();
  await expect(kiosk.getByRole('button', { name: 'Catat sebagai dicari' })).toHaveCount(0);
  const librarian = await asked(station);
  const wanted = await librarian.get<{ text: string; times: number }[]>('/wanted');
  expect(wanted.body).toMatchObject([{ text: 'statistik ikan paus antartika', times: 1 }]);
});

test('a title that the office knows and does not have printed can be wished for', async ({
  station,
  kiosk,
}) => {
  const librarian = await asked(station);
  const known = await librarian.post<{ id: string }>('/publications', { title: 'Statistik Kelautan 2019' });
  await touch(kiosk, 'Cari publikasi');
  await kiosk.getByRole('textbox').fill('kelautan');
  await expect(kiosk.locator('.k-result')).toContainText('Tidak tercetak di sini');
  await touch(kiosk, 'Statistik Kelautan 2019');
  await expect(kiosk.getByText('Tidak ada eksemplar tercetak di kantor ini.')).toBeVisible();
  await touch(kiosk, 'Catat sebagai dicari');
  await expect(kiosk.getByText('Terima kasih, sudah kami catat.', { exact: false })).toBeVisible();
  const wanted = await librarian.get<{ publicationId: string }[]>('/wanted');
  expect(wanted.body).toMatchObject([{ publicationId: known.body.id }]);
});

test('what was searched for is gone with the visitor, by the button and by itself', async ({
  station,
  kiosk,
}) => {
  await printed(station, yearbook);
  await kiosk.clock.install();
  await kiosk.reload();
  for (const leave of ['button', 'idle']) {
    await touch(kiosk, 'Cari publikasi');
    await kiosk.getByRole('textbox').fill('dharmasraya');
    await kiosk.clock.runFor(1_000);
    await touch(kiosk, yearbook);
    await asks(kiosk, yearbook);
    if (leave === 'button') {
      await touch(kiosk, 'Kembali');
      await touch(kiosk, 'Kembali');
    } else await kiosk.clock.runFor(76_000);
    await asks(kiosk, 'Selamat datang');
    await expect(kiosk.locator('body')).not.toContainText('Dalam Angka');
    await touch(kiosk, 'Cari publikasi');
    await expect(kiosk.getByRole('textbox')).toHaveValue('');
    await touch(kiosk, 'Kembali');
  }
});

test('a station that falls silent is told of, and asked again', async ({ station, kiosk }) => {
  await printed(station, yearbook);
  await touch(kiosk, 'Cari publikasi');
  await expect(kiosk.locator('.k-result')).toHaveCount(1);
  await station.stop();
  await kiosk.getByRole('textbox').fill('angka');
  await expect(kiosk.getByRole('alert')).toContainText('Sistem kami belum menjawab');
  await station.start();
  await touch(kiosk, 'Coba lagi');
  await expect(kiosk.locator('.k-result')).toHaveCount(1);
});

test('the parts for searching are fetched when they are wanted, not before', async ({ kiosk }) => {
  const fetched: string[] = [];
  kiosk.on('request', request => fetched.push(request.url()));
  await kiosk.reload();
  await asks(kiosk, 'Selamat datang');
  await kiosk.waitForTimeout(300);
  expect(fetched.filter(url => /Search|Photocopy/.test(url))).toEqual([]);
  await touch(kiosk, 'Cari publikasi');
  await expect(kiosk.getByRole('textbox')).toBeVisible();
  expect(fetched.filter(url => /SearchScreens.*js/.test(url))).toHaveLength(1);
});

const walks = { upright: 'id', wide: 'id', small: 'en' } as const;

for (const [name, language] of Object.entries(walks) as [keyof typeof walks, Language][])
  test(`searching and photocopying are sound on a ${name} screen (${language}), with its look changed too`, async ({
    station,
    kiosk,
  }) => {
    test.slow();
    const press = (words: Sentence) => touch(kiosk, words[language]);
    const visit = await visitorInside(station);
    const { codes } = await printed(station, poverty, { pages: 44 });
    await handed(station, codes[0]!, visit.id);
    await printed(station, yearbook);
    await kiosk.setViewportSize(sizes[name]);
    await kiosk.emulateMedia({ reducedMotion: 'reduce' });
    if (name === 'upright') await touch(kiosk, 'Teks besar');
    if (name === 'small') await touch(kiosk, 'Kontras tinggi');
    if (name === 'wide') await touch(kiosk, 'Posisi rendah');
    if (language === 'en') await touch(kiosk, 'English');
    await press(searchWords.title);
    await expect(kiosk.locator('.k-result')).toHaveCount(2);
    await isSound(kiosk, 'search');
    await press(searchWords.filter);
    await isSound(kiosk, 'filters');
    await kiosk.getByRole('button', { name: searchWords.filterDone[language], exact: true }).click();
    await kiosk.getByRole('textbox').fill('zzz qqq xxx');
    await expect(kiosk.getByRole('button', { name: searchWords.want[language] })).toBeVisible();
    await isSound(kiosk, 'nothing found');
    await kiosk.getByRole('textbox').fill('kemiskinan');
    await touch(kiosk, poverty);
    await expect(kiosk.getByText(publicationWords.read[language])).toBeVisible();
    await isSound(kiosk, 'publication');
    await press(publicationWords.copy);
    await isSound(kiosk, 'slip');
    await kiosk.getByRole('textbox').fill(visit.code);
    await press(frameWords.next);
    await asks(kiosk, photocopyWords.titlesTitle[language]);
    await isSound(kiosk, 'titles');
    await press(frameWords.next);
    await press(frameWords.next);
    await expect(kiosk.getByRole('alert')).toContainText(readPages('', null).words[language]);
    await isSound(kiosk, 'pages with their mending');
    await kiosk.getByRole('textbox').fill('1-5, 8');
    await press(frameWords.next);
    await isSound(kiosk, 'how');
    await press(frameWords.next);
    await isSound(kiosk, 'check');
    await press(photocopyWords.send);
    await asks(kiosk, photocopyWords.doneTitle[language]);
    await isSound(kiosk, 'done');
  });
