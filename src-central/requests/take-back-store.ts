/** Taking a request back from the offices that are not done with it (docs/sync-protocol.md §5). */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { record, write, type Actor, type Tx } from '../database/write.ts';
import { publish } from '../feeds/store.ts';
import { problem } from '../problem.ts';
import type { RequestState } from './schema.ts';
import { requestLines } from './store.ts';

/** An office that has answered or refused is done with it: nothing is taken back from there. */
const isDone = ({ state }: { state: RequestState }) => state === 'answered' || state === 'refused';

export interface Reached {
  office: string;
  name: string;
  state: RequestState;
}

/** Every office that a request went to, and how far each is. @throws {Problem} */
export async function reachOf(db: Db | Tx, id: string): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    SELECT office, name, state FROM (${requestLines}) line WHERE id = ${id}::uuid ORDER BY office`.execute(
    db,
  );
  if (rows.length === 0) throw problem.request.notFound();
  return rows;
}

/**
 * The same row goes down once more, saying so. What is on its way from an office meanwhile stays in its history.
 * @returns from how many offices; 0 when it was sent twice.
 */
export function takeBackRequest(central: Central, id: string, reason: string, by: Actor): Promise<number> {
  const now = central.now();
  return write(central, async tx => {
    const reached = await reachOf(tx, id);
    const open = reached.filter(one => !isDone(one)).map(one => one.office);
    if (open.length === 0) throw problem.requests.over();
    const taken = await tx
      .updateTable('request')
      .set({ taken_back_at: now, taken_back_by: by, taken_back_reason: reason })
      .where('id', '=', id)
      .where('office_id', 'in', open)
      .where('taken_back_at', 'is', null)
      .returning(['office_id', 'kind', 'data', 'made_at'])
      .execute();
    if (taken.length === 0) return 0;
    for (const { office_id, kind, data, made_at } of taken) {
      const row = { kind, ...data, made_at: made_at.toISOString() };
      const taken_back = { at: now.toISOString(), reason };
      await publish(tx, `office:${office_id}`, [{ table: 'request', id, data: { ...row, taken_back } }]);
    }
    await record(tx, {
      at: now,
      actor: by,
      what: 'request.taken-back',
      office: taken.length === 1 ? taken[0]!.office_id : null,
      data: { request: id, kind: taken[0]!.kind, offices: taken.length, reason },
    });
    return taken.length;
  });
}
