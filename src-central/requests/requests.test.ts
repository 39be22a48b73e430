import { describe, expect, test } from 'vitest';
import { kinds } from '../../test/helpers/central.ts';
import { Headquarters, type Person } from '../../test/helpers/headquarters.ts';
import type { SimpleStation } from '../../test/helpers/simple-station.ts';
import { sha256 } from '../wire/rules.ts';
import type { readRequest, RequestPage } from './store.ts';

const id = '0192f0c0-0000-7000-8000-0000000000c1';
const asked = {
  kind: 'publication',
  title: 'Softcopy Dharmasraya Dalam Angka 2024',
  text: 'Untuk perpustakaan pusat.',
  due: '2026-12-18',
};

const search = async (person: Person, how: object = {}) =>
  (await person.ask<RequestPage>('POST', '/requests/search', { order: 'office', down: false, ...how })).body;
const states = (page: RequestPage) => page.rows.map(one => `${one.office} ${one.state}`);

const say = (station: SimpleStation, kind: string, more: object = {}) =>
  station.put(
    station.seal([
      { t: 'request_event', d: { request_id: id, kind, at: '2026-11-23T02:00:00.000Z', ...more } },
    ]),
  );

async function handIn(station: SimpleStation, bytes: Buffer): Promise<void> {
  const sha = sha256(bytes).toString('hex');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = `sha256 ${base64(sha)},mime ${base64('application/pdf')}`;
  await station.request('POST', '/files', {
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  await station.request('PATCH', `/files/${sha}`, {
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: bytes,
  });
}

describe.each(kinds)('a request to offices, on %s', kind => {
  test('is made once, stands in each office’s feed, and its state is told office by office', async () => {
    const hq = await Headquarters.open(kind, '2026-11-23T02:00:00.000Z');
    const admin = await hq.admin();
    const operator = await hq.person(admin, 'operator');
    const [padang, solok] = [await hq.test.station('1371'), await hq.test.station('1372')];
    await hq.test.code('1373');

    const make = (to: unknown) => operator.ask('PUT', `/requests/${id}`, { ...asked, to });
    expect((await make(['1371', '9999'])).body.code).toBe('stations.noOffice');
    expect((await make(['1371', '1372'])).body).toEqual({ offices: 2 });
    expect((await make(['1371', '1372'])).body, 'sent twice').toEqual({ offices: 0 });
    expect((await make('all')).body, 'an office that was added since').toEqual({ offices: 1 });
    const page = await padang.raw('GET', '/down/office:1371?after=0&bytes=65536');
    const row = (await page.text()).split('\n').find(line => line.includes('"request"'))!;
    expect(JSON.parse(row)).toMatchObject({ t: 'request', id, v: 1, d: asked });

    hq.pass(5);
    await say(padang, 'seen');
    hq.pass(5);
    await say(padang, 'claimed');
    await say(solok, 'refused', { reason: 'not-printed' });
    const found = await search(admin);
    expect(states(found)).toEqual(['1371 claimed', '1372 refused', '1373 sent']);
    expect(found.states).toMatchObject({ sent: 1, claimed: 1, refused: 1, answered: 0 });
    expect(found.rows[0]).toMatchObject({ since: '2026-11-23T02:10:00.000Z', due: '2026-12-18' });
    expect(found.rows[1]).toMatchObject({ reason: 'not-printed' });
    expect(states(await search(admin, { state: 'sent' }))).toEqual(['1373 sent']);
    expect(states(await search(admin, { order: 'state' }))).toEqual([
      '1373 sent',
      '1371 claimed',
      '1372 refused',
    ]);
    expect((await search(admin, { text: '1372' })).total).toBe(1);
    expect((await search(admin, { text: 'dalam ANGKA' })).total).toBe(3);
    expect(await search(admin, { text: '100%' })).toMatchObject({ rows: [], total: 0 });
    const file = await admin.ask('POST', '/exports/requests/csv', { state: 'refused' });
    expect(file.bytes.toString().split('\r\n')[1]).toMatch(
      /^Softcopy .*;Softcopy publikasi;1372;BPS 1372;Tidak dapat dipenuhi;2026-11-23 09:10;Tidak pernah dicetak;0;2026-12-18;/,
    );
    const audit = await admin.ask('POST', '/audit', { text: 'request.made', office: '' });
    expect(audit.body.rows.map(one => [one.actor, one.what, one.office])).toEqual([
      [operator.email, 'request.made', '1373'],
      [operator.email, 'request.made', null],
    ]);
  });

  test('is answered by the first file received; a later one is kept, and whoever takes it is on record', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const viewer = await hq.person(admin, 'viewer');
    const station = await hq.test.station('1371');
    await admin.ask('PUT', `/requests/${id}`, { ...asked, to: ['1371'] });
    const [first, late] = [Buffer.from('%PDF-1.7 pertama'), Buffer.from('%PDF-1.7 kedua')];
    const shaOf = (bytes: Buffer) => sha256(bytes).toString('hex');
    const take = (person: Person, bytes: Buffer) =>
      person.ask('POST', `/requests/${id}/1371/${shaOf(bytes)}`);

    await say(station, 'answered', { file: shaOf(first) });
    expect(states(await search(admin))).toEqual(['1371 arriving']);
    expect((await take(admin, first)).body.code).toBe('files.unknown');
    await handIn(station, first);
    hq.pass(1);
    await say(station, 'answered', { file: shaOf(late) });
    await handIn(station, late);
    expect(await search(admin)).toMatchObject({ rows: [{ state: 'answered', answers: 2 }] });
    const { body } = await viewer.ask<Awaited<ReturnType<typeof readRequest>>>('GET', `/requests/${id}/1371`);
    expect(body.text).toBe(asked.text);
    expect(body.events.map(one => [one.file, one.size, one.superseded])).toEqual([
      [shaOf(first), first.length, false],
      [shaOf(late), late.length, true],
    ]);

    expect((await take(viewer, first)).body.code).toBe('accounts.role');
    const back = await admin.ask('POST', `/requests/${id}/take-back`, { reason: 'Sudah lengkap' });
    expect(back.body.code, 'nobody is left to take it back from').toBe('requests.over');
    const taken = await take(admin, first);
    expect([taken.headers.get('content-type'), taken.bytes]).toEqual(['application/pdf', first]);
    // A file of the office that answers something else, or nothing, is not to be had here.
    const other = Buffer.from('bukan jawaban');
    await handIn(station, other);
    expect((await take(admin, other)).body.code).toBe('files.unknown');
    const audit = await admin.ask('POST', '/audit', { text: 'request.fetched', office: '1371' });
    expect(audit.body.rows).toHaveLength(1);
  });

  test('is taken back with a reason from whoever is not done with it; what was on its way stays in its history', async () => {
    const hq = await Headquarters.open(kind, '2026-11-23T02:00:00.000Z');
    const admin = await hq.admin();
    const operator = await hq.person(admin, 'operator');
    const viewer = await hq.person(admin, 'viewer');
    const [padang, solok] = [await hq.test.station('1371'), await hq.test.station('1372')];
    await hq.test.code('1373');
    const make = () => operator.ask('PUT', `/requests/${id}`, { ...asked, to: 'all' });
    await make();
    await say(padang, 'claimed');
    await say(solok, 'refused', { reason: 'not-here' });

    const takeBack = (person: Person, reason: string) =>
      person.ask('POST', `/requests/${id}/take-back`, { reason });
    expect((await takeBack(viewer, 'Salah judul')).body.code).toBe('accounts.role');
    expect((await takeBack(operator, ' ')).body.code).toBe('request.invalid');
    const reach = await viewer.ask<{ offices: { state: string }[] }>('GET', `/requests/${id}`);
    expect(reach.body.offices.map(one => one.state)).toEqual(['claimed', 'refused', 'sent']);
    hq.pass(5);
    expect((await takeBack(operator, 'Salah judul')).body).toEqual({ offices: 2 });
    expect((await takeBack(operator, 'Salah judul')).body, 'sent twice').toEqual({ offices: 0 });
    expect((await make()).body.code, 'the same is not asked again').toBe('requests.takenBack');

    const rowsOf = async (station: SimpleStation, office: string) =>
      (await (await station.raw('GET', `/down/office:${office}?after=0&bytes=65536`)).text())
        .split('\n')
        .filter(line => line.includes('"request"'))
        .map(line => JSON.parse(line) as { v: number; d: object });
    const taken_back = { at: '2026-11-23T02:05:00.000Z', reason: 'Salah judul' };
    expect((await rowsOf(padang, '1371')).at(-1)).toMatchObject({ id, v: 2, d: { ...asked, taken_back } });
    expect(await rowsOf(solok, '1372'), 'it is done with it').toHaveLength(1);

    // From a station that has not heard of it, or does not know that a request can be taken back.
    hq.pass(5);
    const file = Buffer.from('%PDF-1.7 sudah di jalan');
    await say(padang, 'answered', { file: sha256(file).toString('hex') });
    await handIn(padang, file);
    const found = await search(admin);
    expect(states(found)).toEqual(['1371 taken-back', '1372 refused', '1373 taken-back']);
    expect(found.states).toMatchObject({ 'taken-back': 2, refused: 1, answered: 0 });
    expect(found.rows[0]).toMatchObject({ since: '2026-11-23T02:05:00.000Z', answers: 1 });
    const read = await viewer.ask<Awaited<ReturnType<typeof readRequest>>>('GET', `/requests/${id}/1371`);
    expect(read.body).toMatchObject({
      takenBackAt: taken_back.at,
      takenBackBy: operator.email,
      takenBackReason: 'Salah judul',
    });
    expect(read.body.events.map(one => [one.kind, one.late])).toEqual([
      ['claimed', false],
      ['answered', true],
    ]);
    const fetched = await operator.ask('POST', `/requests/${id}/1371/${sha256(file).toString('hex')}`);
    expect(fetched.bytes).toEqual(file);
    const audit = await admin.ask('POST', '/audit', { text: 'request.taken-back', office: '' });
    expect(audit.body.rows.map(one => [one.actor, one.data])).toEqual([
      [operator.email, { request: id, kind: 'publication', offices: 2, reason: 'Salah judul' }],
    ]);
  });
});
