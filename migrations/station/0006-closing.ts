import { sql, type Kysely } from 'kysely';

/** Shift hand-over and the closing of a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE handover (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      from_staff_id TEXT NOT NULL REFERENCES staff (id),
      to_staff_id TEXT NOT NULL REFERENCES staff (id),
      counted_cards INTEGER NOT NULL CHECK (counted_cards >= 0),
      expected_cards INTEGER NOT NULL CHECK (expected_cards >= 0),
      counts TEXT NOT NULL CHECK (json_valid(counts)),
      note TEXT,
      CHECK (from_staff_id <> to_staff_id),
      CHECK (counted_cards = expected_cards OR note IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE closing (
      on_day TEXT PRIMARY KEY,
      closed_at TEXT NOT NULL,
      closed_by TEXT NOT NULL REFERENCES staff (id),
      left_open INTEGER NOT NULL CHECK (left_open >= 0),
      note TEXT
    ) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER closing_sees_every_open_visit BEFORE INSERT ON closing
    WHEN EXISTS (
      SELECT 1 FROM visit
      WHERE on_day <= NEW.on_day AND state IN ('waiting', 'serving', 'inside', 'leaving')
        AND left_open_reason IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a day cannot close unseen while a visit is open'); END`.execute(db);
  await sql`
    CREATE TRIGGER closing_is_never_undone BEFORE DELETE ON closing
    BEGIN SELECT RAISE(ABORT, 'a closing is never undone'); END`.execute(db);
}
