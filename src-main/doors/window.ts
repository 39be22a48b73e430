/**
 * Electron's door: `loket://kiosk/` and `loket://staff/`, answered in this process. Each kind of window has a session
 * of its own, and the session is the identity: its handler says who is asking, whatever the request claims.
 */
import { protocol, type Session } from 'electron';
import { problem } from '../problem.ts';
import { isOwn, scheme } from '../window-rules.ts';
import { answer, type House } from './answer.ts';
import type { Audience } from './screens.ts';

/** Before Electron is ready, once: makes the scheme an origin like https, with fetch and camera. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

export function openWindowDoor(session: Session, audience: Audience, house: House): void {
  session.protocol.handle(scheme, async request => {
    if (!comesFromOwnPage(request, audience)) {
      const { status, body } = problem.request.elsewhere();
      return Response.json(body, { status });
    }
    return unhop(await answer(house, audience, uncompressed(request)));
  });
}

/** `initiatorOrigin` is Electron's own word: absent when the window itself asks, null for a page without an origin. */
function comesFromOwnPage(
  request: Request & { initiatorOrigin?: string | null },
  audience: Audience,
): boolean {
  const named = [request.initiatorOrigin, request.headers.get('origin') ?? undefined];
  return (
    isOwn(request.url, audience) &&
    named.every(origin => origin === undefined || isOwn(`${origin}/`, audience))
  );
}

/** Nobody unpacks a compressed answer on a scheme of one's own. */
function uncompressed(request: Request): Request {
  request.headers.delete('accept-encoding');
  return request;
}

/** Headers about a connection mean nothing where there is none. The body stays the stream it is. */
function unhop(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const hop of ['connection', 'keep-alive', 'transfer-encoding']) headers.delete(hop);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
