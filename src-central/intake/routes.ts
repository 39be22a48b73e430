import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { problem } from '../problem.ts';
import { bodyOf, op, shaped, stationOnly, type Env } from '../route.ts';
import { limits } from '../wire/rules.ts';
import { ChainAnswer, DigestAnswer, DigestParts, DigestRows, UpAnswer } from '../wire/schema.ts';
import { isUuid, upTable, type UpTableName } from '../wire/tables-schema.ts';
import { takeBatch } from './batches.ts';
import { chainAfter, digestParts, digestRows, digests, storedBatch } from './store.ts';

const Part = z.object({
  table: z.string().refine(name => upTable(name) !== undefined, 'a table of the whitelist'),
  prefix: z.string().regex(/^[0-9a-f]{0,31}$/),
});

export function intakeRoutes(central: Central) {
  return new Hono<Env>()
    .put(
      '/up/:epoch/:no',
      op('intake.batch', 'M3: hand a batch in', { takes: { media: 'application/gzip' }, gives: UpAnswer }),
      stationOnly(central, { revoked: false }),
      async c => {
        const { station } = c.var;
        const length = Number(c.req.header('content-length') ?? limits.batchBytes);
        const waitSeconds = central.limits.send(station.office, length);
        if (waitSeconds > 0) throw problem.sync.quota({ retry_after_s: waitSeconds });
        const [epoch, no] = [uuidIn(c, 'epoch'), numberIn(c.req.param('no'))];
        const digest = c.req.header('content-digest') ?? '';
        const signature = c.req.header('signature') ?? '';
        const answer = await central.turns.take(`${station.device}/${epoch}`, no, async turn => {
          const body = await bodyOf(c, limits.batchBytes);
          return takeBatch(central, station, { epoch, no, body, digest, signature }, turn);
        });
        return c.json(answer);
      },
    )
    .get(
      '/up/:epoch/chain',
      op('intake.chain', 'M4: the chain after a batch', { gives: ChainAnswer }),
      stationOnly(central),
      async c =>
        c.json(await chainAfter(central.db, c.var.station, uuidIn(c, 'epoch'), numberIn(c.req.query('no')))),
    )
    .get(
      '/batch/:device/:epoch/:no',
      op('intake.stored', 'M5: a batch of the office, as received', { gives: { media: 'application/gzip' } }),
      stationOnly(central),
      async c => {
        const name = {
          device: uuidIn(c, 'device'),
          epoch: uuidIn(c, 'epoch'),
          no: numberIn(c.req.param('no')),
        };
        const body = await storedBatch(central.db, c.var.station.office, name);
        return c.body(new Uint8Array(body), 200, { 'content-type': 'application/gzip' });
      },
    )
    .get(
      '/digest',
      op('intake.digest', 'M13: digests of the office’s tables', {
        gives: z.union([DigestAnswer, DigestParts]),
      }),
      stationOnly(central),
      async c => {
        const { office } = c.var.station;
        if (c.req.query('table') === undefined) return c.json(await digests(central.db, office));
        const { table, prefix } = shaped(Part, c.req.query());
        return c.json(await digestParts(central.db, office, table as UpTableName, prefix));
      },
    )
    .get(
      '/digest/rows',
      op('intake.digest-rows', 'M13: the versions behind a digest', { gives: DigestRows }),
      stationOnly(central),
      async c => {
        const { table, prefix } = shaped(Part, c.req.query());
        return c.json(await digestRows(central.db, c.var.station.office, table as UpTableName, prefix));
      },
    );
}

function uuidIn(c: Context<Env>, name: string): string {
  const value = c.req.param(name);
  if (!isUuid(value)) throw problem.request.notFound();
  return value;
}

function numberIn(text: string | undefined): number {
  if (!/^[1-9]\d{0,9}$/.test(text ?? '')) throw problem.request.notFound();
  return Number(text);
}
