import { Hono } from 'hono';
import { z } from 'zod';
import { write } from '../database/write.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import { proveSecond } from '../staff/store.ts';
import type { Station } from '../station.ts';
import { Closing, Handover } from './schema.ts';
import { closeDay, countInCare, evacuationList, handOver, listHandovers, readClearance } from './store.ts';

export function shiftRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get('/shifts/counts', op('shifts.read', 'What is in care now'), async c =>
      c.json(await countInCare(station.db)),
    )
    .get('/shifts', op('shifts.read', 'Earlier hand-overs'), async c =>
      c.json(await listHandovers(station.db)),
    )
    .post(
      '/shifts',
      op('shifts.hand', 'Hand the counter over to another officer'),
      takes('json', Handover),
      async c => {
        const form = c.req.valid('json');
        await proveSecond(station, c.var.actor, form.toStaffId, form.toPin);
        await write(station, c.var.actor, tx => handOver(tx, form));
        return c.json({ ok: true });
      },
    )
    .get('/evacuation', op('evacuation.read', 'Everybody who may be in the building'), async c =>
      c.json(await write(station, c.var.actor, evacuationList)),
    )
    .get(
      '/clearance',
      op('shifts.read', 'What must be settled before the day is closed'),
      takes('query', z.object({ day: z.iso.date().optional() })),
      async c => c.json(await readClearance(station, c.req.valid('query').day ?? null)),
    )
    .post('/closings', op('shifts.close', 'Close a day'), takes('json', Closing), async c => {
      await write(station, c.var.actor, tx => closeDay(tx, c.req.valid('json')));
      return c.json({ ok: true });
    });
}
