/**
 * Rows of this office that another of its databases handed in: of a history that this one has lost, or of a second PC.
 *
 * The later version stays (docs/sync-protocol.md §2). What was changed here and not handed in yet was written without
 * knowing the other: it is later, and moves above it.
 */
import { sql } from 'kysely';
import { compareVersions, rowHash } from '../../src-central/wire/rules.ts';
import {
  upTables,
  type RowData,
  type UpTable,
  type UpTableName,
} from '../../src-central/wire/tables-schema.ts';
import { makeCode } from '../codes/rules.ts';
import type { Db } from '../database/open.ts';
import type { Books } from '../database/write.ts';
import { emit, imageOf, keyOf } from './capture.ts';
import type { Names } from './names.ts';

export interface Returned {
  t: UpTableName;
  id: string;
  v: number;
  ep: string;
  d: RowData;
}

export type Merged = 'known' | 'put' | 'above' | 'renumbered' | { aside: string };

/** So that a row comes after those it points to. */
const order = new Map(
  (['staff', 'locker', 'pocket', 'visitor', 'visit'] as const).map((name, at) => [name as string, at]),
);
const rank = (name: string) => order.get(name) ?? order.size;

/** Of each row the last version, those first that others point to. */
export function lastVersions(rows: Returned[]): Returned[] {
  const last = new Map<string, Returned>();
  for (const row of rows) {
    const key = `${row.t}/${row.id}`;
    const known = last.get(key);
    if (!known || compareVersions(versionOf(row), versionOf(known)) > 0) last.set(key, row);
  }
  return [...last.values()].sort((a, b) => rank(a.t) - rank(b.t));
}

const versionOf = ({ t, id, v, ep, d }: Returned) => ({ v, ep, hash: rowHash(t, id, d) });

/**
 * @param epoch the one under way.
 * @param how `for good`: a visit whose number is taken gets another one.
 */
export async function mergeRow(
  books: Books,
  names: Names,
  epoch: string,
  row: Returned,
  how: 'if it fits' | 'for good' = 'if it fits',
): Promise<Merged> {
  const table: UpTable = upTables[row.t];
  const key = await names.toLocal(books, row.t, row.id, row.d);
  const image = await localImage(books, row.t, key);
  const mine = await ownVersion(books, row.t, key);
  if (image && mine) {
    const own = { ...mine, hash: rowHash(row.t, row.id, names.toWire(row.t, key, image).data) };
    if (compareVersions(versionOf(row), own) <= 0) return 'known';
    if (await waits(books, row.t, key, mine)) {
      await moveAbove(books, row, key, epoch);
      return 'above';
    }
  }
  if (image && table.appendOnly) return 'known';
  const columns = await columnsOf(books, names, table, row);
  const failure = await applied(books, async () => {
    await store(books, row, table, key, columns, image !== null);
    if (!table.appendOnly) await setVersion(books, row.t, key, row.v, row.ep);
  });
  if (failure === null) return 'put';
  if (how === 'for good' && row.t === 'visit' && /visit\.(count|seq)/.test(failure))
    return putRenumbered(books, row, table, key, columns, image !== null);
  return { aside: failure };
}

/** A journal row of another history. The journal of this one only grows at its end, so it is kept beside. */
export async function keepJournalRow(books: Books, row: Returned): Promise<void> {
  const own = await books
    .selectFrom('journal')
    .select('hash')
    .where('seq', '=', Number(row.d.seq))
    .executeTakeFirst();
  if (own?.hash === row.d.hash) return;
  await books
    .insertInto('journal_elsewhere')
    .values({ id: row.id, d: JSON.stringify(row.d) })
    .onConflict(one => one.doNothing())
    .execute();
}

type Image = Record<string, string | number | null>;

/** The row as the triggers write it; null when it is not there. */
export async function localImage(db: Db, name: UpTableName, key: string): Promise<Image | null> {
  const table: UpTable = upTables[name];
  const { rows } = await sql<{ d: string }>`
    SELECT ${sql.raw(imageOf(table, 't'))} AS d FROM ${sql.table(name)} AS t
    WHERE ${sql.ref(`t.${keyOf[table.id]}`)} = ${key}`.execute(db);
  return rows[0] ? (JSON.parse(rows[0].d) as Image) : null;
}

