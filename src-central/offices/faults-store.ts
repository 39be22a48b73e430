/** What somebody should look at, counted over all offices for whoever watches the server. */
import type { Db } from '../database/open.ts';

export async function countRowsWaiting(db: Db): Promise<number> {
  const { rows } = await db
    .selectFrom('parked')
    .select(eb => eb.fn.countAll<number>().as('rows'))
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return rows;
}

export async function countProofsFailed(db: Db): Promise<number> {
  const { offices } = await db
    .selectFrom('proof_run')
    .select(eb => eb.fn.countAll<number>().as('offices'))
    .where('ok', '=', false)
    .executeTakeFirstOrThrow();
  return offices;
}
