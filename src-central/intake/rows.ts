/** Rows of the offices in their tables: one upsert that serves every table of the whitelist, made from it. */
import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../database/open.ts';
import { prepared } from '../database/prepared.ts';
import type { Tx } from '../database/write.ts';
import { arrayOf, recordTypeOf, type Field } from './records.ts';
import { compareVersions, rowHash, type Version } from '../wire/rules.ts';
import type { WireRow } from '../wire/schema.ts';
import { upTables, type ColumnType, type RowData, type UpTableName } from '../wire/tables-schema.ts';

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

/** Of each table its rows; of several versions of one the latest, for one statement may not touch a row twice. */
function latestByTable(rows: OfficeRow[]): Map<UpTableName, Map<string, OfficeRow>> {
  const tables = new Map<UpTableName, Map<string, OfficeRow>>();
  for (const row of rows) {
    let latest = tables.get(row.table);
    if (!latest) tables.set(row.table, (latest = new Map()));
    const known = latest.get(row.id);
    if (!known || compareVersions(row.version, known.version) > 0) latest.set(row.id, row);
  }
  return tables;
}

/** Rows as PostgreSQL takes them: of each table one array, which is a parameter of the statement. */
export interface Upserts {
  tables: UpTableName[];
  arrays: Buffer[];
}

export async function upsertsOf(db: Db | Tx, office: string, rows: OfficeRow[], now: Date): Promise<Upserts> {
  const byTable = latestByTable(rows);
  const tables = [...byTable.keys()].sort();
  const fieldOf = fieldsOf(office, now.getTime());
  const arrays: Buffer[] = [];
  for (const table of tables)
    arrays.push(arrayOf(await recordTypeOf(db, table), [...byTable.get(table)!.values()], fieldOf));
  return { tables, arrays };
}

function fieldsOf(office: string, receivedAt: number) {
  return ({ id, version, data }: OfficeRow, column: string): Field | undefined => {
    switch (column) {
      case 'office_id':
        return office;
      case 'id':
        return id;
      case 'row_version':
        return version.v;
      case 'row_epoch':
        return version.ep;
      case 'row_hash':
        return version.hash;
      case 'deleted':
        return data === null;
      case 'received_at':
        return receivedAt;
      default:
        return data?.[column];
    }
  };
}

/**
 * Parts of a WITH, one for each table; a row that is older than the one there changes nothing (I6).
 * @param once a relation of one row, or of none when nothing shall be changed.
 * @param first the number of the parameter that is the first array.
 */
export const upsertsInto = (tables: UpTableName[], once: string, first: number): string[] =>
  tables.map((table, at) => `up_${table} AS (${upsertInto(table, once, `$${first + at}`)})`);

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
      const { tables, arrays } = await upsertsOf(tx, office, [row], now);
      await tx.executeQuery(CompiledQuery.raw(oneRow(tables), arrays));
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

const columnsOf = (table: UpTableName) =>
  Object.entries(upTables[table].columns).map(([name, { type }]) => ({ name, type }));

const oneRow = (tables: UpTableName[]) =>
  prepared(`WITH once AS (SELECT), ${upsertsInto(tables, 'once', 1).join()} SELECT`);

function upsertInto(table: UpTableName, once: string, parameter: string): string {
  const own = ['row_version', 'row_epoch', 'row_hash', 'deleted', 'received_at'];
  const changed = [...own, ...columnsOf(table).map(one => one.name)].map(
    name => `"${name}" = excluded."${name}"`,
  );
  return `
    INSERT INTO "${table}" AS t SELECT r.* FROM ${once}, unnest(${parameter}::"${table}"[]) AS r
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
