/**
 * Proves from the stored bytes that nothing of an office is missing, doubled or altered: batches 1 … n, their chain and
 * signatures; that the rows are what the batches say, column by column; the feed's chain, and that its rows are what it
 * says; the files, byte by byte; and the journal's chain.
 */
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { readAtOnce } from '../database/write.ts';
import { ownerOf } from '../feeds/store.ts';
import { officeRow, readOfficeRows } from '../intake/rows.ts';
import {
  BatchFault,
  compareVersions,
  digestOf,
  firstChain,
  isSignedBy,
  nextChain,
  readBatch,
  rowHash,
  sha256,
  signed,
  type Version,
} from '../wire/rules.ts';
import { upTables, type UpTableName } from '../wire/tables-schema.ts';
import { journalOf } from './journal.ts';
import type { FeedProof, OfficeProof, StreamProof, TableProof } from './schema.ts';

/** Every row as the batches leave it: table → id → version. */
type Expected = Map<string, Map<string, Version>>;

/** All of it as it is at one moment: the office may hand in meanwhile. */
export async function proveOffice(central: Central, office: string): Promise<OfficeProof> {
  if (central.db.isTransaction) return proveNow(central, office);
  return readAtOnce(central, db => proveNow({ ...central, db }, office));
}

async function proveNow(central: Central, office: string): Promise<OfficeProof> {
  const { db } = central;
  const expected: Expected = new Map(Object.keys(upTables).map(table => [table, new Map()]));
  const parked = await parkedLines(db, office);
  const streams: StreamProof[] = [];
  for (const stream of await streamsOf(db, office))
    streams.push(await proveStream(db, stream, parked, expected));
  const tables: TableProof[] = [];
  for (const [table, rows] of expected) tables.push(await proveTable(db, office, table as UpTableName, rows));
  const feed = await proveFeed(db, `office:${office}`);
  const files = await proveFiles(central, office);
  const journal = await journalOf(db, office);
  const ok =
    streams.every(one => one.broken === null) &&
    tables.every(one => one.wrong.length === 0) &&
    files.wrong.length === 0 &&
    feed.brokenAt === null;
  return {
    office,
    provedAt: central.now().toISOString(),
    ok,
    batches: streams.reduce((sum, one) => sum + one.whole, 0),
    rows: streams.reduce((sum, one) => sum + one.rows, 0),
    streams,
    tables,
    feed,
    files,
    journal,
    parked: await parkedOf(db, office),
  };
}

function streamsOf(db: Db, office: string) {
  return db.selectFrom('stream').selectAll().where('office_id', '=', office).orderBy('begun_at').execute();
}

type Stream = Awaited<ReturnType<typeof streamsOf>>[number];

const batchesAtOnce = 50;

async function proveStream(db: Db, stream: Stream, parked: Parked, expected: Expected): Promise<StreamProof> {
  const { office_id, device_id: device, epoch, cursor, archived, parent, parent_no, reason } = stream;
  const proof: StreamProof = {
    device,
    epoch,
    parent,
    parentNo: parent_no,
    reason,
    whole: 0,
    cursor,
    archived,
    rows: 0,
    broken: null,
  };
  const keys = await keysOf(db, stream);
  let chain = firstChain(device, epoch);
  for (;;) {
    const batches = await db
      .selectFrom('batch')
      .selectAll()
      .where('office_id', '=', office_id)
      .where('device_id', '=', device)
      .where('epoch', '=', epoch)
      .where('no', '>', proof.whole)
      .orderBy('no')
      .limit(batchesAtOnce)
      .execute();
    for (const batch of batches) {
      const no = proof.whole + 1;
      const why = judgeBatch(batch, no, chain, keys.get(batch.key_id));
      if (why) return { ...proof, broken: { no, why } };
      chain = Buffer.from(batch.chain);
      proof.whole = no;
      proof.rows += batch.rows;
      if (!expect(batch, parked, expected)) return { ...proof, broken: { no, why: 'parked' } };
    }
    if (batches.length === 0) break;
  }
  if (proof.whole < cursor) return { ...proof, broken: { no: proof.whole + 1, why: 'missing' } };
  if (proof.whole > cursor || !chain.equals(stream.chain))
    return { ...proof, broken: { no: cursor, why: 'cursor' } };
  return proof;
}

interface StoredBatch {
  device_id: string;
  epoch: string;
  no: number;
  sha: Uint8Array;
  chain: Uint8Array;
  signature: string;
  rows: number;
  body: Uint8Array;
}

function judgeBatch(batch: StoredBatch, no: number, previous: Buffer, publicKey: string | undefined) {
  if (batch.no !== no) return 'missing';
  const sha = sha256(batch.body);
  if (!sha.equals(batch.sha)) return 'sha';
  if (!nextChain(previous, sha).equals(batch.chain)) return 'chain';
  if (!publicKey || !isSignedBy(publicKey, signed.batch(batch.chain), batch.signature)) return 'signature';
  try {
    const { header } = readBatch(batch.body);
    const fits =
      header.device === batch.device_id &&
      header.epoch === batch.epoch &&
      header.no === no &&
      header.rows === batch.rows &&
      header.prev === previous.toString('hex');
    return fits ? null : 'content';
  } catch (error) {
    if (error instanceof BatchFault) return 'content';
    throw error;
  }
}

