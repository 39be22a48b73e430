/** What comes down: pages and snapshots, put in piece by piece, each piece and its place in one transaction (I8). */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { firstChain, nextChain, readBatch, sha256 } from '../../src-central/wire/rules.ts';
import { FeedItem, FeedRow, PageEnd, PageHeader, type FeedBatch } from '../../src-central/wire/schema.ts';
import { upTable, type UpTableName } from '../../src-central/wire/tables-schema.ts';
import { keepBooks, record, write, type Books, type Tx } from '../database/write.ts';
import type { Db } from '../database/open.ts';
import type { Station } from '../station.ts';
import { takeFeedRows, type AsideRow } from './feed-rows-store.ts';
import { LinkFailure } from './link.ts';
import { keepJournalRow, lastVersions, mergeRow, type Returned } from './merge-store.ts';
import type { Names } from './names.ts';
import { epochOf, type Device } from './seal-store.ts';

export interface Place {
  epoch: string;
  pos: number;
  chain: string;
}

export const itself = { door: 'station', staffId: null } as const;

export async function placeOf(db: Db, scope: string): Promise<Place | null> {
  const row = await db.selectFrom('sync_cursor').selectAll().where('scope', '=', scope).executeTakeFirst();
  return row ? { epoch: row.server_epoch, pos: row.pos, chain: row.chain } : null;
}

export async function setPlace(books: Books, scope: string, { epoch, pos, chain }: Place): Promise<void> {
  await books
    .insertInto('sync_cursor')
    .values({ scope, server_epoch: epoch, pos, chain })
    .onConflict(one => one.column('scope').doUpdateSet({ server_epoch: epoch, pos, chain }))
    .execute();
}

interface Line {
  text: string;
  place: Place;
}

