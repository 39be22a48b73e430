/**
 * The print queue's rows.
 *
 *     queued ─► printing ─► printed
 *       │ ▲        │  ├──► maybe ─► (an officer looked) printed | not-printed
 *       │ └────────┘  └──► not-printed
 *       └─► cancelled, not-printed (too late)
 *
 * Invariants: a job is `printing` on disk before its first byte is sent, and goes back to `queued` only when not one
 * byte was; so a job found `printing` at start may have come out, and no job is ever sent twice.
 */
import { sql } from 'kysely';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import type { PrintJobTable } from '../database/tables.ts';
import { problem } from '../problem.ts';
import type { SlipContent } from './slip.ts';
import type { PrintOutcome, PrintReason } from './transport.ts';

/** In the very words of the partial index, or SQLite would read the prints of all years. */
const isOpen = sql<boolean>`state IN ('queued', 'printing', 'maybe')`;

export interface QueuedJob {
  id: string;
  slipId: string;
  copyNo: number;
  tries: number;
  reason: string | null;
  queuedAt: string;
  content: SlipContent;
}

/** Jobs that wait, in the order they were asked for. */
export async function queuedJobs(db: Db): Promise<QueuedJob[]> {
  const rows = await db
    .selectFrom('print_job')
    .innerJoin('slip', 'slip.id', 'print_job.slip_id')
    .select(['print_job.id', 'slip_id', 'copy_no', 'tries', 'reason', 'queued_at', 'content'])
    .where('state', '=', 'queued')
    .where(isOpen)
    .orderBy('queued_at')
    .orderBy('print_job.id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    slipId: row.slip_id,
    copyNo: row.copy_no,
    tries: row.tries,
    reason: row.reason,
    queuedAt: row.queued_at,
    content: JSON.parse(row.content) as SlipContent,
  }));
}

/** @returns false when the job was cancelled meanwhile: it must not be sent. */
export async function beginPrint(tx: Tx, jobId: string): Promise<boolean> {
  const begun = await tx
    .updateTable('print_job')
    .set(eb => ({ state: 'printing', tries: eb('tries', '+', 1) }))
    .where('id', '=', jobId)
    .where('state', '=', 'queued')
    .returning(['slip_id', 'copy_no'])
    .executeTakeFirst();
  if (!begun) return false;
  await recordJob(tx, 'print.started', jobId);
  return true;
}

/** Nothing was sent: the job waits for the printer. */
export async function keepQueued(tx: Tx, jobId: string, reason: PrintReason): Promise<void> {
  const before = await tx
    .selectFrom('print_job')
    .select(['state', 'reason'])
    .where('id', '=', jobId)
    .executeTakeFirst();
  if (!before || (before.state !== 'printing' && before.state !== 'queued')) return;
  if (before.state === 'queued' && before.reason === reason) return;
  await tx.updateTable('print_job').set({ state: 'queued', reason }).where('id', '=', jobId).execute();
  await recordJob(tx, 'print.waiting', jobId, { reason });
}

const endStates = { yes: 'printed', no: 'not-printed', maybe: 'maybe' } as const;

export async function endPrint(tx: Tx, jobId: string, outcome: PrintOutcome): Promise<void> {
  const { station } = contextOf(tx);
  const state = endStates[outcome.printed];
  const reason = outcome.reason ?? null;
  const ended = await tx
    .updateTable('print_job')
    .set({ state, reason, ended_at: station.clock.now().toISOString() })
    .where('id', '=', jobId)
    .where('state', 'in', ['queued', 'printing'])
    .returning('id')
    .executeTakeFirst();
  if (!ended) return;
  await recordJob(tx, `print.${state}`, jobId, { reason, ...(outcome.byFallback && { fallback: true }) });
}

/** At start: what was in the printer when the station died may or may not have come out. @returns how many */
export async function doubtInterrupted(tx: Tx): Promise<number> {
  const rows = await tx
    .selectFrom('print_job')
    .select('id')
    .where(isOpen)
    .where('state', '=', 'printing')
    .execute();
  for (const { id } of rows) await endPrint(tx, id, { printed: 'maybe', reason: 'interrupted' });
  return rows.length;
}

/** An officer looked whether it came out. What did not is marked, so that the next print of it is a copy. */
export async function settlePrint(tx: Tx, jobId: string, cameOut: boolean): Promise<void> {
  const job = await tx.selectFrom('print_job').select('state').where('id', '=', jobId).executeTakeFirst();
  if (!job) throw problem.prints.unknown();
  if (job.state !== 'maybe') throw problem.prints.notUnsure();
  await tx
    .updateTable('print_job')
    .set({ state: cameOut ? 'printed' : 'not-printed', reason: looked })
    .where('id', '=', jobId)
    .execute();
  await recordJob(tx, 'print.settled', jobId, { cameOut });
}

/** The reason of a job whose end was told by an officer, not by the printer. */
export const looked = 'looked';

async function recordJob(tx: Tx, what: string, jobId: string, data: Record<string, unknown> = {}) {
  const job = await tx
    .selectFrom('print_job')
    .innerJoin('slip', 'slip.id', 'print_job.slip_id')
    .select(['slip_id', 'copy_no', 'visit_id'])
    .where('print_job.id', '=', jobId)
    .executeTakeFirstOrThrow();
  await record(tx, what, {
    visitId: job.visit_id ?? undefined,
    data: { jobId, slipId: job.slip_id, copyNo: job.copy_no, ...data },
  });
}

export interface Print {
  id: string;
  slipId: string;
  kind: SlipContent['kind'];
  /** The big number of the slip, by which an officer finds it. */
  number: string;
  visitId: string | null;
  copyNo: number;
  state: PrintJobTable['state'];
  /** Why it is not printed, or not yet. */
  reason: string | null;
  tries: number;
  queuedAt: string;
  endedAt: string | null;
  /** The slip opens nothing any more. */
  voided: boolean;
}

const newestShown = 200;

/** What waits or is in doubt, however old, and what ended since `since`; newest first. */
export async function listPrints(db: Db, since: Date): Promise<Print[]> {
  const jobs = db
    .selectFrom('print_job')
    .innerJoin('slip', 'slip.id', 'print_job.slip_id')
    .select(['print_job.id', 'slip_id', 'kind', 'content', 'visit_id', 'copy_no', 'state', 'reason', 'tries'])
    .select(['queued_at', 'ended_at', 'voided_at']);
  const open = await jobs.where(isOpen).execute();
  const newest = await jobs.orderBy('print_job.id', 'desc').limit(newestShown).execute();
  const rows = new Map(
    [...open, ...newest.filter(row => row.queued_at >= since.toISOString())].map(row => [row.id, row]),
  );
  return [...rows.values()]
    .sort((a, b) => b.queued_at.localeCompare(a.queued_at) || b.id.localeCompare(a.id))
    .map(row => ({
      id: row.id,
      slipId: row.slip_id,
      kind: row.kind,
      number: (JSON.parse(row.content) as SlipContent).bigNumber,
      visitId: row.visit_id,
      copyNo: row.copy_no,
      state: row.state,
      reason: row.reason,
      tries: row.tries,
      queuedAt: row.queued_at,
      endedAt: row.ended_at,
      voided: row.voided_at !== null,
    }));
}
