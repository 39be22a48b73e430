/**
 * The loopback door: one listener for the kiosk, one for the staff screens, so that the port is the identity and the
 * two pages are different origins. Requests that do not come from the page itself are turned away.
 */
import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { createApp } from '../app.ts';
import { problem } from '../problem.ts';
import { answer, type House } from './answer.ts';
import type { Audience, Screens } from './screens.ts';

export interface HttpDoors {
  kioskUrl: string;
  staffUrl: string;
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** @param port of the kiosk; the staff screens get the next one. 0 takes any two that are free. */
export async function openHttpDoors(
  app: ReturnType<typeof createApp>,
  screens: Screens,
  port: number,
): Promise<HttpDoors> {
  const house = { api: app, screens };
  const kiosk = await listen(house, 'kiosk', port);
  const staff = await listen(house, 'staff', port === 0 ? 0 : port + 1).catch(async error => {
    await shut(kiosk);
    throw error;
  });
  return {
    kioskUrl: urlOf(kiosk),
    staffUrl: urlOf(staff),
    close: async () => {
      await Promise.all([shut(kiosk), shut(staff)]);
    },
  };
}

function listen(house: House, door: Audience, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: host,
        port,
        overrideGlobalObjects: false,
        fetch: request => admit(house, door, request, urlOf(server)),
      },
      () => resolve(server),
    );
    server.once('error', reject);
  });
}

async function admit(house: House, door: Audience, request: Request, own: string): Promise<Response> {
  if (comesFromOwnPage(request, own)) return answer(house, door, whole(request));
  const { status, body } = problem.request.elsewhere();
  return Response.json(body, { status });
}

/** The server's own Request is none that `new Request(…)` accepts, as the body limit of a chunked body needs it. */
function whole(request: Request): Request {
  const { url, method, headers, body } = request;
  if (method === 'GET' || method === 'HEAD') return request;
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

/**
 * A foreign name in Host means DNS rebinding, a foreign Origin a page of somebody else. A browser names the origin
 * of every request that changes something.
 */
function comesFromOwnPage(request: Request, own: string): boolean {
  const { port } = new URL(own);
  const hosts = [`${host}:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.get('host') ?? '')) return false;
  const origin = request.headers.get('origin');
  if (origin !== null && !hosts.some(name => origin === `http://${name}`)) return false;
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

function urlOf(server: ServerType): string {
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

function shut(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
