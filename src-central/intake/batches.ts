/** M3: takes a batch in. Receipt is not application: it is stored whole, and rows that do not fit wait in `parked`. */
import { CompiledQuery } from 'kysely';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { prepared } from '../database/prepared.ts';
import { write, type Tx } from '../database/write.ts';
import { ownerOf } from '../feeds/store.ts';
import { touchedBy } from '../offices/figures-store.ts';
import { problem } from '../problem.ts';
import {
  BatchFault,
  batchLine,
  contentDigest,
  firstChain,
  isSignedBy,
  nextChain,
  readBatch,
  sha256,
  signed,
  type ReadBatch,
} from '../wire/rules.ts';
import type { BatchHeader, UpAnswer } from '../wire/schema.ts';
import type { UpTableName } from '../wire/tables-schema.ts';
import {
  applyOneByOne,
  isDataError,
  officeRow,
  upsertsInto,
  upsertsOf,
  type OfficeRow,
  type Upserts,
} from './rows.ts';
import type { Turn } from './turns.ts';

/** Who sends it: the device and the key that its signature must be of. */
export interface Sender {
  office: string;
  device: string;
  keyId: string;
  publicKey: string;
}

export interface Parcel {
  epoch: string;
  no: number;
  body: Uint8Array;
  signature: string;
  /** `Content-Digest`; null where it was carried and the parcel itself is proof. */
  digest: string | null;
}

interface Batch {
  header: BatchHeader;
  sha: Buffer;
  chain: Buffer;
  rows: OfficeRow[];
  parked: { line: number; reason: string }[];
}

/** @param turn among the batches of its stream; none where nothing else can be under way. */
export async function takeBatch(
  central: Central,
  sender: Sender,
  parcel: Parcel,
  turn?: Turn,
): Promise<UpAnswer> {
  const before = turn?.before();
  const work = async () => {
    // To read a batch takes some milliseconds, in which the one before it could not be handed on to the database.
    await before?.handedOver;
    const batch = readParcel(sender, parcel);
    const upserts = await upsertsOf(central.db, sender.office, batch.rows, central.now());
    await before?.ended;
    return { ...(await store(central, sender, parcel, batch, upserts, turn)), rows: batch.header.rows };
  };
  // Unpacked they take twenty times the room: those that wait for a place wait as they came. A batch that follows
  // another has its place already, or two of them could wait for each other.
  const answer = await (before ? work() : central.intake(work));
  central.meters.batches.inc({ outcome: answer.repeated ? 'repeated' : 'taken' });
  if (!answer.repeated) {
    central.meters.bytes.inc({ kind: 'batch' }, parcel.body.length);
    central.meters.rows.inc({ outcome: 'parked' }, answer.up.parked.length);
    central.meters.rows.inc({ outcome: 'applied' }, answer.rows - answer.up.parked.length);
  }
  return answer.up;
}

async function store(
  central: Central,
  sender: Sender,
  parcel: Parcel,
  batch: Batch,
  upserts: Upserts,
  turn?: Turn,
): Promise<Stored> {
  try {
    // One statement is a transaction of its own.
    const stored = await keep(central, central.db, sender, parcel, batch, upserts, turn);
    return stored ?? (await write(central, tx => keepFirst(central, tx, sender, parcel, batch, upserts)));
  } catch (error) {
    if (!isDataError(error)) throw error;
    const { code } = error as { code: string };
    central.log.warn({ code, epoch: parcel.epoch, no: parcel.no }, 'row by row');
    return write(central, tx => keepRowByRow(central, tx, sender, parcel, batch));
  }
}

/** Everything that can be known without the database. */
function readParcel(sender: Sender, { epoch, no, body, signature, digest }: Parcel): Batch {
  const sha = sha256(body);
  if (digest !== null && digest !== contentDigest(sha)) throw problem.sync.corrupt({ reason: 'digest' });
  const { header, lines } = unpacked(body);
  if (header.epoch !== epoch || header.no !== no) throw problem.sync.corrupt({ reason: 'header' });
  if (header.office !== sender.office || header.device !== sender.device) throw problem.sync.scope();
  const chain = nextChain(Buffer.from(header.prev, 'hex'), sha);
  if (!isSignedBy(sender.publicKey, signed.batch(chain), signature)) throw problem.sync.signature();
  const rows: OfficeRow[] = [];
  const parked: Batch['parked'] = [];
  for (const { line, row, fault } of lines) {
    if (row) rows.push(officeRow(row, epoch));
    else parked.push({ line, reason: fault });
  }
  return { header, sha, chain, rows, parked };
}

