import { sql, type Kysely } from 'kysely';

/** Who headquarters is, what was done there, and the offices. Server-wide: on Citus these are reference tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE server_identity (
      one smallint PRIMARY KEY CHECK (one = 1),
      incarnation uuid NOT NULL,
      mark uuid NOT NULL,
      marked_at timestamptz NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE office (
      office_id text PRIMARY KEY CHECK (office_id ~ '^[0-9]{4}$'),
      name text NOT NULL CHECK (length(name) > 0),
      added_at timestamptz NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE audit (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL,
      actor text NOT NULL,
      what text NOT NULL,
      office_id text,
      data jsonb NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX audit_of_office ON audit (office_id, id)`.execute(db);
}
