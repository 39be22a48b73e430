/** What the screens of headquarters show of the offices. Each question reads figures, devices and streams, never rows. */
import { sql, type RawBuilder } from 'kysely';
import { DateTime } from 'luxon';
import type { Central } from '../central.ts';
import { problem } from '../problem.ts';
import type { Health, Hello } from '../wire/schema.ts';
import { behindAfterMs, officesAtOnce, promiseDays, silentAfterMs } from './rules.ts';
import { officeStates, type OfficeSearch, type OfficeState } from './schema.ts';

export interface OfficeLine {
  office: string;
  name: string;
  state: OfficeState;
  stations: number;
  seenAt: Date | null;
  /** Rows that wait at the stations, as they said at their last hello. */
  backlog: number;
  oldestAt: Date | null;
  parked: number;
  /** The oldest program among its stations. */
  version: string | null;
  health: Health | null;
  clockAheadMs: number | null;
  /** Of the last thirty days. */
  visits: number;
  served: number;
  within: number;
  provedAt: Date | null;
  proofOk: boolean | null;
  /** Entries of its journal that were missing, or continued nothing, when it was last proved; at most 200. */
  gaps: number | null;
}

const since = (central: Central) =>
  DateTime.fromJSDate(central.now(), { zone: 'Asia/Jakarta' })
    .minus({ days: promiseDays - 1 })
    .toISODate()!;

/** One line an office; every part is grouped once, not asked for each. */
function lines(central: Central): RawBuilder<OfficeLine> {
  const now = central.now();
  const silent = new Date(now.getTime() - silentAfterMs).toISOString();
  const behind = now.getTime() - behindAfterMs;
  return sql<OfficeLine>`
    WITH station AS (
      SELECT office_id, count(*) AS stations, max(last_seen_at) AS seen_at, min(nullif(app, '')) AS version,
        sum((backlog->>'rows')::bigint) AS backlog, min((backlog->>'oldest_at')::bigint) AS oldest_ms,
        (array_agg(health ORDER BY last_seen_at DESC NULLS LAST))[1] AS health,
        (array_agg(clock_ahead_ms ORDER BY last_seen_at DESC NULLS LAST))[1] AS clock_ahead_ms
      FROM device WHERE revoked_at IS NULL GROUP BY office_id),
    waiting AS (SELECT office_id, count(*) AS parked FROM parked WHERE settled_at IS NULL GROUP BY office_id),
    figure AS (
      SELECT office_id, sum(visits) AS visits, sum(served) AS served, sum(within) AS within
      FROM office_day WHERE on_day >= ${since(central)}::date GROUP BY office_id),
    gap AS (
      SELECT office_id,
        jsonb_array_length(proof->'journal'->'missing') + jsonb_array_length(proof->'journal'->'broken') AS gaps
      FROM proof_run)
    SELECT office.office_id AS office, office.name,
      CASE
        WHEN proof_run.ok IS FALSE THEN 'broken'
        WHEN waiting.parked > 0 THEN 'parked'
        WHEN gap.gaps > 0 THEN 'gaps'
        WHEN station.seen_at IS NULL THEN 'new'
        WHEN station.seen_at < ${silent}::timestamptz THEN 'silent'
        WHEN station.oldest_ms < ${behind}::bigint THEN 'behind'
        ELSE 'good'
      END AS state,
      coalesce(stations, 0) AS stations, seen_at AS "seenAt", coalesce(backlog, 0)::float8 AS backlog,
      to_timestamp(oldest_ms / 1000.0) AS "oldestAt", coalesce(parked, 0) AS parked, version, health,
      clock_ahead_ms AS "clockAheadMs", coalesce(visits, 0)::int AS visits, coalesce(served, 0)::int AS served,
      coalesce(within, 0)::int AS within, proved_at AS "provedAt", proof_run.ok AS "proofOk",
      gap.gaps
    FROM office
    LEFT JOIN station ON station.office_id = office.office_id
    LEFT JOIN waiting ON waiting.office_id = office.office_id
    LEFT JOIN figure ON figure.office_id = office.office_id
    LEFT JOIN gap ON gap.office_id = office.office_id
    LEFT JOIN proof_run ON proof_run.office_id = office.office_id`;
}

