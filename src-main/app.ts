/** The only way in: Request → Response. A door says who is asking, this app decides what they may do. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { bodyLimit } from 'hono/body-limit';
import { randomUUID } from 'node:crypto';
import { changesRoutes } from './changes-routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { codeRoutes } from './codes/routes.ts';
import { custodyRoutes } from './custody/routes.ts';
import { isDiskFull } from './database/open.ts';
import { dataNeedRoutes } from './data-needs/routes.ts';
import { printRoutes } from './devices/routes.ts';
import { documentRoutes } from './document.ts';
import { helpRoutes } from './help/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { journalRoutes } from './journal/routes.ts';
import { labelRoutes } from './labels/routes.ts';
import { photocopyRoutes } from './photocopies/routes.ts';
import { placeRoutes } from './lockers/routes.ts';
import { Problem, problem } from './problem.ts';
import { profileRoutes } from './profile/routes.ts';
import { publicationFileRoutes } from './publication-files/routes.ts';
import type { DoorEnv } from './route.ts';
import { shiftRoutes } from './shifts/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { readingRoutes } from './reading/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { selfScanRoutes, softcopyRoutes } from './softcopies/routes.ts';
import type { Station } from './station.ts';
import { requestsRoutes } from './sync/requests-routes.ts';
import { syncRoutes } from './sync/routes.ts';
import { visitorRoutes } from './visitors/routes.ts';
import { visitRoutes } from './visits/routes.ts';

export function createApp(station: Station) {
  const routes = new Hono<DoorEnv>()
    .route('/', changesRoutes(station))
    .route('/', profileRoutes(station))
    .route('/', staffRoutes(station))
    .route('/', visitRoutes(station))
    .route('/', visitorRoutes(station))
    .route('/', codeRoutes(station))
    .route('/', custodyRoutes(station))
    .route('/', placeRoutes(station))
    .route('/', printRoutes(station))
    .route('/', labelRoutes(station))
    .route('/', shiftRoutes(station))
    .route('/', searchRoutes(station))
    .route('/', catalogueRoutes(station))
    .route('/', readingRoutes(station))
    .route('/', photocopyRoutes(station))
    .route('/', importRoutes(station))
    .route('/', publicationFileRoutes(station))
    .route('/', softcopyRoutes(station))
    .route('/', selfScanRoutes(station))
    .route('/', dataNeedRoutes(station))
    .route('/', helpRoutes(station))
    .route('/', syncRoutes(station))
    .route('/', requestsRoutes(station))
    .route('/', journalRoutes(station));

  const app = new Hono<DoorEnv>()
    .use('/api/*', async (c, next) => {
      identify(station, c);
      c.header('cache-control', 'no-store');
      await next();
    })
    .use('/api/*', (c, next) => (longBodies.test(c.req.path) ? next() : shortBodies(c, next)))
    .route('/api', routes);
  app.route('/api', documentRoutes(app));

  app.notFound(() => toResponse(problem.request.notFound()));
  app.onError((error, c) => {
    if (error instanceof Problem) return toResponse(error);
    if (error instanceof HTTPException) return toResponse(problem.request.invalid());
    const known = knownFailure(error);
    const requestId = randomUUID();
    station.log.error(
      { requestId, path: c.req.path, err: { name: error.name, message: error.message, stack: error.stack } },
      'request failed',
    );
    return toResponse(known ?? problem.request.failed({ requestId }));
  });
  return app;
}

/**
 * A file for an import, or for headquarters, is stored as it comes; a parcel of headquarters is opened only when it is
 * sealed to this station.
 */
const longBodies = /^\/api\/(imports\/files|sync\/parcel|requests\/[^/]+\/answer)$/;

const shortBodies = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => toResponse(problem.request.tooLarge()),
});

export type Api = ReturnType<typeof createApp>;

/** The door names the kind of window; a session token in the header names the officer. */
function identify(
  station: Station,
  c: {
    env: DoorEnv['Bindings'];
    req: { header(name: string): string | undefined };
    set: (key: never, value: never) => void;
  },
) {
  const set = c.set as <K extends keyof DoorEnv['Variables']>(key: K, value: DoorEnv['Variables'][K]) => void;
  const token =
    c.env.door === 'staff' ? /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] : undefined;
  const session = token ? station.sessions.find(token) : null;
  set('staff', session?.staff ?? null);
  set('locked', session?.locked ?? false);
  const { door } = c.env;
  set('caller', door === 'staff' ? (session?.staff.role ?? 'guest') : door);
  // A phone is nobody's window: what it says is the station's own entry in the journal.
  set('actor', { door: door === 'phone' ? 'station' : door, staffId: session?.staff.id ?? null });
}

/** The failures of SQLite that a person can do something about. */
function knownFailure(error: Error & { code?: string }): Problem | null {
  if (isDiskFull(error)) return problem.request.storageFull();
  return null;
}

function toResponse(what: Problem): Response {
  return Response.json(what.body, { status: what.status, headers: { 'cache-control': 'no-store' } });
}
