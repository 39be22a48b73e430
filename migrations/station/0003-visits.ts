import { sql, type Kysely } from 'kysely';

/**
 * Visitors, visits, the services of a visit, and calls for help from the kiosk.
 * `visit.seq` is the moment of arrival, so that the table lies in that order; `visit_name` finds visits by words of
 * the visitor's name, and forgets a name together with the visitor.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE visitor (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT,
      name_key TEXT,
      sex TEXT CHECK (sex IN ('male', 'female')),
      birth_year INTEGER,
      phone TEXT,
      email TEXT,
      education TEXT,
      occupation TEXT,
      occupation_other TEXT,
      institution_category TEXT,
      institution_category_other TEXT,
      institution TEXT,
      disability TEXT,
      remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1)),
      created_at TEXT NOT NULL,
      erased_at TEXT
    ) STRICT`.execute(db);
  await sql`CREATE INDEX visitor_phone ON visitor (phone, birth_year) WHERE phone IS NOT NULL`.execute(db);
  await sql`CREATE INDEX visitor_kept ON visitor (created_at) WHERE erased_at IS NULL`.execute(db);
  await sql`CREATE INDEX visitor_email ON visitor (email) WHERE email IS NOT NULL`.execute(db);
  await sql`
    CREATE TABLE visit (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      code TEXT NOT NULL UNIQUE,
      submission_id TEXT NOT NULL UNIQUE,
      visitor_id TEXT REFERENCES visitor (id),
      kind TEXT NOT NULL CHECK (kind IN ('single', 'group', 'child', 'accompanied')),
      on_day TEXT NOT NULL,
      letter TEXT NOT NULL CHECK (length(letter) = 1),
      count INTEGER NOT NULL CHECK (count > 0),
      language TEXT NOT NULL CHECK (language IN ('id', 'en')),
      purpose TEXT,
      purpose_other TEXT,
      men INTEGER NOT NULL DEFAULT 0 CHECK (men >= 0),
      women INTEGER NOT NULL DEFAULT 0 CHECK (women >= 0),
      companion_name TEXT,
      companion_relation TEXT,
      notice_version INTEGER REFERENCES notice (version),
      notice_choice TEXT CHECK (notice_choice IN ('accepted', 'refused')),
      notice_at TEXT,
      entry TEXT NOT NULL CHECK (entry IN ('kiosk', 'counter', 'late')),
      entry_reason TEXT,
      entered_by TEXT REFERENCES staff (id),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'serving', 'inside', 'leaving', 'closed', 'left')),
      previous_state TEXT,
      state_at TEXT NOT NULL,
      submitted_at TEXT NOT NULL,
      boot TEXT NOT NULL,
      submitted_mono_ms INTEGER NOT NULL,
      served_at TEXT,
      served_by TEXT REFERENCES staff (id),
      waited_ms INTEGER CHECK (waited_ms >= 0),
      promise_ms INTEGER NOT NULL,
      breach_reason TEXT,
      breach_note TEXT,
      left_reason TEXT,
      ended_at TEXT,
      duration_ms INTEGER CHECK (duration_ms >= 0),
      left_open_reason TEXT,
      UNIQUE (on_day, letter, count),
      CHECK ((state IN ('closed', 'left')) = (ended_at IS NOT NULL)),
      CHECK (state <> 'left' OR left_reason IS NOT NULL),
      CHECK (kind = 'group' OR (men = 0 AND women = 0)),
      CHECK (kind <> 'group' OR men + women > 0),
      CHECK (entry = 'kiosk' OR entered_by IS NOT NULL),
      CHECK (entry <> 'late' OR entry_reason IS NOT NULL),
      CHECK (state IN ('waiting', 'left') OR served_at IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX visit_state ON visit (state)`.execute(db);
  await sql`CREATE INDEX visit_number ON visit (letter, count)`.execute(db);
  await sql`CREATE INDEX visit_breached ON visit (seq) WHERE waited_ms > promise_ms AND entry <> 'late'`.execute(
    db,
  );
  await sql`CREATE INDEX visit_visitor ON visit (visitor_id, on_day) WHERE visitor_id IS NOT NULL`.execute(
    db,
  );
  await sql`
    CREATE TRIGGER visit_clock_is_not_turned_back BEFORE UPDATE ON visit
    WHEN NEW.submitted_at IS NOT OLD.submitted_at
      OR NEW.submitted_mono_ms IS NOT OLD.submitted_mono_ms
      OR NEW.boot IS NOT OLD.boot
      OR NEW.promise_ms IS NOT OLD.promise_ms
      OR (OLD.waited_ms IS NOT NULL AND (NEW.waited_ms IS NULL OR NEW.waited_ms < OLD.waited_ms))
    BEGIN SELECT RAISE(ABORT, 'the promise clock cannot be turned back'); END`.execute(db);
  await sql`
    CREATE TRIGGER visit_closed_another_day_has_no_duration BEFORE UPDATE OF duration_ms ON visit
    WHEN NEW.duration_ms IS NOT NULL AND NEW.left_open_reason IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a visit closed on another day has no duration'); END`.execute(db);
  await sql`
    CREATE TRIGGER visit_is_never_deleted BEFORE DELETE ON visit
    BEGIN SELECT RAISE(ABORT, 'a visit is never deleted'); END`.execute(db);
  // The beginnings have lists of their own: the newest Siti is found without gathering every Siti first.
  await sql`CREATE VIRTUAL TABLE visit_name USING fts5 (name, detail = none, prefix = '1 2 3 4 5 6 7')`.execute(
    db,
  );
  await sql`INSERT INTO visit_name (visit_name, rank) VALUES ('secure-delete', 1)`.execute(db);
  await sql`
    CREATE TRIGGER visit_is_found_by_name AFTER INSERT ON visit WHEN NEW.visitor_id IS NOT NULL
    BEGIN
      INSERT INTO visit_name (rowid, name)
      SELECT NEW.seq, name_key FROM visitor WHERE id = NEW.visitor_id AND name_key IS NOT NULL;
    END`.execute(db);
  await sql`
    CREATE TRIGGER visit_is_found_by_its_new_name AFTER UPDATE OF name_key ON visitor
    BEGIN
      DELETE FROM visit_name WHERE rowid IN (SELECT seq FROM visit WHERE visitor_id = NEW.id);
      INSERT INTO visit_name (rowid, name)
      SELECT seq, NEW.name_key FROM visit WHERE visitor_id = NEW.id AND NEW.name_key IS NOT NULL;
    END`.execute(db);
  await sql`
    CREATE TABLE visit_service (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      service TEXT NOT NULL,
      started_at TEXT,
      ended_at TEXT,
      staff_id TEXT REFERENCES staff (id),
      outcome TEXT CHECK (outcome IN ('given', 'not-available', 'cancelled')),
      UNIQUE (visit_id, service)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE help_call (
      id TEXT PRIMARY KEY,
      kiosk TEXT NOT NULL,
      called_at TEXT NOT NULL,
      answered_at TEXT,
      answered_by TEXT REFERENCES staff (id),
      CHECK ((answered_at IS NULL) = (answered_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX help_call_open ON help_call (kiosk) WHERE answered_at IS NULL`.execute(db);
}
