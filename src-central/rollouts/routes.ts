import { Hono } from 'hono';
import { z } from 'zod';
import { allowed } from '../accounts/who.ts';
import type { Central } from '../central.ts';
import { op, shaped, takes, type Env } from '../route.ts';
import { NewRollout, NextStage } from './schema.ts';
import { listRollouts, previewRollout, startRollout, widenRollout, withdrawRollout } from './store.ts';

const Id = z.uuid();

export function rolloutRoutes(central: Central) {
  return new Hono<Env>()
    .get('/rollouts', op('hq.rollouts', 'What was published'), allowed(central, 'rollouts.read'), async c =>
      c.json({ rows: await listRollouts(central) }),
    )
    .post(
      '/rollouts/:id/preview',
      op('hq.preview', 'Which offices a stage reaches that were not reached before'),
      allowed(central, 'rollouts.publish'),
      takes(NextStage),
      async c => {
        const { stage } = c.req.valid('json');
        return c.json({ offices: await previewRollout(central, shaped(Id, c.req.param('id')), stage) });
      },
    )
    .put(
      '/rollouts/:id',
      op('hq.publish', 'Publish the first stage'),
      allowed(central, 'rollouts.publish'),
      takes(NewRollout),
      async c => {
        const by = c.var.person.email;
        await startRollout(central, shaped(Id, c.req.param('id')), c.req.valid('json'), by);
        return c.json({});
      },
    )
    .post(
      '/rollouts/:id/widen',
      op('hq.widen', 'Publish the next stage: more offices, or all'),
      allowed(central, 'rollouts.publish'),
      takes(NextStage),
      async c => {
        const by = c.var.person.email;
        await widenRollout(central, shaped(Id, c.req.param('id')), c.req.valid('json').stage, by);
        return c.json({});
      },
    )
    .post(
      '/rollouts/:id/withdraw',
      op('hq.withdraw', 'Stop it, and take it away again'),
      allowed(central, 'rollouts.publish'),
      async c => {
        await withdrawRollout(central, shaped(Id, c.req.param('id')), c.var.person.email);
        return c.json({});
      },
    );
}
