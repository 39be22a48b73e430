/** Shift hand-over, evacuation list, and the closing of a day. */
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { dayOf } from '../clock.ts';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import type { Station } from '../station.ts';
import { openStates, visitNumber } from '../visits/rules.ts';
import { leaveOpenOvernight } from '../visits/store.ts';
import type { Closing, Handover } from './schema.ts';

/** What is in the officer's care this moment. */
export async function countInCare(db: Db) {
  const custody = await db
    .selectFrom('custody')
    .select([
      sql<number>`coalesce(sum(card_kind IS NOT NULL), 0)`.as('cards'),
      sql<number>`coalesce(sum(locker_id IS NOT NULL), 0)`.as('lockers'),
    ])
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow();
  const states = await db
    .selectFrom('visit')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('state', 'in', openStates)
    .groupBy('state')
    .execute();
  const byState = Object.fromEntries(states.map(row => [row.state, row.count]));
  const copies = await db
    .selectFrom('copy_away')
    .select([
      sql<number>`coalesce(sum(photocopy_id IS NULL), 0)`.as('reading'),
      sql<number>`coalesce(sum(photocopy_id IS NOT NULL), 0)`.as('atCoop'),
    ])
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { ...custody, ...copies, openVisits: states.reduce((sum, row) => sum + row.count, 0), byState };
}

/** @throws problem.shifts.countDiffers when the cards in the drawer are not those on record and nothing is noted. */
export async function handOver(tx: Tx, form: Handover): Promise<void> {
  const { station, actor } = contextOf(tx);
  const counts = await countInCare(tx);
  if (form.countedCards !== counts.cards && !form.note)
    throw problem.shifts.countDiffers({ expected: counts.cards });
  const id = uuid();
  await tx
    .insertInto('handover')
    .values({
      id,
      at: station.clock.now().toISOString(),
      from_staff_id: actor.staffId!,
      to_staff_id: form.toStaffId,
      counted_cards: form.countedCards,
      expected_cards: counts.cards,
      counts: JSON.stringify(counts),
      note: form.note || null,
    })
    .execute();
  await record(tx, 'handover.made', {
    data: { id, toStaffId: form.toStaffId, countedCards: form.countedCards, expectedCards: counts.cards },
  });
}

export function listHandovers(db: Db) {
  return db
    .selectFrom('handover')
    .innerJoin('staff as giver', 'giver.id', 'handover.from_staff_id')
    .innerJoin('staff as taker', 'taker.id', 'handover.to_staff_id')
    .select(['handover.id', 'handover.at', 'giver.name as from', 'taker.name as to'])
    .select(['counted_cards as countedCards', 'expected_cards as expectedCards', 'note'])
    .orderBy('handover.at', 'desc')
    .limit(60)
    .execute();
}

async function listOpen(db: Db, untilDay: string | null) {
  const rows = await db
    .selectFrom('visit')
    .leftJoin('visitor', 'visitor.id', 'visit.visitor_id')
    .leftJoin('custody', join =>
      join.onRef('custody.visit_id', '=', 'visit.id').on('custody.released_at', 'is', null),
    )
    .leftJoin('locker', 'locker.id', 'custody.locker_id')
    .leftJoin('pocket', 'pocket.id', 'custody.pocket_id')
    .select([
      'visit.id',
      'visit.letter',
      'visit.count',
      'visit.state',
      'visit.kind',
      'visit.men',
      'visit.women',
    ])
    .select([
      'visit.on_day as onDay',
      'visit.submitted_at as since',
      'visitor.name',
      'visit.left_open_reason as leftOpenReason',
    ])
    .select(['locker.number as locker', 'pocket.number as pocket', 'custody.card_kind as cardKind'])
    .select(
      sql<number>`(SELECT count(*) FROM copy_away WHERE visit_id = visit.id AND copy_away.ended_at IS NULL)`.as(
        'publications',
      ),
    )
    .where('visit.state', 'in', openStates)
    .$if(untilDay !== null, query => query.where('visit.on_day', '<=', untilDay!))
    .orderBy('visit.seq')
    .execute();
  return rows.map(({ letter, count, men, women, ...row }) => ({
    ...row,
    number: visitNumber({ letter, count }),
    people: row.kind === 'group' ? men + women : row.kind === 'accompanied' || row.kind === 'child' ? 2 : 1,
  }));
}

