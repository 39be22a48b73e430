/** Printed copies: each has a label of its own, a shelf and a condition. Where it is now is the reading log's. */
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { makeCode } from '../codes/rules.ts';
import type { Copy } from '../database/catalogue-tables.ts';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { CopyChange, NewCopy } from './schema.ts';

export async function listCopies(db: Db, publicationId: string) {
  const rows = await db
    .selectFrom('publication_copy')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(shown);
}

function shown(copy: Copy) {
  return {
    id: copy.id,
    publicationId: copy.publication_id,
    code: copy.code,
    shelf: copy.shelf,
    condition: copy.condition,
    notForCopying: copy.not_for_copying === 1,
    note: copy.note,
    addedAt: copy.added_at,
  };
}

/** How many copies each publication has, and how many of them stand on their shelves, whole enough to be read. */
export async function countCopies(
  db: Db,
  publicationIds: string[],
): Promise<Map<string, { copies: number; usable: number }>> {
  if (publicationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('publication_copy')
    .select([
      'publication_id',
      sql<number>`count(*)`.as('copies'),
      sql<number>`sum(condition IN ('good', 'worn') AND NOT EXISTS (
        SELECT 1 FROM copy_away WHERE copy_id = publication_copy.id AND ended_at IS NULL))`.as('usable'),
    ])
    .where('publication_id', 'in', publicationIds)
    .where('condition', '<>', 'retired')
    .groupBy('publication_id')
    .execute();
  return new Map(rows.map(row => [row.publication_id, row]));
}

export async function hasCopies(db: Db, publicationId: string): Promise<boolean> {
  return (await countCopies(db, [publicationId])).size > 0;
}

/** With the title, because who scans a copy wants to know what it is. */
export async function findCopyByCode(db: Db, code: string) {
  const row = await db
    .selectFrom('publication_copy')
    .innerJoin('publication', 'publication.id', 'publication_copy.publication_id')
    .selectAll('publication_copy')
    .select('publication.title')
    .where('code', '=', code)
    .executeTakeFirst();
  return row && { ...shown(row), title: row.title };
}

/** Copies with what stands on their labels: certain ones, or all that certain publications have. */
export async function listLabelCopies(db: Db, by: 'copy' | 'publication', ids: string[]) {
  return db
    .selectFrom('publication_copy')
    .innerJoin('publication', 'publication.id', 'publication_copy.publication_id')
    .select(['code', 'shelf', 'title'])
    .where(by === 'copy' ? 'publication_copy.id' : 'publication_id', 'in', ids)
    .where('condition', '<>', 'retired')
    .orderBy('shelf')
    .orderBy('title')
    .orderBy('publication_copy.id')
    .execute();
}

/** Part of a writer that also brings the full text up to date. @returns the ids of the new copies. */
export async function addCopies(tx: Tx, publicationId: string, copy: NewCopy): Promise<string[]> {
  const { station } = contextOf(tx);
  const added_at = station.clock.now().toISOString();
  const rows = Array.from({ length: copy.count }, () => ({
    id: uuid(),
    publication_id: publicationId,
    code: makeCode('copy'),
    shelf: copy.shelf,
    condition: copy.condition,
    not_for_copying: copy.notForCopying ? 1 : 0,
    note: copy.note,
    added_at,
  }));
  await tx.insertInto('publication_copy').values(rows).execute();
  const ids = rows.map(row => row.id);
  await record(tx, 'copy.added', { data: { publicationId, copyIds: ids } });
  return ids;
}

/** @returns the publication that it is a copy of. */
export async function changeCopy(tx: Tx, copyId: string, change: CopyChange): Promise<string> {
  const changed = await tx
    .updateTable('publication_copy')
    .set({
      ...(change.shelf !== undefined && { shelf: change.shelf || null }),
      ...(change.condition !== undefined && { condition: change.condition }),
      ...(change.notForCopying !== undefined && { not_for_copying: change.notForCopying ? 1 : 0 }),
      ...(change.note !== undefined && { note: change.note || null }),
    })
    .where('id', '=', copyId)
    .returning(['code', 'publication_id as publicationId'])
    .executeTakeFirst();
  if (!changed) throw problem.publications.copyUnknown();
  const { condition, ...rest } = change;
  const fields = Object.keys(rest);
  await record(tx, 'copy.changed', { data: { copyId, ...changed, fields, condition } });
  return changed.publicationId;
}

export async function publicationOfCopy(db: Db, copyId: string): Promise<string> {
  const row = await db
    .selectFrom('publication_copy')
    .select('publication_id')
    .where('id', '=', copyId)
    .executeTakeFirst();
  if (!row) throw problem.publications.copyUnknown();
  return row.publication_id;
}
