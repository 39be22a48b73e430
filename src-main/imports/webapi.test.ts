import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  FakeWebApi,
  firewall,
  hangUp,
  noData,
  nonsense,
  overloaded,
  silent,
  testKey,
} from '../../test/helpers/fake-webapi.ts';
import { titles } from '../../test/helpers/library.ts';
import { openTestOffice } from '../../test/helpers/station.ts';
import { readPage } from './webapi.ts';

interface Run {
  state: string;
  position: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  problem: { code: string; message: { id: string } } | null;
  misfits: { row: number; field: string; rule: string }[];
}

const item = (at: number, more: object = {}) => ({
  pub_id: `pub${String(at).padStart(21, '0')}`,
  title: `Kecamatan Sitiung Dalam Angka ${2000 + at}`,
  abstract: '<p>Tentang &amp; untuk&nbsp;Sitiung</p>',
  issn: '',
  sch_date: null,
  rl_date: `${2000 + at}-09-26`,
  updt_date: null,
  cover: 'https://example.org/cover.php',
  pdf: 'https://example.org/download.php',
  size: '3.1 MB',
  ...more,
});
const items = (count: number) => Array.from({ length: count }, (_, at) => item(at + 1));

async function openImporting() {
  const api = await FakeWebApi.open();
  const office = await openTestOffice({
    overrides: { webApi: { baseUrl: api.baseUrl, timeoutMs: 300, backOffMs: 5 } },
  });
  const librarian = await office.as('librarian');
  const supervisor = await office.as('supervisor');
  await supervisor.send('PUT', '/imports/webapi-key', { key: testKey });
  const run = async (domains = ['1311']) => {
    const { body } = await librarian.post<{ id: string }>('/imports', { kind: 'webapi', domains });
    await office.station.imports.settled();
    return { id: body.id, ...(await librarian.get<Run>(`/imports/${body.id}`)).body };
  };
  const goOn = async (id: string) => {
    await librarian.post(`/imports/${id}/resume`);
    await office.station.imports.settled();
    return (await librarian.get<Run>(`/imports/${id}`)).body;
  };
  return { api, office, librarian, run, goOn };
}

test('every page is read, the last one too, and a second time nothing is new', async () => {
  const { api, office, run } = await openImporting();
  api.shelve('1311', items(23));
  expect(await run()).toMatchObject({ state: 'done', added: 23, rejected: 0 });
  expect(api.asked).toEqual(['1311/1', '1311/2', '1311/3']);
  expect((await titles(office.kiosk, 'sitiung 2023'))[0]).toBe('Kecamatan Sitiung Dalam Angka 2023');
  expect(await run()).toMatchObject({ state: 'done', added: 0, changed: 0, unchanged: 23 });
});

test('an office without publications answers "" and is no failure; the same in the midst of a list is one', async () => {
  const { api, run, goOn } = await openImporting();
  api.shelve('1300', items(2));
  expect(await run(['1311', '1300'])).toMatchObject({ state: 'done', added: 2, problem: null });
  api.shelve(
    '1371',
    items(30).map(one => ({ ...one, pub_id: `x${one.pub_id}` })),
  );
  const proper = undefined as never;
  api.faults = [proper, noData];
  const cut = await run(['1371']);
  expect(cut).toMatchObject({ state: 'failed', added: 10, problem: { code: 'imports.answerUnclear' } });
  api.faults = [noData];
  expect(await goOn(cut.id)).toMatchObject({ state: 'failed', added: 10 });
  expect(await goOn(cut.id)).toMatchObject({ state: 'done', added: 30, problem: null });
});

test('a list whose last page went while it was read is read to its end', async () => {
  const { api, run } = await openImporting();
  api.shelve('1311', items(11));
  const shrink: typeof hangUp = (request, response) => {
    api.shelve('1311', items(10));
    hangUp(request, response);
  };
  api.faults = [undefined as never, shrink];
  expect(await run()).toMatchObject({ state: 'done', added: 10, problem: null });
});

