/** Every message between a station and headquarters (docs/sync-protocol.md §4). */
import { z } from 'zod';
import { isUuid, type RowData } from './tables-schema.ts';

export const protocol = 1;

const Uuid = z.string().refine(isUuid, 'a UUID in lowercase');
const Sha = z.string().regex(/^[0-9a-f]{64}$/);
const Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const KeyId = z.string().regex(/^[0-9a-f]{16}$/);
const Count = z.number().int().min(0);
export const OfficeId = z.string().regex(/^\d{4}$/);

/** `global`, `catalogue`, or `office:` and the office's code. */
export const Scope = z.string().regex(/^(global|catalogue|office:\d{4})$/);

// ── batches ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const BatchHeader = z.object({
  proto: z.literal(protocol),
  schema: z.number().int().min(1).max(10_000),
  office: OfficeId,
  device: Uuid,
  epoch: Uuid,
  no: z.number().int().min(1),
  /** The chain before this batch. */
  prev: Sha,
  rows: z.number().int().min(0).max(500),
  first_seq: Count,
  last_seq: Count,
});
export type BatchHeader = z.infer<typeof BatchHeader>;

export interface WireRow {
  /** Table. */
  t: string;
  id: string;
  v: number;
  /** The epoch in which this version was written; the batch's own when left out. */
  ep?: string;
  /** Left out: an upsert. */
  op?: 'D';
  /** The station's clock in ms, for people to read; nothing is decided by it. */
  at: number;
  /** Rows of one transaction of the station have one number. */
  tx: number;
  /** The `wireSchema` that the row was written under; the batch's own when left out. */
  s?: number;
  /** Left out in a deletion. */
  d?: RowData;
}

/** Half a million of these are looked at in a night: by hand this costs a tenth of what zod takes. */
export const WireRow = {
  is(value: unknown): value is WireRow {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const row = value as Record<string, unknown>;
    return (
      typeof row.t === 'string' &&
      isUuid(row.id) &&
      isCount(row.v) &&
      row.v > 0 &&
      row.v < 2 ** 31 &&
      (row.ep === undefined || isUuid(row.ep)) &&
      Number.isSafeInteger(row.at) &&
      isCount(row.tx) &&
      (row.s === undefined || isCount(row.s)) &&
      (row.op === 'D'
        ? row.d === undefined
        : row.op === undefined && typeof row.d === 'object' && row.d !== null && !Array.isArray(row.d))
    );
  },
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const UpAnswer = z.object({
  cursor: Count,
  chain: Sha,
  archived: Count,
  /** Rows that wait for an upgrade or for somebody's look; they hold nothing up. */
  parked: z.array(z.object({ line: z.number().int(), reason: z.string() })),
  /** The office's feed after this batch: who was at the position before it may count on without asking. */
  feed: z.object({ pos: Count, chain: Sha }).nullable(),
});
export type UpAnswer = z.infer<typeof UpAnswer>;

export const ChainAnswer = z.object({ no: Count, chain: Sha });
export type ChainAnswer = z.infer<typeof ChainAnswer>;

// ── hello ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const NonceAnswer = z.object({ nonce: z.string() });
export type NonceAnswer = z.infer<typeof NonceAnswer>;

export const EpochState = z.object({
  epoch: Uuid,
  parent: Uuid.nullable().default(null),
  /** The last batch that the parent and this epoch have in common. */
  parent_no: Count.nullable().default(null),
  reason: z.enum(['first', 'restored', 'copied', 'fork', 'rebuilt']).default('first'),
  /** The last batch sealed, and the chain after it; 0 and the first chain when there is none. */
  no: Count,
  chain: Sha,
});
export type EpochState = z.infer<typeof EpochState>;

export const ScopeState = z.object({
  scope: Scope,
  epoch: Uuid.nullable(),
  pos: Count,
  chain: Sha.nullable(),
});
export type ScopeState = z.infer<typeof ScopeState>;

/** Words and figures about devices and disk, for the screen of headquarters. Nothing in it is about a person. */
export const Health = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  z.union([z.number(), z.boolean(), z.string().max(64)]),
);
export type Health = z.infer<typeof Health>;

export const Hello = z.object({
  proto: z.literal(protocol),
  device: Uuid,
  office: OfficeId,
  key: KeyId,
  app: z.string().max(32),
  schema: z.number().int().min(1),
  epochs: z.array(EpochState).max(200),
  scopes: z.array(ScopeState).max(8),
  backlog: z.object({ rows: Count, batches: Count, oldest_at: z.number().int().nullable() }),
  health: Health.default({}),
  /** The station's clock in ms. */
  clock: z.number().int(),
  /** Sent after `sync.unknown`: headquarters was restored to a time before the enrolment. */
  certificate: z.object({ text: z.string().max(2_000), signature: z.string().max(200) }).optional(),
});
export type Hello = z.infer<typeof Hello>;

export const StreamState = z.object({
  epoch: Uuid,
  cursor: Count,
  chain: Sha,
  /** Batches up to this one stand in a verified backup of headquarters. */
  archived: Count,
});
export type StreamState = z.infer<typeof StreamState>;

