import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestCentral } from '../../test/helpers/central.ts';
import { openSyncedOffice } from '../../test/helpers/synced.ts';
import { guestbook } from '../../test/helpers/station.ts';
import { upTables, type UpTable } from '../../src-central/wire/tables-schema.ts';
import { write } from '../database/write.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { eraseVisitor } from '../visitors/store.ts';

/** No word of any list begins so. */
const mark = 'RAHASIA';

test('no name, phone, e-mail, digit of a card or typed text is in the change log or in a batch', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  const admin = await office.as('admin');
  await admin.send('PUT', '/profile', {
    ...defaultProfile,
    custody: { askLastFour: true },
    office: { ...defaultProfile.office, address: `Jl. ${mark} 1` },
  });
  const front = await office.as('front');
  const person = {
    name: `${mark} Siti`,
    phone: '0812 9999 8888',
    email: `${mark}@contoh.id`,
    occupation: 'other',
    occupationOther: `${mark} kerja`,
    institutionCategory: 'other',
    institutionCategoryOther: `${mark} lembaga`,
    institution: `${mark} sekolah`,
  };
  const form = guestbook(
    {
      kind: 'accompanied',
      purpose: 'other',
      purposeOther: `${mark} perlu`,
      companionName: `${mark} Ibu`,
      companionRelation: 'parent',
    },
    person,
  );
  const ticket = await office.kiosk.post<{ code: string }>('/visits', form);
  expect(ticket.status).toBe(200);
  const { body } = await front.post<{ visitId: string }>('/scan', { code: ticket.body.code });
  await front.post(`/visits/${body.visitId}/serve`);
  const taken = await front.post('/custodies', {
    visitId: body.visitId,
    card: { kind: 'ktp', last4: '7391' },
    locker: 'next',
  });
  expect(taken.status).toBe(200);
  await front.post('/publications/wanted', { text: `${mark} buku` });
  await admin.post('/staff', { name: `${mark} Petugas`, role: 'front', pin: '424242' });
  await office.kiosk.post('/help', { kiosk: mark });
  await overwriteWhatIsTyped(office.station);

  const { db } = office.station;
  const log = await db.selectFrom('change_log').selectAll().execute();
  expect(log.length).toBeGreaterThan(10);
  await office.courier.sendNow();
  const batches = await db.selectFrom('sync_batch').select('body').execute();
  const texts = [
    ...log.map(row => JSON.stringify(row)),
    ...batches.map(row => gunzipSync(row.body).toString()),
  ];
  // Hashes and ids are full of digits: four of them in the midst of one are nobody's.
  const inHex = /[0-9a-f-]{32,}/g;
  const told = texts.map(text => text.replace(inHex, '#'));
  for (const secret of [mark, mark.toLowerCase(), '99998888', '9999 8888', '7391', 'contoh.id'])
    expect(
      told.filter(text => text.includes(secret)),
      secret,
    ).toEqual([]);

  const visitors = await db.selectFrom('visitor').select('id').execute();
  const sent = batches.map(row => gunzipSync(row.body).toString()).join('');
  for (const { id } of visitors) expect(sent).not.toContain(id);
  expect(sent).toContain('"visitor_id":"');
});

/** Every text column that the whitelist leaves out, in every table that goes up. */
async function overwriteWhatIsTyped(station: Awaited<ReturnType<typeof openSyncedOffice>>['station']) {
  await write(station, { door: 'station', staffId: null }, async tx => {
    for (const [name, table] of Object.entries(upTables) as [string, UpTable][]) {
      if (table.appendOnly || table.id === 'day') continue;
      const { rows } = await sql<{ name: string; type: string; pk: number }>`
        SELECT name, type, pk FROM pragma_table_info(${name})`.execute(tx);
      const typed = rows.filter(
        one =>
          one.type === 'TEXT' &&
          !(one.name in table.columns) &&
          /(name|note|text|other|reason|phone|email|institution)/.test(one.name) &&
          !one.name.endsWith('_id'),
      );
      for (const column of typed)
        await sql`UPDATE ${sql.table(name)} SET ${sql.ref(column.name)} = ${`${mark} ${column.name}`} || rowid`.execute(
          tx,
        );
    }
    const { id } = await tx.selectFrom('visitor').select('id').executeTakeFirstOrThrow();
    await eraseVisitor(tx, id, 'asked');
  });
}

test('nothing is captured before the enrolment, and a trigger of an older program gives way', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central, { enrol: false });
  await office.kiosk.post('/visits', guestbook());
  const { db } = office.station;
  const logged = async () => (await db.selectFrom('change_log').selectAll().execute()).length;
  expect(await logged()).toBe(0);
  await office.courier.enrol({ code: await central.code(), url: 'http://central', ca: '' });
  await sql`DROP TRIGGER sync_visit_insert`.execute(db);
  await sql`CREATE TRIGGER sync_visit_insert AFTER INSERT ON visit BEGIN SELECT 1; END`.execute(db);
  await sql`CREATE TRIGGER sync_gone_insert AFTER INSERT ON visit BEGIN SELECT 1; END`.execute(db);
  await office.courier.start();
  const { rows } = await sql<{ name: string; sql: string }>`
    SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'sync%insert'`.execute(db);
  expect(rows.find(row => row.name === 'sync_gone_insert')).toBeUndefined();
  expect(rows.find(row => row.name === 'sync_visit_insert')!.sql).toContain('change_log');
});
