/** Changes become numbered, chained batches, which never change. */
import { setImmediate as breathe } from 'node:timers/promises';
import { firstChain, limits, packBatchAside } from '../../src-central/wire/rules.ts';
import { protocol, type BatchHeader } from '../../src-central/wire/schema.ts';
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

/** Each commit waits for the disk. */
const sealedAtOnce = 2;

/**
 * Seals the oldest changes into a batch, and into another where enough of them wait to fill it (I1: batch and change log
 * move in one transaction).
 * @returns the first of them; null when nothing waits.
 */
export async function sealSome(station: Station, self: Device, names: Names): Promise<BatchTable | null> {
  const epoch = await epochOf(station.db);
  let head = { ...(await headOf(station.db, self, epoch)), seq: 0 };
  const sealed: BatchTable[] = [];
  for (let full = true; full && sealed.length < sealedAtOnce;) {
    const waiting = await waitingAfter(station.db, head.seq);
    full = waiting.length > limits.batchRows;
    if (waiting.length === 0 || (sealed.length > 0 && !full)) break;
    // Visitors sign between these steps, each of which takes some milliseconds.
    await breathe();
    const lines = waiting.map(change => wireLine(change, epoch, names));
    await breathe();
    const { batch, seq } = await packed(waiting, lines, {
      device: self.device,
      office: self.office,
      epoch,
      no: head.no + 1,
      prev: head.chain,
    });
    await breathe();
    sealed.push({ ...batch, sealed_at: station.clock.now().toISOString() });
    head = { no: batch.no, chain: batch.chain, seq };
  }
  if (sealed.length === 0) return null;
  return keepBooks(station, async books => {
    // A fork meanwhile has given these changes another epoch.
    if ((await epochOf(books)) !== epoch) return null;
    for (const batch of sealed) await books.insertInto('sync_batch').values(batch).execute();
    await books.deleteFrom('change_log').where('seq', '<=', head.seq).execute();
    return sealed[0]!;
  });
}

/** One more than fit a batch: whether the last transaction in it goes on. */
const waitingAfter = (db: Db, seq: number): Promise<Change[]> =>
  db
    .selectFrom('change_log')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limits.batchRows + 1)
    .execute();

/** As many of the first lines as fit. @returns the batch and the last change in it. */
async function packed(
  waiting: Change[],
  lines: string[],
  of: Pick<BatchHeader, 'device' | 'office' | 'epoch' | 'no' | 'prev'>,
) {
  for (let rows = cutAt(waiting, limits.batchRows); ; rows = cutAt(waiting.slice(0, rows), rows >> 1)) {
    const seq = waiting[rows - 1]!.seq;
    const header: BatchHeader = {
      proto: protocol,
      schema: wireSchema,
      ...of,
      rows,
      first_seq: waiting[0]!.seq,
      last_seq: seq,
    };
    const { body, sha, chain } = await packBatchAside(header, lines.slice(0, rows));
    if (body.length > limits.batchBytes && rows > 1) continue;
    const { epoch, no } = of;
    return { batch: { epoch, no, sha: sha.toString('hex'), chain: chain.toString('hex'), rows, body }, seq };
  }
}

/** A row as `WireRow` has it; its names are UUIDs and words of the program, which JSON writes as they are. */
function wireLine(change: Change, epoch: string, names: Names): string {
  const { id, data } = names.textToWire(change.tbl as UpTableName, change.row_id, change.d);
  const ep = change.ep === epoch ? '' : `"ep":"${change.ep}",`;
  const schema = change.s === wireSchema ? '' : `"s":${change.s},`;
  return `{"t":"${change.tbl}","id":"${id}","v":${change.v},${ep}"at":${change.at},"tx":${change.tx},${schema}"d":${data}}`;
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

/** The oldest batch that headquarters has not acknowledged; of those after one, where that is given. */
export async function nextUnsent(db: Db, after: BatchTable | null): Promise<BatchTable | null> {
  const row = await db
    .selectFrom('sync_batch')
    .innerJoin('sync_epoch', 'sync_epoch.epoch', 'sync_batch.epoch')
    .selectAll('sync_batch')
    .whereRef('sync_batch.no', '>', 'sync_epoch.cursor')
    .$if(after !== null, query =>
      query.where(eb =>
        eb(eb.refTuple('sync_batch.epoch', 'sync_batch.no'), '>', eb.tuple(after!.epoch, after!.no)),
      ),
    )
    .orderBy('sync_batch.epoch')
    .orderBy('sync_batch.no')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
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

const keptMs = 35 * 24 * 3_600_000;
const prunedAtOnce = 100;

/**
 * Drops batches that stand in a verified backup of headquarters and are older than 35 days (I7). The last one of an epoch
 * stays: the next is chained to it.
 */
export async function pruneArchived(station: Station): Promise<void> {
  const before = new Date(station.clock.now().getTime() - keptMs).toISOString();
  const epochs = await station.db
    .selectFrom('sync_epoch')
    .select(eb => [
      'epoch',
      eb.fn<number>('min', ['cursor', 'archived']).as('safe'),
      eb
        .selectFrom('sync_batch')
        .select(max => max.fn.max('no').as('no'))
        .whereRef('sync_batch.epoch', '=', 'sync_epoch.epoch')
        .as('last'),
    ])
    .where('archived', '>', 0)
    .execute();
  for (const { epoch, safe, last } of epochs)
    while (await dropOldest(station, epoch, Math.min(safe, (last ?? 0) - 1), before)) await breathe();
}

/** @returns whether there may be more. */
async function dropOldest(station: Station, epoch: string, upTo: number, before: string): Promise<boolean> {
  const oldest = await station.db
    .selectFrom('sync_batch')
    .select(['no', 'sealed_at'])
    .where('epoch', '=', epoch)
    .where('no', '<=', upTo)
    .orderBy('no')
    .limit(prunedAtOnce)
    .execute();
  const young = oldest.findIndex(one => one.sealed_at >= before);
  const dropped = young < 0 ? oldest : oldest.slice(0, young);
  if (dropped.length === 0) return false;
  await keepBooks(station, books =>
    books.deleteFrom('sync_batch').where('epoch', '=', epoch).where('no', '<=', dropped.at(-1)!.no).execute(),
  );
  return dropped.length === prunedAtOnce;
}
