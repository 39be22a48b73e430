/** M14: takes a part of a list in. Whoever is no longer in it is gone, and does not come back under the same consent. */
import { DateTime } from 'luxon';
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { write, type Tx } from '../database/write.ts';
import type { Sender } from '../intake/batches.ts';
import { problem } from '../problem.ts';
import {
  longestConsentDays,
  type ConsentAnswer,
  type ConsentList,
  type ConsentPurpose,
} from '../wire/consent-schema.ts';
import { isSignedBy, readConsents, sha256, signed } from '../wire/rules.ts';

export interface GivenPart {
  purpose: ConsentPurpose;
  part: string;
  body: Uint8Array;
  signature: string;
}

/** The same part twice is answered the same. @throws `sync.older` for one that is older than what is here. */
export async function takeConsents(
  central: Central,
  sender: Sender,
  { purpose, part, body, signature }: GivenPart,
): Promise<ConsentAnswer> {
  if (!isSignedBy(sender.publicKey, signed.consents(purpose, part, body), signature))
    throw problem.sync.signature();
  const list = readConsents(part, body);
  if (!list) throw problem.sync.corrupt({ reason: 'consents' });
  const now = central.now();
  const of = { office_id: sender.office, device_id: sender.device, purpose };
  const sha = sha256(body);
  return write(central, async tx => {
    // The device's row is locked, so that a revocation at this moment comes before or after the whole of it.
    const device = await tx
      .selectFrom('device')
      .select('revoked_at')
      .where('office_id', '=', sender.office)
      .where('device_id', '=', sender.device)
      .forUpdate()
      .executeTakeFirst();
    if (!device) throw problem.sync.unknown();
    if (device.revoked_at) throw problem.sync.revoked();
    const known = await tx
      .selectFrom('consent_part')
      .select(['no', 'sha'])
      .where(eb => eb.and({ ...of, part }))
      .executeTakeFirst();
    const repeated = known?.no === list.no && sha.equals(known.sha);
    if (known && known.no >= list.no && !repeated) throw problem.sync.older({ no: known.no });
    if (!repeated) await replacePart(tx, of, part, list, now);
    await tx
      .insertInto('consent_part')
      .values({ ...of, part, no: list.no, sha, received_at: now })
      .onConflict(one =>
        one
          .columns(['office_id', 'device_id', 'purpose', 'part'])
          .doUpdateSet({ no: list.no, sha, received_at: now }),
      )
      .execute();
    return { no: list.no, ended: await endedOf(tx, of, list) };
  });
}

type Whose = { office_id: string; device_id: string; purpose: ConsentPurpose };

async function replacePart(tx: Tx, of: Whose, part: string, list: ConsentList, now: Date): Promise<void> {
  const ended = new Set(await endedOf(tx, of, list));
  // A station's clock may be years ahead.
  const latest = dayOf(now, longestConsentDays + 1);
  const people = list.people
    .filter(one => !ended.has(one.id))
    .map(one => ({ ...one, until: one.until < latest ? one.until : latest }));
  const stays = new Set(people.map(one => one.id));
  const before = await tx
    .deleteFrom('consent')
    .where(eb => eb.and({ ...of, part }))
    .returning(['id', 'until_on'])
    .execute();
  const gone = before.filter(one => !stays.has(one.id));
  if (gone.length > 0)
    await tx
      .insertInto('consent_ended')
      .values(gone.map(({ id, until_on }) => ({ ...of, id, until_on })))
      .onConflict(one => one.doNothing())
      .execute();
  await sql`
    INSERT INTO consent (office_id, device_id, purpose, part, id, name, phone, email, until_on)
    SELECT ${of.office_id}, ${of.device_id}::uuid, ${of.purpose}, ${part}, id, name, phone, email, until
    FROM json_to_recordset(${JSON.stringify(people)}::json)
      AS one(id uuid, name text, phone text, email text, until date)`.execute(tx);
}

/** Of the consents in the list those that have ended. */
async function endedOf(tx: Tx, of: Whose, { people }: ConsentList): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('consent_ended')
    .select('id')
    .where(eb => eb.and(of))
    .where(
      'id',
      'in',
      people.map(one => one.id),
    )
    .execute();
  return rows.map(one => one.id);
}

/** Its lists are gone at once: it was revoked, or its history was left for another one and is handed in anew. */
export async function forgetConsentsOf(
  tx: Tx,
  { office, device }: { office: string; device: string },
): Promise<void> {
  for (const table of ['consent', 'consent_part'] as const)
    await tx.deleteFrom(table).where('office_id', '=', office).where('device_id', '=', device).execute();
}

/** Whose last day is over, though their office may be silent. */
export async function forgetOldConsents(db: Db, now: Date): Promise<void> {
  for (const table of ['consent', 'consent_ended'] as const)
    await db.deleteFrom(table).where('until_on', '<', dayOf(now)).execute();
}

/** Days of the office are compared with those of UTC: a person is gone at the latest in the morning after the last day. */
export const dayOf = (now: Date, later = 0): string =>
  DateTime.fromJSDate(now, { zone: 'utc' }).plus({ days: later }).toISODate()!;
