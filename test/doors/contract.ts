/** What every door of the station must keep, whichever way the requests come in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { access, may, type Caller, type Operation } from '../../src-main/access.ts';
import { Screens } from '../../src-main/doors/screens.ts';
import type { Role } from '../../src-main/staff/schema.ts';
import { guestbook, openTestOffice, temporaryDir, type TestOffice } from '../helpers/station.ts';

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface Doors {
  kiosk: Ask;
  staff: Ask;
  close?(): Promise<void>;
}

export type OpenDoors = (office: TestOffice, screens: Screens) => Promise<Doors>;

export const callers: Caller[] = ['kiosk', 'guest', 'front', 'librarian', 'supervisor', 'admin', 'viewer'];

/** Two pages and what they load, in the place of the built screens. */
export function smallScreens(): Screens {
  const dir = temporaryDir();
  mkdirSync(join(dir, 'assets'));
  for (const audience of ['kiosk', 'staff'])
    writeFileSync(join(dir, `${audience}.html`), `<!doctype html><title>${audience}</title>`);
  writeFileSync(join(dir, 'assets', 'app-1.js'), 'export {};');
  return new Screens(dir);
}

export async function openWith(open: OpenDoors): Promise<Doors & { office: TestOffice }> {
  const office = await openTestOffice();
  const doors = await open(office, smallScreens());
  onTestFinished(() => doors.close?.());
  return { ...doors, office };
}

/** A member of staff of that role, signed in without the cost of a PIN. */
async function signedIn({ station, as }: TestOffice, role: Role) {
  const { staffId } = await as(role);
  return () => station.sessions.open({ id: staffId, name: role, role });
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Every route of the app with the operation that its first handler guards. */
export function routesOf({ app }: TestOffice): { method: string; path: string; operation: Operation }[] {
  const found = new Map<string, Operation | undefined>();
  for (const { method, path, handler } of app.routes) {
    const key = `${method} ${path}`;
    if (method === 'ALL' || found.has(key)) continue;
    found.set(key, (handler as { operation?: Operation }).operation);
  }
  return [...found].map(([key, operation]) => {
    if (!operation) throw new Error(`${key} does not begin with op(…)`);
    const [method = '', path = ''] = key.split(' ');
    return { method, path, operation };
  });
}

const fillIn = (path: string) => path.replaceAll(/:\w+/g, 'none');

function initFor(method: string, headers: Record<string, string> = {}): RequestInit {
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
  return {
    method,
    headers: hasBody ? { 'content-type': 'application/json', ...headers } : headers,
    body: hasBody ? '{}' : undefined,
  };
}

async function outcome(response: Response): Promise<string> {
  const isJson = response.headers.get('content-type')?.includes('json');
  if (!isJson) {
    await response.body?.cancel();
    return String(response.status);
  }
  const body = (await response.json()) as { code?: string };
  return response.ok ? String(response.status) : `${response.status} ${body.code}`;
}

/** Reads events from an open stream. */
export function eventsOf(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<{ event: string; id?: string; data: string }> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const lines = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          return Object.fromEntries(
            lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
          ) as { event: string; data: string };
        }
        const { done, value } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    close: () => reader.cancel(),
  };
}

