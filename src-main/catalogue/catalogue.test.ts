import { expect, test } from 'vitest';
import { find, shelve, titles } from '../../test/helpers/library.ts';
import { openTestOffice } from '../../test/helpers/station.ts';

interface Publication {
  id: string;
  title: string;
  year: number | null;
  areaCode: string | null;
  subject: string | null;
  kind: string | null;
  edited: { field: string; value: unknown }[];
  copies: { id: string; code: string; condition: string; notForCopying: boolean; note: string | null }[];
}

const yearbook = { title: 'Kabupaten Agam Dalam Angka 2023', pubId: 'a1b2', pages: 300 };

test('a librarian adds a publication; what the title tells is filled in, and a twin is refused', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  const added = await librarian.post<{ id: string }>('/publications', {
    title: 'Statistik Daerah Kabupaten Dharmasraya 2022',
  });
  expect((await librarian.get<Publication>(`/publications/${added.body.id}`)).body).toMatchObject({
    year: 2022,
    areaCode: '1311',
    kind: 'yearbook',
  });
  const twin = await librarian.post('/publications', {
    title: 'statistik  daerah kabupaten DHARMASRAYA 2022',
  });
  expect(twin).toMatchObject({
    status: 409,
    body: { code: 'publications.exists', details: { publicationId: added.body.id } },
  });
  expect((await titles(office.kiosk, 'statda dharmasraya'))[0]).toMatch(/2022$/);
  expect((await office.kiosk.post('/publications', { title: 'Apa saja' })).status).toBe(403);
  expect((await (await office.as('front')).post('/publications', { title: 'Apa saja' })).status).toBe(403);
});

test('an update from the source keeps what the office has edited, and the edit can be taken back', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  await shelve(office.station, [yearbook]);
  const { id } = (await find(office.kiosk, 'agam')).results[0]!;
  const path = `/publications/${id}`;

  await librarian.send('PATCH', path, { title: 'Agam Dalam Angka 2023 (cetakan kedua)', year: 2024 });
  await shelve(office.station, [
    { ...yearbook, title: 'Kabupaten Agam Dalam Angka 2023 Revisi', pages: 310 },
  ]);
  expect((await librarian.get<Publication>(path)).body).toMatchObject({
    title: 'Agam Dalam Angka 2023 (cetakan kedua)',
    year: 2024,
    pages: 310,
    edited: [
      { field: 'title', value: 'Kabupaten Agam Dalam Angka 2023 Revisi' },
      { field: 'year', value: 2023 },
    ],
  });
  expect(await titles(office.kiosk, 'cetakan kedua')).toHaveLength(1);
  expect(await titles(office.kiosk, 'agam', { filters: { years: [2024] } })).toHaveLength(1);

  await librarian.send('PATCH', path, { takeBack: ['title', 'year'] });
  expect((await librarian.get<Publication>(path)).body).toMatchObject({
    title: 'Kabupaten Agam Dalam Angka 2023 Revisi',
    year: 2023,
    edited: [],
  });
  expect((await find(office.kiosk, 'cetakan')).whole).toBe(false);
  const history = await librarian.get<{
    happenings: { what: string; staff: string }[];
    edits: { field: string; editedBy: string }[];
  }>(`${path}/history`);
  const { edits, happenings } = history.body;
  expect(edits.map(edit => edit.field).toSorted()).toEqual(['title', 'title', 'year', 'year']);
  expect(edits[0]!.editedBy).toBe('Dodi Saputra');
  expect(happenings.map(one => [one.what, one.staff])).toEqual([
    ['publication.changed', 'Dodi Saputra'],
    ['publication.changed', 'Dodi Saputra'],
  ]);
});

test('every word of the full text is counted right, whatever was added, changed and taken back', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  await shelve(office.station, [yearbook, { title: 'Kota Solok Dalam Angka 2020', pubId: 'c3' }]);
  await shelve(office.station, [{ title: 'Kota Solok Dalam Angka 2021', pubId: 'c3' }, yearbook]);
  const { id } = (await find(office.kiosk, 'agam')).results[0]!;
  await librarian.send('PATCH', `/publications/${id}`, { title: 'Agam 2025', year: null, subject: 'Aneka' });
  await librarian.post(`/publications/${id}/copies`, { count: 2 });
  const counts = await office.station.db.selectFrom('word').select(['word', 'publications']).execute();
  for (const { word, publications } of counts) {
    const { rows } = await office.station.db.executeQuery<{ count: number }>({
      sql: 'SELECT count(*) AS count FROM publication_text WHERE publication_text MATCH ?',
      parameters: [`"${word}"`],
      query: { kind: 'RawNode' } as never,
      queryId: { queryId: word },
    });
    expect({ word, publications }).toEqual({ word, publications: rows[0]!.count });
  }
});

test('copies have labels of their own, and a scanned one says what it is', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  await shelve(office.station, [yearbook]);
  const { id } = (await find(office.kiosk, 'agam')).results[0]!;
  const added = await librarian.post<{ copyIds: string[] }>(`/publications/${id}/copies`, {
    shelf: 'R-02',
    notForCopying: true,
    note: 'hibah',
    count: 2,
  });
  expect(added.body.copyIds).toHaveLength(2);
  const { copies } = (await librarian.get<Publication>(`/publications/${id}`)).body;
  expect(copies).toMatchObject([{ notForCopying: true, note: 'hibah' }, { condition: 'good' }]);
  const scanned = await librarian.post('/scan', { code: copies[0]!.code });
  expect(scanned.body).toMatchObject({
    kind: 'copy',
    action: 'give-copy',
    copy: { publicationId: id, title: yearbook.title, shelf: 'R-02' },
  });
  const seenByVisitor = await office.kiosk.get<Publication>(`/publications/${id}`);
  expect(seenByVisitor.body.copies[0]!.note).toBeNull();

  await librarian.send('PATCH', `/copies/${copies[0]!.id}`, { condition: 'missing' });
  expect((await find(office.kiosk, 'agam')).results[0]).toMatchObject({ copies: 2, usableCopies: 1 });
  for (const copy of copies) await librarian.send('PATCH', `/copies/${copy.id}`, { condition: 'retired' });
  expect((await find(office.kiosk, '', { filters: { printed: true } })).total).toBe(0);
  const unknown = await librarian.send('PATCH', '/copies/nothing', { condition: 'good' });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'publications.copyUnknown' } });
});

test('what was wanted and not found is counted by its words, settled, and never told to the journal', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  for (const text of ['Peta Desa Sitiung', 'peta desa  sitiung', 'Harga karet 1998'])
    expect((await office.kiosk.post('/wanted', { text })).status).toBe(200);
  const list = await librarian.get<{ key: string; times: number }[]>('/wanted');
  expect(list.body).toMatchObject([{ key: 'peta desa sitiung', times: 2 }, { times: 1 }]);
  await librarian.post('/wanted/settle', { key: 'peta desa sitiung', outcome: 'obtained' });
  expect((await librarian.get<unknown[]>('/wanted')).body).toHaveLength(1);
  const journal = await office.station.db.selectFrom('journal').select('data').execute();
  expect(journal.map(row => row.data).join()).not.toMatch(/sitiung/i);
  expect((await office.kiosk.get('/wanted')).status).toBe(403);
});
