import { sql, type Kysely } from 'kysely';

/**
 * What the courier keeps: changes on their way to headquarters, the batches they are sealed into, where both sides are.
 *
 * Nothing is captured before the office is enrolled: the triggers that fill `change_log` are made then, from the
 * whitelist of the wire (`src-main/sync/capture.ts`). `sync_guard` is the one row that they read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE sync_guard (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      applying INTEGER NOT NULL DEFAULT 0 CHECK (applying IN (0, 1)),
      epoch TEXT,
      tx INTEGER NOT NULL DEFAULT 0
    ) STRICT`.execute(db);
  await sql`INSERT INTO sync_guard (one) VALUES (1)`.execute(db);
  await sql`
    CREATE TABLE sync_row (
      tbl TEXT NOT NULL,
      row_id TEXT NOT NULL,
      v INTEGER NOT NULL,
      ep TEXT NOT NULL,
      PRIMARY KEY (tbl, row_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE sync_older (
      tbl TEXT PRIMARY KEY,
      done INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE change_log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      tbl TEXT NOT NULL,
      row_id TEXT NOT NULL,
      v INTEGER NOT NULL,
      ep TEXT NOT NULL,
      tx INTEGER NOT NULL,
      s INTEGER NOT NULL,
      at INTEGER NOT NULL,
      d TEXT NOT NULL CHECK (json_valid(d))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_epoch (
      epoch TEXT PRIMARY KEY,
      parent TEXT REFERENCES sync_epoch (epoch),
      parent_no INTEGER,
      reason TEXT NOT NULL CHECK (reason IN ('first', 'restored', 'fork', 'rebuilt')),
      begun_at TEXT NOT NULL,
      cursor INTEGER NOT NULL DEFAULT 0,
      archived INTEGER NOT NULL DEFAULT 0
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_batch (
      epoch TEXT NOT NULL REFERENCES sync_epoch (epoch),
      no INTEGER NOT NULL CHECK (no > 0),
      sha TEXT NOT NULL,
      chain TEXT NOT NULL,
      rows INTEGER NOT NULL,
      body BLOB NOT NULL,
      sealed_at TEXT NOT NULL,
      PRIMARY KEY (epoch, no)
    ) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER sync_batch_is_never_changed BEFORE UPDATE ON sync_batch
    BEGIN SELECT RAISE(ABORT, 'a sealed batch is never changed'); END`.execute(db);
  await sql`
    CREATE TABLE sync_cursor (
      scope TEXT PRIMARY KEY,
      server_epoch TEXT NOT NULL,
      pos INTEGER NOT NULL,
      chain TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_aside (
      scope TEXT NOT NULL,
      tbl TEXT NOT NULL,
      row_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      item TEXT NOT NULL CHECK (json_valid(item)),
      at TEXT NOT NULL,
      PRIMARY KEY (scope, tbl, row_id)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_seen (
      tbl TEXT NOT NULL,
      row_id TEXT NOT NULL,
      PRIMARY KEY (tbl, row_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE journal_elsewhere (
      id TEXT PRIMARY KEY,
      d TEXT NOT NULL CHECK (json_valid(d))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE from_headquarters (
      tbl TEXT NOT NULL,
      id TEXT NOT NULL,
      scope TEXT NOT NULL,
      d TEXT NOT NULL CHECK (json_valid(d)),
      received_at TEXT NOT NULL,
      PRIMARY KEY (tbl, id)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE request_event (
      id TEXT PRIMARY KEY,
      request_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('seen', 'claimed', 'answered', 'refused')),
      at TEXT NOT NULL,
      staff_id TEXT REFERENCES staff (id),
      file TEXT CHECK (length(file) = 64),
      reason TEXT,
      CHECK (kind <> 'answered' OR file IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX request_event_of ON request_event (request_id, at)`.execute(db);
  await sql`
    CREATE TABLE sync_file (
      sha256 TEXT NOT NULL,
      dir TEXT NOT NULL CHECK (dir IN ('up', 'down')),
      size INTEGER NOT NULL,
      mime TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
      tries INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (sha256, dir)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_event (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      detail TEXT NOT NULL CHECK (json_valid(detail))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_enrolment (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      device TEXT NOT NULL,
      office TEXT NOT NULL,
      office_name TEXT NOT NULL,
      url TEXT NOT NULL,
      ca TEXT,
      certificate TEXT NOT NULL CHECK (json_valid(certificate)),
      server_key TEXT NOT NULL,
      server_box TEXT NOT NULL,
      incarnation TEXT NOT NULL,
      enrolled_at TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE sync_state (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      mark TEXT,
      next_at TEXT,
      wait_ms INTEGER NOT NULL DEFAULT 0,
      tries INTEGER NOT NULL DEFAULT 0,
      problem TEXT,
      seen_at TEXT,
      receipt_at TEXT,
      compared_at TEXT,
      trial INTEGER NOT NULL DEFAULT 0
    ) STRICT`.execute(db);
  await sql`INSERT INTO sync_state (one) VALUES (1)`.execute(db);
  await sql`
    CREATE TABLE pseudonym_key (one INTEGER PRIMARY KEY CHECK (one = 1), key BLOB NOT NULL) STRICT`.execute(
    db,
  );
  await sql`INSERT INTO pseudonym_key VALUES (1, randomblob(32))`.execute(db);
  for (const [name, text] of guarded) {
    await sql`DROP TRIGGER ${sql.ref(name)}`.execute(db);
    await sql.raw(text).execute(db);
  }
}

/** Rows that headquarters gives back come in any order: the order of a counter's day is not asked of them. */
const guarded: [name: string, text: string][] = [
  [
    'custody_needs_usable_places',
    `CREATE TRIGGER custody_needs_usable_places BEFORE INSERT ON custody
    WHEN (SELECT applying FROM sync_guard) = 0 AND (
      EXISTS (SELECT 1 FROM locker WHERE id = NEW.locker_id AND condition <> 'usable')
      OR EXISTS (SELECT 1 FROM pocket WHERE id = NEW.pocket_id AND condition <> 'usable'))
    BEGIN SELECT RAISE(ABORT, 'locker or pocket is not usable'); END`,
  ],
  [
    'custody_needs_an_open_visit',
    `CREATE TRIGGER custody_needs_an_open_visit BEFORE INSERT ON custody
    WHEN (SELECT applying FROM sync_guard) = 0
      AND NOT EXISTS (SELECT 1 FROM visit WHERE id = NEW.visit_id AND state IN ('serving', 'inside'))
    BEGIN SELECT RAISE(ABORT, 'a card is taken in for a visit that is being served'); END`,
  ],
  [
    'custody_stays_released',
    `CREATE TRIGGER custody_stays_released BEFORE UPDATE ON custody
    WHEN (SELECT applying FROM sync_guard) = 0 AND OLD.released_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a released custody is never changed'); END`,
  ],
  [
    'visit_closes_after_its_custody',
    `CREATE TRIGGER visit_closes_after_its_custody BEFORE UPDATE OF state ON visit
    WHEN (SELECT applying FROM sync_guard) = 0 AND NEW.state IN ('closed', 'left')
      AND EXISTS (SELECT 1 FROM custody WHERE visit_id = NEW.id AND released_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a visit cannot close over an open custody'); END`,
  ],
  [
    'closing_sees_every_open_visit',
    `CREATE TRIGGER closing_sees_every_open_visit BEFORE INSERT ON closing
    WHEN (SELECT applying FROM sync_guard) = 0 AND EXISTS (
      SELECT 1 FROM visit
      WHERE on_day <= NEW.on_day AND state IN ('waiting', 'serving', 'inside', 'leaving')
        AND left_open_reason IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a day cannot close unseen while a visit is open'); END`,
  ],
];
