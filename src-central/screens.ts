/** The built screens of headquarters: one page, and the hashed files that it names. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from './problem.ts';
import type { Env } from './route.ts';

/** @param dir the folder that the screens were built into. */
export function screenRoutes(dir: string) {
  const page = join(dir, 'hq.html');
  const built = createMiddleware(async (_c, next) => {
    if (!existsSync(page)) throw problem.request.noScreens();
    await next();
  });
  return new Hono<Env>()
    .get('/', c => c.redirect('/hq'))
    .get('/hq', guarded, compress(), kept('no-cache'), built, serveStatic({ path: page }))
    .get(
      '/assets/*',
      guarded,
      compress(),
      kept('public, max-age=31536000, immutable'),
      serveStatic({ rewriteRequestPath: path => join(dir, path) }),
    );
}

/** Everything from the own origin; no inline script, no frames, no form posts. */
const guarded = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  // Of this name only; what else is under it is not ours.
  strictTransportSecurity: 'max-age=15552000',
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
});

/** How long a browser may keep what was found. */
function kept(cacheControl: string) {
  return createMiddleware(async (c, next) => {
    await next();
    if (c.res.ok) c.header('cache-control', cacheControl);
  });
}
