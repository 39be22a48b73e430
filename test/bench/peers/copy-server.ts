/** The least that a receiver can do: unpack, parse, and COPY into a table with the same columns. No receipt, no proof. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { upTables } from '../../../src-central/wire/tables-schema.ts';

const columns = Object.keys(upTables.visit.columns);
const pool = new pg.Pool({ connectionString: process.argv[2]!, options: '-c synchronous_commit=on' });
await pool.query('DROP TABLE IF EXISTS plain_visit');
await pool.query(`CREATE TABLE plain_visit AS SELECT id, ${columns.join(', ')} FROM visit WITH NO DATA`);
await pool.query('ALTER TABLE plain_visit ADD PRIMARY KEY (id)');

const unpack = promisify(zstdDecompress);

async function take(request: IncomingMessage): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const lines = (await unpack(Buffer.concat(parts))).toString().split('\n');
  const text = lines.map(line => {
    const row = JSON.parse(line) as Record<string, string | number>;
    return `${row.id}\t${columns.map(column => row[column] ?? '\\N').join('\t')}\n`;
  });
  const client = await pool.connect();
  try {
    const into = client.query(copyFrom(`COPY plain_visit (id, ${columns.join(', ')}) FROM STDIN`));
    await pipeline(Readable.from([text.join('')]), into);
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const done = request.method === 'DELETE' ? pool.query('TRUNCATE plain_visit') : take(request);
  void done.then(
    () => response.end(),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, '127.0.0.1', () =>
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.on('SIGTERM', () => process.exit());