test('items with fields missing, odd or unknown are taken in as far as they go; one without a title is reported', async () => {
  const { api, office, run } = await openImporting();
  api.shelve('1311', [
    { pub_id: 'only-a-title', title: 'PDRB &amp; Inflasi  Dharmasraya <b>2021</b>' },
    item(2, { title: '', kat_no: '1102001.1311' }),
    item(3, { rl_date: '0000-00-00', update_date: 'x', pub_no: '13110.2303', colour: { deep: [1] } }),
    item(4, { rl_date: 'kemarin' }),
  ]);
  const run1 = await run();
  expect(run1).toMatchObject({ state: 'done', added: 3, rejected: 1 });
  expect(run1.misfits).toMatchObject([
    { row: 2, field: 'title', rule: 'missing' },
    { row: 4, field: 'releasedOn', rule: 'unclear' },
  ]);
  expect(await titles(office.kiosk, 'inflasi dharmasraya')).toEqual(['PDRB & Inflasi Dharmasraya 2021']);
  expect(await titles(office.kiosk, '13110.2303')).toHaveLength(1);
});

test('a busy or broken server is asked again; when it stays so, the run goes on later at the page that failed', async () => {
  const { api, run, goOn } = await openImporting();
  api.shelve('1311', items(30));
  api.faults = [overloaded, hangUp];
  expect(await run()).toMatchObject({ state: 'done', added: 30 });
  api.shelve(
    '1300',
    items(30).map(one => ({ ...one, pub_id: `x${one.pub_id}` })),
  );
  api.asked = [];
  const proper = (times: number) => Array.from({ length: times }, () => undefined as never);
  api.faults = [...proper(1), silent, overloaded, hangUp];
  const failed = await run(['1300']);
  expect(failed).toMatchObject({ state: 'failed', added: 10, problem: { code: 'imports.unreachable' } });
  expect(await goOn(failed.id)).toMatchObject({ state: 'done', added: 30, problem: null });
  expect(api.asked).toEqual(['1300/1', '1300/2', '1300/2', '1300/2', '1300/2', '1300/3']);
});

test('the firewall’s 403 ends the run with a plain sentence, and nonsense is not taken for data', async () => {
  const { api, run } = await openImporting();
  api.shelve('1311', items(3));
  api.faults = [firewall];
  const blocked = await run();
  expect(blocked.problem).toMatchObject({ code: 'imports.firewall' });
  expect(blocked.problem!.message.id).toContain('403');
  expect(api.asked).toHaveLength(1);
  api.faults = [nonsense];
  expect((await run()).problem).toMatchObject({ code: 'imports.answerUnclear' });
  expect(() => readPage('null')).toThrow('cannot be understood');
  expect(readPage('{"status":"OK","data":[{"pages":"2"}]}')).toEqual({ items: [], pages: 2, total: null });
});

test('the key is in a file that only its owner reads, and nowhere else', async () => {
  const { api, office, librarian, run } = await openImporting();
  const admin = await office.as('admin');
  api.shelve('1311', items(1));
  await run();
  const secret = 'wrong-key-0123456789abcdef';
  await admin.send('PUT', '/imports/webapi-key', { key: secret });
  expect((await run()).problem).toMatchObject({ code: 'imports.keyRefused' });
  expect((await librarian.get('/imports/webapi-key')).body).toEqual({ present: true });
  expect((await librarian.send('PUT', '/imports/webapi-key', { key: testKey })).status).toBe(403);
  expect(statSync(join(office.dataDir, 'webapi-key')).mode & 0o777).toBe(0o600);
  await office.station.close();
  for (const file of readdirSync(office.dataDir, { recursive: true, encoding: 'utf8' })) {
    const path = join(office.dataDir, file);
    if (file === 'webapi-key' || statSync(path).isDirectory()) continue;
    const text = readFileSync(path).toString('latin1');
    expect(text.includes(testKey) || text.includes(secret), file).toBe(false);
  }
});

test('without a key the run does not begin', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  expect(await librarian.post('/imports', { kind: 'webapi', domains: ['1311'] })).toMatchObject({
    status: 409,
    body: { code: 'imports.keyMissing' },
  });
});
