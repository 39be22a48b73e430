/** The proof that nothing is lost and nothing doubled (docs/sync-protocol.md §10), from this database's own rows. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { digestOf, rowHash, type Digest } from '../../src-central/wire/rules.ts';
import {
  upTables,
  type RowData,
  type UpTable,
  type UpTableName,
} from '../../src-central/wire/tables-schema.ts';
import { keepBooks } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import type { Station } from '../station.ts';
import { emit, imageOf, keyOf, upTableNames } from './capture.ts';
import type { Headquarters } from './headquarters.ts';
import type { Returned } from './merge-store.ts';
import type { Names } from './names.ts';

interface Own {
  /** Null: kept beside (a journal row of another history, a row that could not be put in). */
  key: string | null;
  hash: string;
}

const page = 2_000;

/** Every row of a table by its name on the wire. */
async function ownRows(db: Db, names: Names, name: UpTableName): Promise<Map<string, Own>> {
  const table: UpTable = upTables[name];
  const own = new Map<string, Own>();
  for (let after = 0; ;) {
    const { rows } = await sql<{ rowid: number; key: string; d: string }>`
      SELECT t.rowid, CAST(${sql.ref(`t.${keyOf[table.id]}`)} AS TEXT) AS key, ${sql.raw(imageOf(table, 't'))} AS d
      FROM ${sql.table(name)} AS t WHERE t.rowid > ${after} ORDER BY t.rowid LIMIT ${page}`.execute(db);
    for (const { key, d } of rows) {
      const { id, data } = names.toWire(name, key, JSON.parse(d) as Record<string, string | number | null>);
      own.set(id, { key, hash: rowHash(name, id, data) });
    }
    if (rows.length < page) break;
    after = rows.at(-1)!.rowid;
    await breathe();
  }
  for (const [id, d] of await keptBeside(db, name)) own.set(id, { key: null, hash: rowHash(name, id, d) });
  return own;
}

async function keptBeside(db: Db, name: UpTableName): Promise<[string, RowData][]> {
  if (name === 'journal') {
    const rows = await db.selectFrom('journal_elsewhere').selectAll().execute();
    return rows.map(row => [row.id, JSON.parse(row.d) as RowData]);
  }
  const rows = await db.selectFrom('sync_aside').select(['row_id', 'item']).where('tbl', '=', name).execute();
  return rows.flatMap(row => {
    const { d, ep } = JSON.parse(row.item) as Partial<Returned>;
    return d && ep ? [[row.row_id, d] as [string, RowData]] : [];
  });
}

export async function ownDigests(db: Db, names: Names): Promise<Map<UpTableName, Digest>> {
  const digests = new Map<UpTableName, Digest>();
  for (const name of upTableNames) {
    const own = await ownRows(db, names, name);
    digests.set(name, digestOf([...own.values()].map(row => row.hash)));
  }
  return digests;
}

export interface Compared {
  tables: number;
  differing: UpTableName[];
  /** Rows that headquarters lacks or has otherwise, handed in again. */
  again: number;
  /** Rows that only headquarters has. */
  missing: number;
}

/** Asked when everything is acknowledged; what differs is handed in again, whatever the reason was. */
export async function compareDigests(
  station: Station,
  names: Names,
  headquarters: Headquarters,
): Promise<Compared> {
  const theirs = new Map((await headquarters.digest()).tables.map(one => [one.table, one]));
  const compared: Compared = { tables: upTableNames.length, differing: [], again: 0, missing: 0 };
  for (const name of upTableNames) {
    const own = await ownRows(station.db, names, name);
    const mine = digestOf([...own.values()].map(row => row.hash));
    const other = theirs.get(name) ?? { rows: 0, sum: digestOf([]).sum };
    if (mine.rows === other.rows && mine.sum === other.sum) continue;
    compared.differing.push(name);
    const found = await differences(headquarters, name, own);
    compared.missing += found.missing;
    const keys = found.again.filter(key => key !== null);
    await keepBooks(station, async books => {
      for (const key of keys) await emit(books, name, key);
    });
    compared.again += keys.length;
  }
  return compared;
}

const fewRows = 2_000;

async function differences(headquarters: Headquarters, name: UpTableName, own: Map<string, Own>) {
  const again: (string | null)[] = [];
  let missing = 0;
  const within = (prefix: string) => [...own].filter(([id]) => id.replaceAll('-', '').startsWith(prefix));
  const search = async (prefix: string, rows: number): Promise<void> => {
    if (rows > fewRows) {
      const { parts } = await headquarters.digestParts(name, prefix);
      const known = new Map(parts.map(part => [part.prefix, part]));
      for (const digit of '0123456789abcdef') {
        const part = known.get(prefix + digit) ?? { rows: 0, sum: digestOf([]).sum };
        const mine = digestOf(within(prefix + digit).map(([, row]) => row.hash));
        if (mine.rows !== part.rows || mine.sum !== part.sum) await search(prefix + digit, part.rows);
      }
      return;
    }
    const theirs = new Map((await headquarters.digestRows(name, prefix)).rows.map(row => [row.id, row.hash]));
    for (const [id, row] of within(prefix)) if (theirs.get(id) !== row.hash) again.push(row.key);
    for (const id of theirs.keys()) if (!own.has(id)) missing++;
  };
  await search('', own.size);
  return { again, missing };
}
