import { sql, type Kysely, type RawBuilder } from 'kysely';

/**
 * The rows of the offices, as the whitelist of the wire names them (src-central/wire/tables-schema.ts).
 *
 * There is no foreign key and nothing but the version is NOT NULL: rows come in any order, and one that was deleted
 * keeps its version only. The large tables lie in monthly partitions by the time in their UUIDs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await officeTable(
    db,
    'visit',
    sql`seq bigint, code text, submission_id text, visitor_id uuid, kind text, on_day date, letter text, count bigint,
      language text, purpose text, men bigint, women bigint, companion_relation text, notice_version bigint,
      notice_choice text, notice_at timestamptz, entry text, entered_by uuid, state text, previous_state text,
      state_at timestamptz, submitted_at timestamptz, boot uuid, submitted_mono_ms bigint, served_at timestamptz,
      served_by uuid, waited_ms bigint, promise_ms bigint, breach_reason text, left_reason text, ended_at timestamptz,
      duration_ms bigint`,
    { monthly: true },
  );
  await sql`CREATE INDEX visit_of_day ON visit (office_id, on_day)`.execute(db);
  await officeTable(
    db,
    'visit_service',
    sql`visit_id uuid, service text, started_at timestamptz, ended_at timestamptz, staff_id uuid, outcome text`,
    { monthly: true },
  );
  await officeTable(
    db,
    'visitor',
    sql`sex text, birth_year bigint, education text, occupation text, institution_category text,
      created_at timestamptz, erased_at timestamptz`,
  );
  await officeTable(
    db,
    'custody',
    sql`visit_id uuid, card_kind text, card_of text, no_card_reason text, pocket_id uuid, locker_id uuid,
      taken_at timestamptz, taken_by uuid, released_at timestamptz, released_by uuid, release text,
      second_staff_id uuid`,
    { monthly: true },
  );
  await officeTable(db, 'locker', sql`number bigint, code text, condition text`);
  await officeTable(db, 'pocket', sql`number bigint, code text, condition text`);
  await officeTable(
    db,
    'handover',
    sql`at timestamptz, from_staff_id uuid, to_staff_id uuid, counted_cards bigint, expected_cards bigint`,
  );
  await officeTable(db, 'closing', sql`on_day date, closed_at timestamptz, closed_by uuid, left_open bigint`);
  await officeTable(db, 'help_call', sql`called_at timestamptz, answered_at timestamptz, answered_by uuid`);
  await officeTable(db, 'staff', sql`role text, active smallint, created_at timestamptz`);
  await officeTable(
    db,
    'wanted',
    sql`publication_id uuid, visit_id uuid, door text, asked_at timestamptz, settled_at timestamptz, settled_by uuid,
      outcome text`,
  );
  await officeTable(
    db,
    'publication_copy',
    sql`publication_id uuid, code text, condition text, not_for_copying smallint, added_at timestamptz`,
  );
  await officeTable(
    db,
    'journal',
    sql`seq bigint, at timestamptz, door text, staff_id uuid, what text, visit_id uuid, previous text, hash text`,
    { monthly: true },
  );
  await sql`CREATE INDEX journal_in_order ON journal (office_id, seq)`.execute(db);
  await officeTable(
    db,
    'request_event',
    sql`request_id uuid, kind text, at timestamptz, staff_id uuid, file text, reason text`,
  );
}

async function officeTable(
  db: Kysely<unknown>,
  name: string,
  columns: RawBuilder<unknown>,
  { monthly = false } = {},
): Promise<void> {
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
    ) ${monthly ? sql`PARTITION BY RANGE (id)` : sql``}`.execute(db);
  if (monthly)
    await sql`CREATE TABLE ${sql.table(`${name}_rest`)} PARTITION OF ${sql.table(name)} DEFAULT`.execute(db);
}
