/**
 * ID card ↔ pocket ↔ locker ↔ visit ↔ slip, one record from take-in to give-back.
 *
 * Invariants (also in the schema): a locker, a pocket and a visit each have at most one open custody; a card goes
 * back only when slip, pocket and locker agree, or with a second officer; a released custody never changes again.
 */
import { v7 as uuid } from 'uuid';
import { makeCode, readCode } from '../codes/rules.ts';
import type { Custody, Place } from '../database/tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { makeSlip, queuePrint, voidSlipOf } from '../devices/store.ts';
import { findPlaceByCode, holderOf, nextFreePlace } from '../lockers/store.ts';
import type { PlaceKind } from '../lockers/schema.ts';
import { problem } from '../problem.ts';
import { requireChoice, readProfile } from '../profile/store.ts';
import { visitNumber } from '../visits/rules.ts';
import { enterRoom, startLeaving, visitFor, closeVisit } from '../visits/store.ts';
import { disagreement } from './rules.ts';
import type { GiveBack, MoveReason, TakeIn } from './schema.ts';

/** What the officer needs to see and hand out after a take-in. `jobId` is null where slips are shown on screen. */
export interface TakenIn {
  custodyId: string;
  lockerNumber: number | null;
  pocketNumber: number | null;
  slipId: string;
  jobId: string | null;
}

export async function takeIn(tx: Tx, form: TakeIn): Promise<TakenIn> {
  const { station, actor } = contextOf(tx);
  const { profile } = await readProfile(tx);
  const visit = await visitFor(tx, form.visitId);
  if (await openCustodyOf(tx, visit.id)) throw problem.custody.alreadyOpen();
  if (!form.card && (!form.noCardReason || form.locker === null))
    throw problem.request.invalid({ fields: [{ field: 'card' }] });
  if (form.card) await requireChoice(tx, 'cards', form.card.kind, 'card.kind');
  else await requireChoice(tx, 'noCardReasons', form.noCardReason!, 'noCardReason');
  if (visit.state === 'serving') await enterRoom(tx, visit.id);
  else if (visit.state !== 'inside') throw problem.visits.wrongState({ state: visit.state });

  const pocket = form.card ? await freePlace(tx, 'pocket', form.card.pocketCode ?? 'next') : null;
  const locker = form.locker === null ? null : await freePlace(tx, 'locker', form.locker);
  const id = uuid();
  await tx
    .insertInto('custody')
    .values({
      id,
      visit_id: visit.id,
      card_kind: form.card?.kind ?? null,
      card_of: form.card?.of ?? 'visitor',
      card_last4: profile.custody.askLastFour ? (form.card?.last4 ?? null) : null,
      no_card_reason: form.card ? null : form.noCardReason!,
      pocket_id: pocket?.id ?? null,
      locker_id: locker?.id ?? null,
      taken_at: station.clock.now().toISOString(),
      taken_by: actor.staffId!,
    })
    .execute();
  await record(tx, 'custody.taken', {
    visitId: visit.id,
    data: {
      custodyId: id,
      cardKind: form.card?.kind ?? null,
      locker: locker?.number ?? null,
      pocket: pocket?.number ?? null,
    },
  });
  const slipId = await makeLockerSlip(tx, id);
  const jobId = profile.printer.kind === 'none' ? null : await queuePrint(tx, slipId);
  return {
    custodyId: id,
    lockerNumber: locker?.number ?? null,
    pocketNumber: pocket?.number ?? null,
    slipId,
    jobId,
  };
}

async function makeLockerSlip(tx: Tx, custodyId: string): Promise<string> {
  const { profile } = await readProfile(tx);
  const custody = await custodyFor(tx, custodyId);
  const visit = await visitFor(tx, custody.visit_id);
  const kind = custody.locker_id ? 'locker' : 'pocket';
  const place = await tx
    .selectFrom(kind)
    .select('number')
    .where('id', '=', (custody.locker_id ?? custody.pocket_id)!)
    .executeTakeFirstOrThrow();
  return makeSlip(tx, {
    kind: 'locker',
    visitId: visit.id,
    custodyId,
    code: makeCode('slip'),
    bigNumber: String(place.number).padStart(2, '0'),
    locker: custody.locker_id !== null,
    visitNumber: visitNumber(visit),
    profile,
  });
}

async function freePlace(tx: Tx, kind: PlaceKind, codeOrNext: string): Promise<Place> {
  if (codeOrNext === 'next') return nextFreePlace(tx, kind);
  const place = await placeOfCode(tx, kind, codeOrNext);
  if (place.condition !== 'usable') throw problem.custody.unusable({ kind, number: place.number });
  if (await holderOf(tx, kind, place.id))
    throw (kind === 'locker' ? problem.custody.lockerOccupied : problem.custody.pocketOccupied)({
      number: place.number,
    });
  return place;
}

async function placeOfCode(tx: Tx, kind: PlaceKind, typed: string): Promise<Place> {
  const read = readCode(typed);
  if (read.kind === 'damaged') throw problem.codes.damaged();
  if (read.kind !== kind) throw problem.codes.foreign({ wanted: kind });
  const place = await findPlaceByCode(tx, kind, read.code);
  if (!place) throw problem.codes.unknown();
  return place;
}

