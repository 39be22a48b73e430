/** The WebAPI of BPS as it is documented and as it behaves: paths of pairs, odd envelopes, a firewall in front. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Item = Record<string, unknown>;
type Fault = (request: IncomingMessage, response: ServerResponse) => void;

export const testKey = 'abcdef0123456789abcdef0123456789';

export class FakeWebApi {
  /** Every path that was asked for, without the key. */
  asked: string[] = [];
  /** Taken one by one before answering properly. */
  faults: Fault[] = [];
  perPage = 10;
  #shelves = new Map<string, Item[]>();
  baseUrl = '';

  static async open(): Promise<FakeWebApi> {
    const api = new FakeWebApi();
    const server = createServer((request, response) => api.#answer(request, response));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    api.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/api`;
    return api;
  }

  shelve(domain: string, items: Item[]): void {
    this.#shelves.set(domain, items);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [, , , , ...pairs] = request.url!.split('/');
    const about = Object.fromEntries(
      Array.from({ length: Math.ceil(pairs.length / 2) }, (_, at) => [pairs[at * 2], pairs[at * 2 + 1]]),
    ) as Record<string, string>;
    this.asked.push(`${about.domain}/${about.page}`);
    const fault = this.faults.shift();
    if (fault) return fault(request, response);
    if (!/Mozilla.*Chrome/.test(request.headers['user-agent'] ?? '')) return firewall(request, response);
    if (about.key !== testKey)
      return send(response, { status: 'Error', message: `API Key ${about.key} tidak ditemukan` });
    const items = this.#shelves.get(about.domain!) ?? [];
    if (items.length === 0)
      return send(response, { status: 'OK', 'data-availability': 'list-not-available', data: '' });
    const page = Number(about.page);
    const shown = items.slice((page - 1) * this.perPage, page * this.perPage);
    send(response, {
      status: 'OK',
      'data-availability': 'available',
      data: [
        {
          page,
          pages: Math.ceil(items.length / this.perPage),
          per_page: this.perPage,
          count: shown.length,
          total: items.length,
        },
        shown,
      ],
    });
  }
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

export const firewall: Fault = (_, response) => {
  response.writeHead(403, { 'content-type': 'text/html' });
  response.end('<html><title>Request Rejected</title></html>');
};
export const overloaded: Fault = (_, response) => {
  response.writeHead(503);
  response.end();
};
export const noData: Fault = (_, response) =>
  send(response, { status: 'OK', 'data-availability': 'list-not-available', data: '' });
export const hangUp: Fault = request => void request.socket.destroy();
export const silent: Fault = () => {};
export const nonsense: Fault = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"status":"OK","data":[{"pa');
};
