import { sql, type Kysely } from 'kysely';

/**
 * Readings, photocopies, softcopies and needs go to headquarters. What comes back from there is not asked for the order
 * of a counter's day, and a need that was taken back keeps its row, so that headquarters hears of it too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of guarded) {
    const { rows } = await sql<{ text: string }>`
      SELECT sql AS text FROM sqlite_master WHERE type = 'trigger' AND name = ${name}`.execute(db);
    const text = rows[0]!.text.replace(
      /WHEN ([\s\S]*?)\s*BEGIN SELECT/,
      'WHEN (SELECT applying FROM sync_guard) = 0 AND ($1)\n    BEGIN SELECT',
    );
    await sql`DROP TRIGGER ${sql.ref(name)}`.execute(db);
    await sql.raw(text).execute(db);
  }
  await sql`ALTER TABLE data_need ADD COLUMN removed_at TEXT`.execute(db);
}

const guarded = [
  'copy_goes_to_a_visit_being_served',
  'copy_must_be_there_to_go',
  'copy_goes_out_with_its_slip',
  'copy_away_is_ended_once',
  'copy_that_is_away_is_not_missing',
  'visit_closes_after_its_copies',
  'photocopy_ends_after_its_copies',
  'photocopy_stays_ended',
  'softcopy_stays_ended',
  'delivery_is_ended_once',
];
