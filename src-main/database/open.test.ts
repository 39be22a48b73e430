import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateTo } from '../../test/helpers/migrations.ts';
import { openTestOffice, silentLog, temporaryDir } from '../../test/helpers/station.ts';
import { openStation } from '../station.ts';
import { closeDatabase, openDatabase } from './open.ts';

const pragma = async (db: Awaited<ReturnType<typeof openDatabase>>, name: string) =>
  Object.values((await sql.raw<object>(`PRAGMA ${name}`).execute(db)).rows[0]!)[0] as unknown;

/** The database and what lies beside it, byte for byte; an empty log holds nothing. */
function bytesOf(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir)
      .filter(name => name.startsWith('loket.sqlite') && !name.endsWith('-shm'))
      .map(name => [name, readFileSync(join(dir, name)).toString('base64')])
      .filter(([, bytes]) => bytes !== ''),
  );
}

async function newDatabase() {
  const dir = temporaryDir();
  const file = join(dir, 'loket.sqlite');
  await closeDatabase(await openDatabase(file, silentLog));
  return { dir, file };
}

test('a commit is on the disk before it is acknowledged, and references hold', async () => {
  const { file } = await newDatabase();
  const reopened = await openDatabase(file, silentLog);
  expect(await pragma(reopened, 'journal_mode')).toBe('wal');
  expect(await pragma(reopened, 'synchronous')).toBe(2);
  expect(await pragma(reopened, 'foreign_keys')).toBe(1);
  await closeDatabase(reopened);
});

test('every table is strict, so that no column ever holds a value of another kind', async () => {
  const { station } = await openTestOffice({ setUp: false });
  const tables = await sql<{ name: string; strict: number }>`
    SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`.execute(station.db);
  const lax = tables.rows.filter(table => table.strict === 0).map(table => table.name);
  expect(lax.filter(name => !/^(sqlite_|kysely_)/.test(name))).toEqual([]);
});

test('a closed database is one file, without anything left in a log beside it', async () => {
  const { dir } = await newDatabase();
  expect(readdirSync(dir)).toEqual(['loket.sqlite']);
});

test('data of a newer program is refused in a sentence and left as it was, byte for byte', async () => {
  const { dir, file } = await newDatabase();
  const newer = new Sqlite(file);
  newer.exec(
    "INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-the-future', '2031-01-01T00:00:00.000Z')",
  );
  // As a station leaves it that lost its power: committed rows that are still in the write-ahead log.
  mkdirSync(join(dir, 'off'));
  for (const name of ['loket.sqlite', 'loket.sqlite-wal'])
    copyFileSync(join(dir, name), join(dir, 'off', name));
  newer.close();
  const off = join(dir, 'off');
  const before = bytesOf(off);
  expect(Object.keys(before)).toEqual(['loket.sqlite', 'loket.sqlite-wal']);
  await expect(openDatabase(join(off, 'loket.sqlite'), silentLog)).rejects.toThrow(
    /newer Loket PST \(step 9999-from-the-future\).*It was not changed.*versi Loket PST yang lebih baru/s,
  );
  expect(bytesOf(off)).toEqual(before);
});

test.each([
  ['a page in the middle is overwritten', (bytes: Buffer) => bytes.fill(0x5a, 8_192, 12_288)],
  ['it was cut off', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2) + 100)],
  ['it is not a database at all', () => Buffer.from('Daftar hadir bulan November\n'.repeat(400))],
])('a damaged file is refused and not touched: %s', async (_how, spoil) => {
  const { dir, file } = await newDatabase();
  writeFileSync(file, spoil(readFileSync(file)));
  const before = bytesOf(dir);
  await expect(openDatabase(file, silentLog)).rejects.toThrow(/is damaged .*not changed.*backups/s);
  expect(bytesOf(dir)).toEqual(before);
});

test('before an older database is changed, a copy of it is laid aside that opens by itself', async () => {
  const dir = temporaryDir();
  const file = join(dir, 'loket.sqlite');
  await migrateTo(file, '0002-office');
  await closeDatabase(await openDatabase(file, silentLog));
  const copy = `${file}.before-0003-visits`;
  const kept = new Sqlite(copy, { readonly: true });
  const steps = kept.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all();
  kept.close();
  expect(steps).toEqual(['0001-journal', '0002-office']);
  expect(existsSync(`${copy}.part`)).toBe(false);
});

test('a copy that a power failure cut off does not pass for a whole one', async () => {
  const dir = temporaryDir();
  const file = join(dir, 'loket.sqlite');
  await migrateTo(file, '0002-office');
  writeFileSync(`${file}.before-0003-visits.part`, 'half');
  await closeDatabase(await openDatabase(file, silentLog));
  expect(new Sqlite(`${file}.before-0003-visits`, { readonly: true }).pragma('quick_check')).toEqual([
    { quick_check: 'ok' },
  ]);
});

test('a new database needs no copy', async () => {
  const { dir } = await newDatabase();
  expect(readdirSync(dir).filter(name => name.includes('before'))).toEqual([]);
});

test('a second station on the same folder is refused in a sentence, and may start once the first has ended', async () => {
  const dataDir = temporaryDir();
  const { station } = await openTestOffice({ dataDir, setUp: false });
  await expect(openStation({ dataDir })).rejects.toThrow(/already running/);
  await station.close();
  await (await openStation({ dataDir }, { log: silentLog })).close();
});
