/** A file of rows into a feed: the catalogue, survey instruments, staff of an office, and whatever else is many rows. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { record, write, type Actor, type Tx } from '../database/write.ts';
import { FeedRow } from '../wire/schema.ts';
import { ownerOf, publish, type Publication } from './store.ts';

const tablesOf = {
  global: ['announcement', 'instrument', 'list', 'profile', 'synonym'],
  catalogue: ['publication'],
  office: ['announcement', 'instrument', 'list', 'profile', 'staff', 'synonym'],
};

/** `data` is null for a row that is taken back. */
const Line = z.strictObject({
  table: z.string(),
  id: z.string().min(1).max(64),
  data: z.record(z.string(), z.unknown()).nullable(),
});

/** Says which line, and nothing was published of it and after it. */
export class BadLine extends Error {
  override name = 'BadLine';
}

const linesAtOnce = 2_000;
/** Well below what a page holds. */
const longestLine = 256 * 1_024;

/** Rows that the feed has already, as they are, are left out. @throws {BadLine} */
export async function publishFile(
  central: Central,
  scope: string,
  file: string,
  actor: Actor,
): Promise<{ published: number; unchanged: number }> {
  const tables = tablesOf[scope.startsWith('office:') ? 'office' : (scope as 'global' | 'catalogue')];
  if (!tables) throw new BadLine(`--scope ${scope}: global, catalogue, office:1311`);
  if (scope.startsWith('office:')) await mustBeOffice(central, ownerOf(scope));
  const tally = { published: 0, unchanged: 0 };
  let some: Publication[] = [];
  const flush = async () => {
    if (some.length === 0) return;
    const fresh = await publishNew(central, scope, some, actor);
    tally.published += fresh;
    tally.unchanged += some.length - fresh;
    some = [];
  };
  let number = 0;
  for await (const text of createInterface(createReadStream(file, 'utf8'))) {
    number += 1;
    if (text.trim() === '') continue;
    some.push(readLine(central, text, number, tables));
    if (some.length === linesAtOnce) await flush();
  }
  await flush();
  return tally;
}

/** A feed of an office that nobody has would never be read. @throws {BadLine} */
async function mustBeOffice({ db }: Central, office: string): Promise<void> {
  const known = await db
    .selectFrom('office')
    .select('office_id')
    .where('office_id', '=', office)
    .executeTakeFirst();
  if (known) return;
  throw new BadLine(
    `--scope office:${office}: belum ada kantor ini; tambahkan dahulu. / There is no such office; add it first: office --office 1311 --name "BPS …"`,
  );
}

function readLine(central: Central, text: string, number: number, tables: string[]): Publication {
  const read = Line.safeParse(parse(text));
  if (!read.success || text.length > longestLine)
    throw new BadLine(`${number}: {"table": "…", "id": "…", "data": {…}}`);
  const { table, id, data } = read.data;
  if (!tables.includes(table)) throw new BadLine(`${number}: "${table}" (${tables.join(', ')})`);
  if (table !== 'profile' || data === null) return { table, id, data };
  const parts = JSON.stringify(data);
  return { table, id, data: { text: parts, signature: central.identity.signProfile(parts) } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @returns how many were new or different. */
function publishNew(central: Central, scope: string, rows: Publication[], actor: Actor): Promise<number> {
  return write(central, async tx => {
    const known = await knownRows(tx, scope, rows);
    const fresh = rows.filter(row => {
      const before = known.get(JSON.stringify([row.table, row.id]));
      return before === undefined ? row.data !== null : !isDeepStrictEqual(before, row.data);
    });
    if (fresh.length === 0) return 0;
    await publish(tx, scope, fresh);
    const data = { scope, rows: fresh.length };
    await record(tx, { at: central.now(), actor, what: 'feed.filled', data });
    return fresh.length;
  });
}

/** What each row says now; null for one that was taken back. */
async function knownRows(
  tx: Tx,
  scope: string,
  rows: Publication[],
): Promise<Map<string, Record<string, unknown> | null>> {
  const found = await tx
    .selectFrom('feed_row')
    .select(['tbl', 'row_id', 'line'])
    .where('office_id', '=', ownerOf(scope))
    .where('scope', '=', scope)
    .where('tbl', 'in', [...new Set(rows.map(row => row.table))])
    .where('row_id', 'in', [...new Set(rows.map(row => row.id))])
    .execute();
  return new Map(
    found.map(row => [JSON.stringify([row.tbl, row.row_id]), FeedRow.parse(JSON.parse(row.line)).d ?? null]),
  );
}
