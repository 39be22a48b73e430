import { Hono } from 'hono';
import { record, write } from '../database/write.ts';
import { todayHere } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { listAnnouncements } from './announcements-store.ts';
import { listEvents } from './books-store.ts';
import { listInstruments } from './instruments-store.ts';
import { EnrolInput } from './schema.ts';

const eventsShown = 100;

export function syncRoutes(station: Station) {
  const { courier } = station;
  return new Hono<DoorEnv>()
    .get('/sync', op('sync.read', 'Where this office stands with headquarters'), async c =>
      c.json(await courier.status()),
    )
    .get(
      '/sync/events',
      op('sync.inspect', 'What happened between the station and headquarters'),
      async c => {
        const events = await listEvents(station.db, eventsShown);
        return c.json(
          events.map(one => ({ ...one, detail: JSON.parse(one.detail) as Record<string, unknown> })),
        );
      },
    )
    .get('/sync/announcements', op('sync.read', 'What headquarters announces'), async c => {
      return c.json(await listAnnouncements(station.db, await todayHere(station)));
    })
    .get('/sync/instruments', op('sync.read', 'Survey instruments that headquarters published'), async c =>
      c.json(await listInstruments(station.db, await todayHere(station))),
    )
    .post('/sync/send', op('sync.run', 'Send and receive now'), async c => {
      await write(station, c.var.actor, tx => record(tx, 'sync.asked'));
      // The screen looks again and again; a month's backlog takes minutes.
      void courier.sendNow();
      return c.json(await courier.status());
    })
    .post(
      '/sync/enrol',
      op('sync.enrol', 'Become a station of headquarters'),
      takes('json', EnrolInput),
      async c => {
        await courier.enrol(c.req.valid('json'));
        return c.json(await courier.status());
      },
    )
    .get('/sync/parcel', op('sync.carry', 'Pack what waits, to be carried by hand'), async c => {
      const { name, bytes } = await courier.pack(c.var.actor);
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${name}"`,
        },
      });
    })
    .post('/sync/parcel', op('sync.carry', 'Take in what headquarters sent back by hand'), async c =>
      c.json(await courier.unpack(c.var.actor, Buffer.from(await c.req.arrayBuffer()))),
    )
    .post('/sync/key', op('sync.enrol', 'Change this station’s key'), async c => {
      await courier.rotate();
      return c.json(await courier.status());
    });
}
