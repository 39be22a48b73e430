import { sql, type Kysely } from 'kysely';

/**
 * People at headquarters. Passwords are argon2 hashes; the secret of a phone is sealed with a key that is not in the
 * database; of codes and session tokens only hashes are kept. Server-wide: on Citus these are reference tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE account (
      id uuid PRIMARY KEY,
      email text NOT NULL UNIQUE CHECK (email = lower(email)),
      name text NOT NULL CHECK (length(name) > 0),
      role text NOT NULL CHECK (role IN ('admin', 'operator', 'viewer')),
      active boolean NOT NULL,
      password text,
      phone_secret bytea,
      last_step bigint NOT NULL DEFAULT 0,
      made_at timestamptz NOT NULL,
      made_by text NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE recovery_code (
      account_id uuid NOT NULL REFERENCES account,
      hash bytea NOT NULL,
      PRIMARY KEY (account_id, hash)
    )`.execute(db);
  await sql`
    CREATE TABLE invitation (
      hash bytea PRIMARY KEY,
      account_id uuid REFERENCES account,
      phone_secret bytea NOT NULL,
      made_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE account_session (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      token bytea NOT NULL UNIQUE,
      opened_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL,
      ended_at timestamptz,
      address text NOT NULL,
      browser text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX account_session_of ON account_session (account_id, id)`.execute(db);
  // By the hash of what was typed as e-mail, whether there is such an account or not.
  await sql`
    CREATE TABLE login_failure (
      email_hash bytea PRIMARY KEY,
      count integer NOT NULL,
      last_at timestamptz NOT NULL,
      until timestamptz NOT NULL
    )`.execute(db);
}
