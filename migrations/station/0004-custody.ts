import { sql, type Kysely } from 'kysely';

/**
 * ID card, pocket, locker, visit and slip as one record.
 * The partial unique indexes are invariant 1 of the product: at most one open use of each.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const place of ['locker', 'pocket']) {
    await sql`
      CREATE TABLE ${sql.table(place)} (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE CHECK (number > 0),
        code TEXT NOT NULL UNIQUE,
        condition TEXT NOT NULL DEFAULT 'usable' CHECK (condition IN ('usable', 'broken', 'cleaning', 'retired')),
        note TEXT
      ) STRICT`.execute(db);
  }
  await sql`
    CREATE TABLE custody (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      card_kind TEXT,
      card_of TEXT NOT NULL DEFAULT 'visitor' CHECK (card_of IN ('visitor', 'leader', 'companion')),
      card_last4 TEXT CHECK (length(card_last4) = 4),
      no_card_reason TEXT,
      pocket_id TEXT REFERENCES pocket (id),
      locker_id TEXT REFERENCES locker (id),
      taken_at TEXT NOT NULL,
      taken_by TEXT NOT NULL REFERENCES staff (id),
      released_at TEXT,
      released_by TEXT REFERENCES staff (id),
      release TEXT CHECK (release IN ('slip', 'lost-slip', 'undone')),
      second_staff_id TEXT REFERENCES staff (id),
      CHECK ((card_kind IS NULL) = (pocket_id IS NULL)),
      CHECK (card_kind IS NOT NULL OR no_card_reason IS NOT NULL),
      CHECK (card_kind IS NOT NULL OR card_last4 IS NULL),
      CHECK (pocket_id IS NOT NULL OR locker_id IS NOT NULL),
      CHECK ((released_at IS NULL) = (release IS NULL)),
      CHECK ((released_at IS NULL) = (released_by IS NULL)),
      CHECK (release IS NOT 'lost-slip' OR (second_staff_id IS NOT NULL AND second_staff_id <> released_by))
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX custody_open_locker ON custody (locker_id) WHERE released_at IS NULL`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX custody_open_pocket ON custody (pocket_id) WHERE released_at IS NULL`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX custody_open_visit ON custody (visit_id) WHERE released_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX custody_of_visit ON custody (visit_id, taken_at)`.execute(db);
  await sql`CREATE INDEX custody_of_locker ON custody (locker_id, taken_at)`.execute(db);
  await sql`CREATE INDEX custody_of_pocket ON custody (pocket_id, taken_at)`.execute(db);
  await sql`
    CREATE TRIGGER custody_needs_usable_places BEFORE INSERT ON custody
    WHEN EXISTS (SELECT 1 FROM locker WHERE id = NEW.locker_id AND condition <> 'usable')
      OR EXISTS (SELECT 1 FROM pocket WHERE id = NEW.pocket_id AND condition <> 'usable')
    BEGIN SELECT RAISE(ABORT, 'locker or pocket is not usable'); END`.execute(db);
  await sql`
    CREATE TRIGGER custody_needs_an_open_visit BEFORE INSERT ON custody
    WHEN NOT EXISTS (SELECT 1 FROM visit WHERE id = NEW.visit_id AND state IN ('serving', 'inside'))
    BEGIN SELECT RAISE(ABORT, 'a card is taken in for a visit that is being served'); END`.execute(db);
  await sql`
    CREATE TRIGGER custody_stays_released BEFORE UPDATE ON custody
    WHEN OLD.released_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a released custody is never changed'); END`.execute(db);
  await sql`
    CREATE TRIGGER custody_is_never_deleted BEFORE DELETE ON custody
    BEGIN SELECT RAISE(ABORT, 'a custody is never deleted'); END`.execute(db);
  await sql`
    CREATE TRIGGER visit_closes_after_its_custody BEFORE UPDATE OF state ON visit
    WHEN NEW.state IN ('closed', 'left')
      AND EXISTS (SELECT 1 FROM custody WHERE visit_id = NEW.id AND released_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a visit cannot close over an open custody'); END`.execute(db);
}
