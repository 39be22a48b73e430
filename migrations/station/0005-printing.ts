import { sql, type Kysely } from 'kysely';

/** Slips (each with its own code, voidable) and the print queue. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE slip (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('ticket', 'locker', 'test')),
      visit_id TEXT REFERENCES visit (id),
      custody_id TEXT REFERENCES custody (id),
      content TEXT NOT NULL CHECK (json_valid(content)),
      made_at TEXT NOT NULL,
      voided_at TEXT,
      void_reason TEXT,
      CHECK ((kind = 'locker') = (custody_id IS NOT NULL)),
      CHECK ((voided_at IS NULL) = (void_reason IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX slip_in_force ON slip (custody_id) WHERE voided_at IS NULL AND custody_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX slip_visit ON slip (visit_id)`.execute(db);
  await sql`
    CREATE TABLE print_job (
      id TEXT PRIMARY KEY,
      slip_id TEXT NOT NULL REFERENCES slip (id),
      copy_no INTEGER NOT NULL CHECK (copy_no >= 0),
      state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'printed', 'not-printed', 'maybe', 'cancelled')),
      reason TEXT,
      tries INTEGER NOT NULL DEFAULT 0,
      queued_at TEXT NOT NULL,
      ended_at TEXT,
      UNIQUE (slip_id, copy_no),
      CHECK ((state IN ('queued', 'printing')) = (ended_at IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX print_job_open ON print_job (queued_at) WHERE state IN ('queued', 'printing', 'maybe')`.execute(
    db,
  );
}
