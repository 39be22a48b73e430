/** The steps of a visit after it was opened. */
import { sql } from 'kysely';
import { dayOf, elapsedMs } from '../clock.ts';
import type { Visit } from '../database/tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { settleFormsOf } from '../photocopies/settle-store.ts';
import { problem } from '../problem.ts';
import { requireChoice, readProfile } from '../profile/store.ts';
import { openTitlesOf } from '../reading/store.ts';
import { startService } from './services-store.ts';
import { isOpen, stepTo, visitCan, visitCanUndo, type Step } from './rules.ts';

export async function visitFor(tx: Tx, visitId: string): Promise<Visit> {
  const visit = await tx.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  return visit;
}

async function take(tx: Tx, visitId: string, step: Step, change: Partial<Visit> = {}): Promise<Visit> {
  const visit = await visitFor(tx, visitId);
  if (!visitCan(step, visit)) throw problem.visits.wrongState({ state: visit.state });
  await tx
    .updateTable('visit')
    .set({
      state: stepTo(step),
      previous_state: visit.state,
      state_at: contextOf(tx).station.clock.now().toISOString(),
      ...change,
    })
    .where('id', '=', visitId)
    .execute();
  return visit;
}

/** The first service stops the promise clock; a service after an undo can only make the wait longer. */
export async function serveVisit(tx: Tx, visitId: string): Promise<void> {
  const { station, actor } = contextOf(tx);
  const visit = await visitFor(tx, visitId);
  const now = station.clock.now().toISOString();
  const waitedMs = Math.max(visit.waited_ms ?? 0, waited(visit, station.clock));
  await take(tx, visitId, 'serve', { served_at: now, served_by: actor.staffId, waited_ms: waitedMs });
  const first = await tx
    .selectFrom('visit_service')
    .select('service')
    .where('visit_id', '=', visitId)
    .where('started_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  if (first) await startService(tx, visitId, first.service);
  await record(tx, 'visit.served', {
    visitId,
    data: { waitedMs, breached: visit.entry !== 'late' && waitedMs > visit.promise_ms },
  });
}

function waited(visit: Visit, clock: Parameters<typeof elapsedMs>[1]): number {
  return elapsedMs({ at: visit.submitted_at, monoMs: visit.submitted_mono_ms, boot: visit.boot }, clock);
}

/** Into the reading room without handing over a card; `takeIn` of custody does it with one. */
export async function enterRoom(tx: Tx, visitId: string): Promise<void> {
  await take(tx, visitId, 'room');
  await record(tx, 'visit.inside', { visitId });
}

export async function startLeaving(tx: Tx, visitId: string): Promise<void> {
  await take(tx, visitId, 'leaving');
  await record(tx, 'visit.leaving', { visitId });
}

/** Refused while a card, locker or publication is open. A visit closed on another day than it was opened has no duration. */
export async function closeVisit(tx: Tx, visitId: string): Promise<void> {
  const { station } = contextOf(tx);
  const visit = await visitFor(tx, visitId);
  const open = await tx
    .selectFrom('custody')
    .select('id')
    .where('visit_id', '=', visitId)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  if (open) throw problem.visits.custodyOpen({ custodyId: open.id });
  const titles = await openTitlesOf(tx, visitId);
  if (titles.length > 0) throw problem.visits.copiesOpen({ titles });
  await settleFormsOf(tx, visitId);
  const { profile } = await readProfile(tx);
  const now = station.clock.now();
  const sameDay =
    dayOf(now, profile.office.zone) === visit.on_day &&
    visit.entry !== 'late' &&
    visit.left_open_reason === null;
  await take(tx, visitId, 'close', {
    ended_at: now.toISOString(),
    duration_ms: sameDay ? waited(visit, station.clock) : null,
  });
  await tx
    .updateTable('visit_service')
    .set({ ended_at: now.toISOString(), outcome: 'given' })
    .where('visit_id', '=', visitId)
    .where('started_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute();
  await record(tx, 'visit.closed', { visitId, data: { sameDay } });
}

export async function leaveUnserved(tx: Tx, visitId: string, reason: string): Promise<void> {
  await requireChoice(tx, 'leftReasons', reason, 'reason');
  const now = contextOf(tx).station.clock.now().toISOString();
  await take(tx, visitId, 'left', { left_reason: reason, ended_at: now });
  await record(tx, 'visit.left', { visitId, data: { reason } });
}

/** Takes the last step back, for two minutes, while no card is held. What was waited stays. */
export async function undoStep(tx: Tx, visitId: string): Promise<void> {
  const { station } = contextOf(tx);
  const visit = await visitFor(tx, visitId);
  const stateAgeMs = station.clock.now().getTime() - Date.parse(visit.state_at);
  const held = await tx
    .selectFrom('custody')
    .select('id')
    .where('visit_id', '=', visitId)
    .where(eb => eb.or([eb('released_at', 'is', null), eb('released_at', '>=', visit.state_at)]))
    .executeTakeFirst();
  const reading = visit.state === 'serving' && (await openTitlesOf(tx, visitId)).length > 0;
  if (held || reading || !visitCanUndo({ previousState: visit.previous_state, stateAgeMs }))
    throw problem.visits.undoTooLate();
  const back = visit.previous_state!;
  if (visit.state === 'serving')
    await tx
      .updateTable('visit_service')
      .set({ started_at: null, staff_id: null })
      .where('visit_id', '=', visitId)
      .where('started_at', '>=', visit.state_at)
      .execute();
  if (visit.state === 'closed')
    await tx
      .updateTable('visit_service')
      .set({ ended_at: null, outcome: null })
      .where('visit_id', '=', visitId)
      .where('ended_at', '=', visit.ended_at)
      .execute();
  await tx
    .updateTable('visit')
    .set({
      state: back,
      previous_state: null,
      state_at: station.clock.now().toISOString(),
      ended_at: null,
      duration_ms: null,
      left_reason: null,
    })
    .where('id', '=', visitId)
    .execute();
  await record(tx, 'visit.undone', { visitId, data: { from: visit.state, to: back } });
}

export async function giveBreachReason(
  tx: Tx,
  visitId: string,
  reason: string,
  note: string | null,
): Promise<void> {
  await visitFor(tx, visitId);
  await requireChoice(tx, 'breachReasons', reason, 'reason');
  await tx
    .updateTable('visit')
    .set({ breach_reason: reason, breach_note: note })
    .where('id', '=', visitId)
    .execute();
  await record(tx, 'visit.breach-explained', { visitId, data: { reason } });
}

/** Why a visit stays open over the night; without it the day cannot be closed. */
export async function leaveOpenOvernight(tx: Tx, visitId: string, reason: string): Promise<void> {
  const { state } = await visitFor(tx, visitId);
  if (!isOpen(state)) throw problem.visits.wrongState({ state });
  await tx.updateTable('visit').set({ left_open_reason: reason }).where('id', '=', visitId).execute();
  await record(tx, 'visit.left-open', { visitId });
}

/** The names of those who accompanied an erased visitor, and free text about the visits, go with them. */
export async function eraseCompanions(tx: Tx, visitorId: string): Promise<void> {
  await tx
    .updateTable('visit')
    .set({
      companion_name: null,
      purpose_other: null,
      breach_note: null,
      // That there was a reason stays: a late entry, and a visit left open, need one.
      entry_reason: sql`CASE WHEN entry_reason IS NOT NULL THEN '–' END`,
      left_open_reason: sql`CASE WHEN left_open_reason IS NOT NULL THEN '–' END`,
    })
    .where('visitor_id', '=', visitorId)
    .execute();
  await record(tx, 'visit.companions-erased', { data: { visitorId } });
}