async function custodyFor(tx: Tx, custodyId: string): Promise<Custody> {
  const custody = await tx.selectFrom('custody').selectAll().where('id', '=', custodyId).executeTakeFirst();
  if (!custody) throw problem.custody.notOpen();
  return custody;
}

export async function openCustody(tx: Tx, custodyId: string): Promise<Custody> {
  const custody = await custodyFor(tx, custodyId);
  if (custody.released_at) throw problem.custody.notOpen();
  return custody;
}

export function openCustodyOf(tx: Tx, visitId: string) {
  return tx
    .selectFrom('custody')
    .select('id')
    .where('visit_id', '=', visitId)
    .where('released_at', 'is', null)
    .executeTakeFirst();
}

/** What of slip, pocket and locker belongs to this custody; the caller stops, loudly, when any does not. */
export async function compareScans(tx: Tx, custody: Custody, scans: Partial<GiveBack>) {
  const codes = async (kind: PlaceKind, id: string | null) =>
    id
      ? (await tx.selectFrom(kind).select('code').where('id', '=', id).executeTakeFirstOrThrow()).code
      : null;
  const slip = await tx
    .selectFrom('slip')
    .select(['code', 'voided_at'])
    .where('custody_id', '=', custody.id)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return disagreement(
    {
      slip: slip?.code ?? null,
      pocket: await codes('pocket', custody.pocket_id),
      locker: await codes('locker', custody.locker_id),
    },
    scans,
  );
}

/** Recorded in a transaction of its own, because the give-back that it stops is not written. */
export async function recordMismatch(tx: Tx, custodyId: string, wrong: string[]): Promise<void> {
  const custody = await custodyFor(tx, custodyId);
  await record(tx, 'custody.mismatch', { visitId: custody.visit_id, data: { custodyId, wrong } });
}

/** The card is handed back and the locker is free; the visit closes with it. */
export async function releaseCustody(
  tx: Tx,
  custody: Custody,
  release: 'slip' | 'lost-slip',
  secondStaffId: string | null,
): Promise<void> {
  const { station, actor } = contextOf(tx);
  await tx
    .updateTable('custody')
    .set({
      released_at: station.clock.now().toISOString(),
      released_by: actor.staffId,
      release,
      second_staff_id: secondStaffId,
    })
    .where('id', '=', custody.id)
    .execute();
  await voidSlipOf(tx, 'custody_id', custody.id, release === 'slip' ? 'given-back' : 'lost');
  await record(tx, 'custody.returned', {
    visitId: custody.visit_id,
    data: { custodyId: custody.id, release, secondStaffId },
  });
  const visit = await visitFor(tx, custody.visit_id);
  if (visit.state === 'inside') await startLeaving(tx, visit.id);
  await closeVisit(tx, visit.id);
}

/** A slip was lost, but the visitor stays: the old one is void, a new one is made. */
export async function replaceSlip(
  tx: Tx,
  custody: Custody,
  secondStaffId: string,
): Promise<{ slipId: string; jobId: string | null }> {
  const { profile } = await readProfile(tx);
  await voidSlipOf(tx, 'custody_id', custody.id, 'lost');
  const slipId = await makeLockerSlip(tx, custody.id);
  await record(tx, 'custody.slip-replaced', {
    visitId: custody.visit_id,
    data: { custodyId: custody.id, secondStaffId },
  });
  return { slipId, jobId: profile.printer.kind === 'none' ? null : await queuePrint(tx, slipId) };
}

/** The locker jammed or was too small: another one, and with it a new slip. */
export async function moveLocker(tx: Tx, custody: Custody, codeOrNext: string, reason: MoveReason) {
  const { profile } = await readProfile(tx);
  const locker = await freePlace(tx, 'locker', codeOrNext);
  await tx.updateTable('custody').set({ locker_id: locker.id }).where('id', '=', custody.id).execute();
  await voidSlipOf(tx, 'custody_id', custody.id, 'moved');
  const slipId = await makeLockerSlip(tx, custody.id);
  await record(tx, 'custody.moved', {
    visitId: custody.visit_id,
    data: { custodyId: custody.id, locker: locker.number, reason },
  });
  return {
    slipId,
    lockerNumber: locker.number,
    jobId: profile.printer.kind === 'none' ? null : await queuePrint(tx, slipId),
  };
}

const undoMs = 2 * 60 * 1_000;

/** A take-in entered by mistake, within two minutes: card and locker never stayed. */
export async function undoTakeIn(tx: Tx, custody: Custody): Promise<void> {
  const { station, actor } = contextOf(tx);
  const now = station.clock.now();
  if (now.getTime() - Date.parse(custody.taken_at) > undoMs) throw problem.custody.undoTooLate();
  await tx
    .updateTable('custody')
    .set({ released_at: now.toISOString(), released_by: actor.staffId, release: 'undone' })
    .where('id', '=', custody.id)
    .execute();
  await voidSlipOf(tx, 'custody_id', custody.id, 'undone');
  await record(tx, 'custody.undone', { visitId: custody.visit_id, data: { custodyId: custody.id } });
}
