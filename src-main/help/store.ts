import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';

/** A visitor asks for an officer; calling again while nobody has come is the same call. */
export async function callForHelp(tx: Tx, kiosk: string): Promise<void> {
  const called_at = contextOf(tx).station.clock.now().toISOString();
  const open = await tx
    .selectFrom('help_call')
    .select('id')
    .where('kiosk', '=', kiosk)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (!open) await tx.insertInto('help_call').values({ id: uuid(), kiosk, called_at }).execute();
  await record(tx, 'help.called', { data: { kiosk, again: open !== undefined } });
}

export function listOpenCalls(db: Db) {
  return db
    .selectFrom('help_call')
    .select(['id', 'kiosk', 'called_at as calledAt'])
    .where('answered_at', 'is', null)
    .orderBy('called_at')
    .execute();
}

export async function answerCall(tx: Tx, callId: string): Promise<void> {
  const { station, actor } = contextOf(tx);
  await tx
    .updateTable('help_call')
    .set({ answered_at: station.clock.now().toISOString(), answered_by: actor.staffId })
    .where('id', '=', callId)
    .where('answered_at', 'is', null)
    .execute();
  await record(tx, 'help.answered', { data: { callId } });
}
