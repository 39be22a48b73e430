/** Requests of headquarters, and what this office did with them: only ever added, so that two PCs never quarrel. */
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { queueFile } from './files.ts';
import type { RequestStep } from './schema.ts';

/** Newest first, each with everything that was done with it. */
export async function listRequests(db: Db) {
  const rows = await db
    .selectFrom('from_headquarters')
    .select(['id', 'd', 'received_at as receivedAt'])
    .where('tbl', '=', 'request')
    .orderBy('received_at', 'desc')
    .execute();
  const events = await db
    .selectFrom('request_event')
    .leftJoin('staff', 'staff.id', 'request_event.staff_id')
    .select(['request_id', 'kind', 'at', 'file', 'reason', 'staff.name as staff'])
    .orderBy('at')
    .execute();
  return rows.map(({ d, ...row }) => ({
    ...row,
    said: JSON.parse(d) as Record<string, unknown>,
    events: events.filter(event => event.request_id === row.id),
  }));
}

/** @param file kept in the courier's store already; it is handed in after the row that names it. */
export async function answerRequest(
  tx: Tx,
  requestId: string,
  step: RequestStep,
  file: { sha256: string; size: number; mime: string } | null,
): Promise<void> {
  const { station, actor } = contextOf(tx);
  const known = await tx
    .selectFrom('from_headquarters')
    .select('id')
    .where('tbl', '=', 'request')
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!known) throw problem.request.notFound();
  if (step.kind === 'answered' && !file) throw problem.request.invalid({ fields: [{ field: 'file' }] });
  await tx
    .insertInto('request_event')
    .values({
      id: uuid(),
      request_id: requestId,
      kind: step.kind,
      at: station.clock.now().toISOString(),
      staff_id: actor.staffId,
      file: file?.sha256 ?? null,
      reason: step.reason ?? null,
    })
    .execute();
  if (file) await queueFile(tx, { ...file, dir: 'up' });
  await record(tx, `request.${step.kind}`, { data: { requestId } });
}
