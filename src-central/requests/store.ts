/** What headquarters asks of offices. It writes the question; what became of it are the office's own events. */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import { record, write, type Actor } from '../database/write.ts';
import { publish } from '../feeds/store.ts';
import { problem } from '../problem.ts';
import { RequestData, toldAs, type Refusal, type RequestKind } from '../wire/feed-schema.ts';
import { requestStates, type NewRequest, type RequestSearch, type RequestState } from './schema.ts';

/**
 * One row an office, all under the same id.
 * @param id made by the screen: a request that is sent twice is made once.
 * @returns how many offices it is new to.
 */
export function makeRequest(
  central: Central,
  id: string,
  { to, ...asked }: NewRequest,
  by: Actor,
): Promise<number> {
  const now = central.now();
  const { kind, ...data } = asked;
  return write(central, async tx => {
    const known = await tx.selectFrom('office').select('office_id').orderBy('office_id').execute();
    const all = known.map(one => one.office_id);
    if (to !== 'all' && to.some(office => !all.includes(office))) throw problem.stations.noOffice();
    const offices = to === 'all' ? all : [...new Set(to)].toSorted();
    if (offices.length === 0) throw problem.stations.noOffice();
    const over = await tx
      .selectFrom('request')
      .select('id')
      .where('id', '=', id)
      .where('taken_back_at', 'is not', null)
      .limit(1)
      .executeTakeFirst();
    if (over) throw problem.requests.takenBack();
    const made = await tx
      .insertInto('request')
      .values(
        offices.map(office_id => ({
          office_id,
          id,
          kind,
          data: JSON.stringify(data),
          made_at: now,
          made_by: by,
        })),
      )
      .onConflict(one => one.doNothing())
      .returning('office_id')
      .execute();
    if (made.length === 0) return 0;
    const row = { table: 'request', id, data: { ...asked, made_at: now.toISOString() } };
    for (const { office_id } of made) await publish(tx, `office:${office_id}`, [row]);
    await record(tx, {
      at: now,
      actor: by,
      what: 'request.made',
      office: made.length === 1 ? made[0]!.office_id : null,
      data: { request: id, kind, offices: made.length },
    });
    return made.length;
  });
}

export interface RequestLine {
  id: string;
  office: string;
  name: string;
  kind: RequestKind;
  title: string;
  due: string | null;
  madeAt: Date;
  madeBy: string;
  state: RequestState;
  /** When headquarters heard of this state; of one that was not seen yet, when it was made. */
  since: Date;
  reason: Refusal | null;
  /** The first answer received counts; later ones are kept. */
  answers: number;
  takenBackAt: Date | null;
  takenBackReason: string | null;
}

/** One line a request and office. */
export const requestLines = sql<RequestLine>`
  SELECT request.id, request.office_id AS office, office.name, request.kind, request.data->>'title' AS title,
    request.data->>'due' AS due, request.made_at AS "madeAt", request.made_by AS "madeBy",
    CASE WHEN status = 'answered' AND file.sha256 IS NULL THEN 'arriving' ELSE status END AS state,
    coalesce(request.taken_back_at, said.since, request.made_at) AS since, said.reason, coalesce(said.answers, 0)::int AS answers,
    request.taken_back_at AS "takenBackAt", request.taken_back_reason AS "takenBackReason"
  FROM request
  JOIN request_status USING (office_id, id)
  JOIN office USING (office_id)
  LEFT JOIN file ON file.office_id = request.office_id AND file.sha256 = request_status.file
  LEFT JOIN LATERAL (
    SELECT min(received_at) FILTER (WHERE event.kind = status) AS since,
      max(event.reason) FILTER (WHERE event.kind = 'refused') AS reason,
      count(*) FILTER (WHERE event.kind = 'answered') AS answers
    FROM request_event event
    WHERE event.office_id = request.office_id AND event.request_id = request.id AND NOT event.deleted) said ON true`;

