import { sql, type Kysely } from 'kysely';
import { firstSynonyms } from './first-synonyms.ts';

/**
 * Publications, their printed copies, how they are found, where they come from, and what was asked for in vain.
 *
 * `publication.seq` counts from the newest year down, so that the full text gives the newest first without sorting.
 * `publication_text` keeps which publications have a word and nothing else: half the size, and twice as fast.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE publication (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      key TEXT NOT NULL UNIQUE,
      pub_id TEXT,
      source TEXT NOT NULL CHECK (source IN ('webapi', 'file', 'office')),
      title TEXT NOT NULL CHECK (length(title) > 0),
      series TEXT,
      year INTEGER CHECK (year BETWEEN 1800 AND 2200),
      area_code TEXT CHECK (length(area_code) = 4),
      area_name TEXT,
      subject TEXT,
      kind TEXT,
      publication_number TEXT,
      catalogue_number TEXT,
      issn TEXT,
      isbn TEXT,
      language TEXT CHECK (language IN ('id', 'en')),
      pages INTEGER CHECK (pages > 0),
      released_on TEXT,
      cover TEXT,
      pdf TEXT,
      imported TEXT CHECK (json_valid(imported))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE publication_abstract (
      seq INTEGER PRIMARY KEY REFERENCES publication (seq) ON UPDATE CASCADE ON DELETE CASCADE,
      abstract TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE publication_edit (
      id TEXT PRIMARY KEY,
      publication_id TEXT NOT NULL REFERENCES publication (id),
      field TEXT NOT NULL,
      before TEXT CHECK (json_valid(before)),
      after TEXT CHECK (json_valid(after)),
      edited_at TEXT NOT NULL,
      edited_by TEXT REFERENCES staff (id)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX publication_edit_of ON publication_edit (publication_id, edited_at)`.execute(db);
  await sql`
    CREATE TABLE publication_copy (
      id TEXT PRIMARY KEY,
      publication_id TEXT NOT NULL REFERENCES publication (id),
      code TEXT NOT NULL UNIQUE,
      shelf TEXT,
      condition TEXT NOT NULL DEFAULT 'good'
        CHECK (condition IN ('good', 'worn', 'damaged', 'missing', 'retired')),
      not_for_copying INTEGER NOT NULL DEFAULT 0 CHECK (not_for_copying IN (0, 1)),
      note TEXT,
      added_at TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`CREATE INDEX publication_copy_of ON publication_copy (publication_id)`.execute(db);
  await sql`
    CREATE TRIGGER publication_copy_is_never_deleted BEFORE DELETE ON publication_copy
    BEGIN SELECT RAISE(ABORT, 'a copy is retired, never deleted: its history needs it'); END`.execute(db);

  await sql`
    CREATE VIRTUAL TABLE publication_text USING fts5 (
      words, content = '', contentless_delete = 1, detail = none,
      tokenize = "unicode61 remove_diacritics 0 tokenchars ':'"
    )`.execute(db);
  await sql`
    CREATE TABLE word (
      id INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE,
      publications INTEGER NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE synonym (
      id TEXT PRIMARY KEY,
      phrases TEXT NOT NULL CHECK (json_array_length(phrases) > 1),
      changed_at TEXT NOT NULL,
      changed_by TEXT REFERENCES staff (id)
    ) STRICT`.execute(db);
  for (const [at, phrases] of firstSynonyms.entries()) {
    await sql`
      INSERT INTO synonym (id, phrases, changed_at)
      VALUES (${`first-${String(at + 1).padStart(3, '0')}`}, ${JSON.stringify(phrases)}, '2026-01-01T00:00:00.000Z')
    `.execute(db);
  }

  await sql`
    CREATE TABLE import_run (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('webapi', 'csv', 'json')),
      name TEXT NOT NULL,
      settings TEXT NOT NULL CHECK (json_valid(settings)),
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'interrupted')),
      position INTEGER NOT NULL DEFAULT 0,
      total INTEGER,
      added INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      rejected INTEGER NOT NULL DEFAULT 0,
      problem TEXT CHECK (json_valid(problem)),
      started_at TEXT NOT NULL,
      started_by TEXT REFERENCES staff (id),
      ended_at TEXT,
      CHECK ((state = 'running') = (ended_at IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX import_run_running ON import_run (state) WHERE state = 'running'`.execute(db);
  await sql`
    CREATE TABLE import_misfit (
      import_id TEXT NOT NULL REFERENCES import_run (id),
      row INTEGER NOT NULL,
      field TEXT NOT NULL,
      rule TEXT NOT NULL,
      excerpt TEXT NOT NULL,
      PRIMARY KEY (import_id, row, field)
    ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`
    CREATE TABLE wanted (
      id TEXT PRIMARY KEY,
      text TEXT NOT NULL CHECK (length(text) > 0),
      text_key TEXT NOT NULL,
      publication_id TEXT REFERENCES publication (id),
      visit_id TEXT REFERENCES visit (id),
      door TEXT NOT NULL CHECK (door IN ('kiosk', 'staff')),
      asked_at TEXT NOT NULL,
      settled_at TEXT,
      settled_by TEXT REFERENCES staff (id),
      outcome TEXT CHECK (outcome IN ('obtained', 'not-published', 'elsewhere', 'found', 'unclear')),
      CHECK ((settled_at IS NULL) = (outcome IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX wanted_open ON wanted (text_key, asked_at) WHERE settled_at IS NULL`.execute(db);
}
