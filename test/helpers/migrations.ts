/** A database as an earlier release left it: with the first migrations only. */
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stationMigrations } from '../../migrations/station/index.ts';
import { temporaryDir } from './station.ts';

/** Makes or migrates the file up to `step`, that one included. */
export async function migrateTo(file: string, step: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Sqlite(file) }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => stationMigrations } });
    const { error } = await migrator.migrateTo(step);
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

/** A database one step before `step`, and the way to take that step. */
export async function beforeStep(step: string) {
  const names = Object.keys(stationMigrations);
  const before = names[names.indexOf(step) - 1];
  const file = join(temporaryDir(), 'loket.sqlite');
  if (before) await migrateTo(file, before);
  const sqlite = new Sqlite(file);
  sqlite.pragma('foreign_keys = ON');
  onTestFinished(() => void sqlite.close());
  return {
    sqlite,
    take: () => migrateTo(file, step),
    tables: () =>
      sqlite
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'kysely%' ORDER BY name",
        )
        .pluck()
        .all(),
  };
}
