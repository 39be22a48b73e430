import { expect, test } from 'vitest';
import { find, shelve, titles } from '../../test/helpers/library.ts';
import { openTestOffice, type TestOffice } from '../../test/helpers/station.ts';

const shelf = [
  { title: 'Kabupaten Dharmasraya Dalam Angka 2023', publicationNumber: '13110.2301', issn: '2302-7738' },
  { title: 'Kabupaten Dharmasraya Dalam Angka 2024', catalogueNumber: '1102001.1311' },
  { title: 'Kota Padang Dalam Angka 2022' },
  { title: 'Kota Padang Dalam Angka 2023' },
  { title: 'Kota Padang Panjang Dalam Angka 2023' },
  { title: 'Kabupaten Padang Pariaman Dalam Angka 2023' },
  { title: 'Kota Bandung Dalam Angka 2023' },
  { title: 'Kabupaten Bandung Dalam Angka 2023' },
  { title: 'Statistik Kesejahteraan Rakyat Provinsi Sumatera Barat 2022' },
  { title: 'Profil Kemiskinan Kabupaten Solok 2021', subject: 'poverty' },
  { title: 'Indeks Pembangunan Manusia Kota Padang 2023' },
  { title: 'IPM Kabupaten Agam 2019' },
  { title: 'PDRB Kabupaten Solok Selatan Menurut Pengeluaran 2018-2022' },
  { title: 'Statistik Kota Tanjungpinang 2020' },
];

async function openLibrary() {
  const office = await openTestOffice();
  await shelve(office.station, shelf);
  return office;
}

test('words are found in any order, by their beginnings, and without capitals or accents', async () => {
  const { kiosk } = await openLibrary();
  expect((await titles(kiosk, 'ANGKA dalam padang 2022'))[0]).toBe('Kota Padang Dalam Angka 2022');
  expect((await titles(kiosk, 'dharmas'))[0]).toBe('Kabupaten Dharmasraya Dalam Angka 2024');
  expect((await titles(kiosk, 'stat kesej rak'))[0]).toMatch(/^Statistik Kesejahteraan Rakyat/);
  expect((await titles(kiosk, 'profîl kemiskinan'))[0]).toMatch(/^Profil Kemiskinan/);
});

test('a slip of the finger is forgiven, and said', async () => {
  const { kiosk } = await openLibrary();
  const missing = await find(kiosk, 'kemiskian');
  expect(missing).toMatchObject({ corrected: 'kemiskinan', whole: true });
  expect(missing.results[0]!.title).toMatch(/Kemiskinan/);
  expect((await find(kiosk, 'bandnug')).corrected).toBe('bandung');
  expect((await titles(kiosk, 'statistk kesejahteraan'))[0]).toMatch(/^Statistik Kesejahteraan Rakyat/);
  expect((await titles(kiosk, 'dalamangka padangpanjang'))[0]).toBe('Kota Padang Panjang Dalam Angka 2023');
  expect((await titles(kiosk, 'tanjung pinang'))[0]).toBe('Statistik Kota Tanjungpinang 2020');
  expect((await find(kiosk, 'kemiskinan')).corrected).toBeNull();
});

test('an abbreviation finds the long form and the other way round, as the office has it in its list', async () => {
  const office = await openLibrary();
  const both = ['IPM Kabupaten Agam 2019', 'Indeks Pembangunan Manusia Kota Padang 2023'];
  expect((await titles(office.kiosk, 'ipm')).toSorted()).toEqual(both);
  expect((await titles(office.kiosk, 'indeks pembangunan manusia')).toSorted()).toEqual(both);
  expect((await titles(office.kiosk, 'produk domestik regional bruto'))[0]).toMatch(/^PDRB/);

  const librarian = await office.as('librarian');
  const { body } = await librarian.post<{ id: string }>('/synonyms', {
    phrases: ['buku biru', 'dalam angka'],
  });
  expect((await titles(office.kiosk, 'buku biru padang 2022'))[0]).toBe('Kota Padang Dalam Angka 2022');
  await librarian.send('DELETE', `/synonyms/${body.id}`);
  expect((await find(office.kiosk, 'buku biru padang 2022')).whole).toBe(false);
  expect((await office.kiosk.post('/synonyms', { phrases: ['a b', 'c d'] })).status).toBe(403);
});

test('year and place are understood: those come first', async () => {
  const { kiosk } = await openLibrary();
  const found = await find(kiosk, 'padang dalam angka 2023');
  expect(found.results[0]!.title).toBe('Kota Padang Dalam Angka 2023');
  expect(found).toMatchObject({ years: [2023], areas: [{ code: '1371', name: 'Kota Padang' }] });
  expect((await titles(kiosk, 'kab bandung'))[0]).toBe('Kabupaten Bandung Dalam Angka 2023');
  expect((await titles(kiosk, 'kota bandung'))[0]).toBe('Kota Bandung Dalam Angka 2023');
  expect((await titles(kiosk, 'pdrb solok selatan 2020'))[0]).toMatch(/2018-2022$/);
  expect((await titles(kiosk, 'kesejahteraan sumbar'))[0]).toMatch(/Sumatera Barat/);
});

test('of two as good, the office’s own place comes first, and then the newest', async () => {
  const { kiosk } = await openLibrary();
  const found = await titles(kiosk, 'dalam angka');
  expect(found.slice(0, 2)).toEqual([
    'Kabupaten Dharmasraya Dalam Angka 2024',
    'Kabupaten Dharmasraya Dalam Angka 2023',
  ]);
  expect(found.at(-1)).toBe('Kota Padang Dalam Angka 2022');
});

