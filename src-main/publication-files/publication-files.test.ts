import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, onTestFinished, test } from 'vitest';
import { shelve } from '../../test/helpers/library.ts';
import { openTestOffice, temporaryDir } from '../../test/helpers/station.ts';
import { PublicationFiles, usualFiles } from './cache.ts';
import { typeOf, webAddress } from './rules.ts';

const picture = (shade: number) => {
  const png = new PNG({ width: 20, height: 28 });
  png.data.fill(shade);
  return PNG.sync.write(png);
};

/** Answers `/<anything>.png` with a picture, `/page` with HTML, `/silent` never. */
async function openLibrary() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === '/silent') return;
    if (request.url === '/page') return void response.end('<html>Attention Required</html>');
    if (request.url === '/gone') return void response.writeHead(404).end();
    response.end(request.url!.endsWith('.pdf') ? '%PDF-1.4 …' : picture(asked.length % 200));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function openCache(change: Partial<typeof usualFiles> = {}) {
  const dir = temporaryDir();
  const files = new PublicationFiles(dir, { ...usualFiles, ...change });
  onTestFinished(() => files.close());
  return { files, kept: () => readdirSync(join(dir, 'cache', 'cover')).length };
}

test('a cover is fetched when it is first asked for, once for all who ask, and then comes from the disk', async () => {
  const { url, asked } = await openLibrary();
  const { files } = openCache();
  const both = await Promise.all([
    files.get('cover', `${url}/a.png`, 5_000),
    files.get('cover', `${url}/a.png`, 5_000),
  ]);
  expect(both[0]).toMatchObject({ type: 'image/png' });
  expect(both[1]).toEqual(both[0]);
  await files.get('cover', `${url}/a.png`, 5_000);
  expect(asked).toEqual(['/a.png']);
});

test('a page of HTML, a missing file and a wrong kind are no covers, and are not asked for again at once', async () => {
  const { url, asked } = await openLibrary();
  const { files, kept } = openCache();
  for (const path of ['page', 'gone', 'b.pdf', 'page'])
    expect(await files.get('cover', `${url}/${path}`, 5_000)).toBeNull();
  expect(asked).toEqual(['/page', '/gone', '/b.pdf']);
  expect(kept()).toBe(0);
  expect(await files.get('pdf', `${url}/c.pdf`, 5_000)).toMatchObject({ type: 'application/pdf' });
});

test('nobody waits for a network that is not there', async () => {
  const { url } = await openLibrary();
  const { files } = openCache({ timeoutMs: 50 });
  expect(await files.get('cover', `${url}/silent`, 10)).toBeNull();
  await new Promise(resolve => setTimeout(resolve, 120));
  // The whole host is left alone now, even for files that it would give.
  expect(await files.get('cover', `${url}/a.png`, 60_000)).toBeNull();
});

test('the least recently used covers make room for new ones', async () => {
  const { url, asked } = await openLibrary();
  const size = picture(1).length;
  const bounds = { ...usualFiles.bounds, cover: { largest: 10_000, total: Math.round(size * 2.5) } };
  const { files, kept } = openCache({ bounds });
  for (const name of ['a', 'b', 'a', 'c']) {
    await files.get('cover', `${url}/${name}.png`, 5_000);
    await new Promise(resolve => setTimeout(resolve, 15));
  }
  expect(kept()).toBe(2);
  await files.get('cover', `${url}/a.png`, 5_000);
  expect(asked).toEqual(['/a.png', '/b.png', '/c.png']);
});

test('a file larger than its bound is given up, and nothing of it stays', async () => {
  const { url } = await openLibrary();
  const bounds = { ...usualFiles.bounds, cover: { largest: 20, total: 1_000 } };
  const { files, kept } = openCache({ bounds });
  expect(await files.get('cover', `${url}/a.png`, 5_000)).toBeNull();
  expect(kept()).toBe(0);
});

test('kiosk and console show a cover by its publication; without one a problem says so', async () => {
  const { url } = await openLibrary();
  const office = await openTestOffice();
  await shelve(office.station, [
    { title: 'Padang Dalam Angka 2023', pubId: 'p1', cover: `${url}/p.png`, pdf: `${url}/p.pdf` },
    { title: 'Solok Dalam Angka 2023', pubId: 'p2' },
  ]);
  const rows = await office.station.db.selectFrom('publication').select(['id', 'pub_id']).execute();
  const idOf = (pubId: string) => rows.find(row => row.pub_id === pubId)!.id;
  const ask = (id: string, what: string, door: 'kiosk' | 'staff') =>
    office.app.fetch(new Request(`http://station/api/publications/${id}/${what}`), { door });
  const cover = await ask(idOf('p1'), 'cover', 'kiosk');
  expect([cover.status, cover.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await ask(idOf('p2'), 'cover', 'staff')).status).toBe(404);
  expect((await ask(idOf('p1'), 'pdf', 'kiosk')).status).toBe(403);
});

test('only what a file is decides its type, and only the web is followed', () => {
  expect(typeOf('cover', Buffer.from('%PDF-1.7'))).toBeNull();
  expect(typeOf('pdf', Buffer.from('%PDF-1.7'))).toBe('application/pdf');
  expect(webAddress('file:///etc/passwd')).toBeNull();
  expect(webAddress('sampul.jpg')).toBeNull();
  expect(webAddress(' https://dharmasrayakab.bps.go.id/cover.jpg ')?.host).toBe('dharmasrayakab.bps.go.id');
});
