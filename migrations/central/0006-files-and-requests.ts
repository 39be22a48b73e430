import { sql, type Kysely } from 'kysely';

/** Files by their content, and what headquarters asks of an office. What became of it are the office's own events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE file (
      office_id text NOT NULL,
      sha256 text NOT NULL,
      size bigint NOT NULL,
      mime text NOT NULL,
      stored_at timestamptz NOT NULL,
      PRIMARY KEY (office_id, sha256)
    )`.execute(db);
  await sql`
    CREATE TABLE request (
      office_id text NOT NULL,
      id uuid NOT NULL,
      kind text NOT NULL,
      data jsonb NOT NULL,
      made_at timestamptz NOT NULL,
      made_by text NOT NULL,
      PRIMARY KEY (office_id, id)
    )`.execute(db);
  await sql`
    CREATE VIEW request_status AS
    SELECT request.office_id, request.id, request.kind, request.made_at,
      coalesce(last.kind, 'sent') AS status, first_answer.id AS answer_id, first_answer.file
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
