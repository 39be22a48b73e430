import { Hono } from 'hono';
import { makeCode } from '../codes/rules.ts';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { pictureOf } from './picture.ts';
import { listPrints, settlePrint } from './queue-store.ts';
import { findPrinters } from './found.ts';
import { Settle, TestPage, TryPrinter } from './schema.ts';
import { makeSlip, queuePrint, slipById } from './store.ts';

const shownMs = 12 * 60 * 60_000;

export function printRoutes(station: Station) {
  /** Where slips are shown on screen there is nothing to queue. */
  async function printer() {
    const { profile } = await readProfile(station.db);
    if (profile.printer.kind === 'none') throw problem.prints.noPrinter();
    return profile;
  }

  return new Hono<DoorEnv>()
    .get(
      '/prints',
      op('prints.read', 'Prints that wait or are in doubt, and those of the last hours'),
      async c => c.json(await listPrints(station.db, new Date(station.clock.now().getTime() - shownMs))),
    )
    .post(
      '/prints/:id/settle',
      op('prints.again', 'Say whether a print in doubt came out'),
      takes('json', Settle),
      async c => {
        await write(station, c.var.actor, tx =>
          settlePrint(tx, c.req.param('id'), c.req.valid('json').cameOut),
        );
        return c.json({ ok: true });
      },
    )
    .post('/prints/test', op('prints.test', 'Print a test page'), takes('query', TestPage), async c => {
      const profile = await printer();
      const onFallback = c.req.valid('query').on === 'fallback';
      if (onFallback && (profile.fallbackPrinter ?? { kind: 'none' }).kind === 'none')
        throw problem.prints.noPrinter();
      const job = await write(station, c.var.actor, async tx => {
        const slipId = await makeSlip(tx, {
          kind: 'test',
          visitId: null,
          custodyId: null,
          code: makeCode('slip'),
          bigNumber: 'UJI',
          onFallback,
          profile,
        });
        return { slipId, jobId: await queuePrint(tx, slipId) };
      });
      return c.json(job);
    })
    .get('/printer', op('prints.test', 'Ask the printer how it is; null where there is none'), async c =>
      c.json(await station.printQueue.status()),
    )
    .get(
      '/printer/seen',
      op('prints.read', 'How the printer was when it was last heard of; null where nothing is known'),
      c => c.json(station.printQueue.seen),
    )
    .get('/printers/found', op('prints.test', 'Printers that this machine can see'), async c => {
      const { profile } = await readProfile(station.db);
      return c.json(await findPrinters([profile.printer, profile.fallbackPrinter ?? { kind: 'none' }]));
    })
    .post(
      '/printers/try',
      op('profile.change', 'Ask a printer that is not in the profile yet whether it answers'),
      takes('json', TryPrinter),
      async c => c.json(await station.printQueue.tryOut(c.req.valid('json').printer)),
    )
    .post(
      '/slips/:id/again',
      op('prints.again', 'Print a slip again: a copy, if the first may have come out'),
      async c => {
        await printer();
        return c.json({ jobId: await write(station, c.var.actor, tx => queuePrint(tx, c.req.param('id'))) });
      },
    )
    .get('/slips/:id/image', op('prints.read', 'The slip as it is printed, as a picture'), async c => {
      const slip = await slipById(station.db, c.req.param('id'));
      if (!slip) throw problem.prints.unknown();
      return c.body(await pictureOf(station.db, slip.content), 200, { 'content-type': 'image/png' });
    });
}
