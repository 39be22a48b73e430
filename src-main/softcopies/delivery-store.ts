/** How a softcopy reaches its visitor: every delivery is a row, and its end a line of the journal without an address. */
import { hash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import type { DeliveryRow } from '../database/softcopy-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { finishService } from '../visits/services-store.ts';
import { pauseAfter } from './rules.ts';
import type { DeliveryState, DeliveryWay } from './schema.ts';

export async function deliveriesOf(db: Db, softcopyIds: string[]) {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('softcopy_id', 'in', softcopyIds)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(row => ({
    id: row.id,
    softcopyId: row.softcopy_id,
    way: row.way,
    state: row.state,
    tries: row.tries,
    nextTryAt: row.next_try_at,
    expiresAt: row.expires_at,
    problem: row.problem,
    madeAt: row.made_at,
    endedAt: row.ended_at,
  }));
}

interface NewRow {
  way: DeliveryWay;
  state: DeliveryState;
  address?: string;
  tokenHash?: string;
  expiresAt?: string;
}

async function add(tx: Tx, softcopyId: string, row: NewRow): Promise<string> {
  const { station, actor } = contextOf(tx);
  const now = station.clock.now().toISOString();
  const id = uuid();
  await tx
    .insertInto('delivery')
    .values({
      id,
      softcopy_id: softcopyId,
      way: row.way,
      state: row.state,
      address: row.address ?? null,
      token_hash: row.tokenHash ?? null,
      download_id: null,
      next_try_at: row.way === 'email' ? now : null,
      expires_at: row.expiresAt ?? null,
      problem: null,
      made_at: now,
      made_by: actor.staffId,
      ended_at: null,
    })
    .execute();
  await record(tx, 'delivery.made', { data: { deliveryId: id, softcopyId, way: row.way } });
  return id;
}

/** Into the queue of letters. */
export function queueLetter(tx: Tx, softcopyId: string, address: string): Promise<string> {
  return add(tx, softcopyId, { way: 'email', state: 'queued', address });
}

/** A stick was chosen; how the copy came out is told by `endDelivery`. */
export function beginStick(tx: Tx, softcopyId: string): Promise<string> {
  return add(tx, softcopyId, { way: 'usb', state: 'sending' });
}

const hashOf = (token: string) => hash('sha256', token);

/** @returns the token that opens it, which is kept nowhere. */
export async function offerDownload(
  tx: Tx,
  softcopyId: string,
  minutes: number,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const token = randomBytes(16).toString('hex').toUpperCase();
  const expiresAt = new Date(contextOf(tx).station.clock.now().getTime() + minutes * 60_000).toISOString();
  const id = await add(tx, softcopyId, {
    way: 'download',
    state: 'queued',
    tokenHash: hashOf(token),
    expiresAt,
  });
  return { id, token, expiresAt };
}

/** A download for a letter whose file is too large; the link of an earlier try opens nothing any more. */
export async function linkLetter(tx: Tx, letter: DeliveryRow, minutes: number) {
  const now = await tx
    .selectFrom('delivery')
    .select('download_id')
    .where('id', '=', letter.id)
    .executeTakeFirstOrThrow();
  if (now.download_id) await endDelivery(tx, now.download_id, 'expired');
  const download = await offerDownload(tx, letter.softcopy_id, minutes);
  await tx.updateTable('delivery').set({ download_id: download.id }).where('id', '=', letter.id).execute();
  await record(tx, 'delivery.linked', { data: { deliveryId: letter.id, downloadId: download.id } });
  return download;
}

/** What a token opens now. @throws problem.softcopies.linkOver when it is used, too old or unknown */
export async function downloadOf(db: Db, token: string, now: Date): Promise<DeliveryRow> {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row || row.ended_at !== null || row.expires_at! <= now.toISOString())
    throw problem.softcopies.linkOver();
  return row;
}

/** A try begins: should the station stop in the middle, the row says so. */
export async function beginTry(tx: Tx, delivery: DeliveryRow): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state: 'sending', tries: delivery.tries + 1 })
    .where('id', '=', delivery.id)
    .execute();
  await record(tx, 'delivery.tried', { data: { deliveryId: delivery.id, tries: delivery.tries + 1 } });
}

/** Another try later. */
export async function putOff(tx: Tx, delivery: DeliveryRow, why: string): Promise<void> {
  const now = contextOf(tx).station.clock.now().getTime();
  await tx
    .updateTable('delivery')
    .set({
      state: 'queued',
      problem: why,
      next_try_at: new Date(now + pauseAfter(delivery.tries + 1)).toISOString(),
    })
    .where('id', '=', delivery.id)
    .where('ended_at', 'is', null)
    .execute();
  await record(tx, 'delivery.put-off', { data: { deliveryId: delivery.id, problem: why } });
}

/** A letter that was put off is tried at once. @throws problem.softcopies.nothingWaits */
export async function hurryLetter(tx: Tx, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({ next_try_at: contextOf(tx).station.clock.now().toISOString() })
    .where('id', '=', id)
    .where('way', '=', 'email')
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw problem.softcopies.nothingWaits();
  await record(tx, 'delivery.hurried', { data: { deliveryId: id } });
}

/** The address goes with the end. The first delivery that arrives completes the service of the visit. */
export async function endDelivery(
  tx: Tx,
  id: string,
  state: 'delivered' | 'failed' | 'expired',
  why: string | null = null,
): Promise<void> {
  const now = contextOf(tx).station.clock.now().toISOString();
  const ended = await tx
    .updateTable('delivery')
    .set({ state, problem: why, ended_at: now, address: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['softcopy_id', 'way'])
    .executeTakeFirst();
  if (!ended) return;
  const { visit_id } = await tx
    .selectFrom('softcopy')
    .select('visit_id')
    .where('id', '=', ended.softcopy_id)
    .executeTakeFirstOrThrow();
  if (state === 'delivered') await finishService(tx, visit_id, 'softcopy', 'given');
  await record(tx, `delivery.${state}`, {
    visitId: visit_id,
    data: { deliveryId: id, softcopyId: ended.softcopy_id, way: ended.way, problem: why },
  });
}

export async function expireDeliveries(tx: Tx, softcopyId: string): Promise<void> {
  const rows = await tx
    .selectFrom('delivery')
    .select('id')
    .where('softcopy_id', '=', softcopyId)
    .where('ended_at', 'is', null)
    .execute();
  for (const { id } of rows) await endDelivery(tx, id, 'expired');
}

/** Downloads whose time has run out. */
export function downloadsOver(db: Db, now: string) {
  return db
    .selectFrom('delivery')
    .select('id')
    .where('way', '=', 'download')
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
}

/** The letter that is due first; undefined when none waits. */
export function nextLetter(db: Db): Promise<DeliveryRow | undefined> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('way', '=', 'email')
    .where('ended_at', 'is', null)
    .orderBy('next_try_at')
    .limit(1)
    .executeTakeFirst();
}

/** At start: what was under way when the station stopped is begun anew; a stick was surely pulled out. */
export async function recoverDeliveries(tx: Tx): Promise<void> {
  const rows = await tx.selectFrom('delivery').select(['id', 'way']).where('state', '=', 'sending').execute();
  for (const { id, way } of rows) {
    if (way === 'usb') await endDelivery(tx, id, 'failed', 'interrupted');
    else await tx.updateTable('delivery').set({ state: 'queued' }).where('id', '=', id).execute();
  }
  if (rows.length > 0) await record(tx, 'delivery.recovered', { data: { deliveries: rows.length } });
}
