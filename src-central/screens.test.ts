import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDir } from '../test/helpers/station.ts';
import { Problem } from './problem.ts';
import { screenRoutes } from './screens.ts';

function open() {
  const dir = temporaryDir();
  const app = screenRoutes(join(dir, 'built'));
  app.onError(error => new Response(null, { status: error instanceof Problem ? error.status : 500 }));
  return { dir, ask: (path: string) => app.request(path, { headers: { 'accept-encoding': 'gzip' } }) };
}

function build(dir: string) {
  mkdirSync(join(dir, 'built', 'assets'), { recursive: true });
  writeFileSync(join(dir, 'secret.txt'), 'rahasia');
  writeFileSync(join(dir, 'built', 'hq.html'), '<!doctype html><title>Pusat</title>');
  writeFileSync(join(dir, 'built', 'staff.html'), '<!doctype html><title>Petugas</title>');
  writeFileSync(join(dir, 'built', 'assets', 'hq-1.js'), `'${'x'.repeat(5_000)}'`);
}

test('the page stands at /hq under a strict policy, and is asked for again each time', async () => {
  const { dir, ask } = open();
  build(dir);
  expect((await ask('/')).headers.get('location')).toBe('/hq');
  const page = await ask('/hq');
  expect(await page.text()).toContain('Pusat');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('x-frame-options')).toBe('DENY');
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('its files are kept for ever, packed, and nothing else of the disk is served', async () => {
  const { dir, ask } = open();
  build(dir);
  const script = await ask('/assets/hq-1.js');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  for (const path of [
    '/staff.html',
    '/hq.html',
    '/assets/none.js',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ])
    expect((await ask(path)).status, path).toBe(404);
});

test('before the screens are built it says so', async () => {
  const { dir, ask } = open();
  expect((await ask('/hq')).status).toBe(503);
  build(dir);
  expect((await ask('/hq')).status).toBe(200);
});
