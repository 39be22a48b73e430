/** The proof that nothing is lost and nothing doubled (docs/sync-protocol.md §10), from this database's own rows. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { digestOf, hexOfSum, rowHash, summand } from '../../src-central/wire/rules.ts';
import type { Digest } from '../../src-central/wire/schema.ts';
import {
  upTables,
  type RowData,
  type UpTable,
  type UpTableName,
} from '../../src-central/wire/tables-schema.ts';
import { keepBooks } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import type { Station } from '../station.ts';
import { emit, emitBeside, imageOf, keyOf, upTableNames } from './capture.ts';
import type { Headquarters } from './headquarters.ts';
import type { Returned } from './merge-store.ts';
import type { Names } from './names.ts';

interface Own {
  key: string;
  hash: string;
  /** A row that is only kept beside: of another journal, or one that could not be put in. */
  beside?: Beside;
}

interface Beside {
  v: number;
  /** Null: the epoch under way. */
  ep: string | null;
  d: RowData;
}

/** Rows between two breaths: visitors sign meanwhile. */
const page = 200;

/** Every row of a table by its name on the wire. */
async function ownRows(db: Db, names: Names, name: UpTableName): Promise<Map<string, Own>> {
  const table: UpTable = upTables[name];
  const own = new Map<string, Own>();
  for (let after = 0; ;) {
    const { rows } = await sql<{ at: number; key: string; d: string }>`
      SELECT t.rowid AS at, CAST(${sql.ref(`t.${keyOf[table.id]}`)} AS TEXT) AS key, ${sql.raw(imageOf(table, 't'))} AS d
      FROM ${sql.table(name)} AS t WHERE t.rowid > ${after} ORDER BY t.rowid LIMIT ${page}`.execute(db);
    for (const { key, d } of rows) {
      const { id, data } = names.toWire(name, key, JSON.parse(d) as Record<string, string | number | null>);
      own.set(id, { key, hash: rowHash(name, id, data) });
    }
    if (rows.length < page) break;
    after = rows.at(-1)!.at;
    await breathe();
  }
  for (const [id, key, beside] of await keptBeside(db, names, name))
    own.set(id, { key, hash: rowHash(name, id, beside.d), beside });
  return own;
}

async function keptBeside(db: Db, names: Names, name: UpTableName): Promise<[string, string, Beside][]> {
  if (name === 'journal') {
    const rows = await db.selectFrom('journal_elsewhere').selectAll().execute();
    return rows.map(row => {
      const d = JSON.parse(row.d) as RowData;
      return [row.id, String(d.seq), { v: 1, ep: null, d }];
    });
  }
  const rows = await db.selectFrom('sync_aside').select(['row_id', 'item']).where('tbl', '=', name).execute();
  const kept: [string, string, Beside][] = [];
  for (const { row_id, item } of rows) {
    const { d, v, ep } = JSON.parse(item) as Partial<Returned>;
    if (d && v && ep) kept.push([row_id, await names.toLocal(db, name, row_id, d), { v, ep, d }]);
  }
  return kept;
}

async function digestOfRows(own: Map<string, Own>): Promise<Digest> {
  let rows = 0;
  let sum = 0n;
  for (const { hash } of own.values()) {
    sum += summand(hash);
    if (++rows % 1_000 === 0) await breathe();
  }
  return { rows, sum: hexOfSum(sum) };
}

export async function ownDigests(db: Db, names: Names): Promise<Map<UpTableName, Digest>> {
  const digests = new Map<UpTableName, Digest>();
  for (const name of upTableNames) {
    const own = await ownRows(db, names, name);
    digests.set(name, await digestOfRows(own));
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
    const mine = await digestOfRows(own);
    const other = theirs.get(name);
    // Headquarters is older than this program: what it has parked of this table is applied when it is upgraded.
    if (!other) continue;
    if (mine.rows === other.rows && mine.sum === other.sum) continue;
    compared.differing.push(name);
    const found = await differences(headquarters, name, own, other.rows);
    compared.missing += found.missing;
    await keepBooks(station, async books => {
      for (const { key, beside } of found.again)
        await (beside ? emitBeside(books, name, key, beside) : emit(books, name, key));
    });
    compared.again += found.again.length;
  }
  return compared;
}

const fewRows = 2_000;

async function differences(
  headquarters: Headquarters,
  name: UpTableName,
  own: Map<string, Own>,
  rowsThere: number,
) {
  const again: Own[] = [];
  let missing = 0;
  const search = async (prefix: string, mine: Map<string, Own>, rows: number): Promise<void> => {
    if (rows > fewRows) {
      const { parts } = await headquarters.digestParts(name, prefix);
      const known = new Map(parts.map(part => [part.prefix, part]));
      const byDigit = await byHexDigit(mine, prefix.length);
      for (const digit of '0123456789abcdef') {
        const part = known.get(prefix + digit) ?? { rows: 0, sum: digestOf([]).sum };
        const some = byDigit.get(digit) ?? new Map<string, Own>();
        const { rows, sum } = await digestOfRows(some);
        if (rows !== part.rows || sum !== part.sum) await search(prefix + digit, some, part.rows);
      }
      return;
    }
    const theirs = new Map((await headquarters.digestRows(name, prefix)).rows.map(row => [row.id, row.hash]));
    for (const [id, row] of mine) if (theirs.get(id) !== row.hash) again.push(row);
    for (const id of theirs.keys()) if (!own.has(id)) missing++;
  };
  await search('', own, rowsThere);
  return { again, missing };
}

/** @param at which of the 32 digits of the ids. */
async function byHexDigit(own: Map<string, Own>, at: number): Promise<Map<string, Map<string, Own>>> {
  const hyphensBefore = [8, 12, 16, 20].filter(digits => digits <= at).length;
  const groups = new Map<string, Map<string, Own>>();
  let rows = 0;
  for (const [id, row] of own) {
    const digit = id[at + hyphensBefore]!;
    const group = groups.get(digit);
    if (group) group.set(id, row);
    else groups.set(digit, new Map([[id, row]]));
    if (++rows % 1_000 === 0) await breathe();
  }
  return groups;
}
