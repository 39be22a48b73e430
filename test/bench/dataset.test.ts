import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyJournal } from '../../src-main/journal/store.ts';
import { openStation } from '../../src-main/station.ts';
import { silentLog, temporaryDir } from '../helpers/station.ts';
import { buildOffice } from './dataset.ts';

test('the office of the bench is one that the station itself could have written', async () => {
  const dataDir = temporaryDir();
  await buildOffice(dataDir, 3_000);
  const sqlite = new Sqlite(join(dataDir, 'loket.sqlite'));
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(sqlite.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(3_000);
  sqlite.close();
  const station = await openStation({ dataDir }, { log: silentLog });
  const verified = await verifyJournal(station.db);
  expect(verified.brokenAt).toBeNull();
  expect(verified.rows).toBeGreaterThan(15_000);
  await station.close();
});
