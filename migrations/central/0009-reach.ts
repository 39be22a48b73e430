import { sql, type Kysely } from 'kysely';

/**
 * Where each station stands in its feeds, as it said at its last hello, and where in them a publication stands: together
 * they tell which offices have it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE device ADD COLUMN scopes jsonb`.execute(db);
  await sql`ALTER TABLE rollout ADD COLUMN everywhere_pos bigint`.execute(db);
  await sql`ALTER TABLE rollout_office ADD COLUMN pos bigint NOT NULL`.execute(db);
}
