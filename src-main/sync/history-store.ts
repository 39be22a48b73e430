/**
 * Where this database's history parts from the one that headquarters has: after a restore, or on a copied disk.
 *
 * What was not handed in is taken out of its batches again and waits in the change log, as if it had just been written:
 * it is sealed under a new epoch, above whatever the lost history did (see docs/decisions, "later than what is known").
 */
import { sql } from 'kysely';
import { readBatch } from '../../src-central/wire/rules.ts';
import type { WireRow } from '../../src-central/wire/schema.ts';
import { wireSchema, type UpTableName } from '../../src-central/wire/tables-schema.ts';
import type { SyncTables } from '../database/sync-tables.ts';
import { keepBooks, type Books } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import type { Station } from '../station.ts';
import { noteEvent } from './books-store.ts';
import { sayConsentsAgain } from './consents-store.ts';
import type { Names } from './names.ts';
import { newEpoch } from './rules.ts';
import { epochOf } from './seal-store.ts';

export type Reason = SyncTables['sync_epoch']['reason'];

export function listEpochs(db: Db) {
  return db.selectFrom('sync_epoch').selectAll().orderBy('epoch').execute();
}

/** From now on everything is written in a new epoch. */
export async function beginEpoch(
  books: Books,
  station: Station,
  from: { reason: Reason; parent: string | null; common: number | null },
): Promise<string> {
  const known = await books.selectFrom('sync_epoch').select('epoch').execute();
  const epoch = newEpoch(
    known.map(one => one.epoch),
    station.clock.now(),
  );
  await books
    .insertInto('sync_epoch')
    .values({
      epoch,
      parent: from.parent,
      parent_no: from.common,
      reason: from.reason,
      begun_at: station.clock.now().toISOString(),
    })
    .execute();
  await books.updateTable('sync_guard').set({ epoch }).execute();
  // Headquarters forgets the lists of a history that was left (M14).
  await sayConsentsAgain(books);
  await noteEvent(books, station, `epoch.${from.reason}`, {
    epoch,
    parent: from.parent,
    common: from.common,
  });
  return epoch;
}

/**
 * The epoch under way has forked after `common` batches; what came after is handed in under a new one (I1, I2: batches
 * are taken apart as a whole, never changed).
 */
export async function fork(station: Station, names: Names, common: number, reason: Reason): Promise<void> {
  const forked = await epochOf(station.db);
  await keepBooks(station, async books => {
    await takeApart(books, names, forked, common);
    const epoch = await beginEpoch(books, station, { reason, parent: forked, common });
    await restamp(books, forked, epoch);
  });
}

/** An older epoch has forked: what headquarters does not have of it is handed in under the one under way. */
export async function forkOlder(
  station: Station,
  names: Names,
  older: string,
  common: number,
): Promise<void> {
  const epoch = await epochOf(station.db);
  await keepBooks(station, async books => {
    await takeApart(books, names, older, common);
    await restamp(books, older, epoch);
    await noteEvent(books, station, 'epoch.fork', { epoch: older, common });
  });
}

/** Noticed without asking anybody that this database was restored or copied. */
export async function beginAfterRestore(station: Station): Promise<void> {
  const forked = await epochOf(station.db);
  await keepBooks(station, async books => {
    const last = await books
      .selectFrom('sync_batch')
      .select(eb => eb.fn.max('no').as('no'))
      .where('epoch', '=', forked)
      .executeTakeFirst();
    const common = last?.no ?? 0;
    const epoch = await beginEpoch(books, station, { reason: 'restored', parent: forked, common });
    await restamp(books, forked, epoch);
  });
}

async function takeApart(books: Books, names: Names, epoch: string, common: number): Promise<void> {
  const batches = await books
    .selectFrom('sync_batch')
    .select(['no', 'body'])
    .where('epoch', '=', epoch)
    .where('no', '>', common)
    .orderBy('no')
    .execute();
  for (const { body } of batches)
    for (const row of rowsOf(body)) {
      const name = row.t as UpTableName;
      await books
        .insertInto('change_log')
        .values({
          tbl: name,
          row_id: await names.toLocal(books, name, row.id, row.d!),
          v: row.v,
          ep: row.ep ?? epoch,
          tx: row.tx,
          s: row.s ?? wireSchema,
          at: row.at,
          d: JSON.stringify(row.d),
        })
        .execute();
    }
  await books.deleteFrom('sync_batch').where('epoch', '=', epoch).where('no', '>', common).execute();
  await books.updateTable('sync_epoch').set({ cursor: common }).where('epoch', '=', epoch).execute();
}

/** A batch whose bytes were damaged on this disk has nothing to take out; the digests find what it held (F18). */
function rowsOf(body: Uint8Array): WireRow[] {
  try {
    return readBatch(body).lines.flatMap(line => (line.row?.d ? [line.row] : []));
  } catch {
    return [];
  }
}

/** The last word on a row that was not handed in is of the new epoch: no version names two contents. */
async function restamp(books: Books, forked: string, epoch: string): Promise<void> {
  await books
    .updateTable('change_log')
    .set({ ep: epoch })
    .where('ep', '=', forked)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sync_row')
          .select('sync_row.v')
          .whereRef('sync_row.tbl', '=', 'change_log.tbl')
          .whereRef('sync_row.row_id', '=', 'change_log.row_id')
          .whereRef('sync_row.v', '=', 'change_log.v')
          .where('sync_row.ep', '=', forked),
      ),
    )
    .execute();
  await sql`
    UPDATE sync_row SET ep = ${epoch} WHERE ep = ${forked}
      AND (tbl, row_id, v) IN (SELECT tbl, row_id, v FROM change_log WHERE ep = ${epoch})`.execute(books);
}
