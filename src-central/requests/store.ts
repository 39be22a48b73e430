/** What headquarters asks of an office. It writes the question; what became of it are the office's own events. */
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { record, type Actor, type Tx } from '../database/write.ts';
import { publish } from '../feeds/store.ts';

export interface NewRequest {
  office: string;
  kind: string;
  /** What the office needs to answer; it stands in the office's feed. */
  data: Record<string, unknown>;
  by: Actor;
}

/** @returns the id under which the office answers. */
export async function makeRequest(
  tx: Tx,
  { office, kind, data, by }: NewRequest,
  now: Date,
): Promise<string> {
  const id = uuid();
  await tx
    .insertInto('request')
    .values({ office_id: office, id, kind, data: JSON.stringify(data), made_at: now, made_by: by })
    .execute();
  await publish(tx, `office:${office}`, [
    { table: 'request', id, data: { kind, made_at: now.toISOString(), ...data } },
  ]);
  await record(tx, { at: now, actor: by, what: 'request.made', office, data: { id, kind } });
  return id;
}

/** Each request with its status; the first answer received counts. */
export function listRequests(db: Db, office: string) {
  return db
    .selectFrom('request_status')
    .select(['id', 'kind', 'made_at as madeAt', 'status', 'answer_id as answerId', 'file'])
    .where('office_id', '=', office)
    .orderBy('id', 'desc')
    .execute();
}
