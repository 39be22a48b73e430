import { sql, type Kysely } from 'kysely';

/**
 * What goes down. `feed.pos` is the counter that each writer locks, so that no line ever appears below a position that
 * was read. `feed_item` is the log, which may be pruned up to `floor`; `feed_row` is the latest of each row, for
 * snapshots. Feeds for all offices belong to the office 0000, which is headquarters.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE feed (
      office_id text NOT NULL,
      scope text NOT NULL,
      epoch uuid NOT NULL,
      pos bigint NOT NULL DEFAULT 0,
      chain bytea NOT NULL,
      floor bigint NOT NULL DEFAULT 0 CHECK (floor <= pos),
      floor_chain bytea NOT NULL,
      PRIMARY KEY (office_id, scope)
    )`.execute(db);
  await sql`
    CREATE TABLE feed_item (
      office_id text NOT NULL,
      scope text NOT NULL,
      pos bigint NOT NULL,
      line text NOT NULL,
      chain bytea NOT NULL,
      PRIMARY KEY (office_id, scope, pos)
    )`.execute(db);
  await sql`
    CREATE TABLE feed_row (
      office_id text NOT NULL,
      scope text NOT NULL,
      tbl text NOT NULL,
      row_id text NOT NULL,
      v bigint NOT NULL,
      deleted boolean NOT NULL,
      line text NOT NULL,
      PRIMARY KEY (office_id, scope, tbl, row_id)
    )`.execute(db);
  await sql`
    CREATE TABLE snapshot (
      office_id text NOT NULL,
      scope text NOT NULL,
      pos bigint NOT NULL,
      epoch uuid NOT NULL,
      chain bytea NOT NULL,
      rows bigint NOT NULL,
      bytes bigint NOT NULL,
      sha256 text NOT NULL,
      made_at timestamptz NOT NULL,
      PRIMARY KEY (office_id, scope, epoch, pos)
    )`.execute(db);
}
