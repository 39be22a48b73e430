/** Opens headquarters' database and brings it up to date: PostgreSQL where an address is given, else PGlite in a folder. */
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { Migrator } from 'kysely/migration';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { centralMigrations } from '../../migrations/central/index.ts';
import { pglitePool } from './pglite-pool.ts';
import { nameOf } from './prepared.ts';
import type { Database } from './tables.ts';

export type Db = Kysely<Database>;

export interface OpenedDatabase {
  db: Db;
  /** PGlite: one connection, no fsync. Good for trying out, never the only copy. */
  trial: boolean;
  /** Connections in use and waited for; null with PGlite. */
  pool: { used: () => number; waiting: () => number } | null;
  /** A copy of the whole PGlite folder, packed. */
  dumpTrial: (() => Promise<Blob>) | null;
}

export interface DatabasePlace {
  /** `postgres://…`; null for PGlite. */
  url: string | null;
  /** The folder `database` in it is PGlite's. */
  dataDir: string;
  connections: number;
  /** Puts something between the server and its connections. */
  pool?: (pool: PostgresPool) => PostgresPool;
}

/** Of the catalogue of types in PostgreSQL: what both drivers read as JavaScript wants it. */
const oid = { int8: pg.types.builtins.INT8, date: pg.types.builtins.DATE };
const readers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.date]: text => text,
};

const same = (pool: PostgresPool) => pool;

/** Kysely asks with a text and its values, and in no other way. */
class PreparingClient extends pg.Client {
  override query = ((...asked: [text: string, values?: unknown[]]) => {
    const [text, values] = asked;
    const name = nameOf(text);
    return name === undefined ? super.query(...asked) : super.query({ name, text, values });
  }) as pg.Client['query'];
}

export async function openDatabase(place: DatabasePlace, log: Logger): Promise<OpenedDatabase> {
  const opened = place.url === null ? await openTrial(place) : openServer(place, place.url, log);
  try {
    await migrate(opened.db);
    return opened;
  } catch (error) {
    await opened.db.destroy();
    throw error;
  }
}

async function openTrial({ dataDir, pool = same }: DatabasePlace): Promise<OpenedDatabase> {
  const pglite = await PGlite.create({
    dataDir: join(dataDir, 'database'),
    parsers: { [pgliteTypes.INT8]: Number, [pgliteTypes.DATE]: text => text },
  });
  return {
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool(pglitePool(pglite)) }) }),
    trial: true,
    pool: null,
    dumpTrial: () => pglite.dumpDataDir('gzip'),
  };
}

/** Unpacks a dump of PGlite into the folder of a database that is not there yet. */
export async function restoreTrial(dataDir: string, dump: string): Promise<void> {
  const pglite = await PGlite.create({
    dataDir: join(dataDir, 'database'),
    loadDataDir: new Blob([await readFile(dump)]),
  });
  await pglite.close();
}

function openServer(
  { connections, pool: wrap = same }: DatabasePlace,
  url: string,
  log: Logger,
): OpenedDatabase {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: connections,
    options: '-c synchronous_commit=on -c timezone=UTC',
    types: {
      getTypeParser: ((id: never, format: never) =>
        readers[id] ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', error => log.warn({ message: error.message }, 'a database connection was lost'));
  return {
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: wrap(pool) }) }),
    trial: false,
    pool: { used: () => pool.totalCount - pool.idleCount, waiting: () => pool.waitingCount },
    dumpTrial: null,
  };
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => centralMigrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** What PostgreSQL (disk_full) and the operating system say when there is no room. */
export const isDiskFull = (error: unknown): boolean =>
  ['53100', 'ENOSPC', 'EDQUOT'].includes((error as { code?: string }).code ?? '');
