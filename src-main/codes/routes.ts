import { Hono } from 'hono';
import { z } from 'zod';
import { problem } from '../problem.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { readCode } from './rules.ts';
import { findByCode } from './store.ts';

const Scan = z.object({ code: z.string().min(1).max(120) });

export function codeRoutes(station: Station) {
  return new Hono<DoorEnv>().post(
    '/scan',
    op('codes.scan', 'What a scanned code stands for'),
    takes('json', Scan),
    async c => {
      const read = readCode(c.req.valid('json').code);
      if (read.kind === 'damaged') throw problem.codes.damaged();
      if (read.code === null) throw problem.codes.foreign();
      return c.json(await findByCode(station.db, read.kind, read.code));
    },
  );
}
