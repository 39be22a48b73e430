import { sql, type Kysely } from 'kysely';

/**
 * People who agreed at an office to be named to headquarters: the present list of each device, replaced as a whole. These
 * are the only rows about a person; backups leave out what is in the first two tables (docs/decisions/0021).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE consent (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      purpose text NOT NULL,
      part text NOT NULL,
      id uuid NOT NULL,
      name text NOT NULL,
      phone text,
      email text,
      until_on date NOT NULL,
      PRIMARY KEY (office_id, device_id, purpose, part, id)
    )`.execute(db);
  await sql`CREATE INDEX consent_until ON consent (until_on)`.execute(db);
  await sql`
    CREATE TABLE consent_part (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      purpose text NOT NULL,
      part text NOT NULL,
      no bigint NOT NULL,
      sha bytea NOT NULL,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (office_id, device_id, purpose, part)
    )`.execute(db);
  await sql`
    CREATE TABLE consent_ended (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      purpose text NOT NULL,
      id uuid NOT NULL,
      until_on date NOT NULL,
      PRIMARY KEY (office_id, device_id, purpose, id)
    )`.execute(db);
  await sql`CREATE INDEX consent_ended_until ON consent_ended (until_on)`.execute(db);
}
