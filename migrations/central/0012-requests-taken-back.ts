import { sql, type Kysely } from 'kysely';

/**
 * A request that headquarters took back from an office. The mark is on the row of each office, for one that had
 * answered or refused before is done with it: nothing is taken back from there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE request
      ADD COLUMN taken_back_at timestamptz,
      ADD COLUMN taken_back_by text,
      ADD COLUMN taken_back_reason text,
      ADD CHECK ((taken_back_at IS NULL) = (taken_back_reason IS NULL))`.execute(db);
  await sql`
    CREATE OR REPLACE VIEW request_status AS
    SELECT request.office_id, request.id, request.kind, request.made_at,
      CASE WHEN taken_back_at IS NULL THEN coalesce(last.kind, 'sent') ELSE 'taken-back' END AS status,
      first_answer.id AS answer_id, first_answer.file
    FROM request
    LEFT JOIN LATERAL (
      SELECT kind FROM request_event
      WHERE office_id = request.office_id AND request_id = request.id AND NOT deleted
      ORDER BY CASE kind WHEN 'answered' THEN 4 WHEN 'refused' THEN 3 WHEN 'claimed' THEN 2 ELSE 1 END DESC LIMIT 1
    ) last ON true
    LEFT JOIN LATERAL (
      SELECT id, file FROM request_event
      WHERE office_id = request.office_id AND request_id = request.id AND kind = 'answered' AND NOT deleted
      ORDER BY received_at, id LIMIT 1
    ) first_answer ON true`.execute(db);
}