const orders: Record<RequestSearch['order'], ReturnType<typeof sql>> = {
  title: sql`lower(title)`,
  office: sql`lower(name)`,
  state: sql`array_position(${sql.lit(`{${requestStates.join()}}`)}::text[], state)`,
  since: sql`since`,
  due: sql`due`,
  made: sql`"madeAt"`,
};

const atOnce = 50;

export interface RequestPage {
  rows: RequestLine[];
  total: number;
  /** Of all requests with the words searched for, whatever state is asked for. */
  states: Record<RequestState, number>;
}

export async function listRequests(
  { db }: Pick<Central, 'db'>,
  asked: RequestSearch,
  most = atOnce,
): Promise<RequestPage> {
  const like = `%${asked.text.trim().replaceAll(/[\\%_]/g, found => `\\${found}`)}%`;
  const matching = sql`(SELECT * FROM (${requestLines}) line WHERE title ILIKE ${like} OR name ILIKE ${like} OR office LIKE ${like}) line`;
  const direction = asked.down ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`;
  const { rows } = await sql<RequestLine>`
    SELECT * FROM ${matching} WHERE ${asked.state ?? null}::text IS NULL OR state = ${asked.state ?? null}
    ORDER BY ${orders[asked.order]} ${direction}, "madeAt" DESC, id, office
    LIMIT ${most} OFFSET ${asked.page * most}`.execute(db);
  const counted = await sql<{ state: RequestState; requests: number }>`
    SELECT state, count(*)::int AS requests FROM ${matching} GROUP BY state`.execute(db);
  const states = Object.fromEntries(
    requestStates.map(state => [state, counted.rows.find(one => one.state === state)?.requests ?? 0]),
  ) as Record<RequestState, number>;
  const total = asked.state
    ? states[asked.state]
    : Object.values(states).reduce((sum, count) => sum + count, 0);
  return { rows, total, states };
}

/** One request to one office, with its words and everything the office said. @throws {Problem} */
export async function readRequest({ db }: Pick<Central, 'db'>, office: string, id: string) {
  const { rows } = await sql<RequestLine>`
    SELECT * FROM (${requestLines}) line WHERE office = ${office} AND id = ${id}::uuid`.execute(db);
  const request = await db
    .selectFrom('request')
    .select(['data', 'taken_back_by as takenBackBy'])
    .where('office_id', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rows[0] || !request) throw problem.request.notFound();
  const events = await db
    .selectFrom('request_event')
    .leftJoin('file', join =>
      join
        .onRef('file.office_id', '=', 'request_event.office_id')
        .onRef('file.sha256', '=', 'request_event.file'),
    )
    .select([
      'id',
      'kind',
      'at',
      'received_at as receivedAt',
      'reason',
      'request_event.file',
      'file.size',
      'file.mime',
    ])
    .where('request_event.office_id', '=', office)
    .where('request_id', '=', id)
    .where('deleted', '=', false)
    .orderBy('received_at')
    .orderBy('id')
    .limit(200)
    .execute();
  const counts = events.find(event => event.kind === 'answered')?.id;
  const { takenBackAt } = rows[0];
  return {
    ...rows[0],
    takenBackBy: request.takenBackBy,
    text: RequestData.parse(request.data).text,
    events: events.map(event => ({
      ...event,
      ...toldAs(event.kind as string, event.reason as string | null),
      file: event.file as string | null,
      superseded: event.kind === 'answered' && event.id !== counts,
      /** It was on its way while headquarters took the request back. */
      late: takenBackAt !== null && event.receivedAt > takenBackAt,
    })),
  };
}

/** The file of an answer. Whoever takes it is on record. @throws {Problem} */
export async function takeAnswer(
  central: Central,
  { office, id, sha256 }: { office: string; id: string; sha256: string },
  by: Actor,
): Promise<{ path: string; mime: string }> {
  const { events } = await readRequest(central, office, id);
  const file = events.some(event => event.file === sha256) && (await central.files.find(office, sha256));
  if (!file) throw problem.files.unknown();
  await write(central, tx =>
    record(tx, { at: central.now(), actor: by, what: 'request.fetched', office, data: { request: id } }),
  );
  return file;
}
