/** The office's own journal, as far as it came: entries 1 … n, each continuing the one before it. */
import { sql } from 'kysely';
import type { Db } from '../database/open.ts';
import type { JournalProof } from './schema.ts';

const most = 100;

export async function journalOf(db: Db, office: string): Promise<JournalProof> {
  const { rows } = await sql<{
    entries: number;
    last: number;
    missing: number[];
    forks: number[];
    broken: number[];
  }>`
    WITH entry AS (SELECT seq, hash, previous FROM journal WHERE office_id = ${office} AND NOT deleted),
    numbered AS (SELECT seq, count(*) AS times FROM entry GROUP BY seq)
    SELECT
      (SELECT count(*) FROM entry) AS entries,
      (SELECT coalesce(max(seq), 0) FROM entry) AS last,
      coalesce((SELECT json_agg(no) FROM (
        SELECT no FROM generate_series((SELECT min(seq) FROM numbered), (SELECT max(seq) FROM numbered)) no
        WHERE NOT EXISTS (SELECT 1 FROM numbered WHERE seq = no) LIMIT ${sql.lit(most)}) gaps), '[]') AS missing,
      coalesce((SELECT json_agg(seq) FROM (
        SELECT seq FROM numbered WHERE times > 1 ORDER BY seq LIMIT ${sql.lit(most)}) forked), '[]') AS forks,
      coalesce((SELECT json_agg(seq) FROM (
        SELECT seq FROM entry
        WHERE previous <> 'genesis'
          AND EXISTS (SELECT 1 FROM numbered WHERE numbered.seq = entry.seq - 1)
          AND NOT EXISTS (SELECT 1 FROM entry before WHERE before.seq = entry.seq - 1 AND before.hash = entry.previous)
        ORDER BY seq LIMIT ${sql.lit(most)}) loose), '[]') AS broken`.execute(db);
  return rows[0]!;
}
