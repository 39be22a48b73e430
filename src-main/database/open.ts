/** Opens the station's SQLite file and brings it up to date; refuses a damaged file or one from a newer program. */
import Sqlite from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { stationMigrations } from '../../migrations/station/index.ts';
import { quickCheck } from './quick-check.ts';
import { keepStatements } from './statements.ts';
import type { Database } from './tables.ts';

export type Db = Kysely<Database>;

export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}

const slowQueryMs = 40;
/** A check reads some 30 MB a second: larger files are checked by `upkeep.ts` while the counter works. */
export const checkedAtStartBytes = 16 * 1024 * 1024;
const handles = new WeakMap<Db, Sqlite.Database>();

/**
 * Keeps every other program out of an office's folder until the returned function is called, or this process ends in
 * whatever way: two stations on one file would give one locker twice and print a slip twice.
 * @throws {DatabaseRefused} when another holds it.
 */
export function holdFolder(dataDir: string): () => void {
  const lock = new Sqlite(join(dataDir, 'station.lock'), { timeout: 0 });
  try {
    // In this mode the lock of the first write stays until the file is closed.
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.pragma('user_version = 1');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new DatabaseRefused(
      `A station is already running on ${dataDir}. Use that one, or stop it first. / Stasiun dengan folder data ini sudah berjalan; pakai yang itu, atau hentikan dahulu.`,
    );
  }
  return () => lock.close();
}

/**
 * @throws {DatabaseRefused} with a sentence for the person who started the program; the file is left as it was.
 */
export async function openDatabase(file: string, log: Logger): Promise<Db> {
  const isNew = file === ':memory:' || !existsSync(file);
  if (!isNew) refuseUnfit(file);
  const sqlite = new Sqlite(file, { timeout: 5_000 });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // Otherwise a row that REPLACE pushes out is deleted past the triggers that forbid it.
    sqlite.pragma('recursive_triggers = ON');
    sqlite.pragma('cache_size = -4000');
    // What a statement of many rows would have to take back lies in memory, not in a file: a fifth of a bulk's time.
    sqlite.pragma('temp_store = MEMORY');
    // In pages, 64 MB: the thread of `upkeep.ts` folds the log in long before a commit would have to.
    sqlite.pragma('wal_autocheckpoint = 16000');
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: keepStatements(sqlite) }),
      log: event => {
        if (event.level === 'error') return;
        if (event.queryDurationMillis > slowQueryMs)
          log.warn({ ms: Math.round(event.queryDurationMillis), sql: event.query.sql }, 'slow query');
      },
    });
    handles.set(db, sqlite);
    await migrate(db, sqlite, file, isNew);
    return db;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Looks through a connection that cannot write: not even the write-ahead log of a refused file is folded in. */
function refuseUnfit(file: string): void {
  const sqlite = new Sqlite(file, { readonly: true, timeout: 5_000 });
  try {
    if (statSync(file).size <= checkedAtStartBytes) refuseDamaged(sqlite, file);
    refuseNewer(sqlite, file);
  } finally {
    sqlite.close();
  }
}

function refuseDamaged(sqlite: Sqlite.Database, file: string): void {
  const found = quickCheck(sqlite);
  if (found !== 'ok')
    throw new DatabaseRefused(
      `The data file ${file} is damaged (${found}). It was not changed. Restore the newest copy from the folder "backups" beside it. / Berkas data rusak dan tidak diubah; pulihkan salinan terbaru dari folder "backups".`,
    );
}

function refuseNewer(sqlite: Sqlite.Database, file: string): void {
  if (!sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get()) return;
  const known = new Set(Object.keys(stationMigrations));
  const newer = (
    sqlite.prepare('SELECT name FROM kysely_migration ORDER BY name').all() as { name: string }[]
  ).find(row => !known.has(row.name));
  if (newer)
    throw new DatabaseRefused(
      `The data file ${file} was written by a newer Loket PST (step ${newer.name}). It was not changed. Install the newest version of the program. / Berkas data berasal dari versi Loket PST yang lebih baru dan tidak diubah; pasang versi terbaru.`,
    );
}

async function migrate(db: Db, sqlite: Sqlite.Database, file: string, isNew: boolean): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => stationMigrations } });
  const pending = (await migrator.getMigrations()).filter(step => !step.executedAt);
  if (pending.length > 0 && !isNew) {
    const copy = `${file}.before-${pending[0]!.name}`;
    if (!existsSync(copy)) {
      // A copy cut off by a power failure must not pass for a whole one.
      rmSync(`${copy}.part`, { force: true });
      sqlite.prepare('VACUUM INTO ?').run(`${copy}.part`);
      renameSync(`${copy}.part`, copy);
    }
  }
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** For looking only, beside a running station or without one: nothing is migrated, nothing can be written. */
export function openForReading(file: string): Db {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  return new Kysely<Database>({ dialect: new SqliteDialect({ database }) });
}

/** Writes a consistent copy of the database while it is in use; other requests go on between the steps. */
export async function copyDatabase(db: Db, to: string): Promise<void> {
  await handles.get(db)!.backup(to, { progress: () => 500 });
}

/**
 * Flushes the write-ahead log into the file, so that the file alone is the whole database, and closes it. Where the disk
 * has no room for that the log stays beside it, and the next start reads both.
 */
export async function closeDatabase(db: Db): Promise<void> {
  try {
    await db.executeQuery(CompiledQuery.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  } finally {
    await db.destroy();
  }
}

/** What SQLite and the operating system say when there is no room, or none for the file as long as it is. */
export const isDiskFull = (error: unknown): boolean =>
  ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EFBIG', 'EDQUOT'].includes(
    (error as { code?: string }).code ?? '',
  );
