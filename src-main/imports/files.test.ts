import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find, titles } from '../../test/helpers/library.ts';
import { guestbook, openTestOffice, type TestOffice } from '../../test/helpers/station.ts';
import { splitObjects } from './json-objects.ts';

interface Run {
  state: string;
  position: number;
  added: number;
  unchanged: number;
  rejected: number;
  underway: { read: number } | null;
  misfits: { row: number; field: string; rule: string; excerpt: string }[];
}

async function openImporting() {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  const upload = async (name: string, body: string | Uint8Array) => {
    const request = new Request(`http://station/api/imports/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${librarian.token}` },
      body: body as BodyInit,
    });
    const answer = await office.app.fetch(request, { door: 'staff' });
    return ((await answer.json()) as { fileId: string }).fileId;
  };
  const start = async (fileId: string, more: object = {}) =>
    librarian.post<{ id: string; code?: string }>('/imports', {
      kind: 'file',
      fileId,
      name: 'daftar',
      ...more,
    });
  const ended = async (id: string) => {
    await office.station.imports.settled();
    return (await librarian.get<Run>(`/imports/${id}`)).body;
  };
  return { office, librarian, upload, start, ended };
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `k${at};Nagari ${at} Dalam Angka 2020;2020`).join('\n');

test('a CSV from Excel, with its semicolons and its mark at the start, is understood by its headings', async () => {
  const { office, librarian, upload, start, ended } = await openImporting();
  const csv =
    '\uFEFFJudul;Tahun;Nomor Katalog;Jumlah Halaman;Tanggal Rilis;Warna\r\n' +
    '"Kabupaten Dharmasraya; Dalam Angka ""edisi"" 2021";2021;1102001.1311;xii + 320;28/02/2021;biru\r\n' +
    ';2020;;;;\r\n' +
    'Statistik Daerah Kota Solok 2019;dua ribu;;tak tahu;31/02/2020;\r\n';
  const fileId = await upload('daftar.csv', csv);
  const preview = await librarian.post<{
    columns: { name: string; field: string | null }[];
    rows: { publication: { title: string; areaCode: string; pages: number } | null }[];
  }>('/imports/preview', { fileId });
  expect(preview.body.columns.map(one => one.field)).toEqual([
    'title',
    'year',
    'catalogueNumber',
    'pages',
    'releasedOn',
    null,
  ]);
  expect(preview.body.rows[0]!.publication).toMatchObject({
    title: 'Kabupaten Dharmasraya; Dalam Angka "edisi" 2021',
    areaCode: '1311',
    pages: 320,
    releasedOn: '2021-02-28',
  });
  const { body } = await start(fileId);
  const run = await ended(body.id);
  expect(run).toMatchObject({ state: 'done', added: 2, rejected: 1 });
  expect(run.misfits).toEqual([
    { row: 2, field: 'title', rule: 'missing', excerpt: '' },
    { row: 3, field: 'pages', rule: 'unclear', excerpt: 'tak tahu' },
    { row: 3, field: 'releasedOn', rule: 'unclear', excerpt: '31/02/2020' },
    { row: 3, field: 'year', rule: 'unclear', excerpt: 'dua ribu' },
  ]);
  expect(await titles(office.kiosk, 'solok 2019')).toHaveLength(1);
  expect((await start(fileId)).body).toMatchObject({ code: 'imports.fileGone' });
});

test('columns with other names are pointed out by hand, in the code page of an old Excel', async () => {
  const { office, upload, start, ended } = await openImporting();
  const latin = new Uint8Array([...'A,B\nCaf\xe9 Dalam Angka,1999\n'].map(one => one.charCodeAt(0)));
  const fileId = await upload('lama.csv', latin);
  expect((await start(fileId)).body).toMatchObject({ code: 'imports.columnsUnclear' });
  const { body } = await start(fileId, { columns: { A: 'title', B: 'year' } });
  expect(await ended(body.id)).toMatchObject({ state: 'done', added: 1 });
  expect(await titles(office.kiosk, 'cafe 1999')).toEqual(['Café Dalam Angka']);
});

