/**
 * Feeds: numbered, chained lines for stations to read (docs/sync-protocol.md §5).
 *
 * Each writer locks the feed's counter first, so positions have no gap and none appears below one that was read.
 */
import { v4 as uuid } from 'uuid';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { write, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { firstChain, nextChain, sha256 } from '../wire/rules.ts';
import type { FeedRow, HelloAnswer, PageEnd, PageHeader, ScopeState } from '../wire/schema.ts';
import { wireSchema } from '../wire/tables-schema.ts';

/** Feeds for all offices belong to headquarters, which is the office 0000. */
export const headquarters = '0000';

export const ownerOf = (scope: string): string =>
  scope.startsWith('office:') ? scope.slice('office:'.length) : headquarters;

/** Makes the feed if it is not there yet. */
export async function openFeed(tx: Tx, scope: string): Promise<void> {
  const known = await tx
    .selectFrom('feed')
    .select('pos')
    .where('office_id', '=', ownerOf(scope))
    .where('scope', '=', scope)
    .executeTakeFirst();
  if (known) return;
  const epoch = uuid();
  const chain = firstChain(scope, epoch);
  await tx
    .insertInto('feed')
    .values({ office_id: ownerOf(scope), scope, epoch, chain, floor_chain: chain })
    .onConflict(one => one.doNothing())
    .execute();
}

/** What headquarters says: one row of a table that stations know, or its removal (`data` null). */
export interface Publication {
  table: string;
  id: string;
  data: Record<string, unknown> | null;
}

const rowsAtOnce = 1_000;

/** Appends rows to a feed, each one version after its last. @returns the position of the last of them. */
export async function publish(tx: Tx, scope: string, publications: Publication[]): Promise<number> {
  let reached = 0;
  await openFeed(tx, scope);
  const office_id = ownerOf(scope);
  for (let at = 0; at < publications.length; at += rowsAtOnce) {
    const some = publications.slice(at, at + rowsAtOnce);
    const feed = await tx
      .selectFrom('feed')
      .select(['pos', 'chain'])
      .where('office_id', '=', office_id)
      .where('scope', '=', scope)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const versions = await versionsOf(tx, scope, some);
    let { pos, chain }: { pos: number; chain: Uint8Array } = feed;
    const items = some.map(({ table, id, data }) => {
      const name = JSON.stringify([table, id]);
      const v = (versions.get(name) ?? 0) + 1;
      versions.set(name, v);
      const row: FeedRow = {
        t: table,
        id,
        v,
        ...(data ? {} : { op: 'D' as const }),
        s: wireSchema,
        d: data ?? undefined,
      };
      const line = JSON.stringify(row);
      pos += 1;
      chain = nextChain(chain, sha256(line));
      return { row, item: { office_id, scope, pos, line, chain } };
    });
    await tx
      .insertInto('feed_item')
      .values(items.map(one => one.item))
      .execute();
    // Of a row that comes twice in one piece the last counts; one statement may not touch it twice.
    const last = new Map(items.map(one => [JSON.stringify([one.row.t, one.row.id]), one]));
    await tx
      .insertInto('feed_row')
      .values(
        [...last.values()].map(({ row, item }) => ({
          office_id,
          scope,
          tbl: row.t,
          row_id: row.id,
          v: row.v,
          deleted: row.op === 'D',
          line: item.line,
        })),
      )
      .onConflict(one =>
        one.columns(['office_id', 'scope', 'tbl', 'row_id']).doUpdateSet(eb => ({
          v: eb.ref('excluded.v'),
          deleted: eb.ref('excluded.deleted'),
          line: eb.ref('excluded.line'),
        })),
      )
      .execute();
    await tx
      .updateTable('feed')
      .set({ pos, chain })
      .where('office_id', '=', office_id)
      .where('scope', '=', scope)
      .execute();
    reached = pos;
  }
  return reached;
}

async function versionsOf(tx: Tx, scope: string, publications: Publication[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('feed_row')
    .select(['tbl', 'row_id', 'v'])
    .where('office_id', '=', ownerOf(scope))
    .where('scope', '=', scope)
    .where('tbl', 'in', [...new Set(publications.map(one => one.table))])
    .where('row_id', 'in', [...new Set(publications.map(one => one.id))])
    .execute();
  return new Map(rows.map(row => [JSON.stringify([row.tbl, row.row_id]), row.v]));
}

/** For hello: which of the station's feeds have something for it. */
export async function statesOf(db: Db, wanted: ScopeState[]): Promise<HelloAnswer['scopes']> {
  const states: HelloAnswer['scopes'] = [];
  for (const station of wanted) {
    const feed = await feedOf(db, station.scope);
    const { scope, epoch, pos } = feed;
    const state =
      station.epoch === null
        ? 'behind'
        : await judge(db, feed, station.epoch, station.pos, station.chain ?? '');
    states.push({ scope, epoch, pos, state });
  }
  return states;
}

type Feed = Awaited<ReturnType<typeof feedOf>>;

function feedOf(db: Db, scope: string) {
  return db
    .selectFrom('feed')
    .selectAll()
    .where('office_id', '=', ownerOf(scope))
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
}

/** Whether the lines after a position continue what the station has: same history, and not pruned. */
async function judge(
  db: Db,
  feed: Feed,
  epoch: string,
  after: number,
  chain: string,
): Promise<'same' | 'behind' | 'reset' | 'snapshot'> {
  if (epoch !== feed.epoch || after > feed.pos) return 'reset';
  if (after < feed.floor) return 'snapshot';
  const own =
    after === feed.pos
      ? feed.chain
      : after === feed.floor
        ? feed.floor_chain
        : await chainAt(db, feed, after);
  if (Buffer.from(own).toString('hex') !== chain) return 'reset';
  return after === feed.pos ? 'same' : 'behind';
}

async function chainAt(db: Db, { office_id, scope }: Feed, pos: number): Promise<Uint8Array> {
  const item = await db
    .selectFrom('feed_item')
    .select('chain')
    .where('office_id', '=', office_id)
    .where('scope', '=', scope)
    .where('pos', '=', pos)
    .executeTakeFirstOrThrow();
  return item.chain;
}

export interface PageAsked {
  /** Null: from the beginning. */
  epoch: string | null;
  after: number;
  chain: string | null;
  bytes: number;
}

const linesAtOnce = 4_000;

/** M6: a page as NDJSON. @throws `sync.reset`, `sync.snapshot`. */
export async function readPage(db: Db, scope: string, asked: PageAsked): Promise<string> {
  const feed = await feedOf(db, scope);
  const fromStart = asked.epoch === null;
  const state = fromStart
    ? feed.floor > 0
      ? 'snapshot'
      : 'behind'
    : await judge(db, feed, asked.epoch!, asked.after, asked.chain ?? '');
  if (state === 'reset') throw problem.sync.reset({ epoch: feed.epoch, pos: feed.pos });
  if (state === 'snapshot') throw problem.sync.snapshot({ epoch: feed.epoch, pos: feed.pos });
  const from = fromStart ? 0 : asked.after;
  const items = await db
    .selectFrom('feed_item')
    .select(['pos', 'line', 'chain'])
    .where('office_id', '=', feed.office_id)
    .where('scope', '=', scope)
    .where('pos', '>', from)
    .where('pos', '<=', feed.pos)
    .orderBy('pos')
    .limit(linesAtOnce)
    .execute();
  // Pruned between the two questions.
  if (items[0] && items[0].pos !== from + 1)
    throw problem.sync.snapshot({ epoch: feed.epoch, pos: feed.pos });
  let size = 0;
  const fitting = items.findIndex((item, at) => (size += item.line.length) > asked.bytes && at > 0);
  const lines = fitting < 0 ? items : items.slice(0, fitting);
  const last = lines.at(-1);
  const to = last?.pos ?? from;
  const chain = last?.chain ?? (fromStart ? firstChain(scope, feed.epoch) : Buffer.from(asked.chain!, 'hex'));
  const header: PageHeader = { scope, epoch: feed.epoch, from, to, more: to < feed.pos };
  const end: PageEnd = { end: lines.length, chain: Buffer.from(chain).toString('hex') };
  return [JSON.stringify(header), ...lines.map(item => item.line), JSON.stringify(end), ''].join('\n');
}

/** A feed keeps at least so many lines, and is pruned when it has twice as many. */
const keptLines = 100_000;

/** Drops what only stations still need that were away for very long: they take a snapshot. */
export async function pruneFeeds(central: Central, kept = keptLines): Promise<void> {
  const long = await central.db
    .selectFrom('feed')
    .select(['scope', 'pos'])
    .where(eb => eb(eb('pos', '-', eb.ref('floor')), '>', 2 * kept))
    .execute();
  for (const { scope, pos } of long) await pruneFeed(central, scope, pos - kept);
}

/** Drops the lines up to a position. */
export async function pruneFeed(central: Central, scope: string, upTo: number): Promise<void> {
  await write(central, async tx => {
    const at = await tx
      .selectFrom('feed_item')
      .select('chain')
      .where('office_id', '=', ownerOf(scope))
      .where('scope', '=', scope)
      .where('pos', '=', upTo)
      .executeTakeFirst();
    if (!at) return;
    await tx
      .updateTable('feed')
      .set({ floor: upTo, floor_chain: at.chain })
      .where('office_id', '=', ownerOf(scope))
      .where('scope', '=', scope)
      .execute();
    await tx
      .deleteFrom('feed_item')
      .where('office_id', '=', ownerOf(scope))
      .where('scope', '=', scope)
      .where('pos', '<=', upTo)
      .execute();
  });
}
