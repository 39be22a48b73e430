/** Reads rows from SQLite, packs them with zstd, and posts them, two requests in flight. */
import Sqlite from 'better-sqlite3';
import { Agent, request } from 'node:http';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { countSockets } from '../sockets.ts';
import type { PeerCost, PeerRows } from '../child.ts';

const bytes = countSockets();
const pack = promisify(zstdCompress);
const agent = new Agent({ keepAlive: true, maxSockets: 2 });
const rowsAtOnce = 5_000;
const inFlight = 2;

async function send(url: string, { file, count }: PeerRows): Promise<PeerCost> {
  await ask(url, 'DELETE', Buffer.alloc(0));
  const sqlite = new Sqlite(file, { readonly: true });
  const some = sqlite.prepare(`SELECT id, d FROM row WHERE at > ? ORDER BY at LIMIT ${rowsAtOnce}`);
  const before = bytes();
  const began = performance.now();
  let next = 0;
  const sendAll = async () => {
    while (next < count) {
      const rows = some.all(next) as { id: string; d: string }[];
      next += rowsAtOnce;
      const text = rows.map(({ id, d }) => `{"id":"${id}",${d.slice(1)}`).join('\n');
      await ask(url, 'POST', await pack(text));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, sendAll));
  const ms = performance.now() - began;
  const after = bytes();
  sqlite.close();
  return { ms, bytes: after.up + after.down - before.up - before.down };
}

function ask(url: string, method: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { 'content-length': body.length } }, answer => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`the server answered ${answer.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

process.on('message', ({ url, rows }: { url: string; rows: PeerRows }) => {
  void send(url, rows).then(cost => process.send!({ cost }));
});
process.on('SIGTERM', () => process.exit());
process.send!('ready');
