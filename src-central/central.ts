/** Headquarters' server: its database, keys, sessions and meters, opened once and closed once. */
import type { PostgresPool } from 'kysely';
import pLimit, { type LimitFunction } from 'p-limit';
import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { pino, type Logger } from 'pino';
import { forgetOldConsents } from './consents/list-store.ts';
import { changeMark, markIncarnation } from './database/incarnation.ts';
import { lockFolder } from './database/lock.ts';
import { openDatabase, type Db, type OpenedDatabase } from './database/open.ts';
import { keepPartitions } from './database/partitions.ts';
import { write } from './database/write.ts';
import { Snapshots } from './feeds/snapshots.ts';
import { openFeed, pruneFeeds } from './feeds/store.ts';
import { Files } from './files/files.ts';
import { Identity } from './identity.ts';
import { replayNewer } from './intake/replay.ts';
import { Turns } from './intake/turns.ts';
import { Meters } from './meters.ts';
import { backupAgeSeconds } from './backup/age-store.ts';
import { countProofsFailed, countRowsWaiting } from './offices/faults-store.ts';
import type { CentralSettings } from './settings.ts';
import { Limits } from './stations/limits.ts';
import { Nonces } from './stations/nonces.ts';
import { Sessions } from './stations/sessions.ts';

export interface Central {
  db: Db;
  log: Logger;
  now: () => Date;
  settings: CentralSettings;
  identity: Identity;
  /** Another one whenever the database was restored. */
  incarnation: string;
  /** On PGlite: shown on every page, and nothing is ever answered as archived. */
  trial: boolean;
  dumpTrial: OpenedDatabase['dumpTrial'];
  version: string;
  sessions: Sessions;
  nonces: Nonces;
  limits: Limits;
  turns: Turns;
  /** So many batches are unpacked and stored at a time. */
  intake: LimitFunction;
  meters: Meters;
  snapshots: Snapshots;
  files: Files;
  /** True from the moment that it was asked to stop: stations are told to come back. */
  stopping: boolean;
  close(): Promise<void>;
}

export interface CentralOverrides {
  now?: () => Date;
  log?: Logger;
  /** Wraps the pool of connections, so that a test can stop the world between two statements. */
  pool?: (pool: PostgresPool) => PostgresPool;
  /** A command beside a server that runs on the same PostgreSQL: it takes no lock and does no housekeeping. */
  beside?: boolean;
}

export const version = '0.1.0';

const hourMs = 3_600_000;

/** @throws {FolderInUse} when another server has this folder. */
export async function openCentral(
  settings: CentralSettings,
  overrides: CentralOverrides = {},
): Promise<Central> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const log = overrides.log ?? logOut();
  const now = overrides.now ?? (() => new Date());
  const beside = overrides.beside === true && settings.databaseUrl !== null;
  const unlock = beside ? () => {} : lockFolder(settings.dataDir);
  let opened: OpenedDatabase | null = null;
  try {
    opened = await openDatabase({ ...settings, url: settings.databaseUrl, pool: overrides.pool }, log);
    return await begin(settings, opened, { log, now, beside, unlock });
  } catch (error) {
    await opened?.db.destroy();
    unlock();
    throw error;
  }
}

/** To the output; a disk that has no room for what is written there stops no server. */
function logOut(): Logger {
  const out = pino.destination({ dest: 1, sync: true, maxLength: 1_000_000 });
  out.on('error', () => undefined);
  return pino({ level: 'info', base: null }, out);
}

interface Begun {
  log: Logger;
  now: () => Date;
  beside: boolean;
  unlock: () => void;
}

async function begin(settings: CentralSettings, opened: OpenedDatabase, how: Begun): Promise<Central> {
  const { db, trial, pool, dumpTrial } = opened;
  const { log, now, beside } = how;
  const { dataDir } = settings;
  const sessions = new Sessions();
  const limits = new Limits(settings, now);
  const jobs: NodeJS.Timeout[] = [];
  const central: Central = {
    db,
    log,
    now,
    settings,
    identity: new Identity(dataDir),
    incarnation: await markIncarnation(db, dataDir, now()),
    trial,
    dumpTrial,
    version,
    sessions,
    nonces: new Nonces(),
    limits,
    turns: new Turns(),
    intake: pLimit(settings.connections),
    meters: new Meters(pool, {
      sessions: () => sessions.count,
      underWay: () => limits.underWay,
      backupAgeS: () => backupAgeSeconds(central),
      rowsWaiting: () => countRowsWaiting(db),
      proofsFailed: () => countProofsFailed(db),
      roomBytes: async () => {
        const { bavail, bsize } = await statfs(dataDir);
        return bavail * bsize;
      },
    }),
    snapshots: undefined as unknown as Snapshots,
    files: undefined as unknown as Files,
    stopping: false,
    close: async () => {
      for (const job of jobs) clearInterval(job);
      await db.destroy();
      how.unlock();
    },
  };
  central.snapshots = new Snapshots(central, dataDir);
  central.files = new Files(central, dataDir);
  if (beside) return central;
  await keepPartitions(db, now());
  for (const scope of ['global', 'catalogue']) await write(central, tx => openFeed(tx, scope));
  await forgetOldConsents(db, now());
  await replayNewer(central);
  jobs.push(setInterval(() => void keepHouse(central), hourMs).unref());
  return central;
}

/** Once an hour; what fails is tried again in the next. */
async function keepHouse(central: Central): Promise<void> {
  try {
    await changeMark(central.db, central.settings.dataDir, central.now());
    await keepPartitions(central.db, central.now());
    await pruneFeeds(central);
    await forgetOldConsents(central.db, central.now());
    await central.files.forgetOld();
  } catch (error) {
    central.log.error({ message: (error as Error).message }, 'housekeeping failed');
  }
}
