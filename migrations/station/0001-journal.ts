import { sql, type Kysely } from 'kysely';

/**
 * The append-only, hash-chained journal: audit line, sync message and live event in one row.
 * `data` never holds personal data: the chain must survive an erasure (UU 27/2022 art. 43).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      door TEXT NOT NULL CHECK (door IN ('kiosk', 'staff', 'station')),
      staff_id TEXT,
      what TEXT NOT NULL,
      visit_id TEXT,
      data TEXT NOT NULL CHECK (json_valid(data)),
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`CREATE INDEX journal_visit ON journal (visit_id, seq) WHERE visit_id IS NOT NULL`.execute(db);
  await sql`
    CREATE TRIGGER journal_is_never_edited BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never edited'); END`.execute(db);
  await sql`
    CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never deleted'); END`.execute(db);
  await sql`
    CREATE TRIGGER journal_continues_its_chain BEFORE INSERT ON journal
    WHEN NEW.previous IS NOT coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), 'genesis')
      OR NEW.seq IS NOT coalesce((SELECT max(seq) FROM journal), 0) + 1
    BEGIN SELECT RAISE(ABORT, 'a journal row continues the chain'); END`.execute(db);
}
