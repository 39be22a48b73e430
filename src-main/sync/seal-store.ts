/** Changes become numbered, chained batches, which never change. */
import { firstChain, limits, packBatch } from '../../src-central/wire/rules.ts';
import { protocol, type BatchHeader, type WireRow } from '../../src-central/wire/schema.ts';
import { wireSchema, type UpTableName } from '../../src-central/wire/tables-schema.ts';
import type { BatchTable, ChangeTable } from '../database/sync-tables.ts';
import { keepBooks } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import type { Station } from '../station.ts';
import type { Selectable } from 'kysely';
import type { Names } from './names.ts';
import { cutAt } from './rules.ts';

export interface Device {
  device: string;
  office: string;
}

type Change = Selectable<ChangeTable>;

/**
 * Seals the oldest changes into one batch (I1: batch and change log move in one transaction).
 * @returns null when nothing waits.
 */
export async function sealOne(station: Station, self: Device, names: Names): Promise<BatchTable | null> {
  const { db } = station;
  const epoch = await epochOf(db);
  const waiting = await db
    .selectFrom('change_log')
    .selectAll()
    .orderBy('seq')
    .limit(limits.batchRows + 1)
    .execute();
  if (waiting.length === 0) return null;
  const head = await headOf(db, self, epoch);
  const lines = waiting.map(change => JSON.stringify(wireRow(change, epoch, names)));
  for (let rows = cutAt(waiting, limits.batchRows); ; rows = cutAt(waiting.slice(0, rows), rows >> 1)) {
    const header: BatchHeader = {
      proto: protocol,
      schema: wireSchema,
      ...self,
      epoch,
      no: head.no + 1,
      prev: head.chain,
      rows,
      first_seq: waiting[0]!.seq,
      last_seq: waiting[rows - 1]!.seq,
    };
    const { body, sha, chain } = packBatch(header, lines.slice(0, rows));
    if (body.length > limits.batchBytes && rows > 1) continue;
    const batch = {
      epoch,
      no: header.no,
      sha: sha.toString('hex'),
      chain: chain.toString('hex'),
      rows,
      body,
      sealed_at: station.clock.now().toISOString(),
    };
    return keepBooks(station, async books => {
      // A fork meanwhile has given these changes another epoch.
      if ((await epochOf(books)) !== epoch) return null;
      await books.insertInto('sync_batch').values(batch).execute();
      await books.deleteFrom('change_log').where('seq', '<=', header.last_seq).execute();
      return batch;
    });
  }
}

function wireRow(change: Change, epoch: string, names: Names): WireRow {
  const { id, data } = names.toWire(
    change.tbl as UpTableName,
    change.row_id,
    JSON.parse(change.d) as Record<string, string | number | null>,
  );
  return {
    t: change.tbl,
    id,
    v: change.v,
    ...(change.ep === epoch ? {} : { ep: change.ep }),
    at: change.at,
    tx: change.tx,
    ...(change.s === wireSchema ? {} : { s: change.s }),
    d: data,
  };
}

/** The epoch of everything that is written now. */
export async function epochOf(db: Db): Promise<string> {
  const { epoch } = await db.selectFrom('sync_guard').select('epoch').executeTakeFirstOrThrow();
  if (epoch === null) throw new Error('nothing is captured before the enrolment');
  return epoch;
}

/** The last batch of an epoch. */
export async function headOf(db: Db, self: Device, epoch: string): Promise<{ no: number; chain: string }> {
  const last = await db
    .selectFrom('sync_batch')
    .select(['no', 'chain'])
    .where('epoch', '=', epoch)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { no: 0, chain: firstChain(self.device, epoch).toString('hex') };
}

/** The chain of this history after a batch; null where it has no such batch (any more). */
export async function chainAt(db: Db, self: Device, epoch: string, no: number): Promise<string | null> {
  if (no === 0) return firstChain(self.device, epoch).toString('hex');
  const row = await db
    .selectFrom('sync_batch')
    .select('chain')
    .where('epoch', '=', epoch)
    .where('no', '=', no)
    .executeTakeFirst();
  return row?.chain ?? null;
}
