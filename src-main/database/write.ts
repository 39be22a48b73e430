/** The only maker of a transaction. Rows and their journal rows are committed together; windows hear of it after. */
import { CompiledQuery, sql, type Transaction } from 'kysely';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Station } from '../station.ts';
import type { Db } from './open.ts';
import type { Database } from './tables.ts';
import { appendJournal, type Happening, type JournalRow } from '../journal/store.ts';

export type Tx = Transaction<Database>;
/** The same, where nothing happens in the office: see `keepBooks`. */
export type Books = Transaction<Database>;

/** On whose behalf something is written. `staffId` is null for the kiosk and for the station itself. */
export interface Actor {
  door: 'kiosk' | 'staff' | 'station';
  staffId: string | null;
}

interface Open {
  station: Station;
  actor: Actor;
  rows: JournalRow[];
}

const open = new WeakMap<Tx, Open>();
const underWay = new AsyncLocalStorage<true>();
const slowMs = 50;

export interface HowToWrite {
  /** False: the commit does not wait for the disk, and is kept with the next one that does, whosever that is. */
  durable?: boolean;
}

/**
 * Runs `work` in one durable transaction; when it throws, nothing of it stays.
 *
 * Inside, await nothing but the database: everything else of the station waits meanwhile.
 * A transaction that changed rows must have recorded what happened, or it is rolled back. It runs again from its
 * beginning when a code drawn in it is taken.
 */
export async function write<T>(
  station: Station,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  { durable = true }: HowToWrite = {},
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await writeOnce(station, actor, work, runner(durable));
    } catch (error) {
      if (tries === 3 || !isTakenCode(error)) throw error;
    }
  }
}

/** Among a million visitors, one in thirty thousand new codes by chance is somebody's already; another draw is free. */
function isTakenCode(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'SQLITE_CONSTRAINT_UNIQUE' && /: \w+\.code$/.test(message ?? '');
}

async function writeOnce<T>(
  station: Station,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  run: typeof inTransaction,
): Promise<T> {
  // There is one connection: a transaction inside another would wait for itself for ever.
  if (underWay.getStore()) throw new Error('write() inside another write(): hand its tx on instead');
  const began = performance.now();
  const rows: JournalRow[] = [];
  const result = await run(station.db, async tx => {
    open.set(tx, { station, actor, rows });
    try {
      await tx.executeQuery(nextTransaction);
      const before = await changesOf(tx);
      const done = await underWay.run(true, () => work(tx));
      if (rows.length === 0 && (await changesOf(tx)) !== before)
        throw new Error('this transaction changed rows and recorded nothing: end the writer with record()');
      return done;
    } finally {
      open.delete(tx);
    }
  });
  const ms = performance.now() - began;
  if (ms > slowMs)
    station.log.warn({ ms: Math.round(ms), what: rows.map(row => row.what) }, 'slow transaction');
  station.changes.publish(rows);
  return result;
}

function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

const runner = (durable: boolean) => (durable ? inTransaction : inHaste);

const synchronous = (how: 'FULL' | 'NORMAL') => CompiledQuery.raw(`PRAGMA synchronous = ${how}`);

/** Holds the one connection meanwhile, so that nobody else's commit is as hasty. */
function inHaste<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.connection().execute(async connection => {
    await connection.executeQuery(synchronous('NORMAL'));
    try {
      return await connection.transaction().execute(work);
    } finally {
      await connection.executeQuery(synchronous('FULL'));
    }
  });
}

/** Changes that are captured under one number travel in one batch. */
const nextTransaction = CompiledQuery.raw('UPDATE sync_guard SET tx = tx + 1');

/**
 * One transaction of the station's own books: the courier's batches, cursors and what waits, the full text of
 * names. Nothing happened in the office, so the journal hears nothing of it; were it journalled, sending a journal row
 * would make the next one to send.
 */
export async function keepBooks<T>(
  station: Station,
  work: (books: Books) => Promise<T>,
  { durable = true }: HowToWrite = {},
): Promise<T> {
  if (underWay.getStore()) throw new Error('keepBooks() inside write(): hand its tx on instead');
  return runner(durable)(station.db, books => underWay.run(true, () => work(books)));
}

/** Rows inserted, changed and deleted by this connection since it was opened. */
async function changesOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(tx);
  return rows[0]!.changes;
}

/** The last line of every writer: what happened, in words of the journal, without personal data. */
export async function record(tx: Tx, what: string, happening: Happening = {}): Promise<void> {
  const { station, actor, rows } = contextOf(tx);
  rows.push(await appendJournal(tx, { at: station.clock.now(), actor, what, ...happening }));
}

/** The station, the actor and the clock of the transaction under way. */
export function contextOf(tx: Tx): Open {
  const context = open.get(tx);
  if (!context) throw new Error('this transaction was not opened by write(), or has ended');
  return context;
}
