import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { Synonyms } from './synonyms.ts';

const ready = new WeakMap<Db, Synonyms>();

export async function synonymsOf(db: Db): Promise<Synonyms> {
  const known = ready.get(db);
  if (known) return known;
  const synonyms = new Synonyms((await listSynonyms(db)).map(one => one.phrases));
  ready.set(db, synonyms);
  return synonyms;
}

export async function listSynonyms(db: Db) {
  const rows = await db.selectFrom('synonym').select(['id', 'phrases']).execute();
  return rows
    .map(row => ({ id: row.id, phrases: JSON.parse(row.phrases) as string[] }))
    .sort((a, b) => a.phrases[0]!.localeCompare(b.phrases[0]!, 'id'));
}

export async function addSynonym(tx: Tx, phrases: string[]): Promise<string> {
  const { station, actor } = contextOf(tx);
  const id = uuid();
  await tx
    .insertInto('synonym')
    .values({
      id,
      phrases: JSON.stringify(phrases),
      changed_at: station.clock.now().toISOString(),
      changed_by: actor.staffId,
    })
    .execute();
  ready.delete(station.db);
  await record(tx, 'synonym.added', { data: { id, phrases } });
  return id;
}

export async function changeSynonym(tx: Tx, id: string, phrases: string[]): Promise<void> {
  const { station, actor } = contextOf(tx);
  const { numUpdatedRows } = await tx
    .updateTable('synonym')
    .set({
      phrases: JSON.stringify(phrases),
      changed_at: station.clock.now().toISOString(),
      changed_by: actor.staffId,
    })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problem.request.notFound();
  ready.delete(station.db);
  await record(tx, 'synonym.changed', { data: { id, phrases } });
}

export async function removeSynonym(tx: Tx, id: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('synonym').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw problem.request.notFound();
  ready.delete(contextOf(tx).station.db);
  await record(tx, 'synonym.removed', { data: { id } });
}

/** What headquarters says of a group; null takes it away. A group that the office has changed stays as it is. */
export async function keepSynonym(tx: Tx, id: string, phrases: string[] | null): Promise<void> {
  const { station } = contextOf(tx);
  const mine = await tx.selectFrom('synonym').select('changed_by').where('id', '=', id).executeTakeFirst();
  if (mine?.changed_by) return;
  if (phrases === null) await tx.deleteFrom('synonym').where('id', '=', id).execute();
  else {
    const values = { phrases: JSON.stringify(phrases), changed_at: station.clock.now().toISOString() };
    await tx
      .insertInto('synonym')
      .values({ id, ...values, changed_by: null })
      .onConflict(one => one.column('id').doUpdateSet(values))
      .execute();
  }
  ready.delete(station.db);
  await record(tx, 'synonym.received', { data: { id, phrases } });
}
