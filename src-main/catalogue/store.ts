/** Publications: what a source says of them, and what the office has made of it. */
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { reindex } from '../search/index-store.ts';
import { termsOf } from '../search/rules.ts';
import { hasCopies, listCopies } from './copies-store.ts';
import {
  columnsOf,
  fieldNames,
  fieldsOf,
  importedOf,
  importedText,
  titleKey,
  type StoredPublication,
} from './rows.ts';
import { completed, seqRange } from './rules.ts';
import type { PublicationField, PublicationFields } from './schema.ts';

async function findPublication(db: Db, id: string): Promise<StoredPublication> {
  const row = await db
    .selectFrom('publication')
    .leftJoin('publication_abstract', 'publication_abstract.seq', 'publication.seq')
    .selectAll('publication')
    .select('publication_abstract.abstract')
    .where('publication.id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem.publications.unknown();
  return row;
}

/** One publication whole, with its copies and what the office has changed of it. */
export async function readPublication(db: Db, id: string) {
  const row = await findPublication(db, id);
  const imported = importedOf(row);
  return {
    id: row.id,
    source: row.source,
    ...fieldsOf(row),
    /** Fields that the office has edited, with what the source says of them. */
    edited: Object.entries(imported).map(([field, value]) => ({ field: field as PublicationField, value })),
    copies: await listCopies(db, id),
  };
}

/** Where the cover and the PDF of a publication lie. */
export async function findReferences(db: Db, id: string) {
  const row = await db
    .selectFrom('publication')
    .select(['cover', 'pdf'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem.publications.unknown();
  return row;
}

/** Which fields the office has changed, from what to what, newest first. */
export function listEdits(db: Db, publicationId: string) {
  return db
    .selectFrom('publication_edit')
    .leftJoin('staff', 'staff.id', 'publication_edit.edited_by')
    .select([
      'publication_edit.id',
      'field',
      'before',
      'after',
      'edited_at as editedAt',
      'staff.name as editedBy',
    ])
    .where('publication_id', '=', publicationId)
    .orderBy('publication_edit.id', 'desc')
    .limit(200)
    .execute();
}

/** @throws problem.publications.exists when the same title of the same place and year is there already. */
export async function addPublication(tx: Tx, typed: PublicationFields): Promise<string> {
  const fields = completed(typed);
  const key = titleKey(fields);
  const twin = await tx.selectFrom('publication').select('id').where('key', '=', key).executeTakeFirst();
  if (twin) throw problem.publications.exists({ publicationId: twin.id });
  const id = uuid();
  const seq = await nextSeq(tx, fields.year);
  await tx
    .insertInto('publication')
    .values({ seq, id, key, pub_id: null, source: 'office', imported: null, ...columnsOf(fields) })
    .execute();
  await storeAbstract(tx, seq, fields.abstract);
  await reindex(tx, [{ seq, terms: termsOf(columnsOf(fields), false), was: null }]);
  await record(tx, 'publication.added', { data: { publicationId: id } });
  return id;
}

/**
 * Changes fields. What a source said of an edited field is kept beside it, so that an update from that source
 * keeps the edit, and the edit can be taken back.
 */
export async function changePublication(
  tx: Tx,
  id: string,
  changes: Partial<PublicationFields>,
  takeBack: PublicationField[] = [],
): Promise<void> {
  const row = await findPublication(tx, id);
  const before = fieldsOf(row);
  const imported = importedOf(row);
  const after: Record<string, unknown> = { ...before };
  for (const field of takeBack) {
    if (!(field in imported)) continue;
    after[field] = imported[field];
    delete imported[field];
  }
  for (const field of fieldNames) {
    const value = changes[field];
    if (value === undefined || value === before[field]) continue;
    after[field] = value;
    if (row.source === 'office') continue;
    if (field in imported && imported[field] === value) delete imported[field];
    else if (!(field in imported)) Object.assign(imported, { [field]: before[field] });
  }
  const edited = fieldNames.filter(field => after[field] !== before[field]);
  if (edited.length === 0) return;
  const fields = after as PublicationFields;
  const printed = await hasCopies(tx, id);
  const seq = fields.year === row.year ? row.seq : await nextSeq(tx, fields.year);
  await tx
    .updateTable('publication')
    .set({ ...columnsOf(fields), seq, imported: importedText(imported) })
    .where('id', '=', id)
    .execute();
  if (edited.includes('abstract')) await storeAbstract(tx, seq, fields.abstract);
  await reindex(tx, [
    { seq, terms: termsOf(columnsOf(fields), printed), was: { seq: row.seq, terms: termsOf(row, printed) } },
  ]);
  const editedAt = await keepEdits(tx, id, edited, before, fields);
  await record(tx, 'publication.changed', { data: { publicationId: id, fields: edited, editedAt } });
}

async function keepEdits(
  tx: Tx,
  publicationId: string,
  edited: PublicationField[],
  before: PublicationFields,
  after: PublicationFields,
): Promise<string> {
  const { station, actor } = contextOf(tx);
  const edited_at = station.clock.now().toISOString();
  await tx
    .insertInto('publication_edit')
    .values(
      edited.map(field => ({
        id: uuid(),
        publication_id: publicationId,
        field,
        before: JSON.stringify(before[field]),
        after: JSON.stringify(after[field]),
        edited_at,
        edited_by: actor.staffId,
      })),
    )
    .execute();
  return edited_at;
}

async function storeAbstract(tx: Tx, seq: number, abstract: string | null): Promise<void> {
  await tx.deleteFrom('publication_abstract').where('seq', '=', seq).execute();
  if (abstract) await tx.insertInto('publication_abstract').values({ seq, abstract }).execute();
}

/** The first free place among the publications of a year. */
export async function nextSeq(tx: Tx, year: number | null): Promise<number> {
  return (await nextSeqs(tx, [year])).get(year)!;
}

/** The same of many years at once. */
export async function nextSeqs(tx: Tx, years: (number | null)[]): Promise<Map<number | null, number>> {
  const ranges = JSON.stringify(years.map(seqRange));
  const { rows } = await sql<{ at: number; last: number }>`
    SELECT key AS at, coalesce(
      (SELECT max(seq) FROM publication WHERE seq >= value ->> 'from' AND seq < value ->> 'to'),
      value ->> 'from') AS last
    FROM json_each(${ranges})`.execute(tx);
  return new Map(rows.map(({ at, last }) => [years[at]!, last + 1]));
}

/** Takes the publication's copies into its full text, or out of it. Part of a writer of copies, which records it. */
export async function reindexPrinted(tx: Tx, publicationId: string, was: boolean): Promise<void> {
  const printed = await hasCopies(tx, publicationId);
  if (printed === was) return;
  const row = await findPublication(tx, publicationId);
  await reindex(tx, [
    { seq: row.seq, terms: termsOf(row, printed), was: { seq: row.seq, terms: termsOf(row, was) } },
  ]);
}

export async function countPublications(db: Db): Promise<number> {
  const row = await db
    .selectFrom('publication')
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
