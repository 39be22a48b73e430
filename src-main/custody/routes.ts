import { Hono } from 'hono';
import type { Actor } from '../database/write.ts';
import { write, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import { proveSecond } from '../staff/store.ts';
import type { Station } from '../station.ts';
import { readPassport, wrongPassportParts } from './passport.ts';
import type { Part } from './rules.ts';
import { GiveBack, LostSlip, MoveLocker, NewSlip, PassportZone, TakeIn } from './schema.ts';
import * as store from './store.ts';

export function custodyRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .post('/custodies', op('custody.take', 'Take in card and locker'), takes('json', TakeIn), async c =>
      c.json(await write(station, c.var.actor, tx => store.takeIn(tx, c.req.valid('json')))),
    )
    .post(
      '/custodies/read-passport',
      op('custody.take', 'Check a passport’s two lines; nothing of them is kept'),
      takes('json', PassportZone),
      async c => {
        const { mrz } = c.req.valid('json');
        const passport = readPassport(mrz);
        const wrong = passport ? null : wrongPassportParts(mrz);
        if (wrong) throw problem.custody.passportWrong({ parts: wrong });
        if (!passport) throw problem.custody.passportUnread();
        const { profile } = await readProfile(station.db);
        return c.json({ kind: passport.kind, last4: profile.custody.askLastFour ? passport.last4 : null });
      },
    )
    .post(
      '/custodies/:id/check',
      op('custody.give', 'Compare what was scanned so far; a mismatch stops and is recorded'),
      takes('json', GiveBack.partial()),
      async c => {
        const scans = c.req.valid('json');
        const { missing } = await agreeing(station, c.var.actor, c.req.param('id'), scans);
        return c.json({ missing });
      },
    )
    .post(
      '/custodies/:id/give-back',
      op('custody.give', 'Give the card back: slip, pocket and locker agree'),
      takes('json', GiveBack),
      async c => {
        const scans = c.req.valid('json');
        const custodyId = c.req.param('id');
        const { missing } = await agreeing(station, c.var.actor, custodyId, scans);
        if (missing.length > 0) throw problem.custody.incomplete({ missing });
        const visitId = await write(station, c.var.actor, async tx => {
          const custody = await stillAgreeing(tx, custodyId, scans);
          await store.releaseCustody(tx, custody, 'slip', null);
          return custody.visit_id;
        });
        return c.json({ ok: true, visitId });
      },
    )
    .post(
      '/custodies/:id/lost-slip',
      op('custody.give', 'Give back without a slip, with a second officer'),
      takes('json', LostSlip),
      async c => {
        const { secondStaffId, secondPin, ...scans } = c.req.valid('json');
        const custodyId = c.req.param('id');
        const { missing } = await agreeing(station, c.var.actor, custodyId, scans);
        const toScan = missing.filter(part => part !== 'slip');
        if (toScan.length > 0) throw problem.custody.incomplete({ missing: toScan });
        const second = await proveSecond(station, c.var.actor, secondStaffId, secondPin);
        const visitId = await write(station, c.var.actor, async tx => {
          const custody = await stillAgreeing(tx, custodyId, scans);
          await store.releaseCustody(tx, custody, 'lost-slip', second.id);
          return custody.visit_id;
        });
        return c.json({ ok: true, visitId });
      },
    )
    .post(
      '/custodies/:id/new-slip',
      op('custody.give', 'Void a lost slip and make a new one, with a second officer'),
      takes('json', NewSlip),
      async c => {
        const { secondStaffId, secondPin } = c.req.valid('json');
        const second = await proveSecond(station, c.var.actor, secondStaffId, secondPin);
        return c.json(
          await write(station, c.var.actor, async tx =>
            store.replaceSlip(tx, await store.openCustody(tx, c.req.param('id')), second.id),
          ),
        );
      },
    )
    .post(
      '/custodies/:id/move',
      op('custody.take', 'Another locker, with a new slip'),
      takes('json', MoveLocker),
      async c => {
        const { locker, reason } = c.req.valid('json');
        return c.json(
          await write(station, c.var.actor, async tx =>
            store.moveLocker(tx, await store.openCustody(tx, c.req.param('id')), locker, reason),
          ),
        );
      },
    )
    .post(
      '/custodies/:id/undo',
      op('custody.take', 'Take a mistaken take-in back, within two minutes'),
      async c => {
        await write(station, c.var.actor, async tx =>
          store.undoTakeIn(tx, await store.openCustody(tx, c.req.param('id'))),
        );
        return c.json({ ok: true });
      },
    );
}

/** Stops a give-back whose scans disagree. The stop itself is recorded, in its own transaction. */
async function agreeing(
  station: Station,
  actor: Actor,
  custodyId: string,
  scans: Partial<GiveBack>,
): Promise<{ missing: Part[] }> {
  const found = await write(station, actor, async tx => {
    const compared = await store.compareScans(tx, await store.openCustody(tx, custodyId), scans);
    if (compared.wrong.length > 0) await store.recordMismatch(tx, custodyId, compared.wrong);
    return compared;
  });
  if (found.wrong.length > 0) throw problem.custody.mismatch({ wrong: found.wrong });
  return found;
}

/** The same comparison inside the transaction that releases: nothing may have changed in between. */
async function stillAgreeing(tx: Tx, custodyId: string, scans: Partial<GiveBack>) {
  const custody = await store.openCustody(tx, custodyId);
  const { wrong } = await store.compareScans(tx, custody, scans);
  if (wrong.length > 0) throw problem.custody.mismatch({ wrong });
  return custody;
}
