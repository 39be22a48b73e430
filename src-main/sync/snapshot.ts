/**
 * A feed from its snapshot (docs/sync-protocol.md §5): headquarters was restored or has pruned the lines. Of the
 * office's own rows every one that it lacks, or has otherwise, is handed in again (repair); then the later one stays.
 */
import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import { FeedRow, SnapshotHeader, SnapshotRow, type SnapshotAnswer } from '../../src-central/wire/schema.ts';
import { upTable, upTables, type UpTable, type UpTableName } from '../../src-central/wire/tables-schema.ts';
import { keepBooks, type Books } from '../database/write.ts';
import type { Station } from '../station.ts';
import { emit, keyOf, upTableNames } from './capture.ts';
import { keepRows, mergeRows, setPlace } from './feed-store.ts';
import { noteEvent } from './books-store.ts';
import type { Headquarters } from './headquarters.ts';
import { LinkFailure } from './link.ts';
import { localImage, type Returned } from './merge-store.ts';
import { rowHash } from '../../src-central/wire/rules.ts';
import type { Names } from './names.ts';

const rowsAtOnce = 300;

/** Fetches the file, going on where it broke off last time. @returns where it lies. */
export async function fetchSnapshot(
  headquarters: Headquarters,
  dir: string,
  { scope, epoch, pos, bytes, sha256 }: SnapshotAnswer,
): Promise<string> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${scope.replace(':', '-')}-${epoch}-${pos}.ndjson.gz`);
  const path = `/snapshot/${scope}/${pos}`;
  let from = existsSync(file) ? statSync(file).size : 0;
  if (from > bytes) from = 0;
  if (from < bytes && !(await headquarters.fetchInto(file, path, from)))
    await headquarters.fetchInto(file, path, 0);
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  if (digest.digest('hex') === sha256) return file;
  rmSync(file);
  throw new LinkFailure('unclear', 'the snapshot is not the one that was promised');
}

export async function takeSnapshot(
  station: Station,
  names: Names,
  scope: string,
  file: string,
): Promise<void> {
  await keepBooks(station, books => books.deleteFrom('sync_seen').execute());
  let header: SnapshotHeader | null = null;
  let ended = false;
  const returned: Returned[] = [];
  const said: FeedRow[] = [];
  const store = async (least: number) => {
    if (returned.length >= least && returned.length > 0)
      await merge(station, names, scope, returned.splice(0));
    if (said.length >= least && said.length > 0)
      await keepRows(station, scope, said.splice(0), [], async () => undefined);
  };
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const value = JSON.parse(line) as { end?: number; ep?: string; t?: string };
    if (header === null) header = SnapshotHeader.parse(value);
    else if (value.end !== undefined) ended = true;
    else if (value.ep === undefined) said.push(FeedRow.parse(value));
    else {
      const row = SnapshotRow.parse(value);
      if (row.d && upTable(row.t)) returned.push({ ...row, t: row.t as UpTableName, d: row.d });
    }
    await store(rowsAtOnce);
  }
  if (header === null || !ended) throw new LinkFailure('unclear', 'the snapshot is cut');
  await store(1);
  const { epoch, pos, chain } = header;
  await keepBooks(station, async books => {
    const again = scope.startsWith('office:') ? await handInWhatItLacks(books) : 0;
    await setPlace(books, scope, { epoch, pos, chain });
    await books.deleteFrom('sync_seen').execute();
    // What is only kept beside the tables is found by the digests.
    await books.updateTable('sync_state').set({ compared_at: null }).execute();
    await noteEvent(books, station, 'feed.snapshot', { scope, pos, again });
  });
  rmSync(file, { force: true });
}

async function merge(station: Station, names: Names, scope: string, rows: Returned[]): Promise<void> {
  await mergeRows(station, names, scope, rows, async books => {
    for (const row of rows) {
      const key = await names.toLocal(books, row.t, row.id, row.d);
      const image = await localImage(books, row.t, key);
      const hash = image && rowHash(row.t, row.id, names.toWire(row.t, key, image).data);
      // What differs here after the merge is later here, so that headquarters lacks it.
      if (hash !== rowHash(row.t, row.id, row.d)) continue;
      await books
        .insertInto('sync_seen')
        .values({ tbl: row.t, row_id: key })
        .onConflict(one => one.doNothing())
        .execute();
    }
  });
}

async function handInWhatItLacks(books: Books): Promise<number> {
  let again = 0;
  for (const name of upTableNames) {
    const table: UpTable = upTables[name];
    const captured = table.appendOnly
      ? sql`SELECT CAST(${sql.ref(keyOf[table.id])} AS TEXT) AS key FROM ${sql.table(name)}`
      : sql`SELECT row_id AS key FROM sync_row WHERE tbl = ${name}`;
    const { rows } = await sql<{ key: string }>`
      SELECT key FROM (${captured}) AS captured
      WHERE NOT EXISTS (SELECT 1 FROM sync_seen WHERE tbl = ${name} AND row_id = key)`.execute(books);
    for (const { key } of rows) await emit(books, name, key);
    again += rows.length;
  }
  return again;
}
