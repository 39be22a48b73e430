import { DateTime } from 'luxon';
import { Hono } from 'hono';
import { write } from '../database/write.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { listOfCopy, listOfVisit, listPlaces, listStillOut, readCopy, useOfTitles } from './log-store.ts';
import { CopyScan, UseSearch } from './schema.ts';
import { loseCopy, scanCopy } from './store.ts';

export function readingRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .post(
      '/readings/scan',
      op('reading.log', 'A copy was scanned: to the named visit, or back on its shelf'),
      takes('json', CopyScan),
      async c => {
        const { code, visitId } = c.req.valid('json');
        return c.json(await write(station, c.var.actor, tx => scanCopy(tx, code, visitId ?? null)));
      },
    )
    .post('/copies/:id/lose', op('reading.log', 'A copy did not come back from its reader'), async c => {
      await write(station, c.var.actor, tx => loseCopy(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .get('/readings', op('reading.read', 'Every copy that is not on its shelf'), async c =>
      c.json(await listStillOut(station.db)),
    )
    .get('/visits/:id/readings', op('reading.read', 'What a visit reads and read'), async c =>
      c.json(await listOfVisit(station.db, c.req.param('id'))),
    )
    .get('/copies/:code', op('reading.read', 'One copy by its code, and in whose hands it is'), async c =>
      c.json(await readCopy(station.db, c.req.param('code'))),
    )
    .get('/copies/:id/readings', op('reading.read', 'Who had a copy before'), async c =>
      c.json(await listOfCopy(station.db, c.req.param('id'))),
    )
    .get('/publications/:id/places', op('publications.find', 'Where the copies of a title are'), async c => {
      const places = await listPlaces(station.db, c.req.param('id'));
      const forVisitor = c.env.door === 'kiosk';
      return c.json(forVisitor ? places.map(place => ({ ...place, visitNumber: null })) : places);
    })
    .get(
      '/readings/use',
      op('reading.read', 'How often each title was read, copied, given as a softcopy and wanted'),
      takes('query', UseSearch),
      async c => {
        const { profile } = await readProfile(station.db);
        const { zone } = profile.office;
        const today = DateTime.fromJSDate(station.clock.now()).setZone(zone);
        const { from = today.startOf('year').toISODate()!, to = today.toISODate()! } = c.req.valid('query');
        const begin = DateTime.fromISO(from, { zone }).toUTC().toISO()!;
        const end = DateTime.fromISO(to, { zone }).plus({ days: 1 }).toUTC().toISO()!;
        return c.json({ from, to, titles: await useOfTitles(station.db, begin, end) });
      },
    );
}
