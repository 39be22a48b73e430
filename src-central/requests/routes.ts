import { Hono } from 'hono';
import { z } from 'zod';
import { allowed } from '../accounts/who.ts';
import type { Central } from '../central.ts';
import { sendFile } from '../files/send.ts';
import { op, shaped, takes, type Env } from '../route.ts';
import { OfficeId } from '../wire/schema.ts';
import { NewRequest, RequestSearch, TakeBack } from './schema.ts';
import { listRequests, makeRequest, readRequest, takeAnswer } from './store.ts';
import { reachOf, takeBackRequest } from './take-back-store.ts';

const Id = z.uuid();
const Sha = z.string().regex(/^[0-9a-f]{64}$/);

export function requestRoutes(central: Central) {
  return new Hono<Env>()
    .post(
      '/requests/search',
      op('hq.requests', 'Requests to offices, a page of them'),
      allowed(central, 'requests.read'),
      takes(RequestSearch),
      async c => c.json(await listRequests(central, c.req.valid('json'))),
    )
    .put(
      '/requests/:id',
      op('hq.request', 'Ask something of one office, some, or all'),
      allowed(central, 'requests.make'),
      takes(NewRequest),
      async c => {
        const by = c.var.person.email;
        const id = shaped(Id, c.req.param('id'));
        return c.json({ offices: await makeRequest(central, id, c.req.valid('json'), by) });
      },
    )
    .get(
      '/requests/:id',
      op('hq.requestReach', 'Every office that a request went to, and how far each is'),
      allowed(central, 'requests.read'),
      async c => c.json({ offices: await reachOf(central.db, shaped(Id, c.req.param('id'))) }),
    )
    .post(
      '/requests/:id/take-back',
      op('hq.takeBackRequest', 'Take a request back from every office that is not done with it'),
      allowed(central, 'requests.takeBack'),
      takes(TakeBack),
      async c => {
        const id = shaped(Id, c.req.param('id'));
        const { reason } = c.req.valid('json');
        return c.json({ offices: await takeBackRequest(central, id, reason, c.var.person.email) });
      },
    )
    .get(
      '/requests/:id/:office',
      op('hq.readRequest', 'One request to one office, and what became of it'),
      allowed(central, 'requests.read'),
      async c =>
        c.json(
          await readRequest(central, shaped(OfficeId, c.req.param('office')), shaped(Id, c.req.param('id'))),
        ),
    )
    .post(
      '/requests/:id/:office/:sha256',
      op('hq.fetchAnswer', 'The file that an office answered with', { gives: { media: '*/*' } }),
      allowed(central, 'requests.fetch'),
      async c => {
        const sha256 = shaped(Sha, c.req.param('sha256'));
        const asked = {
          office: shaped(OfficeId, c.req.param('office')),
          id: shaped(Id, c.req.param('id')),
          sha256,
        };
        const file = await takeAnswer(central, asked, c.var.person.email);
        return sendFile(c, file.path, { etag: sha256, type: file.mime });
      },
    );
}
