import { sql, type Kysely, type RawBuilder } from 'kysely';

/** What was read, copied, taken along and needed, as the whitelist of the wire names it since its schema 2. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await officeTable(
    db,
    'copy_away',
    sql`copy_id uuid, visit_id uuid, photocopy_id uuid, taken_at timestamptz, taken_by uuid, ended_at timestamptz,
      ended_by uuid, ending text`,
  );
  await officeTable(
    db,
    'photocopy',
    sql`visit_id uuid, on_day date, count bigint, copies bigint, paper text, duplex smallint, state text,
      requested_at timestamptz, requested_by uuid, out_at timestamptz, copied_at timestamptz, copied_by text,
      back_at timestamptz, ended_at timestamptz, ended_by uuid`,
  );
  await officeTable(
    db,
    'softcopy',
    sql`visit_id uuid, source text, state text, opened_at timestamptz, opened_by uuid, ready_at timestamptz,
      ended_at timestamptz, pages bigint, bytes bigint, sha256 text`,
  );
  await officeTable(
    db,
    'delivery',
    sql`softcopy_id uuid, way text, state text, tries bigint, expires_at timestamptz, problem text,
      made_at timestamptz, made_by uuid, ended_at timestamptz`,
  );
  await officeTable(
    db,
    'data_need',
    sql`visit_id uuid, area_code text, year_from bigint, year_to bigint, obtained text, source text,
      publication_id uuid, title_year bigint, planning smallint, quality bigint, noted_at timestamptz, noted_by uuid,
      removed_at timestamptz`,
  );
}

/** In monthly partitions by the time in the UUID, as the other large tables are. */
async function officeTable(db: Kysely<unknown>, name: string, columns: RawBuilder<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ${sql.table(name)} (
      office_id text NOT NULL,
      id uuid NOT NULL,
      row_version bigint NOT NULL,
      row_epoch uuid NOT NULL,
      row_hash bytea NOT NULL,
      deleted boolean NOT NULL,
      received_at timestamptz NOT NULL,
      ${columns},
      PRIMARY KEY (office_id, id)
    ) PARTITION BY RANGE (id)`.execute(db);
  await sql`CREATE TABLE ${sql.table(`${name}_rest`)} PARTITION OF ${sql.table(name)} DEFAULT`.execute(db);
}