async function keysOf(db: Db, { office_id, device_id }: Stream): Promise<Map<string, string>> {
  const keys = await db
    .selectFrom('device_key')
    .select(['key_id', 'public_key'])
    .where('office_id', '=', office_id)
    .where('device_id', '=', device_id)
    .execute();
  return new Map(keys.map(key => [key.key_id, key.public_key]));
}

/**
 * Adds what a batch says of its rows, without those that wait.
 * @returns false where a row that does not fit is not among those that wait, or waited once.
 */
function expect({ device_id, epoch, no, body }: StoredBatch, parked: Parked, expected: Expected): boolean {
  for (const { line, row } of readBatch(body).lines) {
    const state = parked.get(`${device_id}/${epoch}/${no}/${line}`);
    if (!row && !state) return false;
    if (!row || state === 'waiting') continue;
    const { table, id, version } = officeRow(row, epoch);
    const rows = expected.get(table)!;
    const known = rows.get(id);
    if (!known || compareVersions(version, known) > 0) rows.set(id, version);
  }
  return true;
}

const mostWrong = 100;

async function proveTable(
  db: Db,
  office: string,
  table: UpTableName,
  expected: Map<string, Version>,
): Promise<TableProof> {
  const wrong: string[] = [];
  const hashes: string[] = [];
  for await (const rows of readOfficeRows(db, table, office)) {
    for (const { id, version, data } of rows) {
      const said = expected.get(id);
      expected.delete(id);
      const fits =
        said !== undefined &&
        compareVersions(said, version) === 0 &&
        rowHash(table, id, data) === version.hash;
      if (!fits) wrong.push(id);
      if (data) hashes.push(version.hash);
    }
  }
  wrong.push(...expected.keys());
  return { table, ...digestOf(hashes), wrong: wrong.slice(0, mostWrong) };
}

/** Of one scope: every line, and that the latest of each row is what snapshots and screens take it from. */
export async function proveFeed(db: Db, scope: string): Promise<FeedProof> {
  const office = ownerOf(scope);
  const feed = await db
    .selectFrom('feed')
    .selectAll()
    .where('office_id', '=', office)
    .where('scope', '=', scope)
    .executeTakeFirst();
  if (!feed) return { pos: 0, brokenAt: null };
  let chain: Buffer = Buffer.from(feed.floor_chain);
  let pos = feed.floor;
  for (;;) {
    const items = await db
      .selectFrom('feed_item')
      .select(['pos', 'line', 'chain'])
      .where('office_id', '=', office)
      .where('scope', '=', scope)
      .where('pos', '>', pos)
      .orderBy('pos')
      .limit(2_000)
      .execute();
    for (const item of items) {
      chain = nextChain(chain, sha256(item.line));
      pos += 1;
      if (item.pos !== pos || !chain.equals(item.chain)) return { pos: feed.pos, brokenAt: pos };
    }
    if (items.length === 0) break;
  }
  if (pos !== feed.pos || !chain.equals(feed.chain)) return { pos: feed.pos, brokenAt: pos };
  const { rows } = await sql<{ at: number | null }>`
    WITH said AS (
      SELECT DISTINCT ON (tbl, row_id) tbl, row_id, pos, line FROM (
        SELECT line::json->>'t' AS tbl, line::json->>'id' AS row_id, pos, line FROM feed_item
        WHERE office_id = ${office} AND scope = ${scope} AND line NOT LIKE '{"batch"%') AS item
      ORDER BY tbl, row_id, pos DESC),
    kept AS (SELECT tbl, row_id, line FROM feed_row WHERE office_id = ${office} AND scope = ${scope})
    SELECT min(coalesce(said.pos, ${feed.pos})) AS at FROM said FULL JOIN kept USING (tbl, row_id)
    WHERE said.line IS DISTINCT FROM kept.line AND (said.line IS NOT NULL OR ${feed.floor} = 0)`.execute(db);
  return { pos: feed.pos, brokenAt: rows[0]!.at };
}

/** Files have the name of their sha256: whatever has another one was changed. */
async function proveFiles(
  { db, files }: Central,
  office: string,
): Promise<{ whole: number; wrong: string[] }> {
  const known = await db
    .selectFrom('file')
    .select(['sha256', 'size'])
    .where('office_id', '=', office)
    .orderBy('sha256')
    .execute();
  const wrong: string[] = [];
  for (const { sha256: name, size } of known) {
    const digest = createHash('sha256');
    const path = files.path(office, name);
    const read = await pipeline(createReadStream(path), digest).then(
      () => digest.digest('hex') === name && statSync(path).size === size,
      () => false,
    );
    if (!read) wrong.push(name);
  }
  return { whole: known.length - wrong.length, wrong: wrong.slice(0, mostWrong) };
}

/** By device, epoch, number and line. */
type Parked = Map<string, 'waiting' | 'settled'>;

async function parkedLines(db: Db, office: string): Promise<Parked> {
  const rows = await db
    .selectFrom('parked')
    .select(['device_id', 'epoch', 'no', 'line', 'settled_at'])
    .where('office_id', '=', office)
    .execute();
  return new Map(
    rows.map(row => [
      `${row.device_id}/${row.epoch}/${row.no}/${row.line}`,
      row.settled_at ? 'settled' : 'waiting',
    ]),
  );
}

function parkedOf(db: Db, office: string) {
  return db
    .selectFrom('parked')
    .select(eb => ['reason', eb.fn.countAll<number>().as('rows')])
    .where('office_id', '=', office)
    .where('settled_at', 'is', null)
    .groupBy('reason')
    .orderBy('reason')
    .execute();
}
