/** Opening a visit: by the visitor at the kiosk, or by an officer at the counter. */
import { v7 as uuid } from 'uuid';
import { dayOf, noBoot } from '../clock.ts';
import { makeCode } from '../codes/rules.ts';
import { answerConsents } from '../consents/store.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import type { VisitTable } from '../database/tables.ts';
import { makeSlip, queuePrint } from '../devices/store.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import type { OfficeProfile } from '../profile/schema.ts';
import { addVisitor, sameVisitors, visitorExists } from '../visitors/store.ts';
import { misfits, missingOfFullForm, openStates, seqOf, visitNumber } from './rules.ts';
import type { CounterEntry, Guestbook, Ticket } from './schema.ts';

type Opened = Pick<VisitTable, 'id' | 'code' | 'letter' | 'count' | 'submitted_at' | 'promise_ms'>;

/**
 * The guestbook handed in at the kiosk. The same form again, or the same person while a visit of today is open,
 * gives the visit that is there: checked inside the write lock, so an impatient third press cannot win a race.
 *
 * A visitor who declines the notice is served all the same, and counted without a person.
 *
 * @param recognised the visitor that a token stands for; null when the form says who it is.
 */
export async function signGuestbook(tx: Tx, form: Guestbook, recognised: string | null): Promise<Ticket> {
  const { station } = contextOf(tx);
  const { profile } = await readProfile(tx);
  const again = await tx
    .selectFrom('visit')
    .select(['id', 'code', 'letter', 'count', 'submitted_at', 'promise_ms'])
    .where('submission_id', '=', form.submissionId)
    .executeTakeFirst();
  if (again) return ticketOf(again, profile, true);

  const accepted = form.notice.choice === 'accepted';
  const visitorId = accepted ? recognised : null;
  const person = accepted && !visitorId ? (form.person ?? {}) : undefined;
  const wrong = [
    ...misfits({ ...form, person }, profile, station.clock.now().getFullYear()),
    ...(profile.kiosk.form === 'full' ? missingOfFullForm(form.kind, person) : []),
  ];
  if (wrong.length > 0) throw problem.request.invalid({ fields: wrong.map(field => ({ field })) });

  const samePeople = visitorId ? [visitorId] : person ? await sameVisitors(tx, person) : [];
  const open = await openVisitOfToday(tx, samePeople, profile);
  if (open) {
    await answerConsents(tx, open.visitor_id!, form, profile);
    return ticketOf(open, profile, true);
  }

  const visitor = visitorId ?? (person ? await addVisitor(tx, person, form.remember ?? false) : null);
  const opened = await insertVisit(tx, profile, {
    ...form,
    companionName: accepted ? form.companionName : undefined,
    visitorId: visitor,
    entry: 'kiosk',
    notice: form.notice,
  });
  if (visitor) await answerConsents(tx, visitor, form, profile);
  if (profile.kiosk.printTicket && profile.printer.kind !== 'none')
    await queuePrint(tx, await makeTicketSlip(tx, opened, profile));
  return ticketOf(opened, profile, false);
}

/** An entry by an officer: for somebody who cannot use the kiosk, or afterwards with a reason. */
export async function enterAtCounter(tx: Tx, entry: CounterEntry): Promise<Opened & { number: string }> {
  const { station } = contextOf(tx);
  const { profile } = await readProfile(tx);
  const late = entry.arrivedAt !== undefined;
  if (late && !entry.reason) throw problem.request.invalid({ fields: [{ field: 'reason' }] });
  if (late && Date.parse(entry.arrivedAt!) > station.clock.now().getTime())
    throw problem.visits.futureEntry();
  const person = entry.visitorId ? undefined : entry.person;
  const wrong = misfits({ ...entry, person }, profile, station.clock.now().getFullYear());
  if (wrong.length > 0) throw problem.request.invalid({ fields: wrong.map(field => ({ field })) });
  if (entry.visitorId) await visitorExists(tx, entry.visitorId);
  const again = await tx
    .selectFrom('visit')
    .select(['id', 'code', 'letter', 'count', 'submitted_at', 'promise_ms'])
    .where('submission_id', '=', entry.submissionId)
    .executeTakeFirst();
  const opened =
    again ??
    (await insertVisit(tx, profile, {
      ...entry,
      visitorId: entry.visitorId ?? (person ? await addVisitor(tx, person, false) : null),
      entry: late ? 'late' : 'counter',
    }));
  return { ...opened, number: visitNumber(opened) };
}

