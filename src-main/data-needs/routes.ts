import { Hono } from 'hono';
import { write } from '../database/write.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { DataNeed } from './schema.ts';
import { changeNeed, listNeeds, noteNeed, removeNeed } from './store.ts';

export function dataNeedRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get(
      '/visits/:id/needs',
      op('needs.read', 'What data a visit needed (SKD Block III), and titles that suggest more'),
      async c => c.json(await listNeeds(station.db, c.req.param('id'))),
    )
    .post(
      '/visits/:id/needs',
      op('needs.note', 'Note data that a visitor needed'),
      takes('json', DataNeed),
      async c => {
        const need = c.req.valid('json');
        return c.json({
          id: await write(station, c.var.actor, tx => noteNeed(tx, c.req.param('id'), need)),
        });
      },
    )
    .put('/needs/:id', op('needs.note', 'Change what was noted'), takes('json', DataNeed), async c => {
      await write(station, c.var.actor, tx => changeNeed(tx, c.req.param('id'), c.req.valid('json')));
      return c.json({ ok: true });
    })
    .delete('/needs/:id', op('needs.note', 'Remove what was noted by mistake'), async c => {
      await write(station, c.var.actor, tx => removeNeed(tx, c.req.param('id')));
      return c.json({ ok: true });
    });
}
