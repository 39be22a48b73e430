/** The slip of a guestbook form, for the kiosk that handed the form in: whether it came out, and how it looks. */
import type { Db } from '../database/open.ts';
import type { SlipPrint } from '../devices/schema.ts';
import { shownSlip } from '../devices/store.ts';
import { slipContent, type SlipContent } from '../devices/slip.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { visitNumber } from './rules.ts';

/** @param submissionId made by the kiosk at random, so that nobody else can ask. */
export async function readTicketPrint(db: Db, submissionId: string): Promise<SlipPrint> {
  const shown = await shownSlip(db, 'ticket', (await visitOf(db, submissionId)).id);
  return shown?.print ?? 'screen';
}

/** What was queued for printing; where nothing was, the same slip, which the screen shows instead. */
export async function ticketContent(db: Db, submissionId: string, demo: boolean): Promise<SlipContent> {
  const visit = await visitOf(db, submissionId);
  const shown = await shownSlip(db, 'ticket', visit.id);
  if (shown) return shown.content;
  const { profile } = await readProfile(db);
  const facts = { kind: 'ticket', bigNumber: visitNumber(visit), code: visit.code } as const;
  return slipContent(facts, profile, new Date(visit.submitted_at), demo);
}

async function visitOf(db: Db, submissionId: string) {
  const visit = await db
    .selectFrom('visit')
    .select(['id', 'code', 'letter', 'count', 'submitted_at'])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  if (!visit) throw problem.prints.unknown();
  return visit;
}
