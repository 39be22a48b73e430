/** What was read, copied, taken along and needed goes to headquarters without a word that a visitor used, and comes back. */
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { record, write } from '../../src-main/database/write.ts';
import { openTestCentral } from '../helpers/central.ts';
import { guestbook } from '../helpers/station.ts';
import { bothDigests, openSyncedOffice, type SyncedOffice } from '../helpers/synced.ts';

const at = '2026-11-23T03:00:00.000Z';
const mark = 'RAHASIA';
const tables = ['photocopy', 'softcopy', 'delivery', 'data_need'] as const;

/** A visit that had a form filled in, took a scan along, and says what it needed. */
async function visitWithEverything(office: SyncedOffice): Promise<void> {
  const { code } = (await office.kiosk.post<{ code: string }>('/visits', guestbook())).body;
  const front = await office.as('front');
  const { visitId } = (await front.post<{ visitId: string }>('/scan', { code })).body;
  await front.post(`/visits/${visitId}/serve`);
  const need = { wanted: `${mark} inflasi`, areaCode: '1371', areaName: 'Padang', obtained: 'no' };
  expect((await front.post(`/visits/${visitId}/needs`, need)).status).toBe(200);
  const softcopy = crypto.randomUUID();
  await write(office.station, { door: 'station', staffId: null }, async tx => {
    await sql`
      INSERT INTO photocopy (id, visit_id, on_day, count, copies, paper, duplex, state, token, requested_at, out_at,
        back_at, ended_at)
      VALUES (${crypto.randomUUID()}, ${visitId}, '2026-11-23', 1, 2, 'a4', 0, 'closed', ${mark}, ${at}, ${at}, ${at},
        ${at})`.execute(tx);
    await sql`
      INSERT INTO softcopy (id, visit_id, source, state, opened_at, ready_at, pages, bytes, sha256)
      VALUES (${softcopy}, ${visitId}, 'scan', 'ready', ${at}, ${at}, 3, 1000, ${'a'.repeat(64)})`.execute(
      tx,
    );
    await sql`
      INSERT INTO delivery (id, softcopy_id, way, state, address, made_at, ended_at)
      VALUES (${crypto.randomUUID()}, ${softcopy}, 'email', 'delivered', NULL, ${at}, ${at})`.execute(tx);
    await sql`
      INSERT INTO delivery (id, softcopy_id, way, state, token_hash, expires_at, made_at)
      VALUES (${crypto.randomUUID()}, ${softcopy}, 'download', 'queued', ${`${mark} hash`}, ${at}, ${at})`.execute(
      tx,
    );
    await record(tx, 'sync.asked');
  });
}

const counts = async ({ station: { db } }: SyncedOffice) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async table => {
        const { rows } = await sql<{
          rows: number;
        }>`SELECT count(*) AS rows FROM ${sql.table(table)}`.execute(db);
        return [table, rows[0]!.rows] as const;
      }),
    ),
  );

test('reading, photocopies, softcopies and needs go up without words, and a lost disk gets them back', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await visitWithEverything(office);
  await office.courier.sendNow();
  const batches = await office.station.db.selectFrom('sync_batch').select('body').execute();
  const sent = batches.map(row => gunzipSync(row.body).toString()).join('');
  for (const table of tables) expect(sent).toContain(`{"t":"${table}"`);
  expect(sent).not.toContain(mark);
  const digests = await bothDigests(office.station, central);
  expect(digests.central).toEqual(digests.office);

  const { device } = await office.station.db
    .selectFrom('sync_enrolment')
    .select('device')
    .executeTakeFirstOrThrow();
  const before = await counts(office);
  expect(before).toEqual({ photocopy: 1, softcopy: 1, delivery: 2, data_need: 1 });
  await office.station.close();
  const fresh = await openSyncedOffice(central, { device });
  for (let round = 0; round < 3; round++) await fresh.courier.sendNow();
  expect(await counts(fresh)).toEqual(before);
  const again = await bothDigests(fresh.station, central);
  expect(again.central).toEqual(again.office);
});

test('a need that was taken back is gone from the panel, without the visitor’s words, and headquarters hears of it', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await visitWithEverything(office);
  const front = await office.as('front');
  const { id, visit_id } = await office.station.db
    .selectFrom('data_need')
    .select(['id', 'visit_id'])
    .executeTakeFirstOrThrow();
  expect((await front.send('DELETE', `/needs/${id}`)).status).toBe(200);
  expect((await front.send('DELETE', `/needs/${id}`)).status).toBe(404);
  const { body } = await front.get<{ needs: unknown[] }>(`/visits/${visit_id}/needs`);
  expect(body.needs).toEqual([]);
  await office.courier.sendNow();
  const kept = await office.station.db.selectFrom('data_need').select('wanted').executeTakeFirstOrThrow();
  expect(kept.wanted).toBe('—');
  const there = await central.central.db
    .selectFrom('data_need')
    .select('removed_at')
    .executeTakeFirstOrThrow();
  expect(there.removed_at).not.toBeNull();
});

test('a station that was enrolled before these tables were handed in hands in what it has of them', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await visitWithEverything(office);
  // As an older program left it: no triggers, nothing planned, nothing logged.
  const { db } = office.station;
  for (const table of tables) {
    for (const event of ['insert', 'update'])
      await sql.raw(`DROP TRIGGER sync_${table}_${event}`).execute(db);
    await sql`DELETE FROM change_log WHERE tbl = ${table}`.execute(db);
    await sql`DELETE FROM sync_row WHERE tbl = ${table}`.execute(db);
    await sql`DELETE FROM sync_older WHERE tbl = ${table}`.execute(db);
  }
  await office.courier.start();
  await office.courier.sendNow();
  const digests = await bothDigests(office.station, central);
  expect(digests.central).toEqual(digests.office);
  expect(digests.central['data_need']).toMatch(/^1 /);
});
