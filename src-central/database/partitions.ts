/** Monthly partitions of the large tables: made two months ahead, and for months whose rows came before their partition. */
import { sql } from 'kysely';
import { DateTime } from 'luxon';
import type { Db } from './open.ts';
import { write, type Tx } from './write.ts';

/** By the time in the UUID of the row, so that the primary key stays (office_id, id). */
const byId = [
  'visit',
  'visit_service',
  'custody',
  'journal',
  'copy_away',
  'photocopy',
  'softcopy',
  'delivery',
  'data_need',
];
const firstMonth = DateTime.utc(2025, 1);

export async function keepPartitions(db: Db, now: Date): Promise<void> {
  const thisMonth = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('month');
  const ahead = [-1, 0, 1, 2].map(months => thisMonth.plus({ months }));
  const last = ahead.at(-1)!;
  for (const table of [...byId, 'batch']) {
    const found = table === 'batch' ? [] : await monthsInRest(db, table, last);
    const months = new Map([...ahead, ...found].map(month => [nameOf(table, month), month]));
    const there = await partitionsOf(db, table);
    for (const [name, month] of months)
      if (!there.has(name)) await write({ db }, tx => makePartition(tx, table, name, month));
  }
}

const nameOf = (table: string, month: DateTime) => `${table}_${month.toFormat('yyyy_MM')}`;

/** The months of rows in the partition for the rest. A clock of 1970 or 2036 gets no month of its own. */
async function monthsInRest(db: Db, table: string, last: DateTime): Promise<DateTime[]> {
  const { rows } = await sql<{ month: string }>`
    SELECT DISTINCT left(id::text, 8) AS month FROM ${sql.table(`${table}_rest`)}
    WHERE id >= ${idAt(firstMonth)}::uuid AND id < ${idAt(last)}::uuid`.execute(db);
  return rows.map(row =>
    DateTime.fromMillis(parseInt(row.month, 16) * 65_536, { zone: 'utc' }).startOf('month'),
  );
}

async function partitionsOf(db: Db, table: string): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    SELECT child.relname AS name FROM pg_inherits
    JOIN pg_class child ON child.oid = inhrelid JOIN pg_class parent ON parent.oid = inhparent
    WHERE parent.relname = ${table}`.execute(db);
  return new Set(rows.map(row => row.name));
}

async function makePartition(tx: Tx, table: string, name: string, month: DateTime): Promise<void> {
  const [from, to, column] =
    table === 'batch'
      ? [month.toISODate()!, month.plus({ months: 1 }).toISODate()!, 'received_on']
      : [idAt(month), idAt(month.plus({ months: 1 })), 'id'];
  const [made, parent, rest] = [sql.table(name), sql.table(table), sql.table(`${table}_rest`)];
  await sql`CREATE TABLE ${made} (LIKE ${parent} INCLUDING ALL)`.execute(tx);
  await sql`
    WITH moved AS (
      DELETE FROM ${rest} WHERE ${sql.ref(column)} >= ${sql.lit(from)} AND ${sql.ref(column)} < ${sql.lit(to)}
      RETURNING *)
    INSERT INTO ${made} SELECT * FROM moved`.execute(tx);
  await sql`
    ALTER TABLE ${parent} ATTACH PARTITION ${made} FOR VALUES FROM (${sql.lit(from)}) TO (${sql.lit(to)})`.execute(
    tx,
  );
}

/** The first UUID of version 7 of a month. */
function idAt(month: DateTime): string {
  const time = month.toMillis().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
