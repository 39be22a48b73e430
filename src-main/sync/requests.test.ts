import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { write as writeCentral } from '../../src-central/database/write.ts';
import { takeParcel } from '../../src-central/carry/parcels.ts';
import { publish } from '../../src-central/feeds/store.ts';
import type { readRequest } from '../../src-central/requests/store.ts';
import { sha256 } from '../../src-central/wire/rules.ts';
import { openTestCentral } from '../../test/helpers/central.ts';
import { Headquarters } from '../../test/helpers/headquarters.ts';
import { bothDigests, cut, openSyncedOffice, type SyncedOffice } from '../../test/helpers/synced.ts';
import type { listInstruments } from './instruments-store.ts';
import type { listRequests } from './requests-store.ts';

type Listed = Awaited<ReturnType<typeof listRequests>>;
const id = '0192f0c0-0000-7000-8000-0000000000c1';

/** Hands a file in as the console does: its bytes are the body. */
async function answer(office: SyncedOffice, token: string, bytes: Uint8Array, request = id) {
  const response = await office.app.fetch(
    new Request(`http://station/api/requests/${request}/answer`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' },
      body: bytes as BodyInit,
    }),
    { door: 'staff' },
  );
  return { status: response.status, body: (await response.json()) as { code?: string } };
}

test('an officer reads a request, claims it and answers with a file, and headquarters has it', async () => {
  const hq = await Headquarters.open('PGlite');
  const admin = await hq.admin();
  const office = await openSyncedOffice(hq.test);
  await admin.ask('PUT', `/requests/${id}`, {
    kind: 'publication',
    title: 'Softcopy Dharmasraya Dalam Angka 2024',
    text: 'Untuk perpustakaan pusat.',
    due: '2026-12-18',
    to: ['1311'],
  });
  await office.courier.sendNow();
  const front = await office.as('front');
  const list = async () => (await front.get<Listed>('/requests')).body;
  expect(await list()).toMatchObject([
    { id, kind: 'publication', due: '2026-12-18', state: 'new', events: [] },
  ]);

  const step = (said: object) => front.post<{ code?: string }>(`/requests/${id}/steps`, said);
  await step({ kind: 'seen' });
  await step({ kind: 'seen' });
  await step({ kind: 'claimed' });
  expect((await step({ kind: 'refused', reason: 'Bu Sari sakit' })).body.code).toBe('request.invalid');
  const [claimed] = await list();
  expect(claimed!.state).toBe('claimed');
  expect(claimed!.events.map(one => [one.kind, one.staff])).toEqual([
    ['seen', expect.stringMatching(/\w/)],
    ['claimed', expect.stringMatching(/\w/)],
  ]);

  // Longer than a question may be: it is stored as it comes.
  const bytes = Buffer.alloc(300_000, '%PDF-1.7 ');
  expect((await answer(office, front.token, new Uint8Array())).status).toBeGreaterThanOrEqual(400);
  expect(await answer(office, front.token, bytes, '0192f0c0-0000-7000-8000-0000000000c2')).toMatchObject({
    status: 404,
  });
  expect((await answer(office, front.token, bytes)).status).toBe(200);
  await office.courier.sendNow();
  expect((await list())[0]).toMatchObject({ state: 'answered' });
  expect((await list())[0]!.events.at(-1)).toMatchObject({ kind: 'answered', fileState: 'done' });

  // One that was cleared away before it was sent holds nothing up.
  office.network.trouble = () => cut();
  await answer(office, front.token, Buffer.from('lain'));
  await office.courier.sendNow();
  rmSync(office.courier.files.pathOf(sha256('lain').toString('hex')));
  office.network.trouble = null;
  await office.courier.sendNow();
  expect((await list())[0]!.events.at(-1)).toMatchObject({ kind: 'answered', fileState: 'refused' });
  expect(await office.courier.status()).toMatchObject({ problem: null });

  const path = `/requests/${id}/1311`;
  const { body } = await admin.ask<Awaited<ReturnType<typeof readRequest>>>('GET', path);
  expect([body.state, ...body.events.map(one => one.kind)]).toEqual([
    'answered',
    'seen',
    'claimed',
    'answered',
    'answered',
  ]);
  const sha = sha256(bytes).toString('hex');
  expect((await admin.ask('POST', `${path}/${sha}`)).bytes.equals(bytes)).toBe(true);
  const digests = await bothDigests(office.station, hq.test);
  expect(digests.office).toEqual(digests.central);
});

