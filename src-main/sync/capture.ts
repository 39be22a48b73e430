/**
 * Triggers that write each change of a synced row into `change_log`, in the transaction that makes it. They are made
 * from the whitelist of the wire and read nothing else, so a column that is not named there cannot get out.
 */
import { sql } from 'kysely';
import {
  upTables,
  wireSchema,
  type RowData,
  type UpTable,
  type UpTableName,
} from '../../src-central/wire/tables-schema.ts';
import type { Books } from '../database/write.ts';

export const upTableNames = Object.keys(upTables) as UpTableName[];

/** A column of the office's own database that names the row there. */
export const keyOf: Record<UpTable['id'], string> = {
  own: 'id',
  pseudonym: 'id',
  day: 'on_day',
  journal: 'seq',
};

/** In the order in which rows are hashed. */
export const imageOf = (table: UpTable, row: string): string =>
  `json_object(${Object.keys(table.columns)
    .sort()
    .map(column => `'${column}', ${row}.${column}`)
    .join(', ')})`;

const now = `CAST(unixepoch('subsec') * 1000 AS INTEGER)`;

/** The change of one row; rows that are only ever added keep version 1 and need no row of `sync_row`. */
function captureOf(name: UpTableName, row: string): string {
  const table: UpTable = upTables[name];
  const key = `CAST(${row}.${keyOf[table.id]} AS TEXT)`;
  const change = `INSERT INTO change_log (tbl, row_id, v, ep, tx, s, at, d)`;
  if (table.appendOnly)
    return `${change} SELECT '${name}', ${key}, 1, epoch, tx, ${wireSchema}, ${now}, ${imageOf(table, row)} FROM sync_guard;`;
  return `
    INSERT INTO sync_row (tbl, row_id, v, ep) VALUES ('${name}', ${key}, 1, (SELECT epoch FROM sync_guard))
      ON CONFLICT (tbl, row_id) DO UPDATE SET v = v + 1, ep = excluded.ep;
    ${change}
      SELECT '${name}', ${key}, v, ep, (SELECT tx FROM sync_guard), ${wireSchema}, ${now}, ${imageOf(table, row)}
      FROM sync_row WHERE tbl = '${name}' AND row_id = ${key};`;
}

function triggersOf(name: UpTableName): [name: string, text: string][] {
  const table: UpTable = upTables[name];
  const make = (event: 'insert' | 'update', on: string): [string, string] => [
    `sync_${name}_${event}`,
    `CREATE TRIGGER sync_${name}_${event} AFTER ${on} ON ${name} WHEN (SELECT applying FROM sync_guard) = 0
    BEGIN ${captureOf(name, 'NEW')} END`,
  ];
  const columns = Object.keys(table.columns).join(', ');
  return table.appendOnly
    ? [make('insert', 'INSERT')]
    : [make('insert', 'INSERT'), make('update', `UPDATE OF ${columns}`)];
}

/** Makes the triggers as this program's whitelist wants them, and takes away those of another one. */
export async function installCapture(books: Books): Promise<void> {
  const { rows } = await sql<{ name: string; text: string }>`
    SELECT name, sql AS text FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'sync\\_%' ESCAPE '\\'`.execute(
    books,
  );
  const there = new Map(rows.map(row => [row.name, row.text]));
  there.delete('sync_batch_is_never_changed');
  for (const [name, text] of upTableNames.flatMap(triggersOf)) {
    if (there.get(name) !== text) {
      await sql`DROP TRIGGER IF EXISTS ${sql.ref(name)}`.execute(books);
      await sql.raw(text).execute(books);
    }
    there.delete(name);
  }
  for (const name of there.keys()) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(books);
}

/** Hands in a row as it is now, under the version that it has. */
export async function emit(books: Books, name: UpTableName, key: string): Promise<void> {
  const table: UpTable = upTables[name];
  const version = table.appendOnly
    ? sql`1, guard.epoch`
    : sql`(SELECT v FROM sync_row WHERE tbl = ${name} AND row_id = ${key}),
      (SELECT ep FROM sync_row WHERE tbl = ${name} AND row_id = ${key})`;
  await sql`
    INSERT INTO change_log (tbl, row_id, v, ep, tx, s, at, d)
    SELECT ${name}, ${key}, ${version}, guard.tx, ${sql.lit(wireSchema)}, ${sql.raw(now)}, ${sql.raw(imageOf(table, 't'))}
    FROM ${sql.table(name)} AS t, sync_guard AS guard
    WHERE ${sql.ref(`t.${keyOf[table.id]}`)} = ${key}`.execute(books);
}

/** Hands in a row that this database keeps only beside its tables. @param beside `ep` null: the epoch under way. */
export async function emitBeside(
  books: Books,
  name: UpTableName,
  key: string,
  { v, ep, d }: { v: number; ep: string | null; d: RowData },
): Promise<void> {
  await sql`
    INSERT INTO change_log (tbl, row_id, v, ep, tx, s, at, d)
    SELECT ${name}, ${key}, ${v}, coalesce(${ep}, epoch), tx, ${sql.lit(wireSchema)}, ${sql.raw(now)}, ${JSON.stringify(d)}
    FROM sync_guard`.execute(books);
}

/** What is there already when a table is captured for the first time is captured afterwards, in portions. */
export async function planOlder(books: Books): Promise<void> {
  for (const name of upTableNames)
    await sql`
      INSERT INTO sync_older (tbl, done, last) SELECT ${name}, 0, coalesce(max(rowid), 0) FROM ${sql.table(name)}
      WHERE true ON CONFLICT (tbl) DO NOTHING`.execute(books);
}

/**
 * Captures so many rows from before the enrolment; those that have changed since are captured already.
 * @returns false when there are none left.
 */
export async function captureOlder(books: Books, limit: number): Promise<boolean> {
  const older = await books
    .selectFrom('sync_older')
    .selectAll()
    .whereRef('done', '<', 'last')
    .limit(1)
    .executeTakeFirst();
  if (!older) return false;
  const name = older.tbl as UpTableName;
  const table: UpTable = upTables[name];
  const key = sql`CAST(${sql.ref(keyOf[table.id])} AS TEXT)`;
  const { rows } = await sql<{ upTo: number | null }>`
    SELECT max(at) AS upTo FROM (
      SELECT rowid AS at FROM ${sql.table(name)} WHERE rowid > ${older.done} AND rowid <= ${older.last}
      ORDER BY rowid LIMIT ${limit})`.execute(books);
  const upTo = rows[0]!.upTo ?? older.last;
  const uncaptured = sql`
    FROM ${sql.table(name)} AS t WHERE t.rowid > ${older.done} AND t.rowid <= ${upTo}
      AND NOT EXISTS (SELECT 1 FROM sync_row WHERE tbl = ${name} AND row_id = ${key})`;
  await sql`
    INSERT INTO change_log (tbl, row_id, v, ep, tx, s, at, d)
    SELECT ${name}, ${key}, 1, (SELECT epoch FROM sync_guard), 0, ${wireSchema}, ${sql.raw(now)},
      ${sql.raw(imageOf(table, 't'))} ${uncaptured}`.execute(books);
  if (!table.appendOnly)
    await sql`
      INSERT INTO sync_row (tbl, row_id, v, ep)
      SELECT ${name}, ${key}, 1, (SELECT epoch FROM sync_guard) ${uncaptured}`.execute(books);
  await books.updateTable('sync_older').set({ done: upTo }).where('tbl', '=', name).execute();
  return true;
}
