import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { allowed } from '../accounts/who.ts';
import type { Central } from '../central.ts';
import { record, write } from '../database/write.ts';
import { op, shaped, takes, type Env } from '../route.ts';
import { keepOffice, makeEnrolCode, revokeDevice } from '../stations/store.ts';
import { OfficeId } from '../wire/schema.ts';
import { freshFigures } from './figures-store.ts';
import { comparisonsOf, lastProof, repair, verifyNow } from './proofs-store.ts';
import { CodeAsked, DaySpan, NewOffice, OfficeSearch, Revocation } from './schema.ts';
import {
  daysOf,
  listOffices,
  officeLine,
  openCodesOf,
  parkedOf,
  servicesOf,
  stationsOf,
  streamsOf,
} from './store.ts';

const Device = z.uuid();

export function officeRoutes(central: Central) {
  const known = (c: Context<Env>) => officeLine(central, shaped(OfficeId, c.req.param('office')));
  return new Hono<Env>()
    .post(
      '/offices/search',
      op('hq.offices', 'Offices, a page of them'),
      allowed(central, 'offices.read'),
      takes(OfficeSearch),
      async c => {
        const message = c.req.valid('json');
        await freshFigures(central);
        return c.json(await listOffices(central, message));
      },
    )
    .post(
      '/offices',
      op('hq.addOffice', 'Add or rename an office'),
      allowed(central, 'offices.change'),
      takes(NewOffice),
      async c => {
        const message = c.req.valid('json');
        const now = central.now();
        await write(central, async tx => {
          await keepOffice(tx, message, now);
          await record(tx, {
            at: now,
            actor: c.var.person.email,
            what: 'office.kept',
            office: message.id,
            data: { name: message.name },
          });
        });
        return c.json({});
      },
    )
    .get(
      '/offices/:office',
      op('hq.office', 'One office, its stations and codes'),
      allowed(central, 'offices.read'),
      async c => {
        await freshFigures(central);
        const line = await known(c);
        return c.json({
          line,
          stations: await stationsOf(central, line.office),
          codes: await openCodesOf(central, line.office),
        });
      },
    )
    .post(
      '/offices/:office/days',
      op('hq.days', 'One office’s days'),
      allowed(central, 'offices.read'),
      takes(DaySpan),
      async c => {
        const { office } = await known(c);
        const message = c.req.valid('json');
        await freshFigures(central);
        return c.json({
          days: await daysOf(central, office, message),
          services: await servicesOf(central, office, message),
        });
      },
    )
    .post(
      '/offices/:office/codes',
      op('hq.enrol', 'A one-time code for a station'),
      allowed(central, 'stations.enrol'),
      takes(CodeAsked),
      async c => {
        const { office } = await known(c);
        const message = c.req.valid('json');
        const by = c.var.person.email;
        const code = await write(central, tx =>
          makeEnrolCode(tx, { office, device: message.device, by }, central.now()),
        );
        return c.json({ code });
      },
    )
    .post(
      '/offices/:office/stations/:device/revoke',
      op('hq.revoke', 'Revoke a station'),
      allowed(central, 'stations.revoke'),
      takes(Revocation),
      async c => {
        const { office } = await known(c);
        const device = shaped(Device, c.req.param('device'));
        const message = c.req.valid('json');
        const by = c.var.person.email;
        await write(central, tx =>
          revokeDevice(tx, { office, device, by, reason: message.reason }, central.now()),
        );
        return c.json({});
      },
    )
    .get(
      '/offices/:office/proof',
      op('hq.proof', 'The last proof of an office'),
      allowed(central, 'proof.read'),
      async c => {
        const { office, name } = await known(c);
        return c.json({
          name,
          trial: central.trial,
          last: (await lastProof(central, office)) ?? null,
          streams: await streamsOf(central, office),
          compared: await comparisonsOf(central, office),
          parked: await parkedOf(central, office),
        });
      },
    )
    .post(
      '/offices/:office/proof',
      op('hq.verify', 'Verify an office now'),
      allowed(central, 'proof.run'),
      async c => {
        const { office } = await known(c);
        await verifyNow(central, office, c.var.person.email);
        return c.json({});
      },
    )
    .post(
      '/offices/:office/repair',
      op('hq.repair', 'Apply parked rows again'),
      allowed(central, 'proof.run'),
      async c => {
        const { office } = await known(c);
        return c.json(await repair(central, office, c.var.person.email));
      },
    );
}
