import { sql, type Kysely } from 'kysely';

/**
 * What came in: one stream for each epoch of a device, its batches as they were received, and the rows that wait.
 * Batches lie in monthly partitions by the day they came, so that old months can be detached and archived; the lock on
 * the stream, not the key, keeps a number from being stored twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE stream (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      epoch uuid NOT NULL,
      cursor bigint NOT NULL DEFAULT 0,
      chain bytea NOT NULL,
      archived bigint NOT NULL DEFAULT 0 CHECK (archived <= cursor),
      parent uuid,
      parent_no bigint,
      reason text NOT NULL,
      begun_at timestamptz NOT NULL,
      PRIMARY KEY (office_id, device_id, epoch)
    )`.execute(db);
  await sql`
    CREATE TABLE batch (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      epoch uuid NOT NULL,
      no bigint NOT NULL CHECK (no > 0),
      received_on date NOT NULL,
      sha bytea NOT NULL,
      chain bytea NOT NULL,
      key_id text NOT NULL,
      signature text NOT NULL,
      rows integer NOT NULL,
      body bytea NOT NULL,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (office_id, device_id, epoch, no, received_on)
    ) PARTITION BY RANGE (received_on)`.execute(db);
  await sql`CREATE TABLE batch_rest PARTITION OF batch DEFAULT`.execute(db);
  // It is packed already.
  await sql`ALTER TABLE batch ALTER COLUMN body SET STORAGE EXTERNAL`.execute(db);
  await sql`
    CREATE TABLE parked (
      office_id text NOT NULL,
      device_id uuid NOT NULL,
      epoch uuid NOT NULL,
      no bigint NOT NULL,
      line integer NOT NULL,
      reason text NOT NULL,
      parked_at timestamptz NOT NULL,
      settled_at timestamptz,
      PRIMARY KEY (office_id, device_id, epoch, no, line)
    )`.execute(db);
  await sql`CREATE INDEX parked_open ON parked (reason, office_id) WHERE settled_at IS NULL`.execute(db);
}
