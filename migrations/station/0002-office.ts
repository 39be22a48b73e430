import { sql, type Kysely } from 'kysely';

/** The office's profile (every version kept), its privacy notices as they were shown, and its staff. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE profile (
      version INTEGER PRIMARY KEY AUTOINCREMENT,
      profile TEXT NOT NULL CHECK (json_valid(profile)),
      saved_at TEXT NOT NULL,
      saved_by TEXT
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE notice (
      version INTEGER PRIMARY KEY AUTOINCREMENT,
      body TEXT NOT NULL UNIQUE CHECK (json_valid(body)),
      made_at TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER notice_is_never_edited BEFORE UPDATE ON notice
    BEGIN SELECT RAISE(ABORT, 'a notice that was shown is never edited'); END`.execute(db);
  await sql`
    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      role TEXT NOT NULL CHECK (role IN ('front', 'librarian', 'supervisor', 'admin', 'viewer')),
      pin_hash TEXT NOT NULL,
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      wrong_pins INTEGER NOT NULL DEFAULT 0,
      blocked_until TEXT,
      created_at TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX staff_name ON staff (name) WHERE active = 1`.execute(db);
}
