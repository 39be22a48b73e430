import { expect, test } from 'vitest';
import { find, shelve, titles } from '../../test/helpers/library.ts';
import { openTestOffice } from '../../test/helpers/station.ts';

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

test('the whole catalogue is paged through by year, newest first or oldest first, each title once', async () => {
  const office = await openTestOffice();
  await shelve(
    office.station,
    Array.from({ length: 120 }, (_, at) => ({ title: `Laporan ${at} Tahun ${1990 + (at % 30)}` })),
  );
  for (const order of ['newest', 'oldest']) {
    const years: number[] = [];
    const seen = new Set<string>();
    for (let after: number | null = null; ;) {
      const path: string = `/publications?order=${order}${after === null ? '' : `&after=${after}`}`;
      const page = await office.kiosk.get<{ results: { id: string; year: number }[]; next: number | null }>(
        path,
      );
      for (const { id, year } of page.body.results) {
        years.push(year);
        seen.add(id);
      }
      after = page.body.next;
      if (after === null) break;
    }
    expect(seen.size).toBe(120);
    expect(years).toEqual(years.toSorted((a, b) => (order === 'newest' ? b - a : a - b)));
  }
});
