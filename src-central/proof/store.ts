/**
 * Proves from the stored bytes that nothing of an office is missing, doubled or altered: batches 1 … n, their chain and
 * signatures; that the rows are what the batches say, column by column; the feed's chain; and the journal's.
 */
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
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
import type { OfficeProof, StreamProof, TableProof } from './schema.ts';

/** Every row as the batches leave it: table → id → version. */
type Expected = Map<string, Map<string, Version>>;

export async function proveOffice(central: Central, office: string): Promise<OfficeProof> {
  const { db } = central;
  const expected: Expected = new Map(Object.keys(upTables).map(table => [table, new Map()]));
  const waiting = await parkedLines(db, office);
  const streams: StreamProof[] = [];
  for (const stream of await streamsOf(db, office))
    streams.push(await proveStream(db, stream, waiting, expected));
  const tables: TableProof[] = [];
  for (const [table, rows] of expected) tables.push(await proveTable(db, office, table as UpTableName, rows));
  const feed = await proveFeed(db, office);
  const journal = await journalOf(db, office);
  const ok =
    streams.every(one => one.broken === null) &&
    tables.every(one => one.wrong.length === 0) &&
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
    journal,
    parked: await parkedOf(db, office),
  };
}

function streamsOf(db: Db, office: string) {
  return db.selectFrom('stream').selectAll().where('office_id', '=', office).orderBy('begun_at').execute();
}

type Stream = Awaited<ReturnType<typeof streamsOf>>[number];

const batchesAtOnce = 50;

async function proveStream(
  db: Db,
  stream: Stream,
  waiting: Set<string>,
  expected: Expected,
): Promise<StreamProof> {
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
      expect(batch, waiting, expected);
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

/** Adds what a batch says of its rows, without those that wait. */
function expect({ device_id, epoch, no, body }: StoredBatch, waiting: Set<string>, expected: Expected): void {
  for (const { line, row } of readBatch(body).lines) {
    if (!row || waiting.has(`${device_id}/${epoch}/${no}/${line}`)) continue;
    const { table, id, version } = officeRow(row, epoch);
    const rows = expected.get(table)!;
    const known = rows.get(id);
    if (!known || compareVersions(version, known) > 0) rows.set(id, version);
  }
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

async function proveFeed(db: Db, office: string): Promise<OfficeProof['feed']> {
  const scope = `office:${office}`;
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
  return { pos: feed.pos, brokenAt: pos === feed.pos && chain.equals(feed.chain) ? null : pos };
}

async function parkedLines(db: Db, office: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('parked')
    .select(['device_id', 'epoch', 'no', 'line'])
    .where('office_id', '=', office)
    .where('settled_at', 'is', null)
    .execute();
  return new Set(rows.map(row => `${row.device_id}/${row.epoch}/${row.no}/${row.line}`));
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