export const HelloAnswer = z.object({
  /** Null when the server is busy: come back after `wait_s`. */
  session: z.string().nullable(),
  wait_s: z.number().nullable(),
  session_s: z.number(),
  server_time: z.number(),
  /** Another one than last time: headquarters was restored, and a digest is worth asking for. */
  incarnation: Uuid,
  trial: z.boolean(),
  streams: z.array(StreamState),
  scopes: z.array(
    z.object({
      scope: Scope,
      epoch: Uuid,
      pos: Count,
      state: z.enum(['same', 'behind', 'reset', 'snapshot']),
    }),
  ),
  limits: z.object({ batch_bytes: z.number(), batch_rows: z.number(), file_bytes: z.number() }),
  schema: z.number(),
  notices: z.array(z.enum(['clock', 'old-app', 'newer-schema', 'trial', 'key-old'])),
});
export type HelloAnswer = z.infer<typeof HelloAnswer>;

// ── feeds ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A batch that a device of the office sent; its rows are fetched by who lacks them. */
export const FeedBatch = z.object({ device: Uuid, epoch: Uuid, no: z.number().int().min(1), sha: Sha });
export type FeedBatch = z.infer<typeof FeedBatch>;

/** A row written at headquarters. */
export const FeedRow = z.object({
  t: z.string().max(40),
  id: z.string().max(64),
  v: z.number().int().min(1),
  op: z.literal('D').optional(),
  s: z.number().int().min(1),
  d: z.record(z.string(), z.unknown()).optional(),
});
export type FeedRow = z.infer<typeof FeedRow>;

export const FeedItem = z.union([z.object({ batch: FeedBatch }), FeedRow]);
export type FeedItem = z.infer<typeof FeedItem>;

export const PageHeader = z.object({ scope: Scope, epoch: Uuid, from: Count, to: Count, more: z.boolean() });
export type PageHeader = z.infer<typeof PageHeader>;

/** The chain after the last line. */
export const PageEnd = z.object({ end: Count, chain: Sha });
export type PageEnd = z.infer<typeof PageEnd>;

export const SnapshotHeader = z.object({ scope: Scope, epoch: Uuid, pos: Count, chain: Sha });
export type SnapshotHeader = z.infer<typeof SnapshotHeader>;

/** A row of an office in a snapshot, as a device of the office once sent it. */
export const SnapshotRow = z.object({
  t: z.string(),
  id: Uuid,
  v: z.number().int(),
  ep: Uuid,
  op: z.literal('D').optional(),
  d: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type SnapshotRow = z.infer<typeof SnapshotRow>;

export const SnapshotAnswer = SnapshotHeader.extend({ rows: Count, bytes: Count, sha256: Sha });
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>;

// ── enrolment and keys ────────────────────────────────────────────────────────────────────────────────────────────

export const Enrol = z.object({
  code: z.string().max(40),
  /** Ed25519, for signatures. */
  public_key: Key,
  /** X25519, for what comes back by USB. */
  box_key: Key,
  machine: z.object({ name: z.string().max(64), os: z.string().max(64), app: z.string().max(32) }),
});
export type Enrol = z.infer<typeof Enrol>;

/** The text that headquarters signs: who this device is, for ever. */
export const Certificate = z.object({
  device: Uuid,
  office: OfficeId,
  public_key: Key,
  box_key: Key,
  issued_at: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

export const EnrolAnswer = z.object({
  device: Uuid,
  office: OfficeId,
  office_name: z.string(),
  certificate: z.object({ text: z.string(), signature: z.string() }),
  /** Headquarters' own: Ed25519 that signs certificates and profiles, X25519 that USB parcels are sealed to. */
  server: z.object({ public_key: Key, box_key: Key, incarnation: Uuid }),
  scopes: z.array(Scope),
  /** True when the code was made to take up the history of this device again. */
  adopted: z.boolean(),
});
export type EnrolAnswer = z.infer<typeof EnrolAnswer>;

export const KeyChange = z.object({ device: Uuid, public_key: Key, box_key: Key, nonce: z.string() });
export type KeyChange = z.infer<typeof KeyChange>;

export const KeyAnswer = z.object({
  key: KeyId,
  certificate: z.object({ text: z.string(), signature: z.string() }),
});
export type KeyAnswer = z.infer<typeof KeyAnswer>;

// ── digests ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** How many living rows there are, and the sum of the first 8 bytes of their hashes modulo 2^64, as 16 hex digits. */
const Digest = z.object({ rows: Count, sum: z.string() });
export type Digest = z.infer<typeof Digest>;

export const DigestAnswer = z.object({ tables: z.array(Digest.extend({ table: z.string() })) });
export type DigestAnswer = z.infer<typeof DigestAnswer>;

export const DigestParts = z.object({
  parts: z.array(Digest.extend({ prefix: z.string() })),
});
export type DigestParts = z.infer<typeof DigestParts>;

export const DigestRows = z.object({
  rows: z.array(z.object({ id: Uuid, v: z.number(), ep: Uuid, hash: z.string() })),
});
export type DigestRows = z.infer<typeof DigestRows>;
