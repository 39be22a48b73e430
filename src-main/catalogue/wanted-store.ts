/** What visitors asked for and the office did not have: the librarian's list of wishes. */
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { fold } from '../search/rules.ts';
import type { NewWanted, WantedOutcome } from './schema.ts';

/** The words are kept in their row only: a journal is never erased, and people type names into any box. */
export async function addWanted(tx: Tx, wanted: NewWanted): Promise<void> {
  const { station, actor } = contextOf(tx);
  const id = uuid();
  await tx
    .insertInto('wanted')
    .values({
      id,
      text: wanted.text,
      text_key: fold(wanted.text).join(' ') || wanted.text,
      publication_id: wanted.publicationId ?? null,
      visit_id: wanted.visitId ?? null,
      door: actor.door === 'kiosk' ? 'kiosk' : 'staff',
      asked_at: station.clock.now().toISOString(),
      settled_at: null,
      settled_by: null,
      outcome: null,
    })
    .execute();
  await record(tx, 'wanted.added', { visitId: wanted.visitId, data: { id } });
}

/** Wishes that are open, the most frequent first; the same words are one wish. */
export async function listWanted(db: Db) {
  return db
    .selectFrom('wanted')
    .leftJoin('publication', 'publication.id', 'wanted.publication_id')
    .select(({ fn }) => [
      'wanted.text_key as key',
      fn.max('wanted.text').as('text'),
      fn.countAll<number>().as('times'),
      fn.min('asked_at').as('firstAskedAt'),
      fn.max('asked_at').as('lastAskedAt'),
      fn.max('wanted.publication_id').as('publicationId'),
      fn.max('publication.title').as('title'),
    ])
    .where('settled_at', 'is', null)
    .groupBy('text_key')
    .orderBy('times', 'desc')
    .orderBy('lastAskedAt', 'desc')
    .limit(500)
    .execute();
}

/** Settles every open wish of the same words. */
export async function settleWanted(tx: Tx, key: string, outcome: WantedOutcome): Promise<void> {
  const { station, actor } = contextOf(tx);
  const { numUpdatedRows } = await tx
    .updateTable('wanted')
    .set({ settled_at: station.clock.now().toISOString(), settled_by: actor.staffId, outcome })
    .where('text_key', '=', key)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problem.request.notFound();
  await record(tx, 'wanted.settled', { data: { outcome, times: Number(numUpdatedRows) } });
}
