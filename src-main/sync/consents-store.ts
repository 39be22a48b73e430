/**
 * Hands in who agreed to be named to headquarters (M14): the parts of the lists that changed, as they are now. Kept out of
 * batches, change log and files, which are for ever.
 */
import type { ConsentAnswer, ConsentPurpose } from '../../src-central/wire/consent-schema.ts';
import { packConsents } from '../../src-central/wire/rules.ts';
import { endConsentsByHeadquarters, readPart } from '../consents/store.ts';
import { keepBooks, write, type Books } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import { todayHere } from '../profile/store.ts';
import type { Station } from '../station.ts';
import { keepState, noteEvent, stateOf } from './books-store.ts';
import { itself } from './feed-store.ts';
import { Refusal, type Headquarters } from './headquarters.ts';
import { leftOf } from './rules.ts';

export interface PackedPart {
  purpose: ConsentPurpose;
  part: string;
  no: number;
  body: Buffer;
}

/** An older headquarters, or one that cannot use what it gets, is asked again after so long; all else goes on. */
const againMs = 3_600_000;
const notTaken = [400, 404, 413, 422];

interface Session {
  station: Station;
  headquarters: Headquarters;
}

/** Whatever headquarters is thought to have. */
export async function handInConsentsAgain(session: Session): Promise<void> {
  await keepBooks(session.station, sayConsentsAgain);
  await handInConsents(session);
}

/** @returns without asking anybody when headquarters knows everything. */
export async function handInConsents({ station, headquarters }: Session): Promise<void> {
  const waiting = await waitingParts(station.db);
  if (waiting.length === 0) return;
  const { consents_next_at } = await stateOf(station.db);
  if (leftOf(consents_next_at, againMs, station.clock.now()) > 0) return;
  try {
    for (const { purpose, part } of waiting) await handInPart(station, headquarters, purpose, part);
  } catch (error) {
    if (!(error instanceof Refusal) || !notTaken.includes(error.status)) throw error;
    const next = new Date(station.clock.now().getTime() + againMs).toISOString();
    await keepState(station, { consents_next_at: next });
    await keepBooks(station, books => noteEvent(books, station, 'consents.not-taken', { code: error.code }));
  }
}

async function handInPart(
  station: Station,
  headquarters: Headquarters,
  purpose: ConsentPurpose,
  part: string,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const packed = await packPart(station, purpose, part);
    try {
      await takeConsentAnswer(station, packed, await headquarters.putConsents(packed));
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'sync.older' || tries === 3) throw error;
      await standAbove(station, packed, Number(error.details.no));
    }
  }
}

export function waitingParts(db: Db) {
  return db
    .selectFrom('sync_consent_part')
    .select(['purpose', 'part'])
    .whereRef('no', '>', 'sent')
    .orderBy('purpose')
    .orderBy('part')
    .execute();
}

/** The part as it is now. Its number is read first: what changes meanwhile makes it wait again. */
export async function packPart(station: Station, purpose: ConsentPurpose, part: string): Promise<PackedPart> {
  const { no } = await station.db
    .selectFrom('sync_consent_part')
    .select('no')
    .where('purpose', '=', purpose)
    .where('part', '=', part)
    .executeTakeFirstOrThrow();
  const people = await readPart(station.db, purpose, part, await todayHere(station));
  return { purpose, part, no, body: packConsents({ no, people }) };
}

/** Headquarters has the part, and names those that it knows to have ended. */
export async function takeConsentAnswer(
  station: Station,
  { purpose, part }: Pick<PackedPart, 'purpose' | 'part'>,
  { no, ended }: ConsentAnswer,
): Promise<void> {
  await keepBooks(station, async books => {
    await books
      .updateTable('sync_consent_part')
      .set({ sent: no })
      .where('purpose', '=', purpose)
      .where('part', '=', part)
      .where('sent', '<', no)
      .where('no', '>=', no)
      .execute();
    await books.updateTable('sync_state').set({ consents_next_at: null }).execute();
  });
  if (ended.length > 0) await write(station, itself, tx => endConsentsByHeadquarters(tx, ended));
}

/** Headquarters has a later number than this database, which was restored or copied: what is said now comes after it. */
export async function standAbove(
  station: Station,
  { purpose, part }: Pick<PackedPart, 'purpose' | 'part'>,
  no: number,
): Promise<void> {
  if (!Number.isSafeInteger(no)) return;
  await keepBooks(station, books =>
    books
      .updateTable('sync_consent_part')
      .set({ no: no + 1 })
      .where('purpose', '=', purpose)
      .where('part', '=', part)
      .where('no', '<=', no)
      .execute(),
  );
}

/**
 * What headquarters holds may be another list, or none: it was restored, or this database was. Under new numbers, so that
 * an answer from before, which was carried and comes late, acknowledges nothing.
 */
export async function sayConsentsAgain(books: Books): Promise<void> {
  await books
    .updateTable('sync_consent_part')
    .set(eb => ({ no: eb('no', '+', 1) }))
    .execute();
}