const gravity = sql`array_position(${sql.lit(`{${officeStates.join()}}`)}::text[], state)`;

const orders: Record<OfficeSearch['order'], RawBuilder<unknown>> = {
  state: gravity,
  office: sql`office`,
  name: sql`lower(name)`,
  seen: sql`"seenAt"`,
  backlog: sql`backlog`,
  parked: sql`parked`,
  promise: sql`within::float8 / nullif(served, 0)`,
  visits: sql`visits`,
  version: sql`version`,
};

export interface OfficePage {
  rows: OfficeLine[];
  total: number;
  /** Of all offices, whatever is searched for. */
  states: Record<OfficeState, number>;
  all: Pick<OfficeLine, 'visits' | 'served' | 'within' | 'stations' | 'backlog'>;
}

export async function listOffices(
  central: Central,
  asked: OfficeSearch,
  most = officesAtOnce,
): Promise<OfficePage> {
  const like = `%${asked.text.trim().replaceAll(/[\\%_]/g, found => `\\${found}`)}%`;
  const where = sql`(name ILIKE ${like} OR office LIKE ${like}) AND (${asked.state ?? null}::text IS NULL OR state = ${asked.state ?? null})`;
  const direction = asked.down ? sql`DESC NULLS LAST` : sql`ASC NULLS FIRST`;
  const { rows } = await sql<OfficeLine & { total: number }>`
    SELECT line.*, count(*) OVER () AS total FROM (${lines(central)}) line
    WHERE ${where} ORDER BY ${orders[asked.order]} ${direction}, office
    LIMIT ${most} OFFSET ${asked.page * most}`.execute(central.db);
  const counted = await sql<{ state: OfficeState; offices: number } & OfficePage['all']>`
    SELECT state, count(*) AS offices, sum(visits)::float8 AS visits, sum(served)::float8 AS served,
      sum(within)::float8 AS within, sum(stations)::float8 AS stations, sum(backlog) AS backlog
    FROM (${lines(central)}) line GROUP BY state`.execute(central.db);
  const sum = (of: (one: (typeof counted.rows)[number]) => number) =>
    counted.rows.reduce((total, one) => total + of(one), 0);
  return {
    rows: rows.map(row => {
      const { total: _, ...line } = row;
      return line;
    }),
    total: rows[0]?.total ?? 0,
    states: Object.fromEntries(
      officeStates.map(state => [state, counted.rows.find(one => one.state === state)?.offices ?? 0]),
    ) as Record<OfficeState, number>,
    all: {
      visits: sum(one => one.visits),
      served: sum(one => one.served),
      within: sum(one => one.within),
      stations: sum(one => one.stations),
      backlog: sum(one => one.backlog),
    },
  };
}

/** @throws {Problem} when there is no such office. */
export async function officeLine(central: Central, office: string): Promise<OfficeLine> {
  const { rows } =
    await sql<OfficeLine>`SELECT * FROM (${lines(central)}) line WHERE office = ${office}`.execute(
      central.db,
    );
  if (!rows[0]) throw problem.stations.noOffice();
  return rows[0];
}

export interface StationLine {
  device: string;
  name: string;
  os: string;
  app: string;
  enrolledAt: Date;
  revokedAt: Date | null;
  seenAt: Date | null;
  backlog: Hello['backlog'] | null;
  health: Health | null;
  clockAheadMs: number | null;
  /** When its key was made. */
  keyAt: Date | null;
}

