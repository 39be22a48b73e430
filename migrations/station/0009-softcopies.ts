import { sql, type Kysely } from 'kysely';

/**
 * Softcopies and their deliveries, and the data that visitors needed (SKD Block III).
 *
 * A softcopy is one PDF that a visitor takes along. Its file lies in the data folder while it is `ready`, for as long
 * as the profile says; a delivery keeps an address only until it has ended.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE softcopy (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      source TEXT NOT NULL CHECK (source IN ('scan', 'published')),
      state TEXT NOT NULL CHECK (state IN ('open', 'ready', 'wiped', 'cancelled')),
      opened_at TEXT NOT NULL,
      opened_by TEXT REFERENCES staff (id),
      ready_at TEXT,
      ended_at TEXT,
      pages INTEGER CHECK (pages > 0),
      bytes INTEGER CHECK (bytes > 0),
      sha256 TEXT CHECK (length(sha256) = 64),
      CHECK ((state IN ('wiped', 'cancelled')) = (ended_at IS NOT NULL)),
      CHECK (state NOT IN ('ready', 'wiped') OR ready_at IS NOT NULL),
      CHECK (state <> 'open' OR ready_at IS NULL),
      CHECK ((ready_at IS NULL) = (sha256 IS NULL) AND (ready_at IS NULL) = (bytes IS NULL)
        AND (ready_at IS NULL) = (pages IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX softcopy_of_visit ON softcopy (visit_id)`.execute(db);
  await sql`CREATE INDEX softcopy_live ON softcopy (state) WHERE ended_at IS NULL`.execute(db);
  await sql`
    CREATE TRIGGER softcopy_stays_ended BEFORE UPDATE ON softcopy
    WHEN OLD.ended_at IS NOT NULL OR NEW.visit_id IS NOT OLD.visit_id
    BEGIN SELECT RAISE(ABORT, 'a softcopy that ended is never changed'); END`.execute(db);
  await sql`
    CREATE TABLE softcopy_title (
      softcopy_id TEXT NOT NULL REFERENCES softcopy (id),
      position INTEGER NOT NULL,
      publication_id TEXT REFERENCES publication (id),
      title TEXT NOT NULL CHECK (length(title) > 0),
      year INTEGER,
      pages TEXT,
      PRIMARY KEY (softcopy_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX softcopy_title_of ON softcopy_title (publication_id)`.execute(db);
  await sql`
    CREATE TABLE softcopy_file (
      id TEXT PRIMARY KEY,
      softcopy_id TEXT NOT NULL REFERENCES softcopy (id),
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('pdf', 'jpeg', 'tiff')),
      bytes INTEGER NOT NULL CHECK (bytes > 0),
      pages INTEGER NOT NULL CHECK (pages > 0),
      UNIQUE (softcopy_id, position)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE delivery (
      id TEXT PRIMARY KEY,
      softcopy_id TEXT NOT NULL REFERENCES softcopy (id),
      way TEXT NOT NULL CHECK (way IN ('email', 'usb', 'download')),
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed', 'expired')),
      address TEXT,
      token_hash TEXT UNIQUE,
      download_id TEXT REFERENCES delivery (id),
      tries INTEGER NOT NULL DEFAULT 0,
      next_try_at TEXT,
      expires_at TEXT,
      problem TEXT,
      made_at TEXT NOT NULL,
      made_by TEXT REFERENCES staff (id),
      ended_at TEXT,
      CHECK ((state IN ('delivered', 'failed', 'expired')) = (ended_at IS NOT NULL)),
      CHECK (ended_at IS NULL OR address IS NULL),
      CHECK (way <> 'email' OR ended_at IS NOT NULL OR (address IS NOT NULL AND next_try_at IS NOT NULL)),
      CHECK ((way = 'download') = (token_hash IS NOT NULL) AND (way = 'download') = (expires_at IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX delivery_of ON delivery (softcopy_id)`.execute(db);
  await sql`CREATE INDEX delivery_open ON delivery (way, next_try_at) WHERE ended_at IS NULL`.execute(db);
  await sql`
    CREATE TRIGGER delivery_is_ended_once BEFORE UPDATE ON delivery
    WHEN OLD.ended_at IS NOT NULL OR NEW.softcopy_id IS NOT OLD.softcopy_id OR NEW.way IS NOT OLD.way
    BEGIN SELECT RAISE(ABORT, 'a delivery that ended is never changed'); END`.execute(db);

  await sql`
    CREATE TABLE data_need (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      wanted TEXT NOT NULL CHECK (length(wanted) > 0),
      area_code TEXT CHECK (length(area_code) = 4),
      area_name TEXT,
      year_from INTEGER CHECK (year_from BETWEEN 1800 AND 2200),
      year_to INTEGER CHECK (year_to BETWEEN 1800 AND 2200),
      obtained TEXT NOT NULL CHECK (obtained IN ('yes', 'partly', 'no', 'not-yet')),
      source TEXT CHECK (source IN ('publication', 'microdata', 'map', 'tabulation', 'website')),
      publication_id TEXT REFERENCES publication (id),
      title TEXT,
      title_year INTEGER CHECK (title_year BETWEEN 1800 AND 2200),
      planning INTEGER CHECK (planning IN (0, 1)),
      quality INTEGER CHECK (quality BETWEEN 1 AND 10),
      noted_at TEXT NOT NULL,
      noted_by TEXT REFERENCES staff (id),
      CHECK (year_to >= year_from),
      CHECK (obtained IN ('yes', 'partly') OR (source IS NULL AND title IS NULL AND publication_id IS NULL
        AND title_year IS NULL AND planning IS NULL AND quality IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX data_need_of ON data_need (visit_id)`.execute(db);
  await sql`CREATE INDEX data_need_since ON data_need (noted_at)`.execute(db);

  await sql`
    CREATE INDEX journal_publication ON journal (json_extract(data, '$.publicationId'), seq)
    WHERE json_extract(data, '$.publicationId') IS NOT NULL`.execute(db);
}