test('a number printed on the cover finds its publication', async () => {
  const { kiosk } = await openLibrary();
  const [in2023] = ['Kabupaten Dharmasraya Dalam Angka 2023'];
  for (const number of ['13110.2301', '131102301', '2302-7738', 'ISSN 2302-7738'])
    expect(await titles(kiosk, number)).toEqual([in2023]);
  expect((await titles(kiosk, '1102001.1311'))[0]).toBe('Kabupaten Dharmasraya Dalam Angka 2024');
});

test('results are narrowed by year, place, subject, kind and what stands printed here', async () => {
  const office = await openLibrary();
  const { kiosk } = office;
  const all = await find(kiosk, 'dalam angka');
  expect(all.facets.years).toEqual([
    { value: 2024, count: 1 },
    { value: 2023, count: 6 },
    { value: 2022, count: 1 },
  ]);
  expect(all.facets.areas).toContainEqual({ value: '1371', count: 2, name: 'Kota Padang' });
  expect(await titles(kiosk, 'dalam angka', { filters: { years: [2022] } })).toHaveLength(1);
  expect(await titles(kiosk, 'dalam angka', { filters: { areas: ['32'] } })).toHaveLength(2);
  expect(await titles(kiosk, '', { filters: { subjects: ['poverty'] } })).toHaveLength(1);
  const librarian = await office.as('librarian');
  await librarian.post(`/publications/${all.results[0]!.id}/copies`, { shelf: 'A-1' });
  const printed = await find(kiosk, '', { filters: { printed: true } });
  expect(printed.results).toMatchObject([{ title: all.results[0]!.title, copies: 1, usableCopies: 1 }]);
});

test('a question too full is answered in part and says so, one that says nothing shows the newest', async () => {
  const { kiosk } = await openLibrary();
  const part = await find(kiosk, 'kemiskinan solok xyzzyqq');
  expect(part.whole).toBe(false);
  expect(part.results[0]!.title).toBe('Profil Kemiskinan Kabupaten Solok 2021');
  expect((await find(kiosk, 'kemiskinan bandung')).whole).toBe(false);
  expect((await find(kiosk, 'xyzzyqq')).total).toBe(0);
  expect((await titles(kiosk, ''))[0]).toBe('Kabupaten Dharmasraya Dalam Angka 2024');
  for (const odd of ['"', "' OR 1=1", 'a:1311', '(((', 'NEAR/2', '*', '-', '   ', '%'])
    expect((await kiosk.post('/publications/search', { text: odd })).status).toBe(200);
});

/** Every page of a list, to its end. */
async function allPages(office: TestOffice, question: object) {
  const found: { id: string; title: string; year: number }[] = [];
  for (let after: number | undefined; ;) {
    const { body } = await office.kiosk.post<{ results: typeof found; next: number | null }>(
      '/publications/browse',
      { ...question, after },
    );
    found.push(...body.results);
    if (body.next === null) return found;
    after = body.next;
  }
}

test('the whole catalogue is paged through by year or by title, each publication once', async () => {
  const office = await openTestOffice();
  await shelve(
    office.station,
    Array.from({ length: 120 }, (_, at) => ({
      title: `${at % 2 ? 'laporan' : 'Laporan'} ${at % 7} Tahun ${1990 + (at % 30)}`,
    })),
  );
  for (const [order, compare] of [
    ['newest', (a, b) => b.year - a.year],
    ['oldest', (a, b) => a.year - b.year],
    ['title', (a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1)],
  ] as [string, (a: { title: string; year: number }, b: { title: string; year: number }) => number][]) {
    const found = await allPages(office, { order });
    expect(new Set(found.map(one => one.id)).size).toBe(120);
    const key = (one: { title: string; year: number }) =>
      order === 'title' ? one.title.toLowerCase() : one.year;
    expect(found.map(key)).toEqual(found.toSorted(compare).map(key));
  }
});

test('a question with more answers than are ranked is answered to the last, in every order', async () => {
  const office = await openTestOffice();
  await shelve(
    office.station,
    Array.from({ length: 700 }, (_, at) => ({
      title: `${at % 5 === 0 ? 'Laporan' : 'Statistik'} Daerah ${at} Tahun ${1990 + (at % 30)}`,
    })),
  );
  const text = 'statistik daerah';
  const search = await office.kiosk.post<{
    total: number;
    moreAfter: number | null;
    results: { id: string }[];
  }>('/publications/search', { text });
  expect(search.body.moreAfter).not.toBeNull();
  for (const order of ['newest', 'oldest', 'title']) {
    const found = await allPages(office, { text, order });
    expect(new Set(found.map(one => one.id)).size).toBe(560);
    expect(found.every(one => one.title.startsWith('Statistik'))).toBe(true);
  }
  const some = await allPages(office, { text, filters: { years: [1991, 1992] }, order: 'title' });
  expect(some.map(one => one.title)).toEqual(some.map(one => one.title).toSorted());
  expect(new Set(some.map(one => one.year))).toEqual(new Set([1991, 1992]));

  // Ranked first, page by page; the others behind them, none left out.
  const seen = new Set<string>();
  for (let page = 1; page <= search.body.total / 20; page++) {
    const { body } = await office.kiosk.post<typeof search.body>('/publications/search', { text, page });
    for (const { id } of body.results) seen.add(id);
  }
  expect(seen.size).toBeLessThan(560);
  const rest = await office.kiosk.post<{ results: { id: string }[]; next: number | null }>(
    '/publications/browse',
    { text, after: search.body.moreAfter },
  );
  expect(rest.body.results.length).toBe(50);
  for (const { id } of await allPages(office, { text })) seen.add(id);
  expect(seen.size).toBe(560);
  expect(await allPages(office, { text: 'tidakada samasekali', order: 'title' })).toEqual([]);
});