test('JSON comes as a list, one object a line, or as the WebAPI’s answer was saved', async () => {
  const { upload, start, ended } = await openImporting();
  const items = [1, 2, 3].map(at => ({
    pub_id: `j${at}`,
    title: `Neraca {"${at}"} \\ [2020]`,
    year: 2000 + at,
  }));
  const texts = [
    JSON.stringify(items, null, 2),
    items.map(one => JSON.stringify(one)).join('\n'),
    JSON.stringify({ status: 'OK', data: [{ page: 1, pages: 1, per_page: 10, count: 3, total: 3 }, items] }),
  ];
  for (const [at, text] of texts.entries()) {
    const { body } = await start(await upload('daftar.json', text));
    expect(await ended(body.id)).toMatchObject(
      at === 0 ? { state: 'done', added: 3 } : { state: 'done', added: 0, unchanged: 3 },
    );
  }
  const broken = await start(await upload('daftar.json', '[{"title": "Neraca Dua Ribu"'));
  expect(broken.body).toMatchObject({ code: 'imports.fileUnreadable' });
});

test('wherever a stream of JSON is cut, the same records come out', async () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('"', '\\', '{', ']', '\\"'),
  );
  const record = fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.string(), leaf)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      async (records, step) => {
        const text = JSON.stringify(records);
        async function* chunks() {
          for (let at = 0; at < text.length; at += step) yield text.slice(at, at + step);
        }
        const found: unknown[] = [];
        for await (const one of splitObjects(chunks())) found.push(one);
        expect(JSON.stringify(found)).toBe(text);
      },
    ),
    { numRuns: 200 },
  );
});

test('an import is cancelled, keeps what it has, and goes on where it was', async () => {
  const { office, librarian, upload, start, ended } = await openImporting();
  const fileId = await upload('banyak.csv', `pub_id;judul;tahun\n${rowsOf(6_000)}`);
  const { body } = await start(fileId);
  await untilStored(office, 300);
  expect((await librarian.post('/imports', { kind: 'file', fileId, name: 'lagi' })).body).toMatchObject({
    code: 'imports.running',
  });
  expect((await librarian.post(`/imports/${body.id}/cancel`)).status).toBe(200);
  const cancelled = await ended(body.id);
  expect(cancelled).toMatchObject({ state: 'cancelled', position: 0 });
  expect(cancelled.added).toBeGreaterThan(0);
  expect(cancelled.added).toBeLessThan(6_000);
  await librarian.post(`/imports/${body.id}/resume`);
  const done = await ended(body.id);
  expect(done).toMatchObject({ state: 'done', position: 6_000, added: 6_000, unchanged: cancelled.added });
  expect((await librarian.post(`/imports/${body.id}/resume`)).status).toBe(409);
}, 60_000);

test('visitors sign the guestbook while an import runs, and windows hear of its end', async () => {
  const { office, upload, start, ended } = await openImporting();
  const fileId = await upload('banyak.csv', `pub_id;judul;tahun\n${rowsOf(3_000)}`);
  const topics: string[] = [];
  office.station.changes.subscribe(change => topics.push(...change.topics));
  const { body } = await start(fileId);
  let signed = 0;
  while (office.station.imports.progress(body.id)) {
    const phone = `0812 3456 ${7_000 + signed}`;
    const person = {
      name: `Pengunjung ${'abcdefghij'[signed % 10]}`,
      phone,
      birthYear: 1960 + (signed % 40),
    };
    expect(await office.kiosk.post('/visits', guestbook({}, person))).toMatchObject({ status: 200 });
    signed++;
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  expect(signed).toBeGreaterThan(3);
  expect(await ended(body.id)).toMatchObject({ state: 'done', added: 3_000 });
  expect(topics).toContain('import');
  expect((await find(office.kiosk, 'nagari 2999')).results[0]!.title).toBe('Nagari 2999 Dalam Angka 2020');
}, 60_000);

test('a run that the station’s end cut off is there to be resumed after the next start', async () => {
  const { office, upload, start } = await openImporting();
  const { body } = await start(await upload('banyak.csv', `pub_id;judul;tahun\n${rowsOf(6_000)}`));
  await untilStored(office, 300);
  await office.station.close();
  const again = await openTestOffice({ dataDir: office.dataDir, setUp: false });
  const librarian = await again.as('librarian');
  expect((await librarian.get(`/imports/${body.id}`)).body).toMatchObject({ state: 'interrupted' });
  await librarian.post(`/imports/${body.id}/resume`);
  await again.station.imports.settled();
  expect((await librarian.get(`/imports/${body.id}`)).body).toMatchObject({ state: 'done', added: 6_000 });
}, 60_000);

async function untilStored(office: TestOffice, count: number): Promise<void> {
  for (;;) {
    const rows = await office.station.db.selectFrom('publication').select('seq').limit(count).execute();
    if (rows.length === count) return;
    await new Promise(resolve => setTimeout(resolve, 2));
  }
}