export function describeDoor(name: string, open: OpenDoors, { pages = true } = {}): void {
  describe(`the ${name} door`, () => {
    it('lets exactly those callers through to each route whom the access table names', async () => {
      const { kiosk, staff, office } = await openWith(open);
      const tokens = new Map<Caller, () => string>();
      for (const caller of callers)
        if (caller !== 'kiosk' && caller !== 'guest' && caller !== 'phone')
          tokens.set(caller, await signedIn(office, caller));
      const wrong: string[] = [];
      for (const { method, path, operation } of routesOf(office)) {
        for (const caller of callers) {
          const token = tokens.get(caller)?.();
          const ask = caller === 'kiosk' ? kiosk : staff;
          const response = await ask(fillIn(path), initFor(method, token ? bearer(token) : {}));
          if (response.headers.has('set-cookie')) wrong.push(`${method} ${path} sets a cookie`);
          const got = await outcome(response);
          const refused = caller === 'guest' ? '401 access.loginNeeded' : '403 access.denied';
          const letThrough = !['401 access.loginNeeded', '403 access.denied'].includes(got);
          if (got.startsWith('500')) wrong.push(`${method} ${path} as ${caller} fails`);
          const right = may(caller, operation) ? letThrough : got === refused;
          if (!right) wrong.push(`${method} ${path} as ${caller}: ${got}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it('keeps every route but signing in and out closed while the officer’s screen is locked', async () => {
      const { staff, office } = await openWith(open);
      const openSession = await signedIn(office, 'admin');
      const wrong: string[] = [];
      for (const { method, path, operation } of routesOf(office)) {
        if (!may('admin', operation)) continue;
        const token = openSession();
        office.station.sessions.setLocked(token, true);
        const got = await outcome(await staff(fillIn(path), initFor(method, bearer(token))));
        const openHere = may('guest', operation) || operation === 'session.use';
        if ((got === '423 access.locked') === openHere) wrong.push(`${method} ${path}: ${got}`);
      }
      expect(wrong).toEqual([]);
    });

    it('describes every route with its callers in the OpenAPI document', async () => {
      const { kiosk, office } = await openWith(open);
      const document = (await (await kiosk('/api/openapi.json')).json()) as {
        paths: Record<string, Record<string, { 'x-callers'?: string[]; operationId?: string }>>;
      };
      const described = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const),
      );
      const expected = routesOf(office).map(({ method, path, operation }) => [
        `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
        { operationId: operation, 'x-callers': [...access[operation]] },
      ]);
      const found = described.map(([key, one]) => [
        key,
        { operationId: one.operationId, 'x-callers': one['x-callers'] },
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    });

    it('takes the kiosk for a kiosk even when it sends an administrator’s token', async () => {
      const { kiosk, staff, office } = await openWith(open);
      const { token } = await office.as('admin');
      expect((await staff('/api/board', { headers: bearer(token) })).status).toBe(200);
      const refused = await kiosk('/api/board', { headers: bearer(token) });
      expect(await outcome(refused)).toBe('403 access.denied');
    });

    it('takes a staff screen without a token, or with a made-up one, for a guest', async () => {
      const { staff } = await openWith(open);
      expect(await outcome(await staff('/api/board'))).toBe('401 access.loginNeeded');
      const madeUp = await staff('/api/board', { headers: bearer('A'.repeat(43)) });
      expect(await outcome(madeUp)).toBe('401 access.loginNeeded');
    });

    it('reads the session token from the header only, never from a cookie or the address', async () => {
      const { staff, office } = await openWith(open);
      const { token } = await office.as('front');
      const inCookie = await staff('/api/board', {
        headers: { cookie: `token=${token}; session=${token}; authorization=Bearer ${token}` },
      });
      expect(inCookie.status).toBe(401);
      expect((await staff(`/api/board?token=${token}&authorization=Bearer%20${token}`)).status).toBe(401);
    });

    it('answers every failure in one shape, unstored, in both languages', async () => {
      const { kiosk, staff } = await openWith(open);
      const json = { 'content-type': 'application/json' };
      const failures = [
        await staff('/api/board'),
        await kiosk('/api/board'),
        await kiosk('/api/nothing-here'),
        await kiosk('/nothing-here.txt'),
        await kiosk('/api/visits', { method: 'POST', headers: json, body: '{}' }),
        await kiosk('/api/visits', { method: 'POST', headers: json, body: '{"broken' }),
        await kiosk('/api/visits', { method: 'POST', headers: json, body: `"${'x'.repeat(70_000)}"` }),
      ];
      expect(failures.map(one => one.status)).toEqual([401, 403, 404, 404, 400, 400, 413]);
      for (const failure of failures) {
        expect(failure.headers.get('content-type')).toContain('application/json');
        expect(failure.headers.get('cache-control')).toBe('no-store');
        expect(await failure.json()).toEqual({
          code: expect.stringMatching(/^[a-z]+\.[A-Za-z]+$/),
          message: { id: expect.stringMatching(/\S{3}/), en: expect.stringMatching(/\S{3}/) },
          details: expect.any(Object),
        });
      }
    });

    it('measures a body that does not say how long it is', async () => {
      const { kiosk } = await openWith(open);
      const send = (bytes: number) => {
        const body = new Blob([`"${'x'.repeat(bytes)}"`]).stream();
        const headers = { 'content-type': 'application/json' };
        return kiosk('/api/visits', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
      };
      expect(await outcome(await send(70_000))).toBe('413 request.tooLarge');
      expect(await outcome(await send(7))).toBe('400 request.invalid');
    });

    it('names a misfit by its field and never repeats what was entered', async () => {
      const { kiosk } = await openWith(open);
      const form = guestbook({}, { name: 'Rahasia 12345', birthYear: 1200 });
      const answer = await kiosk('/api/visits', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(form),
      });
      const text = await answer.text();
      expect(answer.status).toBe(400);
      expect(text).toContain('birthYear');
      expect(text).not.toContain('Rahasia');
    });

    it('stores no answer of the API anywhere', async () => {
      const { kiosk } = await openWith(open);
      const answer = await kiosk('/api/health');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      await answer.body?.cancel();
    });

    describe('live changes', () => {
      const sign = (ask: Ask) =>
        ask('/api/visits', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(guestbook()),
        });

      it('tells a staff screen which slice changed, with a number and without any data', async () => {
        const { kiosk, staff } = await openWith(open);
        const response = await staff('/api/changes');
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        const events = eventsOf(response);
        const hello = await events.next();
        expect(hello).toMatchObject({ event: 'hello', data: '{}' });
        expect((await sign(kiosk)).status).toBe(200);
        const change = await events.next();
        expect(change.event).toBe('change');
        expect(Number(change.id)).toBeGreaterThan(Number(hello.id));
        const { topics, ...rest } = JSON.parse(change.data) as { topics: string[] };
        expect(topics).toContain('visit');
        expect(rest).toEqual({});
        expect(change.data).not.toMatch(/Siti|0812/);
        await events.close();
      });

      it('replays what was missed after Last-Event-ID', async () => {
        const { kiosk, staff } = await openWith(open);
        const before = eventsOf(await staff('/api/changes'));
        const { id } = await before.next();
        await before.close();
        await sign(kiosk);
        const after = eventsOf(await staff('/api/changes', { headers: { 'last-event-id': id! } }));
        const missed = await after.next();
        expect(missed.event).toBe('change');
        expect(JSON.parse(missed.data)).toEqual({ topics: expect.arrayContaining(['visit']) });
        expect(Number(missed.id)).toBeGreaterThan(Number(id));
        await after.close();
      });

      it('tells a kiosk of the profile and of nothing that a visitor or officer did', async () => {
        const { kiosk, staff, office } = await openWith(open);
        const admin = await office.as('admin');
        const events = eventsOf(await kiosk('/api/changes'));
        expect((await events.next()).event).toBe('hello');
        await sign(kiosk);
        const { profile } = (await (
          await staff('/api/profile', { headers: bearer(admin.token) })
        ).json()) as {
          profile: object;
        };
        const saved = await staff('/api/profile', {
          method: 'PUT',
          headers: { 'content-type': 'application/json', ...bearer(admin.token) },
          body: JSON.stringify(profile),
        });
        expect(saved.status).toBe(200);
        expect(JSON.parse((await events.next()).data)).toEqual({ topics: ['profile'] });
        await events.close();
      });

      it('forgets a window that went away', async () => {
        const { staff, office } = await openWith(open);
        const abort = new AbortController();
        const before = office.station.changes.listeners;
        const events = eventsOf(await staff('/api/changes', { signal: abort.signal }));
        await events.next();
        expect(office.station.changes.listeners).toBe(before + 1);
        abort.abort();
        await events.close().catch(() => undefined);
        await vi.waitFor(() => expect(office.station.changes.listeners).toBe(before));
      });
    });

    describe.runIf(pages)('the pages', () => {
      it('gives each audience its own page and not the other’s', async () => {
        const { kiosk, staff } = await openWith(open);
        expect(await (await kiosk('/')).text()).toContain('<title>kiosk');
        expect(await (await staff('/')).text()).toContain('<title>staff');
        expect(await outcome(await kiosk('/staff.html'))).toBe('404 request.notFound');
        expect(await outcome(await staff('/kiosk.html'))).toBe('404 request.notFound');
      });

      it('serves what a page loads, as what it is', async () => {
        const { kiosk } = await openWith(open);
        const script = await kiosk('/assets/app-1.js');
        expect(script.headers.get('content-type')).toContain('text/javascript');
        expect(await script.text()).toBe('export {};');
      });

      it('sends a policy that allows nothing from elsewhere, nothing inline and no frame', async () => {
        const { kiosk } = await openWith(open);
        const page = await kiosk('/');
        const policy = new Map(
          page.headers
            .get('content-security-policy')!
            .split('; ')
            .map(part => [part.split(' ')[0]!, part.split(' ').slice(1)]),
        );
        expect(policy.get('default-src')).toEqual(["'none'"]);
        for (const nothing of ['frame-ancestors', 'base-uri', 'form-action'])
          expect(policy.get(nothing), nothing).toEqual(["'none'"]);
        const allowed = ["'self'", "'none'", "'wasm-unsafe-eval'", 'data:', 'blob:'];
        for (const [directive, sources] of policy)
          for (const source of sources) expect(allowed, directive).toContain(source);
        expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
        expect(policy.get('connect-src')).toEqual(["'self'"]);
        expect(Object.fromEntries(page.headers)).toMatchObject({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
          'permissions-policy': expect.stringContaining('camera=(self), microphone=()'),
        });
      });

      it('leads to no file that is not a screen', async () => {
        const { kiosk } = await openWith(open);
        for (const path of [
          '/../package.json',
          '/%2e%2e/package.json',
          '/assets/../../loket.sqlite',
          '//etc/passwd',
        ])
          expect(await outcome(await kiosk(path)), path).toBe('404 request.notFound');
      });
    });
  });
}
