/** Keeps the full text and its words in step with the publications; called by those who write publications. */
import { sql } from 'kysely';
import type { Tx } from '../database/write.ts';

export interface Reindexed {
  seq: number;
  /** Terms that it has from now on. */
  terms: string[];
  /** What it stood under before; null for a new publication. */
  was: { seq: number; terms: string[] } | null;
}

/** Part of a writer of publications, which records it. Goes through the full text from front to back, once. */
export async function reindex(tx: Tx, publications: Reindexed[]): Promise<void> {
  const counts = new Map<string, number>();
  const count = (terms: string[], by: number) => {
    for (const term of terms) if (!term.startsWith('n:')) counts.set(term, (counts.get(term) ?? 0) + by);
  };
  const left = publications.flatMap(one => one.was?.seq ?? []).sort((a, b) => a - b);
  for (const { terms, was } of publications) {
    count(terms, 1);
    if (was) count(was.terms, -1);
  }
  if (left.length > 0)
    await sql`DELETE FROM publication_text WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(left)}))`.execute(
      tx,
    );
  const lines = publications.map(one => [one.seq, one.terms.join(' ')] as const).sort((a, b) => a[0] - b[0]);
  await sql`
    INSERT INTO publication_text (rowid, words)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(lines)})`.execute(tx);
  const changed = [...counts].filter(([, by]) => by !== 0);
  await sql`
    INSERT INTO word (word, publications)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(changed)}) WHERE true
    ON CONFLICT (word) DO UPDATE SET publications = publications + excluded.publications`.execute(tx);
}
