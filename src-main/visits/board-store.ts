/** What the console shows of visits: the board, the list, one visit whole. */
import { sql } from 'kysely';
import { dayOf, elapsedMs, type Clock } from '../clock.ts';
import { readCode } from '../codes/rules.ts';
import { listConsents } from '../consents/store.ts';
import type { Db } from '../database/open.ts';
import { keepBooks } from '../database/write.ts';
import type { Station } from '../station.ts';
import { atCoopStates, photocopyNumber } from '../photocopies/rules.ts';
import { problem } from '../problem.ts';
import { readProfile, todayHere } from '../profile/store.ts';
import { nameMatch, wordsOf } from '../visitors/rules.ts';
import { enterNames } from '../visitors/store.ts';
import { openStates, seqOf, visitNumber } from './rules.ts';
import type { z } from 'zod';
import type { VisitSearch } from './schema.ts';

/** Every open visit with its place, services and promise clock, oldest first; and the day in figures. */
export async function readBoard(db: Db, clock: Clock, showNames: boolean) {
  const { profile } = await readProfile(db);
  const today = dayOf(clock.now(), profile.office.zone);
  const rows = await db
    .selectFrom('visit')
    .leftJoin('visitor', 'visitor.id', 'visit.visitor_id')
    .leftJoin('custody', join =>
      join.onRef('custody.visit_id', '=', 'visit.id').on('custody.released_at', 'is', null),
    )
    .leftJoin('locker', 'locker.id', 'custody.locker_id')
    .leftJoin('pocket', 'pocket.id', 'custody.pocket_id')
    .leftJoin('slip', join =>
      join.onRef('slip.custody_id', '=', 'custody.id').on('slip.voided_at', 'is', null),
    )
    .selectAll('visit')
    .select([
      'visitor.name as name',
      'custody.id as custodyId',
      'custody.card_kind as cardKind',
      'locker.number as locker',
      'pocket.number as pocket',
      'slip.id as slipId',
    ])
    .where('visit.state', 'in', openStates)
    .orderBy('visit.seq')
    .execute();
  const services = await servicesOf(
    db,
    rows.map(row => row.id),
  );
  const copies = await copiesWithVisitors(db);
  const atCoop = await formsAtCoop(db);
  const cards = rows.map(row => {
    const waitingMs =
      row.state === 'waiting'
        ? Math.max(
            row.waited_ms ?? 0,
            elapsedMs({ at: row.submitted_at, monoMs: row.submitted_mono_ms, boot: row.boot }, clock),
          )
        : null;
    return {
      id: row.id,
      code: row.code,
      number: visitNumber(row),
      state: row.state as 'waiting' | 'serving' | 'inside' | 'leaving',
      previousState: row.previous_state,
      name: showNames ? row.name : null,
      kind: row.kind,
      people: row.kind === 'group' ? row.men + row.women : 1,
      language: row.language,
      entry: row.entry,
      purpose: row.purpose,
      services: services.get(row.id) ?? [],
      submittedAt: row.submitted_at,
      stateAt: row.state_at,
      today: row.on_day === today,
      waitingMs,
      waitedMs: row.waited_ms,
      promiseMs: row.promise_ms,
      breached: row.entry !== 'late' && (waitingMs ?? row.waited_ms ?? 0) > row.promise_ms,
      breachReason: row.breach_reason,
      custodyId: row.custodyId,
      locker: row.locker,
      pocket: row.pocket,
      cardKind: row.cardKind,
      slipId: row.slipId,
      /** Publications in this visitor's hands. */
      reading: copies.get(row.id) ?? 0,
      /** The form that has been at the co-op the longest. */
      photocopy: atCoop.get(row.id) ?? null,
    };
  });
  return { now: clock.now().toISOString(), cards, today: await dayFigures(db, today) };
}

async function copiesWithVisitors(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('copy_away')
    .select(['visit_id', sql<number>`count(*)`.as('count')])
    .where('ended_at', 'is', null)
    .where('photocopy_id', 'is', null)
    .groupBy('visit_id')
    .execute();
  return new Map(rows.map(row => [row.visit_id, row.count]));
}

async function formsAtCoop(db: Db) {
  const rows = await db
    .selectFrom('photocopy')
    .select(['id', 'visit_id', 'count', 'state', 'out_at'])
    .where('ended_at', 'is', null)
    .where('state', 'in', atCoopStates)
    .orderBy('out_at', 'desc')
    .execute();
  return new Map(
    rows.map(row => [
      row.visit_id,
      { id: row.id, number: photocopyNumber(row), state: row.state, outAt: row.out_at! },
    ]),
  );
}

