/**
 * A parcel that is carried by hand (docs/sync-protocol.md §9): records, each a line of JSON and bytes, sealed to the
 * one who opens it. Who finds the stick reads nothing and can change nothing unnoticed.
 *
 * X25519 with a key made for this parcel, HKDF-SHA256, AES-256-GCM over chunks; the number of each chunk and whether it
 * is the last are part of its nonce, so that chunks cannot be dropped, moved or cut.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';
import { z } from 'zod';

export class ParcelFault extends Error {
  override name = 'ParcelFault';
}

/** Who it is from and for, readable without a key; `key` is the parcel's own public key. */
export const ParcelHead = z.object({
  loket: z.literal('parcel 1'),
  to: z.enum(['central', 'station']),
  office: z.string().regex(/^\d{4}$/),
  device: z.string(),
  key: z.string(),
});
export type ParcelHead = z.infer<typeof ParcelHead>;

export interface ParcelRecord {
  head: { kind: string } & Record<string, unknown>;
  body: Uint8Array;
}

const chunkBytes = 256 * 1024;
const tagBytes = 16;

export function sealParcel(
  boxKey: string,
  about: Omit<ParcelHead, 'loket' | 'key'>,
  records: ParcelRecord[],
): Buffer {
  const own = generateKeyPairSync('x25519');
  const head: ParcelHead = {
    loket: 'parcel 1',
    ...about,
    key: own.publicKey.export({ format: 'jwk' }).x!,
  };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const key = agree(own.privateKey, boxKey, line);
  const plain = Buffer.concat(records.flatMap(framed));
  const parts: Buffer[] = [line];
  const count = Math.max(1, Math.ceil(plain.length / chunkBytes));
  for (let at = 0; at < count; at++) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(at, at === count - 1));
    const chunk = plain.subarray(at * chunkBytes, (at + 1) * chunkBytes);
    parts.push(cipher.update(chunk), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(parts);
}

/** @throws {ParcelFault} when there is no parcel in it. */
export function readParcelHead(bytes: Buffer): { head: ParcelHead; rest: Buffer; line: Buffer } {
  const end = bytes.subarray(0, 2_000).indexOf(10);
  if (end < 0) throw new ParcelFault('this is no parcel');
  const line = bytes.subarray(0, end + 1);
  try {
    const head = ParcelHead.parse(JSON.parse(line.toString()));
    return { head, rest: bytes.subarray(end + 1), line };
  } catch {
    throw new ParcelFault('this is no parcel');
  }
}

/** @throws {ParcelFault} when it is for somebody else, cut, or changed. */
export function openParcel(
  privateKeyPem: string,
  bytes: Buffer,
): { head: ParcelHead; records: ParcelRecord[] } {
  const { head, rest, line } = readParcelHead(bytes);
  const sealed = chunkBytes + tagBytes;
  const count = Math.max(1, Math.ceil(rest.length / sealed));
  const plain: Buffer[] = [];
  try {
    const key = agree(createPrivateKey(privateKeyPem), head.key, line);
    for (let at = 0; at < count; at++) {
      const chunk = rest.subarray(at * sealed, (at + 1) * sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(at, at === count - 1));
      decipher.setAuthTag(chunk.subarray(-tagBytes));
      plain.push(decipher.update(chunk.subarray(0, -tagBytes)), decipher.final());
    }
  } catch {
    throw new ParcelFault('it cannot be opened here, or was changed on the way');
  }
  return { head, records: unframed(Buffer.concat(plain)) };
}

/** The head is mixed into the key, so that it cannot be changed either. */
function agree(own: ReturnType<typeof createPrivateKey>, theirs: string, head: Uint8Array): Buffer {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: theirs }, format: 'jwk' });
  const secret = diffieHellman({ privateKey: own, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, head, 'loket parcel 1', 32));
}

function nonceOf(at: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(at, 4);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function framed({ head, body }: ParcelRecord): Uint8Array[] {
  const line = Buffer.from(JSON.stringify(head));
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(line.length, 0);
  sizes.writeUInt32BE(body.length, 4);
  return [sizes, line, body];
}

function unframed(plain: Buffer): ParcelRecord[] {
  const records: ParcelRecord[] = [];
  for (let at = 0; at < plain.length;) {
    const head = at + 8;
    const body = head + (head <= plain.length ? plain.readUInt32BE(at) : 0);
    const end = body + (head <= plain.length ? plain.readUInt32BE(at + 4) : 0);
    if (head > plain.length || end > plain.length) throw new ParcelFault('it ends in the middle');
    records.push({
      head: JSON.parse(plain.toString('utf8', head, body)) as ParcelRecord['head'],
      body: plain.subarray(body, end),
    });
    at = end;
  }
  return records;
}
