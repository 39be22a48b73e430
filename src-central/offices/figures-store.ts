/** Figures per office and day, brought up to date from the rows that came since: never by reading all. */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import { v7 as uuid } from 'uuid';
import { write, type Tx } from '../database/write.ts';
import type { OfficeRow } from '../intake/rows.ts';

/** What came is read at most this often, however many people look. */
const freshMs = 2_000;
const latest = new WeakMap<Central, { at: number; done: Promise<void> }>();

/** Resolves when the figures are no older than two seconds. */
export function freshFigures(central: Central): Promise<void> {
  const known = latest.get(central);
  if (known && performance.now() - known.at < freshMs) return known.done;
  const done = write(central, countAgain);
  latest.set(central, { at: performance.now(), done });
  return done;
}

async function countAgain(tx: Tx): Promise<void> {
  // One counts at a time, and batches go on coming.
  await sql`LOCK TABLE touched_days IN SHARE UPDATE EXCLUSIVE MODE`.execute(tx);
  const { rows: days } = await sql<{ office: string; day: string }>`
    WITH taken AS (DELETE FROM touched_days RETURNING office_id, days)
    SELECT DISTINCT office_id AS office, day::text
    FROM taken CROSS JOIN LATERAL unnest(coalesce(days, ARRAY(
      SELECT on_day FROM visit WHERE visit.office_id = taken.office_id AND NOT deleted
      UNION SELECT on_day FROM office_day WHERE office_day.office_id = taken.office_id))) AS day`.execute(tx);
  if (days.length === 0) return;
  const touched = sql`json_to_recordset(${JSON.stringify(days)}::json) AS touched(office text, day date)`;
  await sql`DELETE FROM office_day USING ${touched} WHERE office_id = office AND on_day = day`.execute(tx);
  await sql`
    INSERT INTO office_day (office_id, on_day, visits, people, served, within, left_early, waited_ms)
    SELECT office_id, on_day, count(*), sum(CASE WHEN kind = 'group' THEN men + women ELSE 1 END),
      count(*) FILTER (WHERE waited_ms IS NOT NULL AND entry <> 'late'),
      count(*) FILTER (WHERE waited_ms <= promise_ms AND entry <> 'late'),
      count(*) FILTER (WHERE state = 'left'),
      coalesce(sum(waited_ms) FILTER (WHERE entry <> 'late'), 0)
    FROM visit JOIN ${touched} ON office_id = office AND on_day = day
    WHERE NOT deleted GROUP BY office_id, on_day`.execute(tx);
}

/** For rows that came by no batch: they waited, and fit now. */
export async function touchAllDays(tx: Tx, office: string): Promise<void> {
  await tx.insertInto('touched_days').values({ office_id: office, id: uuid(), days: null }).execute();
}

/** The days that rows of a batch touch, as `touched_days` has them; null when none are visits. */
export function touchedBy(rows: OfficeRow[]): { days: string[] | null } | null {
  const days = new Set<string | null>();
  // A deleted visit has forgotten its day.
  for (const { table, data } of rows) if (table === 'visit') days.add((data?.['on_day'] as string) ?? null);
  if (days.size === 0) return null;
  return { days: days.has(null) ? null : ([...days] as string[]) };
}