function unpacked(body: Uint8Array): ReadBatch {
  try {
    return readBatch(body);
  } catch (error) {
    if (error instanceof BatchFault) throw problem.sync.corrupt({ reason: error.message });
    throw error;
  }
}

interface Stored {
  up: UpAnswer;
  repeated: boolean;
}

/** Of an epoch that no hello has named, as a parcel may bring it. */
async function keepFirst(
  central: Central,
  tx: Tx,
  sender: Sender,
  parcel: Parcel,
  batch: Batch,
  upserts: Upserts,
): Promise<Stored> {
  const { office: office_id, device: device_id } = sender;
  const { epoch } = parcel;
  await tx
    .insertInto('stream')
    .values({
      office_id,
      device_id,
      epoch,
      chain: firstChain(device_id, epoch),
      parent: null,
      parent_no: null,
      reason: 'first',
      begun_at: central.now(),
    })
    .onConflict(one => one.doNothing())
    .execute();
  return (await keep(central, tx, sender, parcel, batch, upserts))!;
}

/** When the database refuses what the whitelist let through. */
async function keepRowByRow(
  central: Central,
  tx: Tx,
  sender: Sender,
  parcel: Parcel,
  batch: Batch,
): Promise<Stored> {
  const waiting = new Set(batch.parked.map(one => one.line));
  const lines = Array.from({ length: batch.header.rows }, (_, at) => at + 1).filter(
    line => !waiting.has(line),
  );
  const refused = await applyOneByOne(tx, sender.office, batch.rows, central.now());
  const parked = [...batch.parked, ...[...refused].map(at => ({ line: lines[at]!, reason: 'database' }))];
  const applied = { tables: [], arrays: [] };
  return (
    (await keep(central, tx, sender, parcel, { ...batch, parked }, applied)) ??
    keepFirst(central, tx, sender, parcel, { ...batch, parked }, applied)
  );
}

interface Stream {
  cursor: number;
  chain: Uint8Array;
  archived: number;
  revoked_at: Date | null;
  /** When the sender's key gave way to another. */
  replaced_at: Date | null;
  /** Of the batch's line in the office's feed; null when the batch was not the next one. */
  pos: number | null;
  feed_chain: Uint8Array | null;
}

