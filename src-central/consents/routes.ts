import { Hono } from 'hono';
import { allowed } from '../accounts/who.ts';
import type { Central } from '../central.ts';
import { problem } from '../problem.ts';
import { bodyOf, op, shaped, stationOnly, takes, type Env } from '../route.ts';
import { ConsentAnswer, ConsentPart, ConsentPurpose } from '../wire/consent-schema.ts';
import { limits } from '../wire/rules.ts';
import { takeConsents } from './list-store.ts';
import { ConsentSearch } from './schema.ts';
import { listConsents } from './store.ts';

export function consentIntake(central: Central) {
  return new Hono<Env>().put(
    '/consents/:purpose/:part',
    op('consents.list', 'M14: a part of the list of who agreed to be named', {
      takes: { media: 'application/gzip' },
      gives: ConsentAnswer,
    }),
    stationOnly(central, { revoked: false }),
    async c => {
      const { station } = c.var;
      const purpose = shaped(ConsentPurpose, c.req.param('purpose'));
      const part = shaped(ConsentPart, c.req.param('part'));
      const body = await bodyOf(c, limits.consentBytes);
      const waitSeconds = central.limits.send(station.office, body.length);
      if (waitSeconds > 0) throw problem.sync.quota({ retry_after_s: waitSeconds });
      const signature = c.req.header('signature') ?? '';
      return c.json(await takeConsents(central, station, { purpose, part, body, signature }));
    },
  );
}

export function consentRoutes(central: Central) {
  return new Hono<Env>().post(
    '/consents/search',
    op('hq.consents', 'How many people agreed to be invited, by office'),
    allowed(central, 'consents.read'),
    takes(ConsentSearch),
    async c => c.json(await listConsents(central, c.req.valid('json'))),
  );
}
