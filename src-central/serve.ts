/** Listens for stations and browsers, over TLS where there is a certificate, and stops when it is asked to. */
import { serve, type ServerType } from '@hono/node-server';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { createApp } from './app.ts';
import type { Central } from './central.ts';

export interface Listening {
  host: string;
  port: number;
  tls?: { cert: string; key: string };
  /** Take the address from `X-Forwarded-For`, which only a proxy of our own may write. */
  trustProxy?: boolean;
}

export interface Served {
  url: string;
  /** Answers what is under way, refuses what is new, and closes. */
  stop(): Promise<void>;
}

/** A request that takes longer to arrive is somebody who holds connections open for nothing. */
const requestTimeoutMs = 120_000;
const patienceMs = 10_000;

export async function listen(
  central: Central,
  app: ReturnType<typeof createApp>,
  { host, port, tls, trustProxy = false }: Listening,
): Promise<Served> {
  const secure = tls && {
    createServer: createSecureServer,
    serverOptions: {
      cert: readFileSync(tls.cert),
      key: readFileSync(tls.key),
      requestTimeout: requestTimeoutMs,
    },
  };
  const server = await new Promise<ServerType>((resolve, reject) => {
    const made = serve(
      {
        hostname: host,
        port,
        overrideGlobalObjects: false,
        fetch: (request: Request, env: unknown) =>
          app.fetch(request, {
            address: addressOf((env as { incoming: IncomingMessage }).incoming, trustProxy),
          }),
        ...(secure ?? { serverOptions: { requestTimeout: requestTimeoutMs } }),
      },
      () => resolve(made),
    );
    made.once('error', reject);
  });
  const own = (server.address() as AddressInfo).port;
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${own}`,
    stop: () => shut(central, server),
  };
}

function addressOf(incoming: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(incoming.headers['x-forwarded-for'] ?? '')
        .split(',')[0]!
        .trim()
    : '';
  return forwarded || (incoming.socket.remoteAddress ?? '');
}

function shut(central: Central, server: ServerType): Promise<void> {
  central.stopping = true;
  return new Promise(resolve => {
    const impatient = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      patienceMs,
    );
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
