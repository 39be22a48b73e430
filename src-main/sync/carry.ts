/**
 * Where there is no link: the same batches on a USB stick, sealed to headquarters, and its answer on the way back
 * (docs/sync-protocol.md §9). A parcel may be taken in twice, late or in another order.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import {
  openParcel,
  ParcelFault,
  sealParcel,
  type ParcelRecord,
} from '../../src-central/wire/envelope-rules.ts';
import { ConsentAnswer, ConsentPart, ConsentPurpose } from '../../src-central/wire/consent-schema.ts';
import { signed, signWith } from '../../src-central/wire/rules.ts';
import { HelloAnswer } from '../../src-central/wire/schema.ts';
import { keepBooks, record, write, type Actor } from '../database/write.ts';
import type { Station } from '../station.ts';
import { noteEvent, type Enrolment } from './books-store.ts';
import { captureOlder } from './capture.ts';
import { packPart, standAbove, takeConsentAnswer, waitingParts } from './consents-store.ts';
import { placeOf, readPage, takePage, tryAsideAgain } from './feed-store.ts';
import { waitingFiles, type FileCourier } from './files.ts';
import { greetingOf } from './greeting.ts';
import { fork, listEpochs } from './history-store.ts';
import type { Keys } from './keys.ts';
import { LinkFailure } from './link.ts';
import type { Names } from './names.ts';
import { syncProblem } from './problem.ts';
import { chainAt, epochOf, headOf, sealSome } from './seal-store.ts';
import { takeSnapshot } from './snapshot.ts';

export interface Carrier {
  station: Station;
  enrolment: Enrolment;
  keys: Keys;
  names: Names;
  files: FileCourier;
  snapshotDir: string;
}

/** What fits a stick and the memory of a small PC; the rest goes with the next one. */
const mostBytes = 64 * 1024 * 1024;

/** Everything that headquarters has not acknowledged, in one file. */
export async function packParcel(carrier: Carrier, actor: Actor): Promise<{ name: string; bytes: Buffer }> {
  const { station, enrolment, keys, names } = carrier;
  while (await keepBooks(station, books => captureOlder(books, 500))) await breathe();
  while (await sealSome(station, enrolment, names)) await breathe();
  const body = Buffer.from(JSON.stringify(await greetingOf(carrier)));
  const signature = signWith(keys.sign, signed.hello('parcel', body));
  const records: ParcelRecord[] = [{ head: { kind: 'hello', signature }, body }];
  let room = mostBytes;
  const add = (one: ParcelRecord) => {
    if (one.body.length > room) return false;
    room -= one.body.length;
    records.push(one);
    return true;
  };
  for (const { epoch, no, chain, body: batch } of await unacknowledged(station)) {
    const head = {
      kind: 'batch',
      epoch,
      no,
      key: keys.id,
      signature: signWith(keys.sign, signed.batch(Buffer.from(chain, 'hex'))),
    };
    if (!add({ head, body: batch })) break;
  }
  for (const { purpose, part } of await waitingParts(station.db)) {
    const { no, body: list } = await packPart(station, purpose, part);
    const signature = signWith(keys.sign, signed.consents(purpose, part, list));
    if (!add({ head: { kind: 'consents', purpose, part, no, signature }, body: list })) break;
  }
  for (const { sha256, mime } of (await waitingFiles(station.db)).filter(file => file.dir === 'up'))
    if (!add({ head: { kind: 'file', sha256, mime }, body: readFileSync(carrier.files.pathOf(sha256)) }))
      break;
  const { office, device } = enrolment;
  await write(station, actor, tx => record(tx, 'sync.packed', { data: { records: records.length - 1 } }));
  const day = station.clock.now().toISOString().slice(0, 10);
  return {
    name: `loket-${office}-${day}.paket`,
    bytes: sealParcel(enrolment.server_box, { to: 'central', office, device }, records),
  };
}

function unacknowledged(station: Station) {
  return station.db
    .selectFrom('sync_batch')
    .innerJoin('sync_epoch', 'sync_epoch.epoch', 'sync_batch.epoch')
    .selectAll('sync_batch')
    .whereRef('sync_batch.no', '>', 'sync_epoch.cursor')
    .orderBy('sync_batch.epoch')
    .orderBy('sync_batch.no')
    .execute();
}

export interface Unpacked {
  acknowledged: number;
  pages: number;
  refused: number;
}

