/** PouchDB on LevelDB: takes the rows in once, then replicates them to wherever it is told. */
import Sqlite from 'better-sqlite3';
import PouchDB from 'pouchdb';
import { countSockets } from '../sockets.ts';
import type { PeerCost, PeerRows } from '../child.ts';

const bytes = countSockets();
const local = new PouchDB(process.argv[2]!);

async function takeIn({ file, count }: PeerRows): Promise<void> {
  const sqlite = new Sqlite(file, { readonly: true });
  const some = sqlite.prepare('SELECT id, d FROM row WHERE at > ? ORDER BY at LIMIT 1000');
  for (let at = 0; at < count; at += 1_000)
    await local.bulkDocs(
      (some.all(at) as { id: string; d: string }[]).map(
        ({ id, d }) => ({ _id: id, ...JSON.parse(d) }) as object,
      ),
    );
  sqlite.close();
}

async function replicate(url: string, batch: number): Promise<PeerCost> {
  const before = bytes();
  const began = performance.now();
  const { ok, docs_written } = await local.replicate.to(`${url}/peer${Date.now()}`, { batch_size: batch });
  const ms = performance.now() - began;
  if (!ok) throw new Error(`PouchDB wrote ${docs_written}`);
  const after = bytes();
  return { ms, bytes: after.up + after.down - before.up - before.down };
}

process.on('message', (order: { rows: PeerRows } | { url: string; batch: number }) => {
  const done = 'rows' in order ? takeIn(order.rows).then(() => null) : replicate(order.url, order.batch);
  void done.then(cost => process.send!({ cost }));
});
process.on('SIGTERM', () => process.exit());
process.send!('ready');
