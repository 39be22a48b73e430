import { Hono, type Context } from 'hono';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { sendFile } from '../files/send.ts';
import { problem } from '../problem.ts';
import { op, shaped, stationOnly, type Env } from '../route.ts';
import { scopesOf } from '../stations/store.ts';
import { limits } from '../wire/rules.ts';
import { SnapshotAnswer } from '../wire/schema.ts';
import { readPage } from './store.ts';

const Asked = z.object({
  epoch: z.string().optional(),
  after: z.coerce.number().int().min(0).default(0),
  chain: z.string().optional(),
  bytes: z.coerce.number().int().min(1_024).max(limits.pageBytes).default(limits.pageBytes),
});

const zip = promisify(gzip);

export function feedRoutes(central: Central) {
  return new Hono<Env>()
    .get(
      '/down/:scope',
      op('feed.page', 'M6: what is new in a feed', { gives: { media: 'application/x-ndjson' } }),
      stationOnly(central),
      async c => {
        const { epoch = null, chain = null, after, bytes } = shaped(Asked, c.req.query());
        const page = await readPage(central.db, scopeOf(c), { epoch, after, chain, bytes });
        c.header('content-type', 'application/x-ndjson');
        if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(page);
        c.header('content-encoding', 'gzip');
        return c.body(new Uint8Array(await zip(page, { level: 6 })));
      },
    )
    .get(
      '/snapshot/:scope',
      op('feed.snapshot', 'M7: the newest snapshot of a feed', { gives: SnapshotAnswer }),
      stationOnly(central),
      async c => c.json(await central.snapshots.take(scopeOf(c))),
    )
    .get(
      '/snapshot/:scope/:pos',
      op('feed.snapshot-file', 'M8: a snapshot, in pieces if wished', {
        gives: { media: 'application/gzip' },
      }),
      stationOnly(central),
      async c => {
        const { path, sha256 } = await central.snapshots.file(scopeOf(c), Number(c.req.param('pos')));
        return sendFile(c, path, { etag: sha256, type: 'application/gzip' });
      },
    );
}

function scopeOf(c: Context<Env>): string {
  const scope = c.req.param('scope') ?? '';
  if (!scopesOf(c.var.station.office).includes(scope)) throw problem.sync.scope();
  return scope;
}
