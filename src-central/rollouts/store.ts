/**
 * Publishing in stages: first into the feeds of some offices, then of more, and when nothing speaks against it into the
 * feed of all. It is the same row under the same name each time, so an office that had it early changes nothing.
 */
import { sql, type Insertable, type RawBuilder } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import type { Database } from '../database/tables.ts';
import { record, write, type Actor, type Tx } from '../database/write.ts';
import { publish } from '../feeds/store.ts';
import { problem } from '../problem.ts';
import { shareOf } from './rules.ts';
import { isStanding, standingRowOf, titleOf, type Content, type NewRollout, type Stage } from './schema.ts';

const everywhere = 'global';

/** The offices of a stage that were not reached before, by number. */
async function reachedBy(
  db: Db | Tx,
  rollout: string,
  stage: Stage,
): Promise<{ office: string; name: string }[]> {
  const offices = await db
    .selectFrom('office')
    .select(eb => [
      'office.office_id as office',
      'name',
      eb
        .exists(
          eb
            .selectFrom('rollout_office')
            .select('rollout_id')
            .where('rollout_id', '=', rollout)
            .whereRef('rollout_office.office_id', '=', 'office.office_id'),
        )
        .as('had'),
    ])
    .orderBy('office.office_id')
    .execute();
  const codes = offices.map(one => one.office);
  if (stage.to === 'offices' && stage.offices.some(office => !codes.includes(office)))
    throw problem.stations.noOffice();
  const chosen = new Set(
    stage.to === 'all'
      ? codes
      : stage.to === 'percent'
        ? shareOf(codes, rollout, stage.percent)
        : stage.offices,
  );
  return offices
    .filter(one => chosen.has(one.office) && !one.had)
    .map(({ office, name }) => ({ office, name }));
}

/** What publishing would do, and to whom. @param id the same with which it is then published. */
export function previewRollout({ db }: Pick<Central, 'db'>, id: string, stage: Stage) {
  return reachedBy(db, id, stage);
}

/** @param id made by the screen with the preview, so that what was shown is what is published, once. */
export function startRollout(
  central: Central,
  id: string,
  { content, stage }: z.infer<typeof NewRollout>,
  by: Actor,
): Promise<void> {
  const now = central.now();
  return write(central, async tx => {
    const made = await tx
      .insertInto('rollout')
      .values({
        id,
        tbl: content.table,
        row_id: standingRowOf(content) ?? uuid(),
        title: titleOf(content),
        data: JSON.stringify(await dataOf(tx, central, content)),
        made_at: now,
        made_by: by,
        everywhere_at: null,
        everywhere_pos: null,
        withdrawn_at: null,
      })
      .onConflict(one => one.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return;
    const offices = await reach(tx, id, stage, now);
    await record(tx, {
      at: now,
      actor: by,
      what: 'feed.published',
      data: { rollout: id, table: content.table, to: stage.to, offices },
    });
  });
}

/**
 * What stands in the feeds. Of a row that is said anew `said` counts how often, because an office may hear the older one
 * later: it comes by another feed.
 */
async function dataOf(tx: Tx, central: Central, content: Content): Promise<Record<string, unknown>> {
  const row = standingRowOf(content);
  if (row === null) return content.data;
  const { said } = await tx
    .selectFrom('rollout')
    .select(eb => eb.fn.countAll<number>().as('said'))
    .where('tbl', '=', content.table)
    .where('row_id', '=', row)
    .executeTakeFirstOrThrow();
  if (content.table !== 'profile') return { ...content.data, said: said + 1 };
  const text = JSON.stringify(content.data);
  return { text, signature: central.identity.signProfile(text), said: said + 1 };
}

/** To more offices, or to all, also those that are enrolled later. */
export function widenRollout(central: Central, id: string, stage: Stage, by: Actor): Promise<void> {
  const now = central.now();
  return write(central, async tx => {
    const { tbl, row_id, everywhere_at } = await openRollout(tx, id);
    if (everywhere_at) throw problem.rollouts.over();
    if (isStanding(tbl) && (await hasNewer(tx, id, tbl, row_id))) throw problem.rollouts.superseded();
    const offices = await reach(tx, id, stage, now);
    await record(tx, {
      at: now,
      actor: by,
      what: 'feed.widened',
      data: { rollout: id, table: tbl, to: stage.to, offices },
    });
  });
}

async function hasNewer(tx: Tx, id: string, tbl: string, row_id: string): Promise<boolean> {
  const newer = await tx
    .selectFrom('rollout')
    .select('id')
    .where('tbl', '=', tbl)
    .where('row_id', '=', row_id)
    .where(newerThan(id))
    .executeTakeFirst();
  return newer !== undefined;
}

const newerThan = (id: string) => sql<boolean>`
  (rollout.data->>'said')::int > (SELECT (own.data->>'said')::int FROM rollout own WHERE own.id = ${id})`;

/** @returns how many offices it is new to. */
async function reach(tx: Tx, id: string, stage: Stage, now: Date): Promise<number> {
  const { tbl, row_id, data } = await openRollout(tx, id);
  const row = { table: tbl, id: row_id, data };
  const offices = await reachedBy(tx, id, stage);
  if (stage.to === 'all') {
    const everywhere_pos = await publish(tx, everywhere, [row]);
    await tx
      .updateTable('rollout')
      .set({ everywhere_at: now, everywhere_pos })
      .where('id', '=', id)
      .execute();
    return offices.length;
  }
  if (offices.length === 0) throw problem.rollouts.nobody();
  const reached: Insertable<Database['rollout_office']>[] = [];
  for (const { office: office_id } of offices)
    reached.push({ office_id, rollout_id: id, pos: await publish(tx, `office:${office_id}`, [row]) });
  await tx.insertInto('rollout_office').values(reached).execute();
  return offices.length;
}

/** Takes it away again wherever it went. */
export function withdrawRollout(central: Central, id: string, by: Actor): Promise<void> {
  const now = central.now();
  return write(central, async tx => {
    const { tbl, row_id, everywhere_at } = await openRollout(tx, id);
    if (isStanding(tbl)) throw problem.rollouts.stays();
    const gone = { table: tbl, id: row_id, data: null };
    const early = await tx
      .selectFrom('rollout_office')
      .select('office_id')
      .where('rollout_id', '=', id)
      .orderBy('office_id')
      .execute();
    for (const { office_id } of early) await publish(tx, `office:${office_id}`, [gone]);
    if (everywhere_at) await publish(tx, everywhere, [gone]);
    await tx.updateTable('rollout').set({ withdrawn_at: now }).where('id', '=', id).execute();
    await record(tx, { at: now, actor: by, what: 'feed.withdrawn', data: { rollout: id, table: tbl } });
  });
}

async function openRollout(tx: Tx, id: string) {
  const rollout = await tx
    .selectFrom('rollout')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!rollout) throw problem.request.notFound();
  if (rollout.withdrawn_at) throw problem.rollouts.over();
  return rollout;
}

