/** Rows of the offices in their tables: one upsert that serves every table of the whitelist, made from it. */
import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../database/open.ts';
import type { Tx } from '../database/write.ts';
import { compareVersions, rowText, textHash, type Version } from '../wire/rules.ts';
import type { WireRow } from '../wire/schema.ts';
import { upTables, type ColumnType, type RowData, type UpTableName } from '../wire/tables-schema.ts';

/** A row of the wire with what it has at the server: `ep` filled in and its hash. */
export interface OfficeRow {
  table: UpTableName;
  id: string;
  version: Version;
  /** Its `rowText`. */
  text: string;
}

/** @param epoch of the batch, which a row has that says none. */
export function officeRow(row: WireRow, epoch: string): OfficeRow {
  const text = rowText(row.d ?? null);
  const version = { v: row.v, ep: row.ep ?? epoch, hash: textHash(row.t, row.id, text) };
  return { table: row.t as UpTableName, id: row.id, version, text };
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
  const records = tables.map(table => `[${byTable.get(table)!.map(recordOf).join()}]`);
  await tx.executeQuery(CompiledQuery.raw(upsertOf(tables), [office, now.toISOString(), ...records]));
}

/** One object of the array that `upsertInto` reads: the columns, as they were hashed, and what the server adds. */
function recordOf({ id, version, text }: OfficeRow): string {
  const gone = text === 'null';
  const own = `"id":"${id}","_v":${version.v},"_ep":"${version.ep}","_hash":"\\\\x${version.hash}","_gone":${gone}}`;
  return gone || text === '{}' ? `{${own}` : `${text.slice(0, -1)},${own}`;
}

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

const postgresTypes: Record<ColumnType, string> = {
  uuid: 'uuid',
  word: 'text',
  int: 'bigint',
  flag: 'smallint',
  instant: 'timestamptz',
  day: 'date',
  hash: 'text',
};

const columnsOf = (table: UpTableName) =>
  Object.entries(upTables[table].columns).map(([name, { type }]) => ({ name, type }));

const statements = new Map<string, string>();

function upsertOf(tables: UpTableName[]): string {
  const name = tables.join();
  const made = statements.get(name);
  if (made) return made;
  const upserts = tables.map((table, at) => `up_${table} AS (${upsertInto(table, `$${at + 3}`)})`);
  const text = `WITH ${upserts.join(',\n')}\nSELECT`;
  statements.set(name, text);
  return text;
}

/** `json` is read once and thrown away: to make `jsonb` of it first would cost as much as the rest. */
function upsertInto(table: UpTableName, parameter: string): string {
  const columns = columnsOf(table);
  const names = columns.map(one => `"${one.name}"`).join(', ');
  const types = columns.map(one => `"${one.name}" ${postgresTypes[one.type]}`).join(', ');
  const own = ['row_version', 'row_epoch', 'row_hash', 'deleted', 'received_at'];
  const changed = [...own, ...columns.map(one => `"${one.name}"`)].map(one => `${one} = excluded.${one}`);
  return `
    INSERT INTO "${table}" AS t (office_id, id, ${own.join(', ')}, ${names})
    SELECT $1::text, r.id, _v, _ep, _hash, _gone, $2::timestamptz, ${columns.map(one => `r."${one.name}"`).join(', ')}
    FROM json_to_recordset(${parameter}::json)
      AS r(id uuid, _v bigint, _ep uuid, _hash bytea, _gone boolean, ${types})
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
