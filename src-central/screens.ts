/** The built screens of headquarters: one page, and the hashed files that it names. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from './problem.ts';
import type { Env } from './route.ts';

/** @param dir the folder that the screens were built into. */
export function screenRoutes(dir: string) {
  const page = join(dir, 'hq.html');
  return new Hono<Env>()
    .get('/', c => c.redirect('/hq'))
    .use('/hq', guarded, compress(), async (_c, next) => {
      if (!existsSync(page)) throw problem.request.noScreens();
      await next();
    })
    .get('/hq', serveStatic({ path: page, onFound: (_, c) => c.header('cache-control', 'no-cache') }))
    .use('/assets/*', guarded, compress())
    .get(
      '/assets/*',
      serveStatic({
        root: dir,
        onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
      }),
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
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
});