async function ownVersion(db: Db, name: string, key: string): Promise<{ v: number; ep: string } | null> {
  const row = await db
    .selectFrom('sync_row')
    .select(['v', 'ep'])
    .where('tbl', '=', name)
    .where('row_id', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the last word on the row was said here and is not sealed yet. */
async function waits(
  books: Books,
  name: string,
  key: string,
  mine: { v: number; ep: string },
): Promise<boolean> {
  const row = await books
    .selectFrom('change_log')
    .select('seq')
    .where('tbl', '=', name)
    .where('row_id', '=', key)
    .where('v', '=', mine.v)
    .where('ep', '=', mine.ep)
    .executeTakeFirst();
  return row !== undefined;
}

async function moveAbove(books: Books, row: Returned, key: string, epoch: string): Promise<void> {
  await setVersion(books, row.t, key, row.v + 1, epoch);
  await emit(books, row.t, key);
}

async function setVersion(books: Books, name: string, key: string, v: number, ep: string): Promise<void> {
  await books
    .insertInto('sync_row')
    .values({ tbl: name, row_id: key, v, ep })
    .onConflict(one => one.columns(['tbl', 'row_id']).doUpdateSet({ v, ep }))
    .execute();
}

/**
 * What the whitelist leaves out and the tables need. The name of a lost visitor, a typed reason, a PIN: these were
 * here only, and are gone.
 */
const unknown = '—';
const fillings: Partial<Record<UpTableName, (row: Returned) => Record<string, string | number | null>>> = {
  visit: ({ d }) => ({ entry_reason: d.entry === 'late' ? unknown : null }),
  visitor: () => ({ code: makeCode('visitor') }),
  staff: ({ id }) => ({ name: `Petugas ${id.slice(-6)}`, pin_hash: '-' }),
  help_call: ({ id }) => ({ kiosk: id }),
  handover: () => ({ counts: '{}', note: unknown }),
  wanted: () => ({ text: unknown, text_key: unknown }),
  // A link that was sent leads nowhere any more.
  delivery: ({ id, d }) => ({ token_hash: d.way === 'download' ? `lost ${id}` : null }),
  data_need: () => ({ wanted: unknown }),
};

async function columnsOf(books: Books, names: Names, table: UpTable, row: Returned): Promise<Columns> {
  const columns: Columns = {};
  for (const [column, { pseudonym }] of Object.entries(table.columns)) {
    const value = row.d[column] ?? null;
    columns[column] = pseudonym && typeof value === 'string' ? await names.visitorOf(books, value) : value;
  }
  return columns;
}

function store(books: Books, row: Returned, table: UpTable, key: string, columns: Columns, isThere: boolean) {
  return isThere ? update(books, row.t, table, key, columns) : insert(books, row, table, key, columns);
}

/** A number that was given out again after the restore: the visit gets the next free one, and headquarters hears it. */
async function putRenumbered(
  books: Books,
  row: Returned,
  table: UpTable,
  key: string,
  columns: Columns,
  isThere: boolean,
): Promise<Merged> {
  const { rows } = await sql<{ count: number; seq: number }>`
    SELECT (SELECT max(count) + 1 FROM visit WHERE on_day = ${columns.on_day} AND letter = ${columns.letter}) AS count,
      (SELECT coalesce(max(seq) + 1, ${columns.seq}) FROM visit
       WHERE seq BETWEEN ${columns.seq} AND ${Number(columns.seq) + 999}) AS seq`.execute(books);
  const failure = await applied(books, async () => {
    await store(books, row, table, key, { ...columns, ...rows[0] }, isThere);
    const { epoch } = await books.selectFrom('sync_guard').select('epoch').executeTakeFirstOrThrow();
    await setVersion(books, row.t, key, row.v + 1, epoch!);
    await emit(books, row.t, key);
  });
  return failure === null ? 'renumbered' : { aside: failure };
}

type Columns = Record<string, string | number | null>;

/** Puts in what headquarters has without capturing it again. @returns why it cannot be put in, else null. */
async function applied(books: Books, work: () => Promise<void>): Promise<string | null> {
  await sql`SAVEPOINT one_row`.execute(books);
  try {
    await books.updateTable('sync_guard').set({ applying: 1 }).execute();
    await work();
    await books.updateTable('sync_guard').set({ applying: 0 }).execute();
    return null;
  } catch (error) {
    await sql`ROLLBACK TO one_row`.execute(books);
    return (error as Error).message;
  } finally {
    await sql`RELEASE one_row`.execute(books);
  }
}

async function update(
  books: Books,
  name: UpTableName,
  table: UpTable,
  key: string,
  columns: Columns,
): Promise<void> {
  const set = sql.join(Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  await sql`UPDATE ${sql.table(name)} SET ${set} WHERE ${sql.ref(keyOf[table.id])} = ${key}`.execute(books);
}

async function insert(
  books: Books,
  row: Returned,
  table: UpTable,
  key: string,
  columns: Columns,
): Promise<void> {
  const values = { ...fillings[row.t]?.(row), ...columns, [keyOf[table.id]]: key };
  await sql`
    INSERT INTO ${sql.table(row.t)} (${sql.join(Object.keys(values).map(column => sql.ref(column)))})
    VALUES (${sql.join(Object.values(values))})`.execute(books);
}