async function dayFigures(db: Db, onDay: string) {
  const row = await db
    .selectFrom('visit')
    .select([
      sql<number>`count(*)`.as('opened'),
      sql<number>`coalesce(sum(state = 'closed'), 0)`.as('closed'),
      sql<number>`coalesce(sum(state = 'left'), 0)`.as('left'),
      sql<number>`coalesce(sum(waited_ms IS NOT NULL AND entry <> 'late'), 0)`.as('served'),
      sql<number>`coalesce(sum(waited_ms <= promise_ms AND entry <> 'late'), 0)`.as('withinPromise'),
    ])
    .where('on_day', '=', onDay)
    .executeTakeFirstOrThrow();
  return row;
}

async function servicesOf(db: Db, visitIds: string[]) {
  const byVisit = new Map<
    string,
    { service: string; startedAt: string | null; endedAt: string | null; outcome: string | null }[]
  >();
  if (visitIds.length === 0) return byVisit;
  const rows = await db
    .selectFrom('visit_service')
    .select(['visit_id', 'service', 'started_at as startedAt', 'ended_at as endedAt', 'outcome'])
    .where('visit_id', 'in', visitIds)
    .orderBy('id')
    .execute();
  for (const { visit_id, ...service } of rows)
    byVisit.set(visit_id, [...(byVisit.get(visit_id) ?? []), service]);
  return byVisit;
}

const pageSize = 50;
/** An office's day begins and ends within one day of the same date in UTC. */
const dayOfSeq = 24 * 60 * 60 * 1_000 * 1_000;

/** Visits of any day, newest first, in pages; `before` is the `next` of the page before. */
export async function searchVisits(
  station: Station,
  search: z.infer<typeof VisitSearch>,
  showNames: boolean,
) {
  const { db } = station;
  const text = search.text?.trim() ?? '';
  const number = /^([A-Za-z])-?0*(\d{1,4})$/.exec(text);
  const code = readCode(text);
  const byName = text !== '' && number === null && code.kind !== 'visit';
  const name = byName && showNames ? nameMatch(text) : null;
  if (byName && name === null) return { rows: [], next: null };
  /** Few visits are open: their names are read one by one. Of all others the full text knows the newest. */
  const onlyOpen = search.state === 'open' || openStates.some(state => state === search.state);
  if (name !== null && !onlyOpen) await keepBooks(station, enterNames);
  /** The same number in both tables; the full text can walk its own only. */
  const seq = name === null || onlyOpen ? sql.ref<number>('visit.seq') : sql.ref<number>('visit_name.rowid');
  const rows = await db
    .selectFrom('visit')
    .leftJoin('visitor', 'visitor.id', 'visit.visitor_id')
    .leftJoin('staff', 'staff.id', 'visit.served_by')
    .select([
      'visit.seq',
      'visit.id',
      'visit.letter',
      'visit.count',
      'visit.on_day as onDay',
      'visit.state',
      'visit.kind',
      'visit.entry',
    ])
    .select([
      'visit.men',
      'visit.women',
      'visit.purpose',
      'visit.submitted_at as submittedAt',
      'visit.ended_at as endedAt',
    ])
    .select([
      'visit.waited_ms as waitedMs',
      'visit.promise_ms as promiseMs',
      'visit.duration_ms as durationMs',
    ])
    .select(['visit.breach_reason as breachReason', 'visitor.name as name', 'staff.name as servedBy'])
    .$if(search.from !== undefined, query => query.where('visit.on_day', '>=', search.from!))
    .$if(search.to !== undefined, query => query.where('visit.on_day', '<=', search.to!))
    .$if(search.from !== undefined, query => query.where(seq, '>=', seqOf(search.from!) - dayOfSeq))
    .$if(search.to !== undefined, query => query.where(seq, '<=', seqOf(search.to!) + 2 * dayOfSeq))
    .$if(search.before !== undefined, query => query.where(seq, '<', Number(search.before)))
    .$if(search.state === 'open', query => query.where('visit.state', 'in', openStates))
    .$if(search.state === 'breached', query =>
      query.where(sql<boolean>`visit.waited_ms > visit.promise_ms AND visit.entry <> 'late'`),
    )
    .$if(search.state !== undefined && search.state !== 'open' && search.state !== 'breached', query =>
      query.where('visit.state', '=', search.state as 'waiting'),
    )
    .$if(number !== null, query =>
      query
        .where('visit.letter', '=', number![1]!.toUpperCase())
        .where('visit.count', '=', Number(number![2])),
    )
    .$if(code.kind === 'visit', query => query.where('visit.code', '=', code.code!))
    .$if(name !== null && onlyOpen, query =>
      query.where(eb =>
        eb.and(wordsOf(text).map(word => eb(sql`' ' || visitor.name_key`, 'like', `% ${word}%`))),
      ),
    )
    .$if(name !== null && !onlyOpen, query =>
      query
        .innerJoin('visit_name', 'visit_name.rowid', 'visit.seq')
        .where(sql<boolean>`visit_name MATCH ${name}`),
    )
    .orderBy(seq, 'desc')
    .limit(pageSize + 1)
    .execute();
  const page = rows.slice(0, pageSize).map(({ letter, count, name, ...row }) => ({
    ...row,
    number: visitNumber({ letter, count }),
    name: showNames ? name : null,
  }));
  return { rows: page, next: rows.length > pageSize ? String(rows[pageSize - 1]!.seq) : null };
}