export interface RolloutLine {
  id: string;
  table: string;
  title: string;
  data: Record<string, unknown>;
  madeAt: Date;
  madeBy: string;
  everywhereAt: Date | null;
  withdrawnAt: Date | null;
  /** The same row was said anew since. */
  superseded: boolean;
  /** In whose own feed it stands; where it went everywhere, those that had it early. */
  offices: number;
  /** Offices with a station that it is for, and those that have it, as their stations said at their last hello. */
  meant: number;
  received: number;
}

/** The latest two hundred, the newest first. */
export async function listRollouts({ db }: Pick<Central, 'db'>): Promise<RolloutLine[]> {
  const placeIn = (feed: string, scope: RawBuilder<string>) => sql`
    max((device.scopes->${scope}->>'pos')::bigint)
      FILTER (WHERE device.scopes->${scope}->>'epoch' = ${sql.table(feed)}.epoch::text)`;
  const { rows } = await sql<RolloutLine>`
    WITH standing AS (
      SELECT device.office_id, ${placeIn('common', sql`'global'`)} AS common, ${placeIn('own', sql`own.scope`)} AS own
      FROM device
      JOIN feed common ON common.scope = 'global'
      JOIN feed own ON own.office_id = device.office_id AND own.scope = 'office:' || device.office_id
      WHERE device.revoked_at IS NULL GROUP BY device.office_id)
    SELECT id, tbl AS "table", title, data, made_at AS "madeAt", made_by AS "madeBy", everywhere_at AS "everywhereAt",
      withdrawn_at AS "withdrawnAt",
      EXISTS (SELECT FROM rollout newer WHERE newer.tbl = rollout.tbl AND newer.row_id = rollout.row_id
        AND (newer.data->>'said')::int > (rollout.data->>'said')::int) AS superseded,
      (SELECT count(*) FROM rollout_office WHERE rollout_id = rollout.id) AS offices,
      reach.meant, reach.received
    FROM rollout, LATERAL (
      SELECT count(*) AS meant,
        count(*) FILTER (WHERE standing.own >= early.pos OR standing.common >= everywhere_pos) AS received
      FROM standing
      LEFT JOIN rollout_office early ON early.office_id = standing.office_id AND early.rollout_id = rollout.id
      WHERE everywhere_at IS NOT NULL OR early.rollout_id IS NOT NULL) reach
    ORDER BY id DESC LIMIT 200`.execute(db);
  return rows;
}
