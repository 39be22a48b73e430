/** Slips and the jobs that print them. A slip is made once; each print of it is a job with its own copy number. */
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import type { PrintJobTable } from '../database/tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { OfficeProfile } from '../profile/schema.ts';
import { looked } from './queue-store.ts';
import type { SlipPrint } from './schema.ts';
import { slipContent, type SlipContent, type SlipFacts } from './slip.ts';

export interface NewSlip extends SlipFacts {
  visitId: string | null;
  custodyId: string | null;
  photocopyId?: string;
  profile: OfficeProfile;
}

/** @returns the slip's id. Printing it is another matter: `queuePrint`. */
export async function makeSlip(tx: Tx, slip: NewSlip): Promise<string> {
  const { station } = contextOf(tx);
  const now = station.clock.now();
  const id = uuid();
  await tx
    .insertInto('slip')
    .values({
      id,
      code: slip.code,
      kind: slip.kind,
      visit_id: slip.visitId,
      custody_id: slip.custodyId,
      photocopy_id: slip.photocopyId ?? null,
      content: JSON.stringify(slipContent(slip, slip.profile, now, station.demo)),
      made_at: now.toISOString(),
    })
    .execute();
  await record(tx, 'slip.made', {
    visitId: slip.visitId ?? undefined,
    data: { slipId: id, kind: slip.kind, custodyId: slip.custodyId },
  });
  return id;
}

/**
 * Puts a slip into the print queue, which hears of it after the commit. A slip that surely never came out is printed
 * as the original; one that came out, or may have, as the next copy.
 *
 * @returns the id of the job
 */
export async function queuePrint(tx: Tx, slipId: string): Promise<string> {
  const { station } = contextOf(tx);
  const slip = await tx
    .selectFrom('slip')
    .select(['visit_id', 'voided_at'])
    .where('id', '=', slipId)
    .executeTakeFirst();
  if (!slip) throw problem.prints.unknown();
  if (slip.voided_at) throw problem.prints.notReprintable();
  const last = await tx
    .selectFrom('print_job')
    .selectAll()
    .where('slip_id', '=', slipId)
    .orderBy('copy_no', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last && last.ended_at === null) throw problem.prints.busy();
  const neverCameOut =
    last && (last.state === 'cancelled' || (last.state === 'not-printed' && last.reason !== looked));
  const job = {
    id: neverCameOut ? last.id : uuid(),
    slip_id: slipId,
    copy_no: neverCameOut ? last.copy_no : (last?.copy_no ?? -1) + 1,
    state: 'queued' as const,
    reason: null,
    tries: 0,
    queued_at: station.clock.now().toISOString(),
    ended_at: null,
  };
  if (neverCameOut) await tx.updateTable('print_job').set(job).where('id', '=', last.id).execute();
  else await tx.insertInto('print_job').values(job).execute();
  await record(tx, 'print.queued', {
    visitId: slip.visit_id ?? undefined,
    data: { jobId: job.id, slipId, copyNo: job.copy_no },
  });
  return job.id;
}

/** A slip that no longer opens anything: lost, taken back, replaced. What of it waits to be printed is dropped. */
export async function voidSlip(tx: Tx, slipId: string, reason: string): Promise<void> {
  const { station } = contextOf(tx);
  const voided = await tx
    .updateTable('slip')
    .set({ voided_at: station.clock.now().toISOString(), void_reason: reason })
    .where('id', '=', slipId)
    .where('voided_at', 'is', null)
    .returning('visit_id')
    .executeTakeFirst();
  if (!voided) return;
  await record(tx, 'slip.voided', { visitId: voided.visit_id ?? undefined, data: { slipId, reason } });
  await cancelQueued(tx, [slipId], 'slip-void');
}