/** One visit whole, but for phone and e-mail: those are looked at one by one, and each look is recorded. */
export async function readVisit(station: Pick<Station, 'db' | 'clock'>, visitId: string, showNames: boolean) {
  const { db } = station;
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  const visitor = visit.visitor_id
    ? await db.selectFrom('visitor').selectAll().where('id', '=', visit.visitor_id).executeTakeFirst()
    : undefined;
  const custodies = await db
    .selectFrom('custody')
    .leftJoin('locker', 'locker.id', 'custody.locker_id')
    .leftJoin('pocket', 'pocket.id', 'custody.pocket_id')
    .select(['custody.id', 'card_kind as cardKind', 'card_of as cardOf', 'card_last4 as cardLast4'])
    .select(['no_card_reason as noCardReason', 'taken_at as takenAt', 'released_at as releasedAt', 'release'])
    .select(['locker.number as locker', 'pocket.number as pocket'])
    .where('custody.visit_id', '=', visitId)
    .orderBy('taken_at')
    .execute();
  const slips = await db
    .selectFrom('slip')
    .select(['id', 'code', 'kind', 'made_at as madeAt', 'voided_at as voidedAt', 'void_reason as voidReason'])
    .where('visit_id', '=', visitId)
    .orderBy('made_at')
    .execute();
  return {
    id: visit.id,
    code: visit.code,
    number: visitNumber(visit),
    kind: visit.kind,
    onDay: visit.on_day,
    state: visit.state,
    previousState: visit.previous_state,
    stateAt: visit.state_at,
    language: visit.language,
    purpose: visit.purpose,
    purposeOther: visit.purpose_other,
    men: visit.men,
    women: visit.women,
    companion: visit.companion_relation
      ? { name: showNames ? visit.companion_name : null, relation: visit.companion_relation }
      : null,
    notice: visit.notice_choice ? { version: visit.notice_version, choice: visit.notice_choice } : null,
    entry: visit.entry,
    entryReason: visit.entry_reason,
    submittedAt: visit.submitted_at,
    servedAt: visit.served_at,
    endedAt: visit.ended_at,
    waitedMs: visit.waited_ms,
    promiseMs: visit.promise_ms,
    durationMs: visit.duration_ms,
    breached: visit.entry !== 'late' && (visit.waited_ms ?? 0) > visit.promise_ms,
    breachReason: visit.breach_reason,
    breachNote: visit.breach_note,
    leftReason: visit.left_reason,
    leftOpenReason: visit.left_open_reason,
    services: (await servicesOf(db, [visitId])).get(visitId) ?? [],
    custodies,
    slips,
    person:
      visitor && showNames
        ? {
            id: visitor.id,
            code: visitor.code,
            name: visitor.name,
            sex: visitor.sex,
            birthYear: visitor.birth_year,
            education: visitor.education,
            occupation: visitor.occupation,
            institutionCategory: visitor.institution_category,
            institution: visitor.institution,
            disability: visitor.disability,
            remembered: visitor.remembered === 1,
            hasPhone: visitor.phone !== null,
            hasEmail: visitor.email !== null,
            consents: await listConsents(db, visitor.id, await todayHere(station)),
          }
        : null,
  };
}
