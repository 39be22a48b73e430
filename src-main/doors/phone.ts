/**
 * The door for phones on the office's own network. It is shut unless the profile opens it, and knows two pages: the
 * photocopy form whose stub the co-op scanned, and the softcopy whose QR code a visitor scanned. Nothing personal
 * passes it, nothing else of the station is behind it, and each code opens it once. It is plain HTTP, because no phone
 * trusts a certificate that an office made itself.
 */
import type { ServerType } from '@hono/node-server';
import { networkInterfaces } from 'node:os';
import type { createApp } from '../app.ts';
import type { ProblemBody } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import type { Station } from '../station.ts';
import { downloadPage, formPage, messagePage, type DownloadView, type FormView } from './phone-page.ts';

const everywhere = '0.0.0.0';
const downloadPath = /^\/D\/([0-9A-F]{32})(\/file)?$/;
const stubPath = /^\/K\/([A-Z0-9]{9})\/([A-Z0-9]{8})$/i;

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
};

/** Opens and shuts the door as the profile says, now and whenever it changes. @returns the function that ends it. */
export async function keepPhoneDoor(station: Station, app: ReturnType<typeof createApp>) {
  let open: { server: ServerType; port: number } | null = null;
  let turn = Promise.resolve();

  async function follow(): Promise<void> {
    const { phonePort } = (await readProfile(station.db)).profile.photocopy;
    if (open?.port === phonePort) return;
    if (open) await shut(open.server);
    open = null;
    station.phoneUrl = null;
    if (phonePort === null) return;
    const server = await listen(app, phonePort).catch((error: Error) => {
      station.log.error({ port: phonePort, message: error.message }, 'the door for phones stays shut');
      return null;
    });
    if (!server) return;
    open = { server, port: phonePort };
    station.phoneUrl = `http://${addressOfThisMachine()}:${phonePort}`;
  }

  const stop = station.changes.subscribe(({ topics }) => {
    if (topics.includes('profile')) turn = turn.then(follow);
  });
  await follow();
  return async () => {
    stop();
    await turn;
    if (open) await shut(open.server);
    station.phoneUrl = null;
  };
}

/** The first address of this machine on a network; itself when it is on none. */
function addressOfThisMachine(): string {
  const found = Object.values(networkInterfaces())
    .flat()
    .find(one => one && one.family === 'IPv4' && !one.internal);
  return found?.address ?? '127.0.0.1';
}

async function listen(app: ReturnType<typeof createApp>, port: number): Promise<ServerType> {
  // Few offices open this door, and in Electron's windows nothing else needs a server.
  const { serve } = await import('@hono/node-server');
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: everywhere,
        port,
        overrideGlobalObjects: false,
        fetch: request => answerPhone(app, request),
      },
      () => resolve(server),
    );
    server.once('error', reject);
  });
}

/** Only the path of the request is passed on: nothing that a stranger sends reaches the app. */
export async function answerPhone(app: ReturnType<typeof createApp>, request: Request): Promise<Response> {
  const download = downloadPath.exec(new URL(request.url).pathname);
  if (download && request.method === 'GET')
    return answerDownload(app, download[1]!, download[2] !== undefined);
  const stub = stubPath.exec(new URL(request.url).pathname);
  const { method } = request;
  if (!stub || (method !== 'GET' && method !== 'POST')) return page(404, messagePage('nothing'));
  const asked = new Request(`http://phone/api/photocopies/phone/${stub[1]}/${stub[2]}`, { method });
  const response = await app.fetch(asked, { door: 'phone' });
  const body: unknown = await response.json();
  if (!response.ok) return page(response.status, messagePage('refused', (body as ProblemBody).message));
  return page(200, method === 'POST' ? messagePage('thanks') : formPage(body as FormView));
}

/** The page with its one button first: programs that only look at a link do not use it up. */
async function answerDownload(
  app: ReturnType<typeof createApp>,
  token: string,
  file: boolean,
): Promise<Response> {
  const asked = new Request(`http://phone/api/downloads/${token}${file ? '/file' : ''}`);
  const response = await app.fetch(asked, { door: 'phone' });
  if (response.ok && file) return response;
  const body: unknown = await response.json();
  if (!response.ok) return page(response.status, messagePage('refused', (body as ProblemBody).message));
  return page(200, downloadPage(body as DownloadView, `/D/${token}/file`));
}

async function page(status: number, html: string | Promise<string>): Promise<Response> {
  return new Response(await html, { status, headers });
}

function shut(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
