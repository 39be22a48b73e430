/**
 * The only way in: Request → Response. Stations speak to `/sync/v1`, the screens of headquarters to `/api/hq`; monitoring
 * reads `/healthz` and `/metrics`.
 */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Central } from './central.ts';
import { consentIntake } from './consents/routes.ts';
import { isDiskFull } from './database/open.ts';
import { documentRoutes } from './document.ts';
import { feedRoutes } from './feeds/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { hqRoutes } from './hq.ts';
import { intakeRoutes } from './intake/routes.ts';
import { isDataError } from './intake/rows.ts';
import { Problem, problem } from './problem.ts';
import { op, type Env } from './route.ts';
import { screenRoutes } from './screens.ts';
import { stationRoutes } from './stations/routes.ts';

const builtScreens = join(import.meta.dirname, '..', 'dist', 'renderer');

/** @param screens the folder that the screens were built into. */
export function createApp(central: Central, screens = builtScreens) {
  const sync = new Hono<Env>()
    .route('/', stationRoutes(central))
    .route('/', intakeRoutes(central))
    .route('/', consentIntake(central))
    .route('/', feedRoutes(central))
    .route('/', fileRoutes(central));

  const app = new Hono<Env>()
    .use(measured(central))
    .use('/sync/*', admitted(central))
    .route('/sync/v1', sync)
    .route('/api/hq', hqRoutes(central));
  app.get('/healthz', op('house.health', 'Whether the database answers'), async c => {
    await sql`SELECT 1`.execute(central.db);
    return c.json({ ok: true, version: central.version, trial: central.trial });
  });
  app.get('/metrics', op('house.metrics', 'For Prometheus'), async c =>
    c.body(await central.meters.registry.metrics(), 200, {
      'content-type': central.meters.registry.contentType,
    }),
  );
  app.route('/', documentRoutes(app));
  app.route('/', screenRoutes(screens));

  app.notFound(() => toResponse(central, problem.request.notFound()));
  app.onError((error, c) => {
    if (error instanceof Problem) return toResponse(central, error);
    if (error instanceof HTTPException) return toResponse(central, problem.request.invalid());
    const requestId = randomUUID();
    central.log.error(
      {
        requestId,
        route: routePath(c),
        err: isDataError(error)
          ? { name: error.name, code: (error as { code?: string }).code }
          : { name: error.name, message: error.message, stack: error.stack },
      },
      'request failed',
    );
    return toResponse(central, knownFailure(error) ?? problem.request.failed({ requestId }));
  });
  return app;
}

function measured(central: Central) {
  return createMiddleware<Env>(async (c, next) => {
    const began = performance.now();
    await next();
    const seconds = (performance.now() - began) / 1_000;
    central.meters.requests.observe({ route: routePath(c), status: c.res.status }, seconds);
  });
}

/** Counts the stations' requests under way, and sends them home while the server stops or has too many. */
function admitted(central: Central) {
  return createMiddleware<Env>(async (_c, next) => {
    const { limits, settings } = central;
    if (central.stopping || limits.underWay > 3 * settings.maxUnderWay)
      throw problem.sync.busy({ retry_after_s: 5 + Math.ceil(Math.random() * 25) });
    limits.underWay += 1;
    try {
      await next();
    } finally {
      limits.underWay -= 1;
    }
  });
}

/** The failures that the stations, and whoever looks at them, can do something about. */
function knownFailure(error: Error & { code?: string }): Problem | null {
  if (isDiskFull(error)) return problem.sync.full({ retry_after_s: 300 });
  // too_many_connections, admin_shutdown, cannot_connect_now, connection failures.
  if (/^(53300|57P0[123]|08\w{3}|ECONNREFUSED|ECONNRESET)$/.test(error.code ?? ''))
    return problem.sync.busy({ retry_after_s: 15 });
  return null;
}

function toResponse(central: Central, what: Problem): Response {
  central.meters.problems.inc({ code: what.body.code });
  const headers = new Headers({ 'cache-control': 'no-store' });
  const retryAfter = what.body.details['retry_after_s'];
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
  return Response.json(what.body, { status: what.status, headers });
}