export function stationsOf({ db }: Pick<Central, 'db'>, office: string): Promise<StationLine[]> {
  return db
    .selectFrom('device')
    .select(eb => [
      'device_id as device',
      'name',
      'os',
      'app',
      'enrolled_at as enrolledAt',
      'revoked_at as revokedAt',
      'last_seen_at as seenAt',
      'backlog',
      'health',
      'clock_ahead_ms as clockAheadMs',
      eb
        .selectFrom('device_key')
        .select(inner => inner.fn.max('added_at').as('at'))
        .whereRef('device_key.office_id', '=', 'device.office_id')
        .whereRef('device_key.device_id', '=', 'device.device_id')
        .as('keyAt'),
    ])
    .where('office_id', '=', office)
    .orderBy('revoked_at', order => order.desc().nullsFirst())
    .orderBy('enrolled_at', 'desc')
    .limit(200)
    .execute();
}

/** Codes that nobody has used yet; the codes themselves are kept nowhere. */
export function openCodesOf(central: Central, office: string) {
  return central.db
    .selectFrom('enrol_code')
    .select(['made_at as madeAt', 'made_by as madeBy', 'expires_at as expiresAt', 'device_id as device'])
    .where('office_id', '=', office)
    .where('used_at', 'is', null)
    .where('expires_at', '>', central.now())
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute();
}

export function daysOf({ db }: Pick<Central, 'db'>, office: string, span: { from: string; to: string }) {
  return db
    .selectFrom('office_day')
    .select([
      'on_day as day',
      'visits',
      'people',
      'served',
      'within',
      'left_early as leftEarly',
      'waited_ms as waitedMs',
    ])
    .where('office_id', '=', office)
    .where('on_day', '>=', span.from)
    .where('on_day', '<=', span.to)
    .orderBy('on_day')
    .limit(400)
    .execute();
}

/** How many visits asked for each service in these days, the most first: read from the rows of this one office. */
export function servicesOf({ db }: Pick<Central, 'db'>, office: string, span: { from: string; to: string }) {
  return db
    .selectFrom('visit_service')
    .innerJoin('visit', join =>
      join
        .onRef('visit.office_id', '=', 'visit_service.office_id')
        .onRef('visit.id', '=', 'visit_service.visit_id'),
    )
    .select(eb => [eb.ref('service').$notNull().as('service'), eb.fn.countAll<number>().as('visits')])
    .where('visit_service.office_id', '=', office)
    .where('visit.office_id', '=', office)
    .where('visit_service.deleted', '=', false)
    .where('visit.deleted', '=', false)
    .where('on_day', '>=', span.from)
    .where('on_day', '<=', span.to)
    .groupBy('service')
    .orderBy('visits', 'desc')
    .orderBy('service')
    .execute();
}

/** Streams as they stand now: how far received, how far in a backup, and from which one each went on. */
export function streamsOf({ db }: Pick<Central, 'db'>, office: string) {
  return db
    .selectFrom('stream')
    .select([
      'device_id as device',
      'epoch',
      'cursor',
      'archived',
      'parent',
      'parent_no as parentNo',
      'reason',
      'begun_at as begunAt',
    ])
    .where('office_id', '=', office)
    .orderBy('begun_at')
    .limit(200)
    .execute();
}

/** Rows that wait because they do not fit, and how many were repaired since. */
export async function parkedOf({ db }: Pick<Central, 'db'>, office: string) {
  const waiting = await db
    .selectFrom('parked')
    .select(['device_id as device', 'epoch', 'no', 'line', 'reason', 'parked_at as parkedAt'])
    .where('office_id', '=', office)
    .where('settled_at', 'is', null)
    .orderBy('parked_at')
    .orderBy('no')
    .orderBy('line')
    .limit(200)
    .execute();
  const { settled } = await db
    .selectFrom('parked')
    .select(eb => eb.fn.countAll<number>().as('settled'))
    .where('office_id', '=', office)
    .where('settled_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return { waiting, settled };
}
