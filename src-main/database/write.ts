/** The only maker of a transaction. Rows and their journal rows are committed together; windows hear of it after. */
import type { Transaction } from 'kysely';
import type { Station } from '../station.ts';
import type { Database } from './tables.ts';
import { appendJournal, type Happening, type JournalRow } from '../journal/store.ts';

export type Tx = Transaction<Database>;

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
const slowMs = 50;

/**
 * Runs `work` in one durable transaction; when it throws, nothing of it stays.
 *
 * Inside, await nothing but the database: everything else of the station waits meanwhile.
 * A transaction that changed rows must have recorded what happened, or it is rolled back.
 */
export async function write<T>(station: Station, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const began = performance.now();
  const rows: JournalRow[] = [];
  const result = await station.db.transaction().execute(async tx => {
    open.set(tx, { station, actor, rows });
    try {
      return await work(tx);
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
