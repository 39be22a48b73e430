/** The same rows by other means: PouchDB to express-pouchdb, and the least that one can do, zstd NDJSON into COPY. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchChild, type PeerCost, type PeerRows } from './child.ts';
import type { BenchCentral } from './sync-central.ts';

export interface PeerSpeeds {
  /** Rows a second. */
  pouch: number;
  copy: number;
  /** Up and down, for a row. */
  pouchBytes: number;
}

const pouchBatch = 1_000;

/** One round of each, on fresh targets. */
export async function measurePeers(central: BenchCentral, rows: PeerRows): Promise<PeerSpeeds> {
  const pouch = await pouchOnce(rows);
  const copy = await copyOnce(central, rows);
  return {
    pouch: (rows.count / pouch.ms) * 1_000,
    copy: (rows.count / copy.ms) * 1_000,
    pouchBytes: pouch.bytes / rows.count,
  };
}

async function pouchOnce(rows: PeerRows): Promise<PeerCost> {
  const dir = mkdtempSync(join(tmpdir(), 'loket-bench-pouch-'));
  const server = new BenchChild('peers/pouch-server.ts', dir);
  const client = new BenchChild('peers/pouch-client.ts', join(dir, 'local'));
  try {
    const url = await server.hear<string>();
    await client.hear();
    await client.tell({ rows });
    return (await client.tell<{ cost: PeerCost }>({ url, batch: pouchBatch })).cost;
  } finally {
    await client.end();
    await server.end();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function copyOnce(central: BenchCentral, rows: PeerRows): Promise<PeerCost> {
  const server = new BenchChild('peers/copy-server.ts', central.cluster.url('bench'));
  const client = new BenchChild('peers/copy-client.ts');
  try {
    const url = await server.hear<string>();
    await client.hear();
    return (await client.tell<{ cost: PeerCost }>({ url, rows })).cost;
  } finally {
    await client.end();
    await server.end();
  }
}
