import { sql, type Kysely } from 'kysely';

/** Devices of the offices, their keys, and the one-time codes they enrol with (kept as hashes only). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE enrol_code (
      hash bytea PRIMARY KEY,
      office_id text NOT NULL,
      device_id uuid,
      made_at timestamptz NOT NULL,
      made_by text NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz
    )`.execute(db);
  await sql`
    CREATE TABLE device (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      name text NOT NULL,
      os text NOT NULL,
      app text NOT NULL,
      enrolled_at timestamptz NOT NULL,
      revoked_at timestamptz,
      last_seen_at timestamptz,
      schema integer,
      backlog jsonb,
      health jsonb,
      clock_ahead_ms bigint,
      PRIMARY KEY (office_id, device_id)
    )`.execute(db);
  await sql`
    CREATE TABLE device_key (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      key_id text NOT NULL,
      public_key text NOT NULL,
      box_key text NOT NULL,
      added_at timestamptz NOT NULL,
      replaced_at timestamptz,
      PRIMARY KEY (office_id, device_id, key_id)
    )`.execute(db);
}
