import { sql, type Kysely } from 'kysely';

/**
 * Where the printed copies are, and the photocopy forms.
 *
 * Invariant 3 of the product: a copy is on its shelf (no open row of `copy_away`), with a visit, or out with a
 * photocopy slip (its one open row says which). Invariant 4: a visit ends only when no copy of it is open.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE photocopy (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      on_day TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count > 0),
      copies INTEGER NOT NULL CHECK (copies > 0),
      paper TEXT NOT NULL,
      duplex INTEGER NOT NULL CHECK (duplex IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('requested', 'out', 'copied', 'back', 'closed', 'cancelled', 'lost')),
      token TEXT,
      requested_at TEXT NOT NULL,
      requested_by TEXT REFERENCES staff (id),
      out_at TEXT,
      copied_at TEXT,
      copied_by TEXT CHECK (copied_by IN ('slip', 'phone')),
      back_at TEXT,
      ended_at TEXT,
      ended_by TEXT REFERENCES staff (id),
      UNIQUE (on_day, count),
      CHECK ((state IN ('closed', 'cancelled', 'lost')) = (ended_at IS NOT NULL)),
      CHECK (state NOT IN ('out', 'copied', 'back', 'closed', 'lost') OR out_at IS NOT NULL),
      CHECK (state <> 'requested' OR out_at IS NULL),
      CHECK (state NOT IN ('out', 'back') OR copied_at IS NULL),
      CHECK (state <> 'copied' OR copied_at IS NOT NULL),
      CHECK (state NOT IN ('back', 'closed') OR back_at IS NOT NULL),
      CHECK ((copied_at IS NULL) = (copied_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX photocopy_open ON photocopy (state) WHERE ended_at IS NULL`.execute(db);
  await sql`CREATE INDEX photocopy_of_visit ON photocopy (visit_id)`.execute(db);
  await sql`
    CREATE TABLE photocopy_title (
      photocopy_id TEXT NOT NULL REFERENCES photocopy (id),
      publication_id TEXT NOT NULL REFERENCES publication (id),
      position INTEGER NOT NULL,
      pages TEXT NOT NULL CHECK (length(pages) > 0),
      page_count INTEGER NOT NULL CHECK (page_count > 0),
      PRIMARY KEY (photocopy_id, publication_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX photocopy_title_of ON photocopy_title (publication_id)`.execute(db);
  await sql`
    CREATE TABLE copy_away (
      id TEXT PRIMARY KEY,
      copy_id TEXT NOT NULL REFERENCES publication_copy (id),
      visit_id TEXT NOT NULL REFERENCES visit (id),
      photocopy_id TEXT REFERENCES photocopy (id),
      taken_at TEXT NOT NULL,
      taken_by TEXT REFERENCES staff (id),
      ended_at TEXT,
      ended_by TEXT REFERENCES staff (id),
      ending TEXT CHECK (ending IN ('shelf', 'co-op', 'lost')),
      CHECK ((ended_at IS NULL) = (ending IS NULL)),
      CHECK (ending IS NOT 'co-op' OR photocopy_id IS NULL)
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX copy_is_in_one_place ON copy_away (copy_id) WHERE ended_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX copy_away_of ON copy_away (copy_id, taken_at)`.execute(db);
  await sql`CREATE INDEX copy_away_with ON copy_away (visit_id, taken_at)`.execute(db);
  await sql`CREATE INDEX copy_away_out ON copy_away (photocopy_id) WHERE photocopy_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX copy_away_since ON copy_away (taken_at)`.execute(db);
  await guardCopies(db);
  await letSlipsBePhotocopies(db);
}

async function guardCopies(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TRIGGER copy_goes_to_a_visit_being_served BEFORE INSERT ON copy_away
    WHEN NOT EXISTS (SELECT 1 FROM visit WHERE id = NEW.visit_id AND state IN ('serving', 'inside'))
    BEGIN SELECT RAISE(ABORT, 'a copy is handed to a visit that is being served'); END`.execute(db);
  await sql`
    CREATE TRIGGER copy_must_be_there_to_go BEFORE INSERT ON copy_away
    WHEN EXISTS (SELECT 1 FROM publication_copy WHERE id = NEW.copy_id AND condition IN ('missing', 'retired'))
    BEGIN SELECT RAISE(ABORT, 'a copy that is missing or retired is handed to nobody'); END`.execute(db);
  await sql`
    CREATE TRIGGER copy_goes_out_with_its_slip BEFORE INSERT ON copy_away
    WHEN NEW.photocopy_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM photocopy
      JOIN photocopy_title ON photocopy_title.photocopy_id = photocopy.id
      JOIN publication_copy ON publication_copy.publication_id = photocopy_title.publication_id
      WHERE photocopy.id = NEW.photocopy_id AND photocopy.visit_id = NEW.visit_id
        AND photocopy.state IN ('requested', 'out')
        AND publication_copy.id = NEW.copy_id AND publication_copy.not_for_copying = 0)
    BEGIN SELECT RAISE(ABORT, 'a copy goes out with an open slip of its visit that names it, if it may be copied'); END
  `.execute(db);
  await sql`
    CREATE TRIGGER copy_away_is_ended_once BEFORE UPDATE ON copy_away
    WHEN OLD.ended_at IS NOT NULL OR NEW.copy_id IS NOT OLD.copy_id OR NEW.visit_id IS NOT OLD.visit_id
      OR NEW.photocopy_id IS NOT OLD.photocopy_id OR NEW.taken_at IS NOT OLD.taken_at
    BEGIN SELECT RAISE(ABORT, 'where a copy was is never changed'); END`.execute(db);
  await sql`
    CREATE TRIGGER copy_away_is_never_deleted BEFORE DELETE ON copy_away
    BEGIN SELECT RAISE(ABORT, 'where a copy was is never deleted'); END`.execute(db);
  await sql`
    CREATE TRIGGER copy_that_is_away_is_not_missing BEFORE UPDATE OF condition ON publication_copy
    WHEN NEW.condition IN ('missing', 'retired')
      AND EXISTS (SELECT 1 FROM copy_away WHERE copy_id = NEW.id AND ended_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a copy in somebody''s hands is neither missing nor retired'); END`.execute(db);
  await sql`
    CREATE TRIGGER visit_closes_after_its_copies BEFORE UPDATE OF state ON visit
    WHEN NEW.state IN ('closed', 'left')
      AND EXISTS (SELECT 1 FROM copy_away WHERE visit_id = NEW.id AND ended_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a visit cannot close over an open publication'); END`.execute(db);
  await sql`
    CREATE TRIGGER photocopy_ends_after_its_copies BEFORE UPDATE OF state ON photocopy
    WHEN NEW.state IN ('back', 'closed', 'cancelled', 'lost')
      AND EXISTS (SELECT 1 FROM copy_away WHERE photocopy_id = NEW.id AND ended_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a photocopy slip is open while a copy is out with it'); END`.execute(db);
  await sql`
    CREATE TRIGGER photocopy_stays_ended BEFORE UPDATE ON photocopy
    WHEN OLD.ended_at IS NOT NULL OR NEW.visit_id IS NOT OLD.visit_id
      OR NEW.on_day IS NOT OLD.on_day OR NEW.count IS NOT OLD.count
    BEGIN SELECT RAISE(ABORT, 'a photocopy form that ended is never changed'); END`.execute(db);
  await sql`
    CREATE TRIGGER photocopy_is_never_deleted BEFORE DELETE ON photocopy
    BEGIN SELECT RAISE(ABORT, 'a photocopy form is never deleted'); END`.execute(db);
}

/** SQLite cannot widen a CHECK: the table is made anew around its rows, all of it or nothing. */
async function letSlipsBePhotocopies(db: Kysely<unknown>): Promise<void> {
  await sql`PRAGMA foreign_keys = OFF`.execute(db);
  await sql`SAVEPOINT slips`.execute(db);
  await sql`
    CREATE TABLE wider_slip (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('ticket', 'locker', 'photocopy', 'test')),
      visit_id TEXT REFERENCES visit (id),
      custody_id TEXT REFERENCES custody (id),
      photocopy_id TEXT REFERENCES photocopy (id),
      content TEXT NOT NULL CHECK (json_valid(content)),
      made_at TEXT NOT NULL,
      voided_at TEXT,
      void_reason TEXT,
      CHECK ((kind = 'locker') = (custody_id IS NOT NULL)),
      CHECK ((kind = 'photocopy') = (photocopy_id IS NOT NULL)),
      CHECK ((voided_at IS NULL) = (void_reason IS NULL))
    ) STRICT`.execute(db);
  await sql`
    INSERT INTO wider_slip (id, code, kind, visit_id, custody_id, content, made_at, voided_at, void_reason)
    SELECT id, code, kind, visit_id, custody_id, content, made_at, voided_at, void_reason FROM slip`.execute(
    db,
  );
  await sql`DROP TABLE slip`.execute(db);
  await sql`ALTER TABLE wider_slip RENAME TO slip`.execute(db);
  await sql`CREATE UNIQUE INDEX slip_in_force ON slip (custody_id) WHERE voided_at IS NULL AND custody_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX slip_of_photocopy ON slip (photocopy_id) WHERE voided_at IS NULL AND photocopy_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX slip_visit ON slip (visit_id)`.execute(db);
  await sql`RELEASE slips`.execute(db);
  await sql`PRAGMA foreign_keys = ON`.execute(db);
}
