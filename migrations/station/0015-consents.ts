import { sql, type Kysely } from 'kysely';

/**
 * Who agreed to be named to headquarters for a purpose, and which parts of the list headquarters has not heard of yet.
 *
 * A part counts up with each change, in the very transaction of it, so that no list is handed in that is older than what
 * the office knows. Erasing a visitor ends what the same person agreed to under other rows, too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE consent (
      id TEXT PRIMARY KEY,
      purpose TEXT NOT NULL,
      visitor_id TEXT NOT NULL REFERENCES visitor (id),
      notice_version INTEGER NOT NULL REFERENCES notice (version),
      given_at TEXT NOT NULL,
      given_on TEXT NOT NULL,
      until_on TEXT NOT NULL,
      ended_at TEXT,
      ended_why TEXT CHECK (ended_why IN ('withdrawn', 'renewed', 'erased', 'off', 'headquarters')),
      CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
      CHECK (until_on >= given_on)
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX consent_open ON consent (visitor_id, purpose) WHERE ended_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX consent_part ON consent (purpose, substr(id, 1, 1)) WHERE ended_at IS NULL`.execute(
    db,
  );
  await sql`
    CREATE TRIGGER consent_ends_once BEFORE UPDATE ON consent WHEN OLD.ended_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a consent that has ended is never changed'); END`.execute(db);
  await sql`
    CREATE TRIGGER consent_is_never_longer BEFORE UPDATE OF until_on ON consent WHEN NEW.until_on > OLD.until_on
    BEGIN SELECT RAISE(ABORT, 'the visitor agreed to no more days than these'); END`.execute(db);
  await sql`
    CREATE TABLE sync_consent_part (
      purpose TEXT NOT NULL,
      part TEXT NOT NULL CHECK (length(part) = 1),
      no INTEGER NOT NULL,
      sent INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (purpose, part)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`ALTER TABLE sync_state ADD COLUMN consents_next_at TEXT`.execute(db);
  for (const [name, when] of [
    ['consent_was_given', 'INSERT'],
    ['consent_was_changed', 'UPDATE'],
  ])
    await sql`
      CREATE TRIGGER ${sql.ref(name!)} AFTER ${sql.raw(when!)} ON consent
      BEGIN
        INSERT INTO sync_consent_part (purpose, part, no) VALUES (NEW.purpose, substr(NEW.id, 1, 1), 1)
        ON CONFLICT (purpose, part) DO UPDATE SET no = no + 1;
      END`.execute(db);
  await sql`
    CREATE TRIGGER consent_ends_with_its_visitor AFTER UPDATE OF erased_at ON visitor
    WHEN OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    BEGIN
      UPDATE consent SET ended_at = NEW.erased_at, ended_why = 'erased'
      WHERE ended_at IS NULL AND visitor_id IN (
        SELECT NEW.id
        UNION SELECT id FROM visitor WHERE phone = OLD.phone AND name_key = OLD.name_key
        UNION SELECT id FROM visitor WHERE email = OLD.email AND name_key = OLD.name_key);
    END`.execute(db);
}
