/** A parcel that a station sent by hand: the same batches and files, taken in by the same code; the answer goes back so. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { takeConsents } from '../consents/list-store.ts';
import { readPage } from '../feeds/store.ts';
import { takeBatch, type Sender } from '../intake/batches.ts';
import { storedBatch } from '../intake/store.ts';
import { Problem, problem } from '../problem.ts';
import { shaped } from '../route.ts';
import { hello } from '../stations/hello.ts';
import { ConsentPart, ConsentPurpose } from '../wire/consent-schema.ts';
import { openParcel, ParcelFault, sealParcel, type ParcelRecord } from '../wire/envelope-rules.ts';
import { limits } from '../wire/rules.ts';
import { FeedItem, Hello, PageHeader, type FeedBatch } from '../wire/schema.ts';

/** @returns the parcel for the way back. @throws {Problem} when it is none, or not from a station of ours. */
export async function takeParcel(central: Central, bytes: Buffer): Promise<Buffer> {
  const { records } = opened(central, bytes);
  const first = records[0];
  if (first?.head.kind !== 'hello') throw problem.sync.corrupt({ reason: 'hello' });
  const message = shaped(Hello, parsed(first.body));
  const greeted = { nonce: 'parcel', signature: String(first.head['signature']) };
  const { publicKey } = await hello(central, message, first.body, greeted);
  const sender: Sender = { office: message.office, device: message.device, keyId: message.key, publicKey };
  const answers: ParcelRecord[] = [];
  for (const record of records.slice(1)) {
    const said = await take(central, sender, record);
    if (said) answers.push(said);
  }
  // Once more, now that everything is in: the receipts.
  const { answer } = await hello(central, message, first.body, greeted);
  answers.unshift({ head: { kind: 'hello' }, body: Buffer.from(JSON.stringify(answer)) });
  for (const scope of message.scopes) answers.push(...(await newsOf(central, message, scope)));
  const boxKey = await boxKeyOf(central, sender);
  return sealParcel(boxKey, { to: 'station', office: message.office, device: message.device }, answers);
}

function opened(central: Central, bytes: Buffer) {
  try {
    return openParcel(central.identity.boxSecret, bytes);
  } catch (error) {
    if (error instanceof ParcelFault) throw problem.sync.corrupt({ reason: error.message });
    throw error;
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    throw problem.sync.corrupt({ reason: 'hello' });
  }
}

const ConsentRecord = z.object({ purpose: ConsentPurpose, part: ConsentPart, signature: z.string() });

/** @returns what is to be said about a record; null of one that is simply there. After a refused one the others are taken. */
async function take(
  central: Central,
  sender: Sender,
  { head, body }: ParcelRecord,
): Promise<ParcelRecord | null> {
  try {
    if (head.kind === 'batch') {
      const { epoch, no, signature } = head as unknown as { epoch: string; no: number; signature: string };
      if (body.length > limits.batchBytes) throw problem.sync.tooLarge({ most: limits.batchBytes });
      await takeBatch(central, sender, { epoch, no, signature, body, digest: null });
    } else if (head.kind === 'consents') {
      const which = shaped(ConsentRecord, head);
      if (body.length > limits.consentBytes) throw problem.sync.tooLarge({ most: limits.consentBytes });
      const answer = await takeConsents(central, sender, { ...which, body });
      const { purpose, part } = which;
      return { head: { kind: 'consents', purpose, part }, body: Buffer.from(JSON.stringify(answer)) };
    } else if (head.kind === 'file')
      await keepFile(central, sender.office, String(head['sha256']), String(head['mime']), body);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { head: { ...head, kind: 'refused' }, body: Buffer.from(JSON.stringify(error.body)) };
  }
}

async function keepFile(
  central: Central,
  office: string,
  sha256: string,
  mime: string,
  body: Uint8Array,
): Promise<void> {
  if (createHash('sha256').update(body).digest('hex') !== sha256) throw problem.files.mismatch({ sha256 });
  if ((await central.files.isThere({ office, sha256, size: body.length })) === 'whole') return;
  const path = central.files.path(office, sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, body, { flush: true });
  renameSync(`${path}.part`, path);
  await central.files.note(office, sha256, mime);
}

/** What is new in a feed since the station's position: pages, and the batches of sibling devices that they name. */
async function newsOf(
  central: Central,
  { office, device }: Hello,
  asked: Hello['scopes'][number],
): Promise<ParcelRecord[]> {
  const { scope } = asked;
  const records: ParcelRecord[] = [];
  try {
    for (let { epoch, pos: after, chain } = asked; ;) {
      const text = await readPage(central.db, scope, { epoch, after, chain, bytes: limits.pageBytes });
      const [header, ...lines] = text.trimEnd().split('\n');
      const page = PageHeader.parse(JSON.parse(header!));
      if (page.from === page.to) return records;
      records.push({ head: { kind: 'page', scope }, body: Buffer.from(text) });
      for (const line of lines.slice(0, -1)) {
        const item = FeedItem.parse(JSON.parse(line));
        if ('batch' in item && item.batch.device !== device)
          records.push(await siblings(central, office, item.batch));
      }
      if (!page.more) return records;
      epoch = page.epoch;
      after = page.to;
      chain = (JSON.parse(lines.at(-1)!) as { chain: string }).chain;
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { pos } = await central.snapshots.take(scope);
    const { path } = await central.snapshots.file(scope, pos);
    return [{ head: { kind: 'snapshot', scope, pos }, body: readFileSync(path) }];
  }
}

async function siblings(
  central: Central,
  office: string,
  { device, epoch, no }: FeedBatch,
): Promise<ParcelRecord> {
  const body = await storedBatch(central.db, office, { device, epoch, no });
  return { head: { kind: 'batch', device, epoch, no }, body };
}

async function boxKeyOf(central: Central, { office, device, keyId }: Sender): Promise<string> {
  const key = await central.db
    .selectFrom('device_key')
    .select('box_key')
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('key_id', '=', keyId)
    .executeTakeFirstOrThrow();
  return key.box_key;
}