/** Everybody who may be in the building. Reading the names is recorded. */
export async function evacuationList(tx: Tx) {
  const rows = await listOpen(tx, null);
  await record(tx, 'evacuation.listed', { data: { visits: rows.length } });
  return rows;
}

const isUnseen = (visit: { leftOpenReason: string | null }) => visit.leftOpenReason === null;

async function wasClosed(db: Db, onDay: string): Promise<boolean> {
  const row = await db.selectFrom('closing').select('on_day').where('on_day', '=', onDay).executeTakeFirst();
  return row !== undefined;
}

/**
 * What must be settled before a day can be closed, and the earlier day that is not settled: one that nobody closed, or
 * that a visitor came to after it was closed, and is still here.
 */
export async function readClearance(station: Station, day: string | null) {
  const { db, clock } = station;
  const { profile } = await readProfile(db);
  const today = dayOf(clock.now(), profile.office.zone);
  const onDay = day ?? today;
  const open = await listOpen(db, onDay);
  const afterClosing = await db
    .selectFrom('visit')
    .select(eb => eb.fn.max('on_day').as('onDay'))
    .where('state', 'in', openStates)
    .where('left_open_reason', 'is', null)
    .where('on_day', '<', today)
    .executeTakeFirst();
  const earlier = await db
    .selectFrom('visit')
    .select(eb => eb.fn.max('on_day').as('onDay'))
    .where('on_day', '<', today)
    .executeTakeFirst();
  const earlierClosed = earlier?.onDay
    ? await db.selectFrom('closing').select('on_day').where('on_day', '>=', earlier.onDay).executeTakeFirst()
    : true;
  return {
    day: onDay,
    today,
    open,
    closed: (await wasClosed(db, onDay)) && !open.some(isUnseen),
    earlierUnclosedDay: (earlierClosed ? afterClosing?.onDay : earlier?.onDay) ?? null,
    inCare: await countInCare(db),
  };
}

/**
 * A day that was closed is closed anew when somebody came after that.
 *
 * @throws problem.shifts.openVisits while a visit is open without a reason; the schema refuses it as well.
 * @throws problem.shifts.futureDay because whoever is here on a day to come cannot have been seen.
 */
export async function closeDay(tx: Tx, form: Closing): Promise<void> {
  const { station, actor } = contextOf(tx);
  const { profile } = await readProfile(tx);
  if (form.onDay > dayOf(station.clock.now(), profile.office.zone)) throw problem.shifts.futureDay();
  if ((await wasClosed(tx, form.onDay)) && !(await listOpen(tx, form.onDay)).some(isUnseen))
    throw problem.shifts.closedAlready();
  for (const { visitId, reason } of form.leftOpen) await leaveOpenOvernight(tx, visitId, reason);
  const open = await listOpen(tx, form.onDay);
  const unseen = open.filter(isUnseen);
  if (unseen.length > 0) throw problem.shifts.openVisits({ numbers: unseen.map(visit => visit.number) });
  const closing = {
    closed_at: station.clock.now().toISOString(),
    closed_by: actor.staffId!,
    left_open: open.length,
    ...(form.note && { note: form.note }),
  };
  await tx
    .insertInto('closing')
    .values({ ...closing, on_day: form.onDay })
    .onConflict(day => day.column('on_day').doUpdateSet(closing))
    .execute();
  await record(tx, 'closing.made', { data: { onDay: form.onDay, leftOpen: open.length } });
}
