/** The arithmetic of the wire that both ends must agree on to the byte (docs/sync-protocol.md §3–§5). No input, no output. */
import { isAscii } from 'node:buffer';
import { createHmac, createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync, type ZlibOptions } from 'node:zlib';
import { ConsentList } from './consent-schema.ts';
import { BatchHeader, WireRow, type Digest, type FeedBatch } from './schema.ts';
import { misfitOf, upTable, wireSchema, type Misfit, type RowData } from './tables-schema.ts';

export const limits = {
  /** Rows in a batch. */
  batchRows: 500,
  /** Bytes of a batch as it is sent. */
  batchBytes: 64 * 1024,
  /** Bytes of a batch unpacked. */
  batchText: 4 * 1024 * 1024,
  /** Bytes of a request that is no batch and no file. */
  requestBytes: 64 * 1024,
  /** Bytes of a page of a feed before it is packed, unless the station asks for less. */
  pageBytes: 1024 * 1024,
  /** Bytes of a part of a list of consents as it is sent, and unpacked. */
  consentBytes: 256 * 1024,
  consentText: 1024 * 1024,
  /** Bytes of one PATCH of a file. */
  patchBytes: 1024 * 1024,
  fileBytes: 256 * 1024 * 1024,
} as const;

export const sha256 = (bytes: string | Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The chain before the first batch of an epoch: `firstChain(device, epoch)`; of a feed: `firstChain(scope, epoch)`. */
export const firstChain = (owner: string, epoch: string): Buffer => sha256(owner + epoch);

/** `sha` is that of the batch as it is sent, or of the line of a feed. */
export const nextChain = (previous: Uint8Array, sha: Uint8Array): Buffer =>
  sha256(Buffer.concat([previous, sha]));

/** `Content-Digest` of RFC 9530. */
export const contentDigest = (sha: Uint8Array): string => `sha-256=:${Buffer.from(sha).toString('base64')}:`;

// ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Which of two contents of one row is later: a total order, equal at every end, without a clock. */
export interface Version {
  v: number;
  ep: string;
  hash: string;
}

/** Positive when `a` is later. The texts are lowercase hex, so their order is that of the bytes. */
export function compareVersions(a: Version, b: Version): number {
  if (a.v !== b.v) return a.v - b.v;
  if (a.ep !== b.ep) return a.ep < b.ep ? -1 : 1;
  return a.hash === b.hash ? 0 : a.hash < b.hash ? -1 : 1;
}

/** The first 16 bytes of SHA-256 over table, id and the columns that hold something, in the order of their names. */
export const rowHash = (table: string, id: string, data: RowData | null): string =>
  hash('sha256', JSON.stringify([table, id, data && inOrder(data)]), 'hex').slice(0, 32);

/** A station sends them in this order already: then nothing is copied. */
function inOrder(data: RowData): RowData {
  let last = '';
  for (const name in data) {
    if (name < last) return sorted(data);
    last = name;
  }
  return data;
}

function sorted(data: RowData): RowData {
  const ordered: RowData = {};
  for (const name of Object.keys(data).sort()) ordered[name] = data[name]!;
  return ordered;
}

/** Leaves out what holds null; a row travels without it. */
export function withoutNulls(row: Record<string, string | number | null>): RowData {
  const data: RowData = {};
  for (const name in row) {
    const value = row[name];
    if (value !== null && value !== undefined) data[name] = value;
  }
  return data;
}

export function digestOf(hashes: Iterable<string>): Digest {
  let rows = 0;
  let sum = 0n;
  for (const one of hashes) {
    rows += 1;
    sum += summand(one);
  }
  return { rows, sum: hexOfSum(sum) };
}

/** What a row adds to the sum of its table. */
export const summand = (rowHash: string): bigint => BigInt(`0x${rowHash.slice(0, 16)}`);

export const hexOfSum = (sum: bigint): string => BigInt.asUintN(64, sum).toString(16).padStart(16, '0');

/** The same person is the same pseudonym in one office and nowhere else; who lacks the key cannot try numbers. */
export function pseudonym(officeKey: Uint8Array, value: string): string {
  const hex = createHmac('sha256', officeKey).update(value).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

// ── batches ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A batch cannot be read at all: cut, packed wrongly, or not what its own header says. */
export class BatchFault extends Error {
  override name = 'BatchFault';
}

export interface ReadBatch {
  header: BatchHeader;
  /** One for each row, in order: the row, or why it is none. `line` counts from 1. */
  lines: ReadLine[];
}

/** `said` is a row that has the shape of one, and does not fit. */
export type ReadLine = { line: number } & (
  { row: WireRow; fault: null } | { row: null; fault: Misfit; said: WireRow | null }
);

export interface PackedBatch {
  body: Buffer;
  sha: Buffer;
  chain: Buffer;
}

/** @param lines each a row as JSON without a line break; the sender must have kept `limits`. */
export const packBatch = (header: BatchHeader, lines: string[]): PackedBatch =>
  packed(header, gzipSync(batchText(header, lines), packing));

/** The same on another thread, while whoever waits for this one is served. */
export const packBatchAside = async (header: BatchHeader, lines: string[]): Promise<PackedBatch> =>
  packed(header, await gzipAside(batchText(header, lines), packing));

const gzipAside = promisify<string, ZlibOptions, Buffer>(gzip);

/** Level 5 takes half as much time again, for three bytes a row. */
const packing = { level: 3 };

const batchText = (header: BatchHeader, lines: string[]): string =>
  [JSON.stringify(header), ...lines, `{"end":${lines.length}}\n`].join('\n');

function packed(header: BatchHeader, body: Buffer): PackedBatch {
  const sha = sha256(body);
  return { body, sha, chain: nextChain(Buffer.from(header.prev, 'hex'), sha) };
}

/** @throws {BatchFault}; a single bad row is no reason to. */
export function readBatch(body: Uint8Array): ReadBatch {
  const lines = unpack(body).split('\n');
  if (lines.pop() !== '') throw new BatchFault('the last line is cut');
  const header = BatchHeader.safeParse(parse(lines[0] ?? ''));
  if (!header.success) throw new BatchFault('the header is not one');
  const end = parse(lines.at(-1)!) as { end?: unknown } | null;
  const rows = lines.slice(1, -1);
  if (end?.end !== rows.length || header.data.rows !== rows.length)
    throw new BatchFault('the rows are not as many as it says');
  return { header: header.data, lines: rows.map((text, at) => readLine(at + 1, text, header.data)) };
}

function unpack(body: Uint8Array): string {
  try {
    return textOf(gunzipSync(body, { maxOutputLength: limits.batchText }));
  } catch {
    throw new BatchFault('it is not packed as it should be');
  }
}

/** Rows are mostly ASCII, which needs no decoding. @throws when it is not UTF-8. */
const textOf = (bytes: Buffer): string =>
  isAscii(bytes) ? bytes.toString('latin1') : new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** One row, judged by the whitelist. Rows of a newer station that this end does not know are `newer`, not wrong. */
export function readLine(line: number, text: string, header: Pick<BatchHeader, 'schema'>): ReadLine {
  const row = parse(text);
  if (!WireRow.is(row)) return { line, row: null, fault: 'shape', said: null };
  const misfitting = (fault: Misfit): ReadLine => ({ line, row: null, fault, said: row });
  const unknown = (fault: Misfit): Misfit => ((row.s ?? header.schema) > wireSchema ? 'newer' : fault);
  const table = upTable(row.t);
  if (!table) return misfitting(unknown('table'));
  if (row.op === 'D') {
    if (table.appendOnly) return misfitting('append-only');
    return { line, row, fault: null };
  }
  const misfit = misfitOf(table, row.d!);
  if (misfit) return misfitting(misfit === 'column' ? unknown('column') : misfit);
  if (table.appendOnly && row.v !== 1) return misfitting('append-only');
  return { line, row, fault: null };
}

// ── feeds ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The line of an office's feed that names a batch of one of the office's own devices. */
export const batchLine = (batch: FeedBatch): string => JSON.stringify({ batch });

// ── consents ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const packConsents = (list: ConsentList): Buffer => gzipSync(JSON.stringify(list), { level: 6 });

/** @returns null when it is not packed as it should be, or no list of this part. */
export function readConsents(part: string, body: Uint8Array): ConsentList | null {
  try {
    const text = textOf(gunzipSync(body, { maxOutputLength: limits.consentText }));
    const { people, no } = ConsentList.parse(JSON.parse(text));
    const ids = new Set(people.map(one => one.id));
    return ids.size === people.length && people.every(one => one.id[0] === part) ? { no, people } : null;
  } catch {
    return null;
  }
}

// ── keys and signatures ───────────────────────────────────────────────────────────────────────────────────────────

/** What a signature is over begins with what it is for, so that none can serve another purpose. */
export const signed = {
  hello: (nonce: string, body: string | Uint8Array) =>
    `loket hello 1\n${nonce}\n${sha256(body).toString('hex')}`,
  batch: (chain: Uint8Array) => `loket batch 1\n${Buffer.from(chain).toString('hex')}`,
  enrol: (body: string | Uint8Array) => `loket enrol 1\n${sha256(body).toString('hex')}`,
  consents: (purpose: string, part: string, body: Uint8Array) =>
    `loket consents 1\n${purpose}/${part}\n${sha256(body).toString('hex')}`,
  key: (body: string | Uint8Array) => `loket key 1\n${sha256(body).toString('hex')}`,
  certificate: (text: string) => `loket certificate 1\n${text}`,
  profile: (text: string) => `loket profile 1\n${text}`,
} as const;

/** Keys travel as the base64url of their 32 bytes (`x` of RFC 8037). */
export function keyId(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64url')).toString('hex').slice(0, 16);
}

export function signWith(privateKeyPem: string, text: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(privateKeyPem)).toString('base64');
}

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
