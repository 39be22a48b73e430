import { sql, type Kysely } from 'kysely';

/**
 * The days whose figures are to be counted again, noted down with the batch that touched them: one row for a batch, where
 * an index over the time at which each visit came had an entry for each visit. `days` is null where all of the office's
 * are meant.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE touched_days (
      office_id text NOT NULL,
      id uuid NOT NULL,
      days date[],
      PRIMARY KEY (office_id, id)
    )`.execute(db);
  await sql`INSERT INTO touched_days SELECT office_id, gen_random_uuid(), NULL FROM office`.execute(db);
  await sql`DROP TABLE office_counted`.execute(db);
  await sql`DROP INDEX visit_received_of`.execute(db);
}
