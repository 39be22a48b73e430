import { Hono } from 'hono';
import { z } from 'zod';
import { record, write } from '../database/write.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { listJournal, verifyJournal } from './store.ts';

const Page = z.object({ before: z.coerce.number().int().optional() });
const pageSize = 100;

export function journalRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get(
      '/journal',
      op('journal.read', 'What happened in this office, newest first'),
      takes('query', Page),
      async c => {
        const rows = await listJournal(station.db, c.req.valid('query').before ?? null, pageSize);
        return c.json({ rows, next: rows.length === pageSize ? rows.at(-1)!.seq : null });
      },
    )
    .post('/journal/verify', op('journal.verify', 'Check the whole chain'), async c => {
      const found = await verifyJournal(station.db);
      await write(station, c.var.actor, tx => record(tx, 'journal.verified', { data: { ...found } }));
      return c.json(found);
    });
}
