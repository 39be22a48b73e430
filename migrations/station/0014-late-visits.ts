import { sql, type Kysely } from 'kysely';

/**
 * The boot of a visit that was entered later, from paper, was the word “late”, which is no UUID: headquarters parked such
 * a visit. It gets the UUID that stands for no boot, and where the office is enrolled already it is handed in again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ text: string }>`
    SELECT sql AS text FROM sqlite_master WHERE type = 'trigger' AND name = 'visit_clock_is_not_turned_back'`.execute(
    db,
  );
  await sql`DROP TRIGGER visit_clock_is_not_turned_back`.execute(db);
  await sql`UPDATE visit SET boot = '00000000-0000-0000-0000-000000000000' WHERE boot = 'late'`.execute(db);
  await sql.raw(rows[0]!.text).execute(db);
}
