/** Figures per office and day, brought up to date from the rows that came since: never by reading all. */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import { write, type Tx } from '../database/write.ts';

/** A row whose transaction ended late has an earlier time than the last one read. */
const overlapMs = 10 * 60_000;

/** What came is read at most this often, however many people look. */
const freshMs = 2_000;
const latest = new WeakMap<Central, { at: number; done: Promise<void> }>();

/** Resolves when the figures are no older than two seconds. */
export function freshFigures(central: Central): Promise<void> {
  const known = latest.get(central);
  if (known && performance.now() - known.at < freshMs) return known.done;
  const done = write(central, tx => rollUp(tx));
  latest.set(central, { at: performance.now(), done });
  return done;
}

async function rollUp(tx: Tx): Promise<void> {
  const { upto } = await tx
    .selectFrom('roll_up')
    .select(sql<string>`upto::text`.as('upto'))
    .forUpdate()
    .executeTakeFirstOrThrow();
  const since = sql`${upto}::timestamptz - ${`${overlapMs} milliseconds`}::interval`;
  // A deleted row has forgotten its day, so its office is counted anew as a whole.
  await sql`
    CREATE TEMPORARY TABLE touched ON COMMIT DROP AS
    SELECT DISTINCT office_id, on_day FROM visit WHERE received_at >= ${since} AND NOT deleted
    UNION
    SELECT day.office_id, day.on_day FROM office_day day
    WHERE day.office_id IN (SELECT office_id FROM visit WHERE received_at >= ${since} AND deleted)`.execute(
    tx,
  );
  await sql`DELETE FROM office_day USING touched WHERE office_day.office_id = touched.office_id AND office_day.on_day = touched.on_day`.execute(
    tx,
  );
  await sql`
    INSERT INTO office_day (office_id, on_day, visits, people, served, within, left_early, waited_ms)
    SELECT visit.office_id, visit.on_day, count(*), sum(CASE WHEN kind = 'group' THEN men + women ELSE 1 END),
      count(*) FILTER (WHERE waited_ms IS NOT NULL AND entry <> 'late'),
      count(*) FILTER (WHERE waited_ms <= promise_ms AND entry <> 'late'),
      count(*) FILTER (WHERE state = 'left'),
      coalesce(sum(waited_ms) FILTER (WHERE entry <> 'late'), 0)
    FROM visit JOIN touched ON touched.office_id = visit.office_id AND touched.on_day = visit.on_day
    WHERE NOT deleted GROUP BY visit.office_id, visit.on_day`.execute(tx);
  await sql`UPDATE roll_up SET upto = greatest(upto, (SELECT max(received_at) FROM visit))`.execute(tx);
}
