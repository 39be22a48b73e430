import { expect, test } from 'vitest';
import { write as writeCentral } from '../../src-central/database/write.ts';
import { publish, type Publication } from '../../src-central/feeds/store.ts';
import { openTestCentral, type TestCentral } from '../../test/helpers/central.ts';
import { openSyncedOffice } from '../../test/helpers/synced.ts';
import { write } from '../database/write.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { readProfile } from '../profile/store.ts';
import { listAnnouncements } from './announcements-store.ts';

const say = (central: TestCentral, scope: string, rows: Publication[]) =>
  writeCentral(central.central, tx => publish(tx, scope, rows));

const publication = (title: string, year: number) => ({
  table: 'publication',
  id: `hq-${title}`,
  data: { title, year, pubId: `pub-${title}` },
});

test('publications come down, and what the office has edited stays its own', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await say(central, 'catalogue', [
    publication('Dharmasraya Dalam Angka', 2025),
    publication('Statistik Padi', 2024),
  ]);
  await office.courier.sendNow();
  const { db } = office.station;
  const found = await db.selectFrom('publication').select(['id', 'title', 'year']).orderBy('year').execute();
  expect(found.map(one => one.title)).toEqual(['Statistik Padi', 'Dharmasraya Dalam Angka']);

  const librarian = await office.as('librarian');
  const padi = found[0]!.id;
  expect(
    (await librarian.send('PATCH', `/publications/${padi}`, { title: 'Statistik Padi Sawah' })).status,
  ).toBe(200);
  await say(central, 'catalogue', [{ ...publication('Statistik Padi', 2023) }]);
  await office.courier.sendNow();
  const again = await db
    .selectFrom('publication')
    .select(['title', 'year'])
    .where('id', '=', padi)
    .executeTakeFirst();
  expect(again).toEqual({ title: 'Statistik Padi Sawah', year: 2023 });
});

test('a row that nobody understands is set aside, told, and holds nothing up', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await say(central, 'global', [
    { table: 'hologram', id: 'h1', data: { beam: 1 } },
    { table: 'synonym', id: 's1', data: { phrases: ['satu'] } },
    { table: 'synonym', id: 's2', data: { phrases: ['inflasi', 'kenaikan harga'] } },
    {
      table: 'announcement',
      id: 'a1',
      data: {
        title: { id: 'Libur', en: 'Holiday' },
        body: { id: 'Senin', en: 'Monday' },
        until: '2099-01-01',
      },
    },
  ]);
  await office.courier.sendNow();
  const { db } = office.station;
  const aside = await db
    .selectFrom('sync_aside')
    .select(['tbl', 'row_id', 'reason'])
    .orderBy('tbl')
    .execute();
  expect(aside).toEqual([
    { tbl: 'hologram', row_id: 'h1', reason: 'unknown' },
    { tbl: 'synonym', row_id: 's1', reason: 'shape' },
  ]);
  expect(await office.courier.status()).toMatchObject({ aside: 2, problem: null });
  expect(await db.selectFrom('synonym').select('id').where('id', '=', 's2').execute()).toHaveLength(1);
  const announced = await (
    await office.as('front')
  ).get<{ id: string; title: object }[]>('/sync/announcements');
  expect(announced.body).toMatchObject([{ id: 'a1', title: { en: 'Holiday' } }]);
  expect(await listAnnouncements(db, '2099-01-01')).toHaveLength(1);
  expect(await listAnnouncements(db, '2099-01-02')).toEqual([]);
  await say(central, 'global', [{ table: 'synonym', id: 's1', data: { phrases: ['satu', 'tunggal'] } }]);
  await office.courier.sendNow();
  expect((await office.courier.status()).aside).toBe(1);
});

