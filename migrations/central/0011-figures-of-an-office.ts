import { sql, type Kysely } from 'kysely';

/**
 * How far the figures of each office have read: the position of its feed, which every batch moves and no clock, so that
 * an office that sent nothing is not counted again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE office_counted (
      office_id text PRIMARY KEY,
      pos bigint NOT NULL,
      upto timestamptz NOT NULL
    )`.execute(db);
  await sql`DROP TABLE roll_up`.execute(db);
  await sql`DROP INDEX visit_received`.execute(db);
  await sql`CREATE INDEX visit_received_of ON visit (office_id, received_at)`.execute(db);
}