/** docs/sync-protocol.md §4.2, in its order. @returns null when the stream is not known. */
async function keep(
  central: Central,
  db: Db | Tx,
  sender: Sender,
  parcel: Parcel,
  batch: Batch,
  upserts: Upserts,
  turn?: Turn,
): Promise<Stored | null> {
  const { epoch, no } = parcel;
  const asked = db.executeQuery<Stream>(statementOf(sender, parcel, batch, upserts, central.now()));
  // By then the statement is on its way.
  setImmediate(() => turn?.handOver());
  const stream = (await asked).rows[0];
  if (!stream) return null;
  if (stream.revoked_at) throw problem.sync.revoked();
  if (stream.replaced_at) throw problem.sync.unknown();
  const archived = central.trial ? 0 : stream.archived;
  if (stream.pos !== null) {
    const feed = { pos: stream.pos, chain: hex(stream.feed_chain!) };
    const up = { cursor: no, chain: hex(batch.chain), archived, parked: batch.parked, feed };
    return { repeated: false, up };
  }
  const head = { cursor: stream.cursor, chain: hex(stream.chain) };
  if (no <= stream.cursor) {
    if ((await storedChain(db, sender, epoch, no)) !== hex(batch.chain)) throw problem.sync.fork(head);
    const parked = await parkedOf(db, sender, epoch, no);
    return { repeated: true, up: { ...head, archived, parked, feed: null } };
  }
  if (no > stream.cursor + 1) throw problem.sync.gap(head);
  if (batch.header.prev !== head.chain) throw problem.sync.fork(head);
  throw new Error(`the feed of office ${sender.office} is missing`);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

async function storedChain(
  db: Db | Tx,
  { office, device }: Sender,
  epoch: string,
  no: number,
): Promise<string> {
  const { chain } = await db
    .selectFrom('batch')
    .select('chain')
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('epoch', '=', epoch)
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  return hex(chain);
}

function parkedOf(db: Db | Tx, { office, device }: Sender, epoch: string, no: number) {
  return db
    .selectFrom('parked')
    .select(['line', 'reason'])
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('epoch', '=', epoch)
    .where('no', '=', no)
    .where('settled_at', 'is', null)
    .orderBy('line')
    .execute();
}

function statementOf(
  { office, device, keyId }: Sender,
  { epoch, no, body, signature }: Parcel,
  { header, sha, chain, rows, parked }: Batch,
  { tables, arrays }: Upserts,
  now: Date,
): CompiledQuery {
  const scope = `office:${office}`;
  const line = batchLine({ device, epoch, no, sha: hex(sha) });
  const touched = touchedBy(rows);
  return CompiledQuery.raw(textOf(tables), [
    office,
    device,
    epoch,
    no,
    Buffer.from(header.prev, 'hex'),
    keyId,
    ownerOf(scope),
    scope,
    sha256(line),
    line,
    sha,
    chain,
    signature,
    header.rows,
    body,
    now.toISOString(),
    parked.map(one => one.line),
    parked.map(one => one.reason),
    touched !== null,
    touched?.days ?? null,
    ...arrays,
  ]);
}

const texts = new Map<string, string>();

/** The stream is locked; when the batch is the next one, it, its rows, its line in the feed and the cursor are stored. */
function textOf(tables: UpTableName[]): string {
  const name = tables.join();
  const text =
    texts.get(name) ??
    prepared(`${storing}${upsertsInto(tables, 'moved', 21)
      .map(one => `,\n  ${one}`)
      .join('')}
  SELECT known.*, moved.pos, moved.chain AS feed_chain FROM known LEFT JOIN moved ON true`);
  texts.set(name, text);
  return text;
}

const storing = `
  WITH known AS (
    SELECT cursor, chain, archived,
      (SELECT revoked_at FROM device WHERE office_id = $1 AND device_id = $2::uuid) AS revoked_at,
      (SELECT replaced_at FROM device_key
        WHERE office_id = $1 AND device_id = $2::uuid AND key_id = $6) AS replaced_at
    FROM stream WHERE office_id = $1 AND device_id = $2::uuid AND epoch = $3::uuid FOR UPDATE),
  moved AS (
    UPDATE feed SET pos = feed.pos + 1, chain = sha256(feed.chain || $9::bytea) FROM known
    WHERE office_id = $7 AND scope = $8 AND known.cursor = $4::bigint - 1 AND known.chain = $5::bytea
      AND known.revoked_at IS NULL AND known.replaced_at IS NULL
    RETURNING feed.pos, feed.chain),
  item AS (
    INSERT INTO feed_item (office_id, scope, pos, line, chain) SELECT $7, $8, pos, $10, chain FROM moved),
  kept AS (
    INSERT INTO batch (office_id, device_id, epoch, no, received_on, sha, chain, key_id, signature, rows, body, received_at)
    SELECT $1, $2::uuid, $3::uuid, $4::bigint, ($16::timestamptz AT TIME ZONE 'UTC')::date, $11::bytea, $12::bytea, $6,
      $13, $14::integer, $15::bytea, $16::timestamptz FROM moved),
  head AS (
    UPDATE stream SET cursor = $4::bigint, chain = $12::bytea FROM moved
    WHERE office_id = $1 AND device_id = $2::uuid AND epoch = $3::uuid),
  waiting AS (
    INSERT INTO parked (office_id, device_id, epoch, no, line, reason, parked_at)
    SELECT $1, $2::uuid, $3::uuid, $4::bigint, line, reason, $16::timestamptz
    FROM moved, unnest($17::integer[], $18::text[]) AS p (line, reason)),
  touched AS (
    INSERT INTO touched_days (office_id, id, days)
    SELECT $1, gen_random_uuid(), $20::date[] FROM moved WHERE $19::boolean)`;
