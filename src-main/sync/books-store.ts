/** What the courier remembers between two runs: whose station it is, when to try again, what went wrong. */
import type { Selectable } from 'kysely';
import type { EnrolmentTable, StateTable } from '../database/sync-tables.ts';
import { keepBooks, type Books } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import type { Station } from '../station.ts';

export type Enrolment = Selectable<EnrolmentTable>;
export type SyncState = Selectable<StateTable>;

export async function enrolmentOf(db: Db): Promise<Enrolment | null> {
  return (await db.selectFrom('sync_enrolment').selectAll().executeTakeFirst()) ?? null;
}

export function stateOf(db: Db): Promise<SyncState> {
  return db.selectFrom('sync_state').selectAll().executeTakeFirstOrThrow();
}

export function keepState(station: Station, change: Partial<SyncState>): Promise<unknown> {
  return keepBooks(station, books => books.updateTable('sync_state').set(change).execute());
}

const eventsKept = 2_000;

/** What happened between this station and headquarters, for the person who looks into it. No personal data. */
export async function noteEvent(
  books: Books,
  station: Station,
  kind: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const { id } = await books
    .insertInto('sync_event')
    .values({ at: station.clock.now().toISOString(), kind, detail: JSON.stringify(detail) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await books
    .deleteFrom('sync_event')
    .where('id', '<=', id - eventsKept)
    .execute();
}

export async function lastEvent(db: Db, kind: string) {
  const found = await db
    .selectFrom('sync_event')
    .select(['at', 'detail'])
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export function listEvents(db: Db, limit: number) {
  return db.selectFrom('sync_event').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/**
 * What waits to be handed in. Changes are numbered without a gap and leave from the front, so that the first and the last
 * tell how many they are: after a month offline, counting them would hold a visitor up.
 */
export async function backlogOf(db: Db): Promise<{ rows: number; batches: number; oldestAt: number | null }> {
  const change = db.selectFrom('change_log').select(['seq', 'at']).limit(1);
  const first = await change.orderBy('seq').executeTakeFirst();
  const last = await change.orderBy('seq', 'desc').executeTakeFirst();
  const unsent = await db
    .selectFrom('sync_batch')
    .innerJoin('sync_epoch', 'sync_epoch.epoch', 'sync_batch.epoch')
    .select(eb => [
      eb.fn.countAll<number>().as('batches'),
      eb.fn.sum<number>('rows').as('rows'),
      eb.fn.min('sealed_at').as('oldest'),
    ])
    .whereRef('sync_batch.no', '>', 'sync_epoch.cursor')
    .executeTakeFirstOrThrow();
  const sealed = unsent.oldest === null ? null : Date.parse(unsent.oldest);
  const times = [first?.at ?? null, sealed].filter(at => at !== null);
  return {
    rows: (first && last ? last.seq - first.seq + 1 : 0) + (unsent.rows ?? 0),
    batches: unsent.batches,
    oldestAt: times.length > 0 ? Math.min(...times) : null,
  };
}
