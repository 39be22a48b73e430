/** Every publication that answers, in one order, page by page, however many there are. */
import { sql, type RawBuilder } from 'kysely';
import { countCopies } from '../catalogue/copies-store.ts';
import type { Db } from '../database/open.ts';
import type { Browse, FoundPublication } from './schema.ts';
import { foundPublication, lineColumns, wholeMatch, type Line } from './store.ts';

const pageSize = 50;
/** Up to so many are sorted by title; of more, the first are looked for along the index of titles. */
const fewEnoughToSort = 5_000;

/** @returns `next` is the `after` of the page behind it; null at the end. */
export async function browsePublications(
  db: Db,
  browse: Browse,
): Promise<{ results: FoundPublication[]; next: number | null }> {
  const match = await wholeMatch(db, browse);
  const lines =
    match === null
      ? []
      : browse.order === 'title'
        ? await byTitle(db, match, browse.after)
        : await byYear(db, match, browse.order === 'oldest', browse.after);
  const copies = await countCopies(
    db,
    lines.map(line => line.id),
  );
  return {
    results: lines.map(line => foundPublication(line, copies.get(line.id))),
    next: lines.length < pageSize ? null : lines.at(-1)!.seq,
  };
}

const columns = sql.join(lineColumns.map(column => sql.ref(`publication.${column}`)));
const all = (conditions: RawBuilder<unknown>[]) => sql.join([sql`true`, ...conditions], sql` AND `);

/** The full text and the table both go by `seq`, which counts from the newest year down. */
async function byYear(db: Db, match: string, down: boolean, after: number | undefined): Promise<Line[]> {
  const from =
    match === ''
      ? sql`publication`
      : sql`publication_text JOIN publication ON publication.seq = publication_text.rowid`;
  const key = sql.ref(match === '' ? 'publication.seq' : 'publication_text.rowid');
  const conditions = [
    ...(match === '' ? [] : [sql`publication_text MATCH ${match}`]),
    ...(after === undefined ? [] : [down ? sql`${key} < ${after}` : sql`${key} > ${after}`]),
  ];
  const { rows } = await sql<Line>`
    SELECT ${columns} FROM ${from} WHERE ${all(conditions)}
    ORDER BY ${key} ${down ? sql`DESC` : sql`ASC`} LIMIT ${pageSize}`.execute(db);
  return rows;
}

async function byTitle(db: Db, match: string, after: number | undefined): Promise<Line[]> {
  const answering = sql`SELECT rowid FROM publication_text WHERE publication_text MATCH ${match}`;
  const many = match === '' || (await countUpTo(db, answering)) > fewEnoughToSort;
  const last = await db
    .selectFrom('publication')
    .select('title')
    .where('seq', '=', after ?? null)
    .executeTakeFirst();
  if (after !== undefined && !last) return [];
  const conditions = [
    ...(match === '' ? [] : [sql`seq IN (${answering})`]),
    ...(last ? [sql`(title COLLATE NOCASE, seq) > (${last.title}, ${after})`] : []),
  ];
  const { rows } = await sql<Line>`
    SELECT ${columns} FROM publication ${many ? sql`INDEXED BY publication_by_title` : sql`NOT INDEXED`}
    WHERE ${all(conditions)} ORDER BY title COLLATE NOCASE, seq LIMIT ${pageSize}`.execute(db);
  return rows;
}

async function countUpTo(db: Db, answering: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (${answering} LIMIT ${fewEnoughToSort + 1})`.execute(db);
  return rows[0]!.count;
}
