import { Hono } from 'hono';
import { dayOf } from '../clock.ts';
import { readCode } from '../codes/rules.ts';
import { write } from '../database/write.ts';
import { pictureOf } from '../devices/picture.ts';
import { cancelPrintsOfForm, shownSlip } from '../devices/store.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { listFormsOfVisit, listPhotocopies, readPhotocopy, titlesToChoose } from './list-store.ts';
import { phoneView, takeStubByPhone } from './phone-store.ts';
import { CounterForm, Forget, KioskForm, PhotocopySearch, ScannedCopy, VisitorSlip } from './schema.ts';
import * as store from './store.ts';

export function photocopyRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .post(
      '/photocopies/begin',
      op('photocopies.request', 'Whose slip this is, and the titles that were read with it'),
      takes('json', VisitorSlip),
      async c => {
        const visitId = await visitHere(station, c.req.valid('json').code);
        return c.json({ titles: await titlesToChoose(station.db, visitId) });
      },
    )
    .post(
      '/photocopies/request',
      op('photocopies.request', 'A visitor fills in a photocopy form at the kiosk'),
      takes('json', KioskForm),
      async c => {
        const { code, ...form } = c.req.valid('json');
        const visitId = await visitHere(station, code);
        return c.json(await write(station, c.var.actor, tx => store.requestPhotocopy(tx, visitId, form)));
      },
    )
    .get(
      '/photocopies/requested/:id',
      op('photocopies.request', 'Whether the slip of a form that was made at this kiosk came out'),
      async c => c.json({ print: (await slipOfForm(station, c.req.param('id'))).print }),
    )
    .get(
      '/photocopies/requested/:id/image',
      op('photocopies.request', 'The same slip as it is printed, as a picture'),
      async c => {
        const { content } = await slipOfForm(station, c.req.param('id'));
        return c.body(await pictureOf(station.db, content), 200, { 'content-type': 'image/png' });
      },
    )
    .post(
      '/photocopies/forget',
      op('photocopies.request', 'The visitor left the kiosk: their form is not printed any more'),
      takes('json', Forget),
      async c => {
        await write(station, c.var.actor, tx => cancelPrintsOfForm(tx, c.req.valid('json').photocopyId));
        return c.json({ ok: true });
      },
    )
    .post(
      '/photocopies',
      op('photocopies.handle', 'An officer fills in a photocopy form'),
      takes('json', CounterForm),
      async c => {
        const { visitId, ...form } = c.req.valid('json');
        return c.json(await write(station, c.var.actor, tx => store.requestPhotocopy(tx, visitId, form)));
      },
    )
    .get(
      '/photocopies',
      op('photocopies.read', 'Forms that are open, and those of a day'),
      takes('query', PhotocopySearch),
      async c => {
        const { profile } = await readProfile(station.db);
        const day = c.req.valid('query').day ?? dayOf(station.clock.now(), profile.office.zone);
        return c.json(await listPhotocopies(station.db, day));
      },
    )
    .get('/photocopies/:id', op('photocopies.read', 'One photocopy form'), async c =>
      c.json(await readPhotocopy(station.db, c.req.param('id'))),
    )
    .get('/visits/:id/photocopies', op('photocopies.read', 'The photocopy forms of a visit'), async c =>
      c.json(await listFormsOfVisit(station.db, c.req.param('id'))),
    )
    .get('/visits/:id/copyable', op('photocopies.handle', 'Titles a visit may have copied'), async c =>
      c.json(await titlesToChoose(station.db, c.req.param('id'))),
    )
    .post(
      '/photocopies/:id/out',
      op('photocopies.handle', 'A copy leaves for the co-op with its slip'),
      takes('json', ScannedCopy),
      async c => {
        const { code } = c.req.valid('json');
        await write(station, c.var.actor, tx => store.handOut(tx, c.req.param('id'), code));
        return c.json({ ok: true });
      },
    )
    .post(
      '/photocopies/:id/stub',
      op('photocopies.handle', 'The stub is back: the copies are made'),
      async c => {
        await write(station, c.var.actor, tx => store.takeStub(tx, c.req.param('id'), 'slip'));
        return c.json({ ok: true });
      },
    )
    .post(
      '/photocopies/:id/back',
      op('photocopies.handle', 'A copy is back from the co-op'),
      takes('json', ScannedCopy),
      async c => {
        const { code } = c.req.valid('json');
        await write(station, c.var.actor, tx => store.bringBack(tx, c.req.param('id'), code));
        return c.json({ ok: true });
      },
    )
    .post('/photocopies/:id/cancel', op('photocopies.handle', 'Nothing is copied after all'), async c => {
      await write(station, c.var.actor, tx => store.cancelForm(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post('/photocopies/:id/close', op('photocopies.handle', 'Close a form whose stub is gone'), async c => {
      await write(station, c.var.actor, tx => store.closeWithoutStub(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post('/photocopies/:id/lose', op('photocopies.lose', 'A publication never came back'), async c => {
      await write(station, c.var.actor, tx => store.loseForm(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .get(
      '/photocopies/phone/:code/:token',
      op('photocopies.confirm', 'What a phone at the co-op sees of a form'),
      async c => c.json(await phoneView(station.db, c.req.param('code'), c.req.param('token'))),
    )
    .post(
      '/photocopies/phone/:code/:token',
      op('photocopies.confirm', 'A phone at the co-op says, once, that the copies are made'),
      async c => {
        const { code, token } = c.req.param();
        await write(station, c.var.actor, tx => takeStubByPhone(tx, code, token));
        return c.json({ ok: true });
      },
    );
}

async function slipOfForm(station: Station, photocopyId: string) {
  const shown = await shownSlip(station.db, 'photocopy', photocopyId);
  if (!shown) throw problem.photocopies.unknown();
  return shown;
}

/** The visit whose ticket or slip was scanned at the kiosk. */
async function visitHere(station: Station, typed: string): Promise<string> {
  const read = readCode(typed);
  if (read.kind === 'damaged') throw problem.codes.damaged();
  if (read.kind !== 'visit' && read.kind !== 'slip') throw problem.photocopies.notASlip();
  const visitId = await store.visitOfSlip(station.db, read.code);
  const { state } = await station.db
    .selectFrom('visit')
    .select('state')
    .where('id', '=', visitId)
    .executeTakeFirstOrThrow();
  if (state !== 'serving' && state !== 'inside') throw problem.photocopies.notHere({ state });
  return visitId;
}
