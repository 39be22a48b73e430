/** M3: takes a batch in. Receipt is not application: it is stored whole, and rows that do not fit wait in `parked`. */
import { CompiledQuery } from 'kysely';
import type { Central } from '../central.ts';
import { prepared } from '../database/prepared.ts';
import { write, type Tx } from '../database/write.ts';
import { ownerOf } from '../feeds/store.ts';
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
import { applyOneByOne, applyRows, isDataError, officeRow, type OfficeRow } from './rows.ts';
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
    await before?.ended;
    return { ...(await store(central, sender, parcel, batch, turn)), rows: batch.header.rows };
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

function store(central: Central, sender: Sender, parcel: Parcel, batch: Batch, turn?: Turn) {
  return write(central, tx => keep(central, tx, sender, parcel, batch, applyAll, turn)).catch(error => {
    if (!isDataError(error)) throw error;
    const { code } = error as { code: string };
    central.log.warn({ code, epoch: parcel.epoch, no: parcel.no }, 'row by row');
    return write(central, tx => keep(central, tx, sender, parcel, batch, applyEach));
  });
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

type Apply = (tx: Tx, sender: Sender, batch: Batch, now: Date) => Promise<Batch['parked']>;

const applyAll: Apply = async (tx, { office }, { rows }, now) => {
  await applyRows(tx, office, rows, now);
  return [];
};

/** When the database refuses what the whitelist let through. */
const applyEach: Apply = async (tx, { office }, { header, rows, parked }, now) => {
  const waiting = new Set(parked.map(one => one.line));
  const lines = Array.from({ length: header.rows }, (_, at) => at + 1).filter(line => !waiting.has(line));
  const refused = await applyOneByOne(tx, office, rows, now);
  return [...refused].map(at => ({ line: lines[at]!, reason: 'database' }));
};

/** docs/sync-protocol.md §4.2, in its order. */
async function keep(
  central: Central,
  tx: Tx,
  sender: Sender,
  { epoch, no, body, signature }: Parcel,
  batch: Batch,
  apply: Apply,
  turn?: Turn,
): Promise<{ up: UpAnswer; repeated: boolean }> {
  const now = central.now();
  const stream = await lockStream(tx, sender, epoch, now);
  if (stream.revoked_at) throw problem.sync.revoked();
  if (stream.replaced_at) throw problem.sync.unknown();
  const archived = central.trial ? 0 : stream.archived;
  const head = Buffer.from(stream.chain);
  if (no <= stream.cursor) {
    const known = await storedChain(tx, sender, epoch, no);
    if (!known.equals(batch.chain))
      throw problem.sync.fork({ cursor: stream.cursor, chain: head.toString('hex') });
    const parked = await parkedOf(tx, sender, epoch, no);
    return {
      repeated: true,
      up: { cursor: stream.cursor, chain: head.toString('hex'), archived, parked, feed: null },
    };
  }
  if (no > stream.cursor + 1) throw problem.sync.gap({ cursor: stream.cursor, chain: head.toString('hex') });
  if (batch.header.prev !== head.toString('hex'))
    throw problem.sync.fork({ cursor: stream.cursor, chain: head.toString('hex') });
  const feed = await storeBatch(tx, sender, { epoch, no, body, signature }, batch, now);
  const applied = apply(tx, sender, batch, now);
  // By then the statement is on its way.
  setImmediate(() => turn?.handOver());
  const parked = [...batch.parked, ...(await applied)];
  if (parked.length > 0)
    await tx
      .insertInto('parked')
      .values(
        parked.map(one => ({
          office_id: sender.office,
          device_id: sender.device,
          epoch,
          no,
          ...one,
          parked_at: now,
          settled_at: null,
        })),
      )
      .execute();
  return {
    repeated: false,
    up: { cursor: no, chain: batch.chain.toString('hex'), archived, parked, feed },
  };
}

interface Stream {
  cursor: number;
  chain: Uint8Array;
  archived: number;
  revoked_at: Date | null;
  /** When the sender's key gave way to another. */
  replaced_at: Date | null;
}

async function lockStream(
  tx: Tx,
  { office, device, keyId }: Sender,
  epoch: string,
  now: Date,
): Promise<Stream> {
  const lock = async () => {
    const statement = CompiledQuery.raw(lockStatement, [office, device, epoch, keyId]);
    return (await tx.executeQuery<Stream>(statement)).rows[0];
  };
  const known = await lock();
  if (known) return known;
  // An epoch that no hello has named, as a parcel may bring it.
  await tx
    .insertInto('stream')
    .values({
      office_id: office,
      device_id: device,
      epoch,
      chain: firstChain(device, epoch),
      parent: null,
      parent_no: null,
      reason: 'first',
      begun_at: now,
    })
    .onConflict(one => one.doNothing())
    .execute();
  return (await lock())!;
}

const lockStatement = prepared(`
  SELECT cursor, chain, archived,
    (SELECT revoked_at FROM device WHERE office_id = $1 AND device_id = $2::uuid) AS revoked_at,
    (SELECT replaced_at FROM device_key
      WHERE office_id = $1 AND device_id = $2::uuid AND key_id = $4) AS replaced_at
  FROM stream WHERE office_id = $1 AND device_id = $2::uuid AND epoch = $3::uuid FOR UPDATE`);

async function storedChain(tx: Tx, { office, device }: Sender, epoch: string, no: number): Promise<Buffer> {
  const { chain } = await tx
    .selectFrom('batch')
    .select('chain')
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('epoch', '=', epoch)
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  return Buffer.from(chain);
}

function parkedOf(tx: Tx, { office, device }: Sender, epoch: string, no: number) {
  return tx
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

/** The batch, its line in the office's feed, and the new cursor, in one statement. */
async function storeBatch(
  tx: Tx,
  { office, device, keyId }: Sender,
  { epoch, no, body, signature }: Omit<Parcel, 'digest'>,
  { header, sha, chain }: Batch,
  now: Date,
): Promise<UpAnswer['feed']> {
  const scope = `office:${office}`;
  const line = batchLine({ device, epoch, no, sha: sha.toString('hex') });
  const at = now.toISOString();
  const { rows } = await tx.executeQuery<{ pos: number; chain: Uint8Array }>(
    CompiledQuery.raw(storeStatement, [
      ownerOf(scope),
      scope,
      sha256(line),
      line,
      device,
      epoch,
      no,
      sha,
      chain,
      keyId,
      signature,
      header.rows,
      body,
      at,
    ]),
  );
  if (!rows[0]) throw new Error(`the feed of office ${office} is missing`);
  return { pos: rows[0].pos, chain: Buffer.from(rows[0].chain).toString('hex') };
}

const storeStatement = prepared(`
  WITH moved AS (
    UPDATE feed SET pos = pos + 1, chain = sha256(chain || $3::bytea) WHERE office_id = $1 AND scope = $2
    RETURNING pos, chain),
  item AS (
    INSERT INTO feed_item (office_id, scope, pos, line, chain) SELECT $1, $2, pos, $4, chain FROM moved),
  kept AS (
    INSERT INTO batch (office_id, device_id, epoch, no, received_on, sha, chain, key_id, signature, rows, body, received_at)
    VALUES ($1, $5::uuid, $6::uuid, $7::bigint, ($14::timestamptz AT TIME ZONE 'UTC')::date, $8::bytea, $9::bytea, $10,
      $11, $12::integer, $13::bytea, $14::timestamptz)),
  head AS (
    UPDATE stream SET cursor = $7::bigint, chain = $9::bytea
    WHERE office_id = $1 AND device_id = $5::uuid AND epoch = $6::uuid)
  SELECT pos, chain FROM moved`);
