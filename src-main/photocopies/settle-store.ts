/** What becomes of the photocopy forms of a visit that ends. Knows no visit, so that closing one can call it. */
import type { PhotocopyRow } from '../database/reading-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { voidSlipOf } from '../devices/store.ts';
import { problem } from '../problem.ts';
import { beginService, finishService } from '../visits/services-store.ts';
import { afterStep, type PhotocopyStep } from './rules.ts';
import type { PhotocopyState } from './schema.ts';

const endings: readonly PhotocopyState[] = ['closed', 'cancelled', 'lost'];

/** Takes one step of a form. A form that ended has no slip in force and no token. @returns the new state */
export async function takeStep(
  tx: Tx,
  form: PhotocopyRow,
  step: PhotocopyStep,
  change: Partial<PhotocopyRow> = {},
): Promise<PhotocopyState> {
  const { station, actor } = contextOf(tx);
  const state = afterStep(form.state, step);
  if (!state) throw problem.photocopies.wrongState({ state: form.state });
  const now = station.clock.now().toISOString();
  const ended = endings.includes(state) ? { ended_at: now, ended_by: actor.staffId, token: null } : {};
  await tx
    .updateTable('photocopy')
    .set({ ...change, state, ...ended })
    .where('id', '=', form.id)
    .execute();
  if (endings.includes(state)) await voidSlipOf(tx, 'photocopy_id', form.id, state);
  if (state === 'out') await beginService(tx, form.visit_id, 'photocopy');
  else if (endings.includes(state) && !(await hasFormsOut(tx, form.visit_id)))
    await finishService(tx, form.visit_id, 'photocopy', state === 'closed' ? 'given' : 'cancelled');
  await record(tx, `photocopy.${state}`, {
    visitId: form.visit_id,
    data: { photocopyId: form.id, step },
  });
  return state;
}

/** Whether a form of the visit went out and has not ended yet. */
async function hasFormsOut(tx: Tx, visitId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('photocopy')
    .select('id')
    .where('visit_id', '=', visitId)
    .where('out_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The visitor goes: a form that was never used is cancelled, one whose stub never came back is closed without it.
 * A form whose publication is out cannot be here: the publication keeps the visit open.
 */
export async function settleFormsOf(tx: Tx, visitId: string): Promise<void> {
  const forms = await tx
    .selectFrom('photocopy')
    .selectAll()
    .where('visit_id', '=', visitId)
    .where('ended_at', 'is', null)
    .execute();
  for (const form of forms) await takeStep(tx, form, form.state === 'back' ? 'no-stub' : 'cancel');
}