/** Voids the slip in force of a custody or of a photocopy form. */
export async function voidSlipOf(
  tx: Tx,
  of: 'custody_id' | 'photocopy_id',
  id: string,
  reason: string,
): Promise<void> {
  const slip = await slipInForce(tx, of, id);
  if (slip) await voidSlip(tx, slip.id, reason);
}

export function slipInForce(db: Db, of: 'custody_id' | 'photocopy_id', id: string) {
  return db
    .selectFrom('slip')
    .select(['id', 'code'])
    .where(of, '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
}

/**
 * The visitor has left the kiosk and its screen was wiped: a ticket not yet in the printer is not printed any more.
 *
 * @param submissionId of the guestbook form, the one thing the kiosk knows before it has an answer.
 */
export async function cancelPrintsOf(tx: Tx, submissionId: string): Promise<void> {
  const slips = await tx
    .selectFrom('slip')
    .select('id')
    .where('kind', '=', 'ticket')
    .where('visit_id', 'in', query =>
      query.selectFrom('visit').select('visit.id').where('submission_id', '=', submissionId),
    )
    .execute();
  await cancelQueued(
    tx,
    slips.map(slip => slip.id),
    'wiped',
  );
}

/** The same for a photocopy form that was filled in there: an officer can still print it. */
export async function cancelPrintsOfForm(tx: Tx, photocopyId: string): Promise<void> {
  const slip = await slipInForce(tx, 'photocopy_id', photocopyId);
  if (slip) await cancelQueued(tx, [slip.id], 'wiped');
}

async function cancelQueued(tx: Tx, slipIds: string[], reason: string): Promise<void> {
  if (slipIds.length === 0) return;
  const { station } = contextOf(tx);
  const cancelled = await tx
    .updateTable('print_job')
    .set({ state: 'cancelled', reason, ended_at: station.clock.now().toISOString() })
    .where('slip_id', 'in', slipIds)
    .where('state', '=', 'queued')
    .returning('id')
    .execute();
  for (const { id } of cancelled) await record(tx, 'print.cancelled', { data: { jobId: id, reason } });
}

export interface Slip {
  id: string;
  code: string;
  kind: SlipContent['kind'];
  visitId: string | null;
  custodyId: string | null;
  photocopyId: string | null;
  voidedAt: string | null;
  content: SlipContent;
}

export function slipByCode(db: Db, code: string): Promise<Slip | null> {
  return findSlip(db, 'code', code);
}

export function slipById(db: Db, id: string): Promise<Slip | null> {
  return findSlip(db, 'id', id);
}

const printOf = {
  queued: 'printing',
  printing: 'printing',
  printed: 'printed',
  maybe: 'unsure',
  'not-printed': 'failed',
  cancelled: 'failed',
} as const satisfies Record<PrintJobTable['state'], SlipPrint>;

/**
 * A slip that was made at the kiosk, and how its newest print went; null where none was made.
 *
 * @param id of the visit, or of the photocopy form
 */
export async function shownSlip(
  db: Db,
  kind: 'ticket' | 'photocopy',
  id: string,
): Promise<{ print: SlipPrint; content: SlipContent } | null> {
  const row = await db
    .selectFrom('slip')
    .leftJoin('print_job', 'print_job.slip_id', 'slip.id')
    .select(['state', 'content'])
    .where(kind === 'ticket' ? 'slip.visit_id' : 'slip.photocopy_id', '=', id)
    .where('slip.kind', '=', kind)
    .orderBy('print_job.copy_no', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    print: row.state ? printOf[row.state] : 'screen',
    content: JSON.parse(row.content) as SlipContent,
  };
}

async function findSlip(db: Db, by: 'id' | 'code', value: string): Promise<Slip | null> {
  const row = await db.selectFrom('slip').selectAll().where(by, '=', value).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    visitId: row.visit_id,
    custodyId: row.custody_id,
    photocopyId: row.photocopy_id,
    voidedAt: row.voided_at,
    content: JSON.parse(row.content) as SlipContent,
  };
}
