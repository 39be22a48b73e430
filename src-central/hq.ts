/** What the screens of headquarters ask, under `/api/hq`; each route but the login names its operation of access.ts. */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { accountRoutes } from './accounts/routes.ts';
import type { Central } from './central.ts';
import { consentRoutes } from './consents/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { officeRoutes } from './offices/routes.ts';
import { problem } from './problem.ts';
import { requestRoutes } from './requests/routes.ts';
import { rolloutRoutes } from './rollouts/routes.ts';
import type { Env } from './route.ts';
import { limits } from './wire/rules.ts';

export function hqRoutes(central: Central) {
  return new Hono<Env>()
    .use(shortBodies, unkept)
    .route('/', accountRoutes(central))
    .route('/', officeRoutes(central))
    .route('/', rolloutRoutes(central))
    .route('/', requestRoutes(central))
    .route('/', consentRoutes(central))
    .route('/', exportRoutes(central));
}

/** Of HTTP/1.1 a body has a length or comes in pieces; a screen never sends pieces. */
const shortBodies = createMiddleware<Env>(async (c, next) => {
  const length = Number(c.req.header('content-length') ?? 0);
  if (length > limits.requestBytes || c.req.header('transfer-encoding')) throw problem.request.tooLarge();
  await next();
});

/** Figures and codes stay in no cache. */
const unkept = createMiddleware<Env>(async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
});

/** What the client of the screens is typed by. */
export type HqApi = ReturnType<typeof hqRoutes>;
