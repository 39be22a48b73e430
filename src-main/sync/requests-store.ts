/** Requests of headquarters, and what this office did with them: only ever added, so that two PCs never quarrel. */
import { v7 as uuid } from 'uuid';
import {
  RequestData,
  takenBackRead,
  toldAs,
  type RequestStepKind,
} from '../../src-central/wire/feed-schema.ts';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { queueFile } from './files.ts';
import type { RequestStep } from './schema.ts';

/** Newest first, each with everything that was done with it. @param today the office's calendar day. */
export async function listRequests(db: Db, today: string) {
  const rows = await db
    .selectFrom('from_headquarters')
    .select(['id', 'd', 'received_at as receivedAt'])
    .where('tbl', '=', 'request')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const events = await db
    .selectFrom('request_event')
    .leftJoin('staff', 'staff.id', 'request_event.staff_id')
    .leftJoin('sync_file', join =>
      join.onRef('sync_file.sha256', '=', 'request_event.file').on('sync_file.dir', '=', 'up'),
    )
    .select([
      'request_event.id',
      'request_id as requestId',
      'kind',
      'at',
      'reason',
      'file',
      'sync_file.state as fileState',
      'staff.name as staff',
    ])
    .orderBy('at')
    .orderBy('request_event.id')
    .execute();
  return rows.map(({ d, ...row }) => {
    const own = events.filter(event => event.requestId === row.id);
    const kinds = new Set(own.map(event => event.kind));
    const { taken_back: takenBack, ...asked } = RequestData.parse(JSON.parse(d));
    const state: RequestState = takenBack ? 'taken-back' : (far.find(kind => kinds.has(kind)) ?? 'new');
    const open = state !== 'answered' && state !== 'refused' && state !== 'taken-back';
    return {
      ...row,
      ...asked,
      takenBack,
      /** Somebody here had begun with it; nobody has read yet that it was taken back. */
      interrupted:
        takenBack !== null && kinds.has('claimed') && own.every(event => event.reason !== takenBackRead),
      state,
      open,
      overdue: open && asked.due !== null && asked.due < today,
      events: own.map(event => ({
        ...event,
        ...toldAs(event.kind, event.reason),
      })),
    };
  });
}

/** The furthest step counts, as at headquarters, but for what was taken back. */
const far: RequestStepKind[] = ['answered', 'refused', 'claimed', 'seen'];
export type RequestState = RequestStepKind | 'new' | 'taken-back';

/** Seen, claimed or refused. What stands there already is not said again. */
export async function stepRequest(tx: Tx, requestId: string, step: RequestStep): Promise<void> {
  const takenBack = await isTakenBack(tx, requestId);
  if (takenBack && step.kind !== 'seen') throw problem.sync.takenBack();
  const reason = step.kind === 'refused' ? step.reason : takenBack ? takenBackRead : null;
  const again = await tx
    .selectFrom('request_event')
    .select('id')
    .where('request_id', '=', requestId)
    .where('kind', '=', step.kind)
    .where('reason', 'is', reason)
    .executeTakeFirst();
  if (again && step.kind !== 'refused') return;
  await add(tx, requestId, step.kind, { reason });
}

/** @param file kept in the courier's store already; it is handed in after the row that names it. */
export async function answerRequest(
  tx: Tx,
  requestId: string,
  file: { sha256: string; size: number; mime: string },
): Promise<void> {
  await mustStand(tx, requestId);
  await add(tx, requestId, 'answered', { file: file.sha256 });
  await queueFile(tx, { ...file, dir: 'up' });
}

/** @throws problem.request.notFound, problem.sync.takenBack */
export async function mustStand(db: Db | Tx, requestId: string): Promise<void> {
  if (await isTakenBack(db, requestId)) throw problem.sync.takenBack();
}

/** @throws problem.request.notFound */
async function isTakenBack(db: Db | Tx, requestId: string): Promise<boolean> {
  const known = await db
    .selectFrom('from_headquarters')
    .select('d')
    .where('tbl', '=', 'request')
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!known) throw problem.request.notFound();
  return RequestData.parse(JSON.parse(known.d)).taken_back !== null;
}

async function add(
  tx: Tx,
  requestId: string,
  kind: RequestStepKind,
  { file = null, reason = null }: { file?: string | null; reason?: string | null },
): Promise<void> {
  const { station, actor } = contextOf(tx);
  await tx
    .insertInto('request_event')
    .values({
      id: uuid(),
      request_id: requestId,
      kind,
      at: station.clock.now().toISOString(),
      staff_id: actor.staffId,
      file,
      reason,
    })
    .execute();
  await record(tx, `request.${kind}`, { data: { requestId } });
}