/** @throws {LinkFailure} when the lines are not those that the chain stands for. */
export function readPage(text: string, scope: string, at: Place | null): { lines: Line[]; more: boolean } {
  const lines = text.split('\n').filter(Boolean);
  const header = PageHeader.safeParse(parse(lines[0]));
  const end = PageEnd.safeParse(parse(lines.at(-1)));
  const wrong = () => new LinkFailure('unclear', 'the page is not a continuation of this feed');
  if (!header.success || !end.success || header.data.scope !== scope) throw wrong();
  const { epoch, from, to, more } = header.data;
  if (from !== (at?.pos ?? 0) || (at !== null && at.epoch !== epoch)) throw wrong();
  let chain: Uint8Array = at ? Buffer.from(at.chain, 'hex') : firstChain(scope, epoch);
  const items = lines.slice(1, -1).map((line, index) => {
    chain = nextChain(chain, sha256(line));
    const place = { epoch, pos: from + index + 1, chain: Buffer.from(chain).toString('hex') };
    return { text: line, place };
  });
  if (from + items.length !== to || Buffer.from(chain).toString('hex') !== end.data.chain) throw wrong();
  // An empty feed has a place too.
  if (items.length === 0)
    return { lines: [{ text: '', place: { epoch, pos: from, chain: end.data.chain } }], more };
  return { lines: items, more };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

const rowsAtOnce = 300;

/** Puts a page in. @param fetchBatch asks for a batch of another history of this office. */
export async function takePage(
  station: Station,
  names: Names,
  scope: string,
  lines: Line[],
  fetchBatch: (batch: FeedBatch) => Promise<Buffer>,
): Promise<void> {
  for (let at = 0; at < lines.length;) {
    const some = lines.slice(at, at + rowsAtOnce);
    const items = some.map(line => (line.text === '' ? null : readItem(line.text)));
    const first = items.findIndex(item => item !== null && 'batch' in item);
    const length = first < 0 ? some.length : Math.max(1, first);
    const place = some[length - 1]!.place;
    const item = items[0];
    if (first === 0 && item && 'batch' in item)
      await takeBatch(station, names, scope, place, item.batch, fetchBatch);
    else await takeRows(station, scope, place, some.slice(0, length), items.slice(0, length));
    at += length;
    // A page may hold thousands of titles: visitors sign in between.
    await breathe();
  }
}

function readItem(text: string): FeedItem | { unreadable: true } {
  const value = parse(text);
  const isBatch = typeof value === 'object' && value !== null && 'batch' in value;
  const item = isBatch ? FeedItem.safeParse(value) : FeedRow.safeParse(value);
  return item.success ? item.data : { unreadable: true };
}

async function takeBatch(
  station: Station,
  names: Names,
  scope: string,
  place: Place,
  batch: FeedBatch,
  fetchBatch: (batch: FeedBatch) => Promise<Buffer>,
): Promise<void> {
  const own = await station.db
    .selectFrom('sync_batch')
    .select('sha')
    .where('epoch', '=', batch.epoch)
    .where('no', '=', batch.no)
    .executeTakeFirst();
  if (own?.sha === batch.sha) {
    await keepBooks(station, books => setPlace(books, scope, place));
    return;
  }
  const body = await fetchBatch(batch);
  if (sha256(body).toString('hex') !== batch.sha)
    throw new LinkFailure('unclear', 'the batch is not the one that was named');
  await mergeRows(station, names, scope, rowsOf(body, batch.epoch), tx => setPlace(tx, scope, place));
}

function rowsOf(body: Buffer, epoch: string): Returned[] {
  return readBatch(body).lines.flatMap(({ row }) =>
    row?.d && upTable(row.t)
      ? [{ t: row.t as UpTableName, id: row.id, v: row.v, ep: row.ep ?? epoch, d: row.d }]
      : [],
  );
}

/**
 * Journal rows alone are put away without a word in the journal: two PCs of one office would otherwise tell each other
 * for ever that they have heard.
 *
 * @param also is done in the same transaction.
 */
export async function mergeRows(
  station: Station,
  names: Names,
  scope: string,
  rows: Returned[],
  also: (books: Books) => Promise<void>,
): Promise<void> {
  const epoch = await epochOf(station.db);
  const last = lastVersions(rows);
  const journal = last.filter(row => row.t === 'journal');
  const others = last.filter(row => row.t !== 'journal');
  const keepJournal = async (books: Books) => {
    for (const row of journal) await keepJournalRow(books, row);
    await also(books);
  };
  if (others.length > 0 && (await putInOthers(station, names, scope, epoch, others, keepJournal))) return;
  await keepBooks(station, keepJournal);
}

class NothingNew extends Error {}

/** @returns false, with nothing written, when every row was known. */
async function putInOthers(
  station: Station,
  names: Names,
  scope: string,
  epoch: string,
  rows: Returned[],
  also: (books: Books) => Promise<void>,
): Promise<boolean> {
  const tally = { known: 0, put: 0, above: 0, renumbered: 0, aside: 0 };
  try {
    await write(station, itself, async tx => {
      const later: Returned[] = [];
      for (const row of rows) {
        const merged = await mergeRow(tx, names, epoch, row);
        if (typeof merged === 'object') later.push(row);
        else await settleRow(tx, row, merged);
      }
      // What stood in the way may be put in by now, or has another number.
      for (const row of later) {
        const merged = await mergeRow(tx, names, epoch, row, 'for good');
        if (typeof merged === 'object') await keepAside(tx, row, merged.aside);
        else await settleRow(tx, row, merged);
      }
      if (rows.length === tally.known) throw new NothingNew();
      await also(tx);
      await record(tx, 'sync.returned', { data: tally });
    });
    return true;
  } catch (error) {
    if (error instanceof NothingNew) return false;
    throw error;
  }

  async function settleRow(tx: Tx, row: Returned, merged: keyof typeof tally): Promise<void> {
    tally[merged]++;
    await takeFromAside(tx, scope, [row]);
  }

  async function keepAside(tx: Tx, row: Returned, reason: string): Promise<void> {
    const same = await tx
      .selectFrom('sync_aside')
      .select('item')
      .where('scope', '=', scope)
      .where('tbl', '=', row.t)
      .where('row_id', '=', row.id)
      .executeTakeFirst();
    tally[same?.item === JSON.stringify(row) ? 'known' : 'aside']++;
    await setAside(tx, station, scope, { t: row.t, id: row.id, reason, item: row });
  }
}

async function takeRows(
  station: Station,
  scope: string,
  place: Place,
  lines: Line[],
  items: (ReturnType<typeof readItem> | null)[],
): Promise<void> {
  const aside: AsideRow[] = [];
  const rows = items.flatMap((item, at) => {
    if (item === null || 'batch' in item) return [];
    if (!('unreadable' in item)) return [item];
    const { pos } = lines[at]!.place;
    aside.push({ t: 'line', id: String(pos), reason: 'unreadable', item: lines[at]!.text });
    return [];
  });
  await keepRows(station, scope, rows, aside, tx => setPlace(tx, scope, place));
}

/**
 * Rows of headquarters. One that cannot be used is set aside and holds nothing up (I10). What a power cut takes of them
 * comes again: their place in the feed goes with them, and so nothing waits for the disk.
 */
export async function keepRows(
  station: Station,
  scope: string,
  rows: Extract<FeedItem, { t: string }>[],
  aside: AsideRow[],
  also: (books: Books) => Promise<void>,
): Promise<void> {
  if (rows.length + aside.length === 0) {
    await keepBooks(station, books => also(books));
    return;
  }
  const keep = async (tx: Tx) => {
    const misfits = [...aside, ...(await takeFeedRows(tx, scope, rows))];
    await takeFromAside(tx, scope, rows);
    for (const one of misfits) await setAside(tx, station, scope, one);
    await also(tx);
    await record(tx, 'sync.received', { data: { scope, rows: rows.length, aside: misfits.length } });
  };
  await write(station, itself, keep, { durable: false });
}

async function setAside(
  tx: Tx,
  station: Station,
  scope: string,
  { t, id, reason, item }: AsideRow,
): Promise<void> {
  const values = { reason, item: JSON.stringify(item), at: station.clock.now().toISOString() };
  await tx
    .insertInto('sync_aside')
    .values({ scope, tbl: t, row_id: id, ...values })
    .onConflict(one => one.columns(['scope', 'tbl', 'row_id']).doUpdateSet(values))
    .execute();
}

async function takeFromAside(tx: Tx, scope: string, rows: { t: string; id: string }[]): Promise<void> {
  const any = await tx.selectFrom('sync_aside').select('tbl').where('scope', '=', scope).executeTakeFirst();
  if (!any) return;
  const names = JSON.stringify(rows.map(({ t, id }) => [t, id]));
  await sql`
    DELETE FROM sync_aside WHERE scope = ${scope}
      AND (tbl, row_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${names}))`.execute(tx);
}

/** Rows that could not be put in because another one was missing may fit now. */
export async function tryAsideAgain(station: Station, names: Names, self: Device): Promise<void> {
  const scope = `office:${self.office}`;
  const rows = await station.db.selectFrom('sync_aside').selectAll().where('scope', '=', scope).execute();
  const returned = rows
    .filter(row => upTable(row.tbl))
    .map(row => JSON.parse(row.item) as Returned)
    .filter(row => typeof row.ep === 'string');
  if (returned.length > 0) await mergeRows(station, names, scope, returned, async () => undefined);
}
