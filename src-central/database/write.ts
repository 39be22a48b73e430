/** The only maker of a transaction at headquarters. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Central } from '../central.ts';
import type { Database } from './tables.ts';

export type Tx = Transaction<Database>;

const underWay = new AsyncLocalStorage<true>();

/** Runs `work` in one durable transaction; when it throws, nothing of it stays. Await nothing but the database in it. */
export function write<T>(central: Pick<Central, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return alone(() => central.db.transaction().execute(work));
}

/** Reads everything as it was at one moment. */
export function readAtOnce<T>(central: Pick<Central, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return alone(() =>
    central.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  );
}

/** With PGlite there is one connection: a transaction inside another would wait for itself for ever. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  if (underWay.getStore()) throw new Error('write() inside another write(): hand its tx on instead');
  return underWay.run(true, work);
}

/** Who did it: the name of an account, `command line`, `station`, or `central` for what it does by itself. */
export type Actor = string;

/** The audit line of what people do at headquarters. No personal data of visitors, no secret in `data`. */
export async function record(
  tx: Tx,
  { at, actor, what, office = null, data = {} }: Happening,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ id: uuid(), at, actor, what, office_id: office, data: JSON.stringify(data) })
    .execute();
}

export interface Happening {
  at: Date;
  actor: Actor;
  what: string;
  office?: string | null;
  data?: Record<string, unknown>;
}
