/** Figures per office and day, brought up to date from the rows that came since: never by reading all. */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import { write, type Tx } from '../database/write.ts';

/** Batches of one office are stored one after the other, but each takes its time before its turn. */
const overlapMs = 10 * 60_000;

/** What came is read at most this often, however many people look. */
const freshMs = 2_000;
const latest = new WeakMap<Central, { at: number; done: Promise<void> }>();

/** Resolves when the figures are no older than two seconds. */
export function freshFigures(central: Central): Promise<void> {
  const known = latest.get(central);
  if (known && performance.now() - known.at < freshMs) return known.done;
  const done = write(central, tx => countAgain(tx, central.now()));
  latest.set(central, { at: performance.now(), done });
  return done;
}

interface Counting {
  office: string;
  pos: number;
  /** Rows from then on were not counted yet. */
  since: string;
}

/** For rows that came by no batch: they waited, and fit now. */
export async function countSoon(tx: Tx, office: string): Promise<void> {
  await tx.updateTable('office_counted').set({ pos: -1 }).where('office_id', '=', office).execute();
}

async function countAgain(tx: Tx, now: Date): Promise<void> {
  await sql`LOCK TABLE office_counted IN EXCLUSIVE MODE`.execute(tx);
  // Read before the rows: what comes in between is counted now, and once more the next time. A clock that was set back
  // since the last time makes it look further back, not miss anything.
  const { rows: offices } = await sql<Counting>`
    SELECT feed.office_id AS office, feed.pos,
      (least(coalesce(upto, '-infinity'), ${now}::timestamptz) - ${`${overlapMs} milliseconds`}::interval)::text AS since
    FROM feed LEFT JOIN office_counted counted ON counted.office_id = feed.office_id
    WHERE scope = 'office:' || feed.office_id AND feed.pos IS DISTINCT FROM counted.pos`.execute(tx);
  if (offices.length === 0) return;
  const moved = sql`json_to_recordset(${JSON.stringify(offices)}::json) AS moved(office text, pos bigint, since timestamptz)`;
  // A deleted row has forgotten its day, so its office is counted anew as a whole.
  const { rows: days } = await sql<{ office: string; day: string }>`
    SELECT DISTINCT office, on_day::text AS day FROM visit JOIN ${moved} ON office_id = office
    WHERE received_at >= since AND NOT deleted
    UNION
    SELECT office, on_day::text FROM office_day JOIN ${moved} ON office_id = office
    WHERE EXISTS (
      SELECT 1 FROM visit WHERE visit.office_id = office AND received_at >= since AND deleted)`.execute(tx);
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
  await sql`
    INSERT INTO office_counted (office_id, pos, upto)
    SELECT office, pos, ${now}::timestamptz FROM ${moved}
    ON CONFLICT (office_id) DO UPDATE SET pos = excluded.pos, upto = excluded.upto`.execute(tx);
}