test('an option list brings new choices and keeps the words that the office has changed', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  const admin = await office.as('admin');
  const lists = structuredClone(defaultProfile.lists);
  lists.purposes[0]!.id = 'Tugas sekolah kami';
  lists.purposes.push({ code: 'own-1', id: 'Magang', en: 'Internship' });
  await admin.send('PUT', '/profile', { ...defaultProfile, lists });
  const choices = defaultProfile.lists.purposes.map(one => ({ ...one, en: `${one.en}!` }));
  choices.push({ code: 'hq-1', id: 'Sensus', en: 'Census' });
  await say(central, 'global', [{ table: 'list', id: 'purposes', data: { choices } }]);
  await office.courier.sendNow();
  const { profile } = await readProfile(office.station.db);
  expect(profile.lists.purposes.map(one => one.code)).toEqual([
    'study',
    'government',
    'commercial',
    'research',
    'other',
    'hq-1',
    'own-1',
  ]);
  expect(profile.lists.purposes[0]!.id).toBe('Tugas sekolah kami');
  expect(profile.lists.purposes[1]!.en).toBe('Government!');

  // An office that had a newer list early hears the older one afterwards: it comes by the feed of all.
  const sayCards = (scope: string, said: number, en: string) =>
    say(central, scope, [
      { table: 'list', id: 'cards', data: { said, choices: [{ code: 'ktp', id: 'KTP', en }] } },
    ]);
  await sayCards('office:1311', 2, 'Newer');
  await office.courier.sendNow();
  await sayCards('global', 1, 'Older');
  await office.courier.sendNow();
  const cards = (await readProfile(office.station.db)).profile.lists.cards;
  expect(cards.find(one => one.code === 'ktp')!.en).toBe('Newer');
});

test('the office profile is taken only with headquarters’ signature', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  const text = JSON.stringify({ promiseMinutes: 7 });
  const signature = central.central.identity.signProfile(text);
  const row = (data: Record<string, unknown>) => [{ table: 'profile', id: 'office', data }];
  await say(central, 'office:1311', row({ text: JSON.stringify({ promiseMinutes: 99 }), signature }));
  await office.courier.sendNow();
  expect((await readProfile(office.station.db)).profile.promiseMinutes).toBe(5);
  await say(central, 'office:1311', row({ text, signature }));
  await office.courier.sendNow();
  expect((await readProfile(office.station.db)).profile.promiseMinutes).toBe(7);
});

test('staff named by headquarters come without a PIN, and an administrator gives them one', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  const id = crypto.randomUUID();
  await say(central, 'office:1311', [
    { table: 'staff', id, data: { name: 'Sari Dewi', role: 'front', active: true } },
  ]);
  await office.courier.sendNow();
  const enter = (pin: string) => office.guest.post('/sessions', { staffId: id, pin });
  expect((await enter('123456')).status).toBe(401);
  const admin = await office.as('admin');
  expect((await admin.send('PATCH', `/staff/${id}`, { pin: '246813' })).status).toBe(200);
  expect((await enter('246813')).status).toBe(200);
});

test('one request answered at two PCs keeps both answers, and both PCs see them (F22)', async () => {
  const central = await openTestCentral('PGlite');
  const first = await openSyncedOffice(central);
  const second = await openSyncedOffice(central);
  const id = crypto.randomUUID();
  await say(central, 'office:1311', [
    { table: 'request', id, data: { title: 'Softcopy Dharmasraya Dalam Angka 2024' } },
  ]);
  const { answerRequest, listRequests } = await import('./requests-store.ts');
  for (const { station, courier } of [first, second]) {
    await courier.sendNow();
    await write(station, { door: 'station', staffId: null }, tx =>
      answerRequest(tx, id, { sha256: 'a'.repeat(64), size: 3, mime: 'application/pdf' }),
    );
    await station.db.updateTable('sync_file').set({ state: 'done' }).execute();
  }
  for (let round = 0; round < 2; round++) for (const { courier } of [first, second]) await courier.sendNow();
  for (const { station } of [first, second]) {
    const [request] = await listRequests(station.db, '2026-11-23');
    expect(request!.events.map(event => event.kind)).toEqual(['answered', 'answered']);
  }
  const events = await central.central.db.selectFrom('request_event').select('id').execute();
  expect(events).toHaveLength(2);
});