test('a request that headquarters takes back is closed to whoever works on it, over the link and by USB', async () => {
  const hq = await Headquarters.open('PGlite');
  const admin = await hq.admin();
  const office = await openSyncedOffice(hq.test);
  const carried = '0192f0c0-0000-7000-8000-0000000000c3';
  const ask = (request: string) =>
    admin.ask('PUT', `/requests/${request}`, {
      kind: 'data',
      title: 'Tabel penduduk',
      text: '',
      due: '2026-01-02',
      to: ['1311'],
    });
  const takeBack = (request: string) =>
    admin.ask('POST', `/requests/${request}/take-back`, { reason: 'Sudah ada di pusat' });
  await ask(id);
  await ask(carried);
  await office.courier.sendNow();
  const front = await office.as('front');
  const list = async () =>
    (await front.get<Listed>('/requests')).body.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const before = await list();
  expect(before).toMatchObject([{ open: true, overdue: true, takenBack: null }, { open: true }]);
  await front.post(`/requests/${id}/steps`, { kind: 'claimed' });
  await office.courier.sendNow();

  await takeBack(id);
  await office.courier.sendNow();
  const [taken] = await list();
  expect(taken).toMatchObject({
    state: 'taken-back',
    open: false,
    overdue: false,
    interrupted: true,
    takenBack: { reason: 'Sudah ada di pusat' },
    receivedAt: before[0]!.receivedAt,
  });
  const told = await answer(office, front.token, Buffer.from('%PDF-1.7 terlambat'));
  expect(told).toMatchObject({ status: 409, body: { code: 'sync.takenBack' } });
  const refuse = (request: string) =>
    front.post<{ code?: string }>(`/requests/${request}/steps`, { kind: 'refused', reason: 'not-here' });
  expect((await refuse(id)).body.code).toBe('sync.takenBack');
  expect((await list())[0]!.events).toEqual(taken!.events);
  await front.post(`/requests/${id}/steps`, { kind: 'seen' });
  await front.post(`/requests/${id}/steps`, { kind: 'seen' });
  expect((await list())[0]).toMatchObject({
    interrupted: false,
    events: [{ kind: 'claimed' }, { kind: 'told' }],
  });

  // Without a link it was answered here before the word came: both ends keep the answer, and both say it was taken back.
  office.network.trouble = () => cut();
  expect((await refuse(carried)).status).toBe(200);
  hq.pass(1);
  await takeBack(carried);
  hq.pass(1);
  const officer = { door: 'staff', staffId: null } as const;
  const { bytes } = await office.courier.pack(officer);
  await office.courier.unpack(officer, await takeParcel(hq.test.central, bytes));
  expect((await list())[1]).toMatchObject({
    state: 'taken-back',
    open: false,
    events: [{ kind: 'refused' }],
  });
  const { body } = await admin.ask<Awaited<ReturnType<typeof readRequest>>>(
    'GET',
    `/requests/${carried}/1311`,
  );
  expect(body).toMatchObject({ state: 'taken-back', events: [{ kind: 'refused', late: true }] });
  const first = await admin.ask<Awaited<ReturnType<typeof readRequest>>>('GET', `/requests/${id}/1311`);
  expect(first.body.events.map(one => one.kind)).toEqual(['claimed', 'told']);
});

test('a viewer reads requests and answers none; survey instruments are listed with version and period', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  const title = { id: 'Survei Kepuasan Masyarakat', en: 'Public satisfaction survey' };
  await writeCentral(central.central, async tx => {
    await publish(tx, 'office:1311', [
      {
        table: 'request',
        id,
        data: { title: 'Dari pusat yang lebih baru', kind: 'hologram', due: 7, beam: 1 },
      },
    ]);
    await publish(tx, 'global', [
      {
        table: 'instrument',
        id: 'skm',
        data: { title, version: '2026.2', from: '2026-07-01', until: '2026-12-31', questions: [1, 2] },
      },
      { table: 'instrument', id: 'skd-lama', data: { questions: [] } },
    ]);
  });
  await office.courier.sendNow();
  const viewer = await office.as('viewer');
  expect((await viewer.get<Listed>('/requests')).body).toMatchObject([
    { title: 'Dari pusat yang lebih baru', kind: 'other', text: '', due: null },
  ]);
  // What this program does not understand is kept: a later one reads it, without asking again (§11).
  const kept = await office.station.db
    .selectFrom('from_headquarters')
    .select('d')
    .where('id', '=', id)
    .execute();
  expect(JSON.parse(kept[0]!.d)).toMatchObject({ beam: 1 });
  expect((await viewer.post(`/requests/${id}/steps`, { kind: 'seen' })).status).toBe(403);
  const { body } = await viewer.get<Awaited<ReturnType<typeof listInstruments>>>('/sync/instruments');
  expect(body.toSorted((a, b) => (a.id < b.id ? 1 : -1))).toMatchObject([
    { id: 'skm', title, version: '2026.2', from: '2026-07-01', until: '2026-12-31' },
    { id: 'skd-lama', title: { id: 'skd-lama', en: 'skd-lama' }, version: '', from: null, until: null },
  ]);
});
