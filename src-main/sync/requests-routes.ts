/** What headquarters asks of the office, and the office's answers. */
import { Hono } from 'hono';
import { z } from 'zod';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { todayHere } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { answerRequest, listRequests, mustStand, stepRequest } from './requests-store.ts';
import { RequestStep } from './schema.ts';

const Id = z.uuid();

export function requestsRoutes(station: Station) {
  const { courier } = station;
  return new Hono<DoorEnv>()
    .get('/requests', op('requests.read', 'What headquarters asks, and what was done with it'), async c =>
      c.json(await listRequests(station.db, await todayHere(station))),
    )
    .post(
      '/requests/:id/steps',
      op('requests.handle', 'Say that a request was seen, is worked on, or cannot be met'),
      takes('json', RequestStep),
      async c => {
        const id = Id.safeParse(c.req.param('id')).data ?? '';
        await write(station, c.var.actor, tx => stepRequest(tx, id, c.req.valid('json')));
        return c.json({ ok: true });
      },
    )
    .post(
      '/requests/:id/answer',
      op('requests.handle', 'Answer a request with a file, handed in as it is'),
      async c => {
        const id = Id.safeParse(c.req.param('id')).data ?? '';
        const { body } = c.req.raw;
        if (!body) throw problem.request.invalid({ fields: [{ field: 'body', rule: 'missing' }] });
        await mustStand(station.db, id);
        const kept = await courier.files.take(body);
        const mime = c.req.header('content-type')?.split(';')[0] || 'application/octet-stream';
        await write(station, c.var.actor, tx => answerRequest(tx, id, { ...kept, mime }));
        // The row alone would go up by itself; its file goes with an errand.
        void courier.sendNow();
        return c.json({ ok: true });
      },
    );
}