async function openVisitOfToday(
  tx: Tx,
  visitorIds: string[],
  profile: OfficeProfile,
): Promise<(Opened & Pick<VisitTable, 'visitor_id'>) | null> {
  if (visitorIds.length === 0) return null;
  const { station } = contextOf(tx);
  const row = await tx
    .selectFrom('visit')
    .select(['id', 'visitor_id', 'code', 'letter', 'count', 'submitted_at', 'promise_ms'])
    .where('visitor_id', 'in', visitorIds)
    .where('on_day', '=', dayOf(station.clock.now(), profile.office.zone))
    .where('state', 'in', openStates)
    .executeTakeFirst();
  return row ?? null;
}

interface NewVisit extends Omit<CounterEntry, 'person' | 'visitorId'> {
  visitorId: string | null;
  entry: VisitTable['entry'];
  notice?: Guestbook['notice'];
}

async function insertVisit(tx: Tx, profile: OfficeProfile, form: NewVisit): Promise<Opened> {
  const { station, actor } = contextOf(tx);
  const now = station.clock.now();
  const arrived = form.arrivedAt ? new Date(form.arrivedAt) : now;
  const onDay = dayOf(arrived, profile.office.zone);
  const { letter } = profile.services.find(one => one.code === form.services[0])!;
  const last = await tx
    .selectFrom('visit')
    .select(eb => eb.fn.max('count').as('count'))
    .where('on_day', '=', onDay)
    .where('letter', '=', letter)
    .executeTakeFirst();
  const visit = {
    id: uuid(),
    code: makeCode('visit'),
    letter,
    count: (last?.count ?? 0) + 1,
    submitted_at: arrived.toISOString(),
    promise_ms: profile.promiseMinutes * 60_000,
  };
  await tx
    .insertInto('visit')
    .values({
      ...visit,
      seq: await nextSeq(tx, visit.submitted_at),
      submission_id: form.submissionId,
      visitor_id: form.visitorId,
      kind: form.kind,
      on_day: onDay,
      language: form.language,
      purpose: form.purpose ?? null,
      purpose_other: form.purposeOther || null,
      men: form.men ?? 0,
      women: form.women ?? 0,
      companion_name: form.companionName || null,
      companion_relation: form.companionRelation ?? null,
      notice_version: form.notice?.version ?? null,
      notice_choice: form.notice?.choice ?? null,
      notice_at: form.notice ? now.toISOString() : null,
      entry: form.entry,
      entry_reason: form.reason || null,
      entered_by: actor.staffId,
      state: 'waiting',
      state_at: now.toISOString(),
      boot: form.entry === 'late' ? noBoot : station.clock.boot,
      submitted_mono_ms: form.entry === 'late' ? 0 : station.clock.monoMs(),
    })
    .execute();
  await tx
    .insertInto('visit_service')
    .values([...new Set(form.services)].map(service => ({ id: uuid(), visit_id: visit.id, service })))
    .execute();
  await record(tx, 'visit.opened', {
    visitId: visit.id,
    data: {
      number: visitNumber(visit),
      onDay,
      kind: form.kind,
      entry: form.entry,
      services: form.services,
      men: form.men ?? 0,
      women: form.women ?? 0,
      notice: form.notice ?? null,
    },
  });
  return visit;
}

async function nextSeq(tx: Tx, arrivedAt: string): Promise<number> {
  const first = seqOf(arrivedAt);
  const { last } = await tx
    .selectFrom('visit')
    .select(eb => eb.fn.max<number | null>('seq').as('last'))
    .where('seq', '>=', first)
    .where('seq', '<', first + 1_000)
    .executeTakeFirstOrThrow();
  return last === null ? first : last + 1;
}

function makeTicketSlip(tx: Tx, visit: Opened, profile: OfficeProfile): Promise<string> {
  return makeSlip(tx, {
    kind: 'ticket',
    visitId: visit.id,
    custodyId: null,
    code: visit.code,
    bigNumber: visitNumber(visit),
    profile,
  });
}

function ticketOf(visit: Opened, profile: OfficeProfile, already: boolean): Ticket {
  const printing = profile.kiosk.printTicket && profile.printer.kind !== 'none' && !already;
  return {
    code: visit.code,
    number: visitNumber(visit),
    servedBy: new Date(Date.parse(visit.submitted_at) + visit.promise_ms).toISOString(),
    promiseMinutes: Math.round(visit.promise_ms / 60_000),
    already,
    slip: printing ? 'printing' : 'screen',
  };
}
