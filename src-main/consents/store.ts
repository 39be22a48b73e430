/** Who agreed to be named to headquarters for a purpose of the profile. Names and contacts stay with the visitor. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import {
  consentPurposes,
  mostInPart,
  type ConsentPerson,
  type ConsentPurpose,
} from '../../src-central/wire/consent-schema.ts';
import { dayOf } from '../clock.ts';
import type { Db } from '../database/open.ts';
import type { ConsentTable } from '../database/sync-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { OfficeProfile } from '../profile/schema.ts';
import type { Guestbook } from '../visits/schema.ts';
import { dayAfter, mayBeAsked } from './rules.ts';

type Rules = OfficeProfile['consents'];

/** Who did not ask to be remembered is stored anew at each visit: all rows with this name and phone, or this e-mail. */
const samePerson = (visitorId: string) => sql<string>`(
  SELECT ${visitorId}
  UNION SELECT other.id FROM visitor me JOIN visitor other ON other.phone = me.phone AND other.name_key = me.name_key
  WHERE me.id = ${visitorId}
  UNION SELECT other.id FROM visitor me JOIN visitor other ON other.email = me.email AND other.name_key = me.name_key
  WHERE me.id = ${visitorId})`;

/**
 * What the visitor answered at the guestbook: the latest answer counts. Ignored where the office does not ask any more, or
 * where the person may not be asked, for it is not the screen that decides. The journal, which headquarters gets without
 * its data, hears that somebody was asked and not what they said, nor at which visit.
 */
export async function answerConsents(
  tx: Tx,
  visitorId: string,
  { consents = {}, notice }: Pick<Guestbook, 'consents' | 'notice'>,
  { consents: rules, office }: OfficeProfile,
): Promise<void> {
  const { station } = contextOf(tx);
  const now = station.clock.now();
  const answered = rules.filter(({ purpose }) => consents[purpose] !== undefined);
  for (const { purpose, days } of answered) {
    const yes = consents[purpose] === 'yes';
    await endConsents(tx, { purpose, visitorId }, yes ? 'renewed' : 'withdrawn');
    const visitor = await tx
      .selectFrom('visitor')
      .select(['name', 'birth_year', 'phone', 'email'])
      .where('id', '=', visitorId)
      .executeTakeFirstOrThrow();
    if (!yes || !mayBeAsked(visitor, now.getFullYear())) continue;
    const givenOn = dayOf(now, office.zone);
    await tx
      .insertInto('consent')
      .values({
        // Drawn at random, so that it tells no time, and the parts are equally long.
        id: randomUUID(),
        purpose,
        visitor_id: visitorId,
        notice_version: notice.version,
        given_at: now.toISOString(),
        given_on: givenOn,
        until_on: dayAfter(givenOn, days),
        ended_at: null,
        ended_why: null,
      })
      .execute();
  }
  if (answered.length > 0) await record(tx, 'consent.answered', { data: { visitorId, answers: consents } });
}

/** At the counter, for a visitor who does not want it any more. @throws problem.consents.none */
export async function withdrawConsent(tx: Tx, visitorId: string, purpose: ConsentPurpose): Promise<void> {
  const ended = await endConsents(tx, { purpose, visitorId }, 'withdrawn');
  if (ended === 0) throw problem.consents.none();
  await record(tx, 'consent.withdrawn', { data: { visitorId, purpose } });
}

/** The profile was saved: a purpose that is no longer in it ends for everybody, and a shorter period holds at once. */
export async function keepToConsents(tx: Tx, before: Rules, after: Rules): Promise<void> {
  if (isDeepStrictEqual(before, after)) return;
  for (const purpose of consentPurposes) {
    const now = after.find(one => one.purpose === purpose);
    if (!now) await endConsents(tx, { purpose }, 'off');
    else
      await tx
        .updateTable('consent')
        .set({ until_on: sql<string>`date(given_on, ${`+${now.days} days`})` })
        .where('purpose', '=', purpose)
        .where('ended_at', 'is', null)
        .where('until_on', '>', sql<string>`date(given_on, ${`+${now.days} days`})`)
        .execute();
  }
  await record(tx, 'consent.purposes', {
    data: Object.fromEntries(after.map(({ purpose, days }) => [purpose, days])),
  });
}

/** Headquarters knows that they ended: this database was restored to a time when it did not. */
export async function endConsentsByHeadquarters(tx: Tx, ids: string[]): Promise<void> {
  await endConsents(tx, { ids }, 'headquarters');
  await record(tx, 'consent.ended', { data: { consents: ids.length } });
}

async function endConsents(
  tx: Tx,
  which: { purpose: ConsentPurpose; visitorId?: string } | { ids: string[] },
  ended_why: NonNullable<ConsentTable['ended_why']>,
): Promise<number> {
  const ended_at = contextOf(tx).station.clock.now().toISOString();
  const open = tx.updateTable('consent').set({ ended_at, ended_why }).where('ended_at', 'is', null);
  const chosen =
    'ids' in which
      ? open.where('id', 'in', which.ids)
      : open
          .where('purpose', '=', which.purpose)
          .$if(which.visitorId !== undefined, query =>
            query.where('visitor_id', 'in', samePerson(which.visitorId!)),
          );
  const { numUpdatedRows } = await chosen.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What this person agreed to and has not taken back. */
export async function listConsents(db: Db, visitorId: string, today: string) {
  return db
    .selectFrom('consent')
    .select(['purpose', 'given_on as givenOn', 'until_on as untilOn'])
    .where('visitor_id', 'in', samePerson(visitorId))
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .orderBy('purpose')
    .execute();
}

/** The purposes that a returning visitor may be asked about. */
export async function purposesFor(
  db: Db,
  visitorId: string,
  rules: Rules,
  thisYear: number,
): Promise<ConsentPurpose[]> {
  const visitor = await db
    .selectFrom('visitor')
    .select(['name', 'birth_year', 'phone', 'email'])
    .where('id', '=', visitorId)
    .executeTakeFirstOrThrow();
  return mayBeAsked(visitor, thisYear) ? rules.map(one => one.purpose) : [];
}

/** One part of the list as headquarters gets it: in the order of ids, which is no order of time. */
export async function readPart(
  db: Db,
  purpose: ConsentPurpose,
  part: string,
  today: string,
): Promise<ConsentPerson[]> {
  const rows = await db
    .selectFrom('consent')
    .innerJoin('visitor', 'visitor.id', 'consent.visitor_id')
    .select(['consent.id', 'name', 'phone', 'email', 'until_on as until'])
    .where('purpose', '=', purpose)
    .where(sql<string>`substr(consent.id, 1, 1)`, '=', part)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .where('erased_at', 'is', null)
    .orderBy('given_at', 'desc')
    .limit(mostInPart)
    .execute();
  return rows
    .flatMap(({ name, phone, email, ...one }) =>
      name === null ? [] : [{ ...one, name, ...(phone && { phone }), ...(email && { email }) }],
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
