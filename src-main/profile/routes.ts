import { Hono } from 'hono';
import { write } from '../database/write.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import { hashPin } from '../staff/store.ts';
import type { Station } from '../station.ts';
import { defaultProfile } from './defaults.ts';
import { OfficeProfile, Setup } from './schema.ts';
import { isSetUp, readNotice, readProfile, saveProfile, setUp } from './store.ts';

export function profileRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get(
      '/office',
      op('office.read', 'What every screen of the office may know', { whileLocked: true }),
      async c => {
        const { profile } = await readProfile(station.db);
        const {
          office,
          standard,
          hours,
          promiseMinutes,
          kiosk,
          custody,
          lockMinutes,
          lists,
          photocopy,
          softcopy,
          scanner,
          voice,
        } = profile;
        const now = station.clock.now();
        return c.json({
          setUp: await isSetUp(station.db),
          demo: station.demo,
          version: station.version,
          now: now.toISOString(),
          thisYear: now.getFullYear(),
          office,
          standard,
          hours,
          promiseMinutes,
          kiosk,
          custody,
          photocopy,
          softcopy: {
            selfService: softcopy.selfService,
            downloadMinutes: softcopy.downloadMinutes,
          },
          scanner,
          voice,
          lockMinutes,
          lists,
          services: profile.services.filter(service => service.active),
          printer: profile.printer.kind !== 'none',
          notice: await readNotice(station.db),
        });
      },
    )
    .get(
      '/setup',
      op('setup.read', 'Is this station set up, and with what to begin', { whileLocked: true }),
      async c => c.json({ done: await isSetUp(station.db), office: defaultProfile.office }),
    )
    .post(
      '/setup',
      op('setup.run', 'First start: office, head, lockers, printer'),
      takes('json', Setup),
      async c => {
        const setup = c.req.valid('json');
        const pinHash = await hashPin(setup.head.pin);
        await write(station, c.var.actor, tx => setUp(tx, setup, pinHash));
        return c.json({ ok: true });
      },
    )
    .get('/profile', op('profile.read', 'The whole office profile'), async c =>
      c.json(await readProfile(station.db)),
    )
    .put(
      '/profile',
      op('profile.change', 'Save the office profile as a new version'),
      takes('json', OfficeProfile),
      async c => {
        const version = await write(station, c.var.actor, tx => saveProfile(tx, c.req.valid('json')));
        return c.json({ version });
      },
    );
}
