import { describe, expect, test } from 'vitest';
import { kinds } from '../test/helpers/central.ts';
import { Headquarters } from '../test/helpers/headquarters.ts';
import type { Role } from './access.ts';
import { hqRoutes } from './hq.ts';

const id = '0192f0c0-0000-7000-8000-0000000000b0';

/** Every question of a screen, and the least role that may ask it; null: nobody need be signed in. */
const questions: [method: string, path: string, least: Role | null][] = [
  ['GET', '/about', null],
  ['POST', '/sessions', null],
  ['POST', '/invitations/read', null],
  ['POST', '/invitations/accept', null],
  ['GET', '/sessions', 'viewer'],
  ['DELETE', '/sessions/:id', 'viewer'],
  ['GET', '/accounts', 'admin'],
  ['POST', '/accounts', 'admin'],
  ['PATCH', '/accounts/:id', 'admin'],
  ['POST', '/accounts/:id/code', 'admin'],
  ['POST', '/audit', 'operator'],
  ['POST', '/offices/search', 'viewer'],
  ['POST', '/offices', 'operator'],
  ['GET', '/offices/:office', 'viewer'],
  ['POST', '/offices/:office/days', 'viewer'],
  ['POST', '/offices/:office/codes', 'operator'],
  ['POST', '/offices/:office/stations/:device/revoke', 'operator'],
  ['GET', '/offices/:office/proof', 'viewer'],
  ['POST', '/offices/:office/proof', 'operator'],
  ['POST', '/offices/:office/repair', 'operator'],
  ['GET', '/rollouts', 'viewer'],
  ['POST', '/rollouts/:id/preview', 'operator'],
  ['PUT', '/rollouts/:id', 'operator'],
  ['POST', '/rollouts/:id/widen', 'operator'],
  ['POST', '/rollouts/:id/withdraw', 'operator'],
  ['POST', '/requests/search', 'viewer'],
  ['PUT', '/requests/:id', 'operator'],
  ['GET', '/requests/:id', 'viewer'],
  ['POST', '/requests/:id/take-back', 'operator'],
  ['GET', '/requests/:id/:office', 'viewer'],
  ['POST', '/requests/:id/:office/:sha256', 'operator'],
  ['POST', '/consents/search', 'operator'],
  ['POST', '/exports/consents/:format', 'admin'],
  ['POST', '/exports/offices/:format', 'viewer'],
  ['POST', '/exports/days/:office/:format', 'viewer'],
  ['POST', '/exports/requests/:format', 'viewer'],
  ['POST', '/exports/audit/:format', 'admin'],
];

const ranks: Role[] = ['viewer', 'operator', 'admin'];

const pathOf = (path: string) =>
  path
    .replace(':office', '1311')
    .replace(':format', 'csv')
    .replace(/:id|:device/, id);

describe.each(kinds)('the screens of headquarters on %s', kind => {
  test('ask nothing that is not in the table of who may what', async () => {
    const hq = await Headquarters.open(kind);
    const routes = hqRoutes(hq.central)
      .routes.filter(one => one.method !== 'ALL')
      .map(one => `${one.method} ${one.path}`);
    expect([...new Set(routes)].toSorted()).toEqual(
      questions.map(([method, path]) => `${method} ${path}`).toSorted(),
    );
  });

  test('get an answer only for whoever is signed in with a role that may', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const people = {
      admin,
      operator: await hq.person(admin, 'operator'),
      viewer: await hq.person(admin, 'viewer'),
    };
    for (const [method, path, least] of questions) {
      // A body that no route takes: whoever may ask is told so, and nothing is changed.
      const body = method === 'GET' ? undefined : { nonsense: true };
      const asked = (token?: string) => hq.ask(method, pathOf(path), body, token);
      const name = `${method} ${path}`;
      const { status } = await asked();
      if (least === null) expect(status, name).not.toBe(401);
      else expect(status, name).toBe(401);
      expect((await asked('0'.repeat(43))).status === 401, name).toBe(least !== null);
      for (const role of ranks) {
        const { body: said, headers } = await asked(people[role].token);
        expect(headers.get('cache-control'), name).toBe('no-store');
        const refused = least !== null && ranks.indexOf(role) < ranks.indexOf(least);
        expect(said.code === 'accounts.role', `${role}: ${name}`).toBe(refused);
      }
    }
  });

  test('send short questions, in one piece', async () => {
    const hq = await Headquarters.open(kind);
    const ask = (headers: Record<string, string>) =>
      hq.test.ask('/api/hq/sessions', { method: 'POST', headers, body: '{}' });
    expect((await ask({ 'content-length': String(64 * 1024 + 1) })).status).toBe(413);
    expect((await ask({ 'transfer-encoding': 'chunked' })).status).toBe(413);
  });

  test('stand in the OpenAPI document with what they take', async () => {
    const hq = await Headquarters.open(kind);
    const document = (await (await hq.test.ask('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string; requestBody?: { content: object } }>>;
    };
    const described = (method: string, path: string) =>
      document.paths[`/api/hq${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()];
    for (const [method, path] of questions)
      expect(described(method, path)?.operationId, `${method} ${path}`).toMatch(/^hq\./);
    expect(Object.keys(described('POST', '/sessions')!.requestBody!.content)).toEqual(['application/json']);
  });
});
