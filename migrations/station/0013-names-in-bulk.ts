import { sql, type Kysely } from 'kysely';

/**
 * A name enters the full text together with others: alone it writes thirteen pages, a third of a signed guestbook.
 * `visit_name_later` holds the visits whose names wait. Whoever deletes them there lets them in, as a search does first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE visit_name_later (seq INTEGER PRIMARY KEY) STRICT`.execute(db);
  await sql`DROP TRIGGER visit_is_found_by_name`.execute(db);
  await sql`
    CREATE TRIGGER visit_is_found_by_name AFTER INSERT ON visit WHEN NEW.visitor_id IS NOT NULL
    BEGIN INSERT INTO visit_name_later (seq) VALUES (NEW.seq); END`.execute(db);
  await sql`
    CREATE TRIGGER visit_names_enter_together AFTER INSERT ON visit_name_later
    WHEN (SELECT count(*) FROM visit_name_later) >= 128
    BEGIN DELETE FROM visit_name_later; END`.execute(db);
  await sql`
    CREATE TRIGGER visit_name_has_waited AFTER DELETE ON visit_name_later
    BEGIN
      INSERT INTO visit_name (rowid, name)
      SELECT visit.seq, name_key FROM visit JOIN visitor ON visitor.id = visitor_id
      WHERE visit.seq = OLD.seq AND name_key IS NOT NULL;
    END`.execute(db);
  await sql`DROP TRIGGER visit_is_found_by_its_new_name`.execute(db);
  await sql`
    CREATE TRIGGER visit_is_found_by_its_new_name AFTER UPDATE OF name_key ON visitor
    BEGIN
      DELETE FROM visit_name WHERE rowid IN (
        SELECT seq FROM visit WHERE visitor_id = NEW.id AND seq NOT IN (SELECT seq FROM visit_name_later));
      INSERT INTO visit_name (rowid, name)
      SELECT seq, NEW.name_key FROM visit WHERE visitor_id = NEW.id AND NEW.name_key IS NOT NULL
        AND seq NOT IN (SELECT seq FROM visit_name_later);
    END`.execute(db);
}
