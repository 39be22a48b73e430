/** Questions about what came in: chains, stored batches, digests. */
import { sql } from 'kysely';
import type { Db } from '../database/open.ts';
import { problem } from '../problem.ts';
import { hexOfSum } from '../wire/rules.ts';
import type { ChainAnswer, DigestAnswer, DigestParts, DigestRows } from '../wire/schema.ts';
import { upTables, type UpTableName } from '../wire/tables-schema.ts';

/** M4: the chain after a batch, for finding the last one in common. */
export async function chainAfter(
  db: Db,
  { office, device }: { office: string; device: string },
  epoch: string,
  no: number,
): Promise<ChainAnswer> {
  const known = await db
    .selectFrom('batch')
    .select('chain')
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('epoch', '=', epoch)
    .where('no', '=', no)
    .executeTakeFirst();
  if (!known) throw problem.request.notFound();
  return { no, chain: Buffer.from(known.chain).toString('hex') };
}

/** M5: a batch of one of the office's devices, as it was received. */
export async function storedBatch(
  db: Db,
  office: string,
  { device, epoch, no }: { device: string; epoch: string; no: number },
): Promise<Uint8Array> {
  const known = await db
    .selectFrom('batch')
    .select('body')
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('epoch', '=', epoch)
    .where('no', '=', no)
    .executeTakeFirst();
  if (!known) throw problem.request.notFound();
  return known.body;
}

/** The first 8 bytes of a hash as a signed number: its sum is the same modulo 2^64. */
const half = sql`('x' || encode(substring(row_hash from 1 for 8), 'hex'))::bit(64)::bigint`;

const sumOf = (sum: string | null): string => hexOfSum(BigInt(sum ?? 0));

/** M13: the digest of each table of an office. */
export async function digests(db: Db, office: string): Promise<DigestAnswer> {
  const tables: DigestAnswer['tables'] = [];
  for (const table of Object.keys(upTables)) {
    const { rows } = await sql<{ rows: number; sum: string | null }>`
      SELECT count(*) AS rows, sum(${half})::text AS sum FROM ${sql.table(table)}
      WHERE office_id = ${office} AND NOT deleted`.execute(db);
    tables.push({ table, rows: rows[0]!.rows, sum: sumOf(rows[0]!.sum) });
  }
  return { tables };
}

const idText = sql`replace(id::text, '-', '')`;

/** The digests of a table by the next hex digit of the ids that begin with `prefix`. */
export async function digestParts(
  db: Db,
  office: string,
  table: UpTableName,
  prefix: string,
): Promise<DigestParts> {
  const length = prefix.length + 1;
  const { rows } = await sql<{ prefix: string; rows: number; sum: string | null }>`
    SELECT left(${idText}, ${sql.lit(length)}) AS prefix, count(*) AS rows, sum(${half})::text AS sum
    FROM ${sql.table(table)}
    WHERE office_id = ${office} AND NOT deleted AND ${between(prefix)}
    GROUP BY 1 ORDER BY 1`.execute(db);
  return { parts: rows.map(row => ({ ...row, sum: sumOf(row.sum) })) };
}

const mostRows = 2_000;

export async function digestRows(
  db: Db,
  office: string,
  table: UpTableName,
  prefix: string,
): Promise<DigestRows> {
  const { rows } = await sql<{ id: string; v: number; ep: string; row_hash: Uint8Array }>`
    SELECT id, row_version AS v, row_epoch AS ep, row_hash FROM ${sql.table(table)}
    WHERE office_id = ${office} AND NOT deleted AND ${between(prefix)}
    ORDER BY id LIMIT ${sql.lit(mostRows + 1)}`.execute(db);
  if (rows.length > mostRows) throw problem.sync.tooLarge({ most: mostRows });
  return {
    rows: rows.map(({ row_hash, ...row }) => ({ ...row, hash: Buffer.from(row_hash).toString('hex') })),
  };
}

/** Ids that begin with these hex digits, as a range that the primary key answers. */
function between(prefix: string) {
  const edge = (digit: string) => {
    const hex = prefix.padEnd(32, digit);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
  return sql`id BETWEEN ${edge('0')}::uuid AND ${edge('f')}::uuid`;
}
