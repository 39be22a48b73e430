import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openHttpDoors } from '../../src-main/doors/http.ts';
import { describeDoor, openWith, type OpenDoors } from './contract.ts';

const open: OpenDoors = async ({ app }, screens) => {
  const { kioskUrl, staffUrl, close } = await openHttpDoors(app, screens, 0);
  return {
    kiosk: (path, init) => fetch(`${kioskUrl}${path}`, init),
    staff: (path, init) => fetch(`${staffUrl}${path}`, init),
    close,
  };
};

describeDoor('loopback', open);

/** A request with headers that `fetch` would not let one set. */
function raw(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, response => {
      response.resume();
      resolve(response.statusCode!);
    })
      .once('error', reject)
      .end();
  });
}

describe('who may knock at the loopback door', () => {
  const openUrls = async () => {
    let urls = { kioskUrl: '', staffUrl: '' };
    await openWith(async ({ app }, screens) => {
      const doors = await openHttpDoors(app, screens, 0);
      urls = doors;
      return { kiosk: fetch, staff: fetch, close: doors.close };
    });
    return urls;
  };

  it('turns away a foreign name in Host, which is what DNS rebinding sends', async () => {
    const { kioskUrl, staffUrl } = await openUrls();
    const { port } = new URL(kioskUrl);
    for (const host of [
      'evil.example.org',
      `evil.example.org:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 9}`,
    ])
      for (const path of ['/api/health', '/'])
        expect(await raw(`${kioskUrl}${path}`, { host }), host).toBe(403);
    expect(await raw(`${kioskUrl}/api/health`, { host: new URL(staffUrl).host })).toBe(403);
    expect(await raw(`${kioskUrl}/api/health`, { host: `localhost:${port}` })).toBe(200);
  });

  it('turns away the page of somebody else, the other audience’s included', async () => {
    const { kioskUrl, staffUrl } = await openUrls();
    const origins = ['https://evil.example.org', 'null', kioskUrl, kioskUrl.replace('http:', 'https:')];
    for (const origin of origins) expect(await raw(`${staffUrl}/api/health`, { origin }), origin).toBe(403);
    expect(await raw(`${staffUrl}/api/health`, { origin: staffUrl })).toBe(200);
  });

  it('turns away what a browser says came from another site', async () => {
    const { kioskUrl } = await openUrls();
    const ask = (site: string) => raw(`${kioskUrl}/api/health`, { 'sec-fetch-site': site });
    expect(await Promise.all(['cross-site', 'same-site'].map(ask))).toEqual([403, 403]);
    expect(await Promise.all(['same-origin', 'none'].map(ask))).toEqual([200, 200]);
  });

  it('grants no other origin anything, asked for or not', async () => {
    const { kioskUrl } = await openUrls();
    const answer = await fetch(`${kioskUrl}/api/health`, { method: 'OPTIONS' });
    expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
  });

  it('listens on loopback only', async () => {
    const { kioskUrl } = await openUrls();
    expect(new URL(kioskUrl).hostname).toBe('127.0.0.1');
    const other = await new Promise<string>(resolve => {
      const socket = connect({ host: '127.0.0.2', port: Number(new URL(kioskUrl).port) });
      socket.once('connect', () => resolve('connected')).once('error', error => resolve(error.message));
      socket.once('close', () => socket.destroy());
    });
    expect(other).toContain('ECONNREFUSED');
  });

  it('gives both ports back when the second is taken', async () => {
    const { staffUrl } = await openUrls();
    const taken = Number(new URL(staffUrl).port);
    let error: Error & { code?: string } = new Error('opened');
    await openWith(async ({ app }, screens) => {
      await openHttpDoors(app, screens, taken - 1).catch((caught: Error) => (error = caught));
      return { kiosk: fetch, staff: fetch };
    });
    expect(error.code).toBe('EADDRINUSE');
  });
});
