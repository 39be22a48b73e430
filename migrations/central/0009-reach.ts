import { sql, type Kysely } from 'kysely';

/**
 * Where each station stands in its feeds, as it said at its last hello, and where in them a publication stands: together
 * they tell which offices have it. Lines of before that are pruned already count as read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE device ADD COLUMN scopes jsonb`.execute(db);
  await sql`ALTER TABLE rollout ADD COLUMN everywhere_pos bigint`.execute(db);
  await sql`
    UPDATE rollout SET everywhere_pos = coalesce((
      SELECT min(pos) FROM feed_item WHERE scope = 'global' AND line LIKE '%' || row_id || '%'), 0)
    WHERE everywhere_at IS NOT NULL`.execute(db);
  await sql`ALTER TABLE rollout_office ADD COLUMN pos bigint NOT NULL DEFAULT 0`.execute(db);
  await sql`
    UPDATE rollout_office SET pos = coalesce((
      SELECT min(feed_item.pos) FROM feed_item JOIN rollout ON rollout.id = rollout_office.rollout_id
      WHERE feed_item.office_id = rollout_office.office_id AND scope = 'office:' || rollout_office.office_id
        AND line LIKE '%' || row_id || '%'), 0)`.execute(db);
  await sql`ALTER TABLE rollout_office ALTER COLUMN pos DROP DEFAULT`.execute(db);
}
