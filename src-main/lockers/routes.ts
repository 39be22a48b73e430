import { Hono } from 'hono';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { PlaceChange, PlaceCount, places, type PlaceKind } from './schema.ts';
import { changePlace, listPlaceHistory, listPlaces, setPlaceCount } from './store.ts';

export function placeRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get('/places/:place', op('lockers.read', 'Lockers or pockets, each with what it holds'), async c =>
      c.json(await listPlaces(station.db, kindOf(c.req.param('place')))),
    )
    .get('/places/:place/:id/history', op('lockers.read', 'Earlier uses of a place'), async c =>
      c.json(await listPlaceHistory(station.db, kindOf(c.req.param('place')), c.req.param('id'))),
    )
    .patch(
      '/places/:place/:id',
      op('lockers.change', 'Usable, broken or being cleaned'),
      takes('json', PlaceChange),
      async c => {
        const { condition, note } = c.req.valid('json');
        const kind = kindOf(c.req.param('place'));
        await write(station, c.var.actor, tx =>
          changePlace(tx, kind, c.req.param('id'), condition, note || null),
        );
        return c.json({ ok: true });
      },
    )
    .put(
      '/places/:place/count',
      op('lockers.count', 'How many the office has'),
      takes('json', PlaceCount),
      async c => {
        const kind = kindOf(c.req.param('place'));
        await write(station, c.var.actor, tx => setPlaceCount(tx, kind, c.req.valid('json').count));
        return c.json({ ok: true });
      },
    );
}

function kindOf(text: string): PlaceKind {
  const kind = places.find(one => one === text);
  if (!kind) throw problem.request.notFound();
  return kind;
}
