import { sql, type Kysely } from 'kysely';

/** Publications in the order of their titles, a page at a time, however many there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX publication_by_title ON publication (title COLLATE NOCASE)`.execute(db);
}
