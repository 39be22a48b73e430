/** Softcopies: for which visit, of what, how far. Their files lie in the data folder; `desk.ts` sees to them. */
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import type { SoftcopyRow } from '../database/softcopy-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { isOpen, visitNumber } from '../visits/rules.ts';
import { beginService, finishService } from '../visits/services-store.ts';
import { deliveriesOf, expireDeliveries } from './delivery-store.ts';
import type { ScanType, SoftcopySource, SoftcopyTitle } from './schema.ts';

export async function openSoftcopy(
  tx: Tx,
  visitId: string,
  source: SoftcopySource,
  titles: SoftcopyTitle[],
): Promise<string> {
  const { station, actor } = contextOf(tx);
  const visit = await tx.selectFrom('visit').select('state').where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  if (!isOpen(visit.state) || visit.state === 'waiting') throw problem.softcopies.notServed();
  const id = uuid();
  await tx
    .insertInto('softcopy')
    .values({
      id,
      visit_id: visitId,
      source,
      state: 'open',
      opened_at: station.clock.now().toISOString(),
      opened_by: actor.staffId,
      ready_at: null,
      ended_at: null,
      pages: null,
      bytes: null,
      sha256: null,
    })
    .execute();
  await tx
    .insertInto('softcopy_title')
    .values(
      titles.map((title, position) => ({
        softcopy_id: id,
        position,
        publication_id: title.publicationId ?? null,
        title: title.title,
        year: title.year ?? null,
        pages: title.pages || null,
      })),
    )
    .execute();
  await beginService(tx, visitId, 'softcopy');
  await record(tx, 'softcopy.opened', { visitId, data: { softcopyId: id, source, titles: titles.length } });
  return id;
}

export interface JoinedFiles {
  files: { name: string; type: ScanType; bytes: number; pages: number }[];
  pages: number;
  bytes: number;
  sha256: string;
}

/** Its files are joined and lie in the data folder. */
export async function readySoftcopy(tx: Tx, id: string, joined: JoinedFiles): Promise<void> {
  const { station } = contextOf(tx);
  const row = await softcopyFor(tx, id);
  if (row.state !== 'open') throw problem.softcopies.wrongState({ state: row.state });
  const { files, pages, bytes, sha256 } = joined;
  await tx
    .updateTable('softcopy')
    .set({ state: 'ready', ready_at: station.clock.now().toISOString(), pages, bytes, sha256 })
    .where('id', '=', id)
    .execute();
  if (files.length > 0)
    await tx
      .insertInto('softcopy_file')
      .values(files.map((file, position) => ({ id: uuid(), softcopy_id: id, position, ...file })))
      .execute();
  await record(tx, 'softcopy.ready', {
    visitId: row.visit_id,
    data: { softcopyId: id, files: files.length, pages, bytes },
  });
}

export async function cancelSoftcopy(tx: Tx, id: string): Promise<void> {
  const row = await softcopyFor(tx, id);
  if (row.state !== 'open') throw problem.softcopies.wrongState({ state: row.state });
  await end(tx, row, 'cancelled');
  await finishService(tx, row.visit_id, 'softcopy', 'cancelled');
  await record(tx, 'softcopy.cancelled', { visitId: row.visit_id, data: { softcopyId: id } });
}

/** The file is gone, and with it the names of what it was made of and every address it was to go to. */
export async function wipeSoftcopy(tx: Tx, id: string): Promise<void> {
  const row = await softcopyFor(tx, id);
  if (row.state !== 'ready') throw problem.softcopies.wrongState({ state: row.state });
  await expireDeliveries(tx, id);
  await tx.deleteFrom('softcopy_file').where('softcopy_id', '=', id).execute();
  await end(tx, row, 'wiped');
  await record(tx, 'softcopy.wiped', { visitId: row.visit_id, data: { softcopyId: id } });
}

async function end(tx: Tx, row: SoftcopyRow, state: 'cancelled' | 'wiped'): Promise<void> {
  const now = contextOf(tx).station.clock.now().toISOString();
  await tx.updateTable('softcopy').set({ state, ended_at: now }).where('id', '=', row.id).execute();
}

/** @throws problem.softcopies.unknown */
export async function softcopyFor(db: Db, id: string): Promise<SoftcopyRow> {
  const row = await db.selectFrom('softcopy').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw problem.softcopies.unknown();
  return row;
}

/** One softcopy whole, with its titles, files and deliveries. */
export async function readSoftcopy(db: Db, id: string) {
  const row = await softcopyFor(db, id);
  return (await shown(db, [row]))[0]!;
}

/** All of one visit, newest first. */
export async function listSoftcopiesOfVisit(db: Db, visitId: string) {
  const rows = await db
    .selectFrom('softcopy')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('id', 'desc')
    .execute();
  return shown(db, rows);
}

/** Those that are not over yet, however old, and those begun since an instant; newest first. */
export async function listSoftcopies(db: Db, since: string) {
  const rows = await db
    .selectFrom('softcopy')
    .selectAll()
    .where(eb => eb.or([eb('ended_at', 'is', null), eb('opened_at', '>=', since)]))
    .orderBy('id', 'desc')
    .execute();
  return shown(db, rows);
}

async function shown(db: Db, rows: SoftcopyRow[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(row => row.id);
  const titles = await db
    .selectFrom('softcopy_title')
    .selectAll()
    .where('softcopy_id', 'in', ids)
    .orderBy('position')
    .execute();
  const visits = await db
    .selectFrom('visit')
    .select(['id', 'letter', 'count'])
    .where(
      'id',
      'in',
      rows.map(row => row.visit_id),
    )
    .execute();
  const deliveries = await deliveriesOf(db, ids);
  return rows.map(row => ({
    id: row.id,
    visitId: row.visit_id,
    visitNumber: visitNumber(visits.find(visit => visit.id === row.visit_id)!),
    source: row.source,
    state: row.state,
    openedAt: row.opened_at,
    selfService: row.opened_by === null,
    readyAt: row.ready_at,
    endedAt: row.ended_at,
    pages: row.pages,
    bytes: row.bytes,
    titles: titles
      .filter(title => title.softcopy_id === row.id)
      .map(({ publication_id, title, year, pages }) => ({
        publicationId: publication_id,
        title,
        year,
        pages,
      })),
    deliveries: deliveries.filter(delivery => delivery.softcopyId === row.id),
  }));
}

/** Softcopies whose time on this station is over: ready ones to be wiped, open ones to be given up. */
export function softcopiesOlderThan(db: Db, before: string) {
  return db
    .selectFrom('softcopy')
    .select(['id', 'state'])
    .where('ended_at', 'is', null)
    .where(eb => eb.fn.coalesce('ready_at', 'opened_at'), '<=', before)
    .execute();
}
