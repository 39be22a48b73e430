/** Rows of the offices in their tables: one upsert that serves every table of the whitelist, made from it. */
import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../database/open.ts';
import { prepared } from '../database/prepared.ts';
import type { Tx } from '../database/write.ts';
import { compareVersions, rowHash, type Version } from '../wire/rules.ts';
import type { WireRow } from '../wire/schema.ts';
import {
  upTables,
  type ColumnType,
  type RowData,
  type UpTableName,
  type Value,
} from '../wire/tables-schema.ts';

/** A row of the wire with what it has at the server: `ep` filled in and its hash. */
export interface OfficeRow {
  table: UpTableName;
  id: string;
  version: Version;
  /** null where it was deleted. */
  data: RowData | null;
}

/** @param epoch of the batch, which a row has that says none. */
export function officeRow(row: WireRow, epoch: string): OfficeRow {
  const data = row.d ?? null;
  const version = { v: row.v, ep: row.ep ?? epoch, hash: rowHash(row.t, row.id, data) };
  return { table: row.t as UpTableName, id: row.id, version, data };
}

/** Of several versions of a row the latest; one statement may not touch a row twice. */
export function latestOfEach(rows: OfficeRow[]): OfficeRow[] {
  const latest = new Map<string, OfficeRow>();
  for (const row of rows) {
    const name = `${row.table}/${row.id}`;
    const known = latest.get(name);
    if (!known || compareVersions(row.version, known.version) > 0) latest.set(name, row);
  }
  return [...latest.values()];
}

/** Upserts rows of any tables in one statement; a row that is older than the one there changes nothing (I6). */
export async function applyRows(tx: Tx, office: string, rows: OfficeRow[], now: Date): Promise<void> {
  const byTable = Map.groupBy(latestOfEach(rows), row => row.table);
  if (byTable.size === 0) return;
  const tables = [...byTable.keys()].sort();
  const arrays: string[] = [];
  for (const table of tables)
    arrays.push(arrayOf(byTable.get(table)!, await layoutOf(tx, table), office, now.toISOString()));
  await tx.executeQuery(CompiledQuery.raw(upsertOf(tables), arrays));
}

/** The rows as one array of the table's own row type, in PostgreSQL's notation, which it reads faster than JSON. */
function arrayOf(rows: OfficeRow[], layout: Layout, office: string, receivedAt: string): string {
  const empty = Array.from<string>({ length: layout.size }).fill('');
  const records = rows.map(({ id, version, data }) => {
    const fields = empty.slice();
    const put = (column: string, text: string) => (fields[layout.get(column)!] = text);
    put('office_id', office);
    put('id', id);
    put('row_version', String(version.v));
    put('row_epoch', version.ep);
    put('row_hash', `\\\\\\\\x${version.hash}`);
    put('deleted', data === null ? 't' : 'f');
    put('received_at', receivedAt);
    for (const column in data) put(column, fieldOf(data[column]!));
    return `"(${fields.join()})"`;
  });
  return `{${records.join()}}`;
}

const plain = /^[\w.:+-]+$/;

/** What a record must quote is quoted for it, then for the array around it. */
function fieldOf(value: Value): string {
  if (typeof value === 'number' || plain.test(value)) return String(value);
  return escaped(`"${escaped(value)}"`);
}

const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&');

/** Each row alone, so that only what the database refuses is left out (I10). @returns the positions of those. */
export async function applyOneByOne(
  tx: Tx,
  office: string,
  rows: OfficeRow[],
  now: Date,
): Promise<Set<number>> {
  const refused = new Set<number>();
  for (const [at, row] of rows.entries()) {
    await sql`SAVEPOINT before_row`.execute(tx);
    try {
      await applyRows(tx, office, [row], now);
      await sql`RELEASE SAVEPOINT before_row`.execute(tx);
    } catch (error) {
      if (!isDataError(error)) throw error;
      await sql`ROLLBACK TO SAVEPOINT before_row`.execute(tx);
      refused.add(at);
    }
  }
  return refused;
}

/** Classes 22 and 23 of SQLSTATE: the data is at fault, not the server. Their messages may quote it: never log them. */
export const isDataError = (error: unknown): boolean =>
  /^2[23]/.test((error as { code?: string }).code ?? '');

/** The place of each column in the table's row type, from 0. */
type Layout = Map<string, number>;

const layouts = new Map<UpTableName, Layout>();

async function layoutOf(tx: Tx, table: UpTableName): Promise<Layout> {
  const known = layouts.get(table);
  if (known) return known;
  const { rows } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`.execute(tx);
  const layout = new Map(rows.map(({ name }, at) => [name, at]));
  layouts.set(table, layout);
  return layout;
}

const columnsOf = (table: UpTableName) =>
  Object.entries(upTables[table].columns).map(([name, { type }]) => ({ name, type }));

const statements = new Map<string, string>();

function upsertOf(tables: UpTableName[]): string {
  const name = tables.join();
  const made = statements.get(name);
  if (made) return made;
  const upserts = tables.map((table, at) => `up_${table} AS (${upsertInto(table, `$${at + 1}`)})`);
  const text = prepared(`WITH ${upserts.join(',\n')}\nSELECT`);
  statements.set(name, text);
  return text;
}

function upsertInto(table: UpTableName, parameter: string): string {
  const own = ['row_version', 'row_epoch', 'row_hash', 'deleted', 'received_at'];
  const changed = [...own, ...columnsOf(table).map(one => one.name)].map(
    name => `"${name}" = excluded."${name}"`,
  );
  return `
    INSERT INTO "${table}" AS t SELECT r.* FROM unnest(${parameter}::"${table}"[]) AS r
    ON CONFLICT (office_id, id) DO UPDATE SET ${changed.join(', ')}
    WHERE (excluded.row_version, excluded.row_epoch, excluded.row_hash) > (t.row_version, t.row_epoch, t.row_hash)`;
}

const piece = 2_000;

/** Every row of an office in a table, deleted ones too, by id; its data as it came, so that its hash can be computed. */
export async function* readOfficeRows(
  db: Db | Tx,
  table: UpTableName,
  office: string,
): AsyncGenerator<{ id: string; version: Version; data: RowData | null }[]> {
  const columns = columnsOf(table);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT id, row_version, row_epoch, row_hash, deleted, ${sql.join(columns.map(one => sql.ref(one.name)))}
      FROM ${sql.table(table)}
      WHERE office_id = ${office} AND id > ${after}::uuid ORDER BY id LIMIT ${sql.lit(piece)}`.execute(db);
    if (rows.length === 0) return;
    yield rows.map(row => ({
      id: row['id'] as string,
      version: {
        v: row['row_version'] as number,
        ep: row['row_epoch'] as string,
        hash: Buffer.from(row['row_hash'] as Uint8Array).toString('hex'),
      },
      data: row['deleted'] ? null : dataOf(row, columns),
    }));
    after = rows.at(-1)!['id'] as string;
  }
}

function dataOf(row: Record<string, unknown>, columns: { name: string; type: ColumnType }[]): RowData {
  const data: RowData = {};
  for (const { name, type } of columns) {
    const value = row[name];
    if (value === null) continue;
    data[name] = type === 'instant' ? (value as Date).toISOString() : (value as string | number);
  }
  return data;
}
