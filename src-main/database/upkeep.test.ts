import Sqlite from 'better-sqlite3';
import { closeSync, copyFileSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { guestbook, openTestOffice, type TestOffice } from '../../test/helpers/station.ts';
import { lookAfter } from './upkeep.ts';
import { checkedAtStartBytes, copyDatabase } from './open.ts';

/** A data file too large to be checked before opening: a copy with a table of filler. */
async function largeFile(office: TestOffice): Promise<string> {
  await office.kiosk.post('/visits', guestbook());
  const { sql } = await import('kysely');
  await sql`CREATE TABLE filler (id INTEGER PRIMARY KEY, body BLOB) STRICT`.execute(office.station.db);
  await sql`INSERT INTO filler (body) VALUES (randomblob(${checkedAtStartBytes}))`.execute(office.station.db);
  await sql`CREATE INDEX filler_id ON filler (id, length(body))`.execute(office.station.db);
  const file = join(office.dataDir, 'large.sqlite');
  await copyDatabase(office.station.db, file);
  return file;
}

test('a large file that is whole is found whole while the station works', async () => {
  const office = await openTestOffice();
  const file = await largeFile(office);
  lookAfter(office.station, file, { startMs: 0, quietMs: 100 });
  expect(office.station.integrity).toBe('checking');
  expect((await office.kiosk.post('/visits', guestbook({}, { name: 'Budi' }))).status).toBe(200);
  await vi.waitFor(() => expect(office.station.integrity).toBe('whole'), { timeout: 10_000 });
});

test('damage in a large file is found, recorded, and shown on the board', async () => {
  const office = await openTestOffice();
  const file = await largeFile(office);
  const handle = openSync(file, 'r+');
  for (let at = 4_096; at < Math.min(statSync(file).size, 400_000); at += 4_096)
    writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, at);
  closeSync(handle);
  lookAfter(office.station, file, { startMs: 0, quietMs: 100 });
  await vi.waitFor(() => expect(office.station.integrity).toBe('damaged'), { timeout: 10_000 });
  const front = await office.as('front');
  expect((await front.get('/board')).body).toMatchObject({ integrity: 'damaged' });
  const supervisor = await office.as('supervisor');
  const { body } = await supervisor.get<{ rows: { what: string }[] }>('/journal');
  expect(body.rows.map(row => row.what)).toContain('station.damaged');
});

test('what the log holds is folded into the file beside the commits', async () => {
  const office = await openTestOffice();
  const file = join(office.dataDir, 'loket.sqlite');
  const alone = join(office.dataDir, 'without-log.sqlite');
  const stop = lookAfter(office.station, file, { startMs: 0, quietMs: 60_000 });
  await office.kiosk.post('/visits', guestbook({}, { name: 'Nur Azizah' }));
  await vi.waitFor(
    () => {
      copyFileSync(file, alone);
      const copy = new Sqlite(alone);
      const names = copy.prepare('SELECT name FROM visitor').pluck().all();
      copy.close();
      expect(names).toEqual(['Nur Azizah']);
    },
    { timeout: 10_000, interval: 200 },
  );
  stop();
});
