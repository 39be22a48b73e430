import { Hono } from 'hono';
import { write } from '../database/write.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { HelpCall } from './schema.ts';
import { answerCall, callForHelp } from './store.ts';

export function helpRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .post('/help', op('help.call', 'Call an officer to the kiosk'), takes('json', HelpCall), async c => {
      await write(station, c.var.actor, tx => callForHelp(tx, c.req.valid('json').kiosk));
      return c.json({ ok: true });
    })
    .post('/help/:id/answer', op('help.answer', 'An officer goes to the kiosk'), async c => {
      await write(station, c.var.actor, tx => answerCall(tx, c.req.param('id')));
      return c.json({ ok: true });
    });
}