/** What headquarters sent back. @throws syncProblem.parcelUnread */
export async function unpackParcel(carrier: Carrier, actor: Actor, bytes: Buffer): Promise<Unpacked> {
  const { station, enrolment, keys } = carrier;
  const records = opened(keys, enrolment, bytes);
  const hello = HelloAnswer.safeParse(parsed(records.find(one => one.head.kind === 'hello')?.body));
  if (!hello.success) throw syncProblem.parcelUnread();
  const unpacked: Unpacked = {
    acknowledged: await takeReceipts(carrier, hello.data),
    pages: 0,
    refused: records.filter(one => one.head.kind === 'refused').length,
  };
  const batches = new Map(
    records
      .filter(one => one.head.kind === 'batch')
      .map(({ head, body }) => [`${String(head.epoch)}/${String(head.no)}`, Buffer.from(body)]),
  );
  for (const one of records) if (await takeNews(carrier, one, batches)) unpacked.pages++;
  for (const one of records) await takeConsentsBack(station, one);
  await tryAsideAgain(station, carrier.names, enrolment);
  await keepBooks(station, async books => {
    const receipt_at = station.clock.now().toISOString();
    await books.updateTable('sync_state').set({ receipt_at, seen_at: receipt_at, problem: null }).execute();
    await noteEvent(books, station, 'parcel.unpacked', { ...unpacked });
  });
  await write(station, actor, tx => record(tx, 'sync.unpacked', { data: { ...unpacked } }));
  return unpacked;
}

function opened(keys: Keys, { device }: Enrolment, bytes: Buffer): ParcelRecord[] {
  try {
    const { head, records } = openParcel(keys.box, bytes);
    if (head.to === 'station' && head.device === device) return records;
  } catch (error) {
    if (!(error instanceof ParcelFault)) throw error;
  }
  throw syncProblem.parcelUnread();
}

function parsed(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(body ?? []).toString());
  } catch {
    return null;
  }
}

/** A receipt that comes late never takes a newer one back. @returns how many batches it acknowledges anew. */
async function takeReceipts({ station, enrolment, names }: Carrier, answer: HelloAnswer): Promise<number> {
  const streams = new Map(answer.streams.map(stream => [stream.epoch, stream]));
  const current = await epochOf(station.db);
  let acknowledged = 0;
  for (const { epoch, cursor } of await listEpochs(station.db)) {
    const theirs = streams.get(epoch);
    if (!theirs || theirs.cursor <= cursor) continue;
    const mine = await headOf(station.db, enrolment, epoch);
    const agrees =
      theirs.cursor <= mine.no &&
      theirs.chain === (await chainAt(station.db, enrolment, epoch, theirs.cursor));
    if (agrees) {
      acknowledged += theirs.cursor - cursor;
      await keepBooks(station, books =>
        books
          .updateTable('sync_epoch')
          .set({ cursor: theirs.cursor, archived: theirs.archived })
          .where('epoch', '=', epoch)
          .execute(),
      );
    } else if (epoch === current)
      // Nobody can be asked where the histories parted; handing everything in again doubles nothing.
      await fork(station, names, 0, 'fork');
  }
  return acknowledged;
}

/** What headquarters says of a part of a list that was carried to it; late answers are for lists that have changed since. */
async function takeConsentsBack(station: Station, { head, body }: ParcelRecord): Promise<void> {
  const which = ConsentRecord.safeParse(head);
  if (!which.success) return;
  const answer = ConsentAnswer.safeParse(parsed(body));
  if (head.kind === 'consents' && answer.success) await takeConsentAnswer(station, which.data, answer.data);
  const older = OlderList.safeParse(parsed(body));
  if (head.kind === 'refused' && older.success) await standAbove(station, which.data, older.data.details.no);
}

const ConsentRecord = z.object({ purpose: ConsentPurpose, part: ConsentPart });
const OlderList = z.object({ code: z.literal('sync.older'), details: z.object({ no: z.number() }) });

/** @returns true when it brought something new. */
async function takeNews(
  { station, names, snapshotDir }: Carrier,
  { head, body }: ParcelRecord,
  batches: Map<string, Buffer>,
): Promise<boolean> {
  const scope = String(head.scope);
  if (head.kind === 'snapshot') {
    mkdirSync(snapshotDir, { recursive: true, mode: 0o700 });
    const file = join(snapshotDir, 'carried.ndjson.gz');
    writeFileSync(file, body);
    await takeSnapshot(station, names, scope, file);
    return true;
  }
  if (head.kind !== 'page') return false;
  try {
    const page = readPage(Buffer.from(body).toString(), scope, await placeOf(station.db, scope));
    await takePage(station, names, scope, page.lines, async ({ epoch, no }) => {
      const carried = batches.get(`${epoch}/${no}`);
      if (!carried) throw new LinkFailure('unclear', 'the batch was not carried');
      return carried;
    });
    return true;
  } catch (error) {
    // A page from before, or one that names a batch which was not carried: the next parcel or session has it.
    if (error instanceof LinkFailure) return false;
    throw error;
  }
}
