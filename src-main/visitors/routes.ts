import { Hono } from 'hono';
import { z } from 'zod';
import { ConsentPurpose } from '../../src-central/wire/consent-schema.ts';
import { readCode } from '../codes/rules.ts';
import { purposesFor, withdrawConsent } from '../consents/store.ts';
import { record, write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { normalisePhone } from './rules.ts';
import { Answer, Recognise, type Recognised } from './schema.ts';
import { eraseVisitor, findRemembered, findVisitorByCode, searchVisitors } from './store.ts';

export function visitorRoutes(station: Station) {
  const { recognition } = station;
  const welcome = async (visitorId: string): Promise<Recognised> => {
    const { profile } = await readProfile(station.db);
    const thisYear = station.clock.now().getFullYear();
    const mayAsk = await purposesFor(station.db, visitorId, profile.consents, thisYear);
    return { step: 'welcome', token: recognition.welcome(visitorId), mayAsk };
  };
  return new Hono<DoorEnv>()
    .post(
      '/visitors/recognise',
      op('visitors.recognise', 'A returning visitor: by card, or by phone and birth year'),
      takes('json', Recognise),
      async c => {
        if (recognition.paused) throw problem.visitors.wait();
        const given = c.req.valid('json');
        if ('code' in given) {
          const read = readCode(given.code);
          if (read.kind === 'damaged') throw problem.codes.damaged();
          if (read.kind !== 'visitor') throw problem.codes.foreign();
          const visitor = await findVisitorByCode(station.db, read.code);
          if (!visitor) throw problem.visitors.notRecognised();
          await write(station, c.var.actor, tx =>
            record(tx, 'visitor.recognised', { data: { visitorId: visitor.id, by: 'card' } }),
          );
          return c.json(await welcome(visitor.id));
        }
        const phone = normalisePhone(given.phone) ?? '';
        const people = await findRemembered(station.db, phone, given.birthYear);
        return c.json<Recognised>({
          step: 'question',
          ...recognition.ask(`${phone}/${given.birthYear}`, people),
        });
      },
    )
    .post(
      '/visitors/answer',
      op('visitors.recognise', 'The answer to the question'),
      takes('json', Answer),
      async c => {
        if (recognition.paused) throw problem.visitors.wait();
        const { challenge, answer } = c.req.valid('json');
        const visitorId = recognition.prove(challenge, answer);
        await write(station, c.var.actor, tx =>
          record(tx, visitorId ? 'visitor.recognised' : 'visitor.not-recognised', {
            data: { visitorId, by: 'phone' },
          }),
        );
        if (!visitorId) throw problem.visitors.notRecognised();
        return c.json(await welcome(visitorId));
      },
    )
    .post(
      '/visitors/search',
      op('visitors.find', 'People who came before, by name'),
      takes('json', z.object({ text: z.string().max(60) })),
      async c =>
        c.json(await write(station, c.var.actor, tx => searchVisitors(tx, c.req.valid('json').text))),
    )
    .post(
      '/visitors/:id/consents/withdraw',
      op('consents.withdraw', 'Take back what a visitor agreed to, for the visitor'),
      takes('json', z.object({ purpose: ConsentPurpose })),
      async c => {
        const { purpose } = c.req.valid('json');
        await write(station, c.var.actor, tx => withdrawConsent(tx, c.req.param('id'), purpose));
        return c.json({ ok: true });
      },
    )
    .post('/visitors/:id/erase', op('visitors.erase', 'Erase a visitor who asked for it'), async c => {
      await write(station, c.var.actor, tx => eraseVisitor(tx, c.req.param('id'), 'asked'));
      return c.json({ ok: true });
    });
}
