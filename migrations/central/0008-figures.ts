import { sql, type Kysely } from 'kysely';

/**
 * What the screens of headquarters read instead of the rows themselves: figures per office and day, the last proof of
 * each office, and what was published in stages. `roll_up.upto` is how far the figures have read (visit.received_at).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE office_day (
      office_id text NOT NULL,
      on_day date NOT NULL,
      visits integer NOT NULL,
      people integer NOT NULL,
      served integer NOT NULL,
      within integer NOT NULL,
      left_early integer NOT NULL,
      waited_ms bigint NOT NULL,
      PRIMARY KEY (office_id, on_day)
    )`.execute(db);
  await sql`CREATE INDEX office_day_by_day ON office_day (on_day)`.execute(db);
  await sql`CREATE TABLE roll_up (one smallint PRIMARY KEY CHECK (one = 1), upto timestamptz NOT NULL)`.execute(
    db,
  );
  await sql`INSERT INTO roll_up VALUES (1, '-infinity')`.execute(db);
  await sql`CREATE INDEX visit_received ON visit (received_at)`.execute(db);
  await sql`
    CREATE TABLE proof_run (
      office_id text PRIMARY KEY,
      proved_at timestamptz NOT NULL,
      proved_by text NOT NULL,
      took_ms integer NOT NULL,
      ok boolean NOT NULL,
      proof jsonb NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE rollout (
      id uuid PRIMARY KEY,
      tbl text NOT NULL,
      row_id text NOT NULL,
      title text NOT NULL,
      data jsonb NOT NULL,
      made_at timestamptz NOT NULL,
      made_by text NOT NULL,
      everywhere_at timestamptz,
      withdrawn_at timestamptz
    )`.execute(db);
  await sql`
    CREATE TABLE rollout_office (
      office_id text NOT NULL,
      rollout_id uuid NOT NULL,
      PRIMARY KEY (office_id, rollout_id)
    )`.execute(db);
  await sql`CREATE INDEX audit_in_order ON audit (at, id)`.execute(db);
}
