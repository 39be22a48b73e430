import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { kinds, openTestCentral, type TestCentral } from '../../test/helpers/central.ts';
import { temporaryDir } from '../../test/helpers/station.ts';
import type { SimpleStation } from '../../test/helpers/simple-station.ts';
import { changed, visitRow } from '../../test/seeds/office-rows.ts';
import { openCentral } from '../central.ts';
import { write } from '../database/write.ts';
import { batchLine, firstChain, isSignedBy, nextChain, sha256, signed } from '../wire/rules.ts';
import type { FeedRow, PageEnd, PageHeader, SnapshotAnswer, SnapshotHeader } from '../wire/schema.ts';
import { publishFile } from './publish-file.ts';
import { pruneFeeds, publish } from './store.ts';

interface Page {
  header: PageHeader;
  lines: string[];
  end: PageEnd;
}

function readPage(text: string): Page {
  const all = text.trimEnd().split('\n');
  return {
    header: JSON.parse(all[0]!) as PageHeader,
    lines: all.slice(1, -1),
    end: JSON.parse(all.at(-1)!) as PageEnd,
  };
}

/** Reads a feed to its end as a station does, checking each chain. */
async function follow(
  station: SimpleStation,
  scope: string,
  bytes = 1_024,
): Promise<{ lines: string[]; pages: number; last: Page }> {
  const lines: string[] = [];
  let cursor = '';
  let chain: Buffer | null = null;
  for (let pages = 1; ; pages++) {
    const { status, body } = await station.get<string>(`/down/${scope}?bytes=${bytes}${cursor}`);
    expect(status).toBe(200);
    const page = readPage(body);
    chain ??= firstChain(scope, page.header.epoch);
    for (const line of page.lines) chain = nextChain(chain, sha256(line));
    expect(page.end).toEqual({ end: page.lines.length, chain: chain.toString('hex') });
    expect(page.header.from).toBe(lines.length);
    lines.push(...page.lines);
    expect(page.header.to).toBe(lines.length);
    cursor = `&epoch=${page.header.epoch}&after=${page.header.to}&chain=${page.end.chain}`;
    if (!page.header.more) return { lines, pages, last: page };
  }
}

const titles = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({
    table: 'publication',
    id: `pub-${from + at}`,
    data: { title: `Dharmasraya Dalam Angka ${from + at}`, year: 2_026 },
  }));

const say = ({ central }: TestCentral, scope: string, rows: Parameters<typeof publish>[2]) =>
  write(central, tx => publish(tx, scope, rows));

describe.each(kinds)('feeds on %s', kind => {
  test('are read page by page with a chain that proves every line', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    await say(test, 'catalogue', titles(0, 1_200));
    await say(test, 'catalogue', titles(0, 3));
    await say(test, 'catalogue', [{ table: 'publication', id: 'pub-0', data: null }]);
    const { lines, pages } = await follow(station, 'catalogue', 20_000);
    expect(lines).toHaveLength(1_204);
    expect(pages).toBeGreaterThan(5);
    const last = lines.slice(-2).map(line => JSON.parse(line) as Record<string, unknown>);
    expect(last).toMatchObject([
      { id: 'pub-2', v: 2 },
      { id: 'pub-0', v: 3, op: 'D' },
    ]);
  });

  test('come packed to who can unpack them', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    await say(test, 'global', titles(0, 50));
    const response = await station.raw('GET', '/down/global', { headers: { 'accept-encoding': 'gzip' } });
    const packed = Buffer.from(await response.arrayBuffer());
    const page = readPage(gunzipSync(packed).toString());
    expect(page.lines).toHaveLength(50);
    expect(packed.length * 4).toBeLessThan(page.lines.join('\n').length);
  });

  test('say in the hello which of them have something new', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    await say(test, 'global', titles(0, 2));
    const { last } = await follow(station, 'global');
    const { epoch, to: pos } = last.header;
    const state = async (pos: number, chain: string, of = epoch) => {
      station.about = { scopes: [{ scope: 'global', epoch: of, pos, chain }] };
      return (await station.greet()).body.scopes[0]!.state;
    };
    expect(await state(pos, last.end.chain)).toBe('same');
    expect(await state(pos, 'a'.repeat(64))).toBe('reset');
    expect(await state(pos + 1, last.end.chain)).toBe('reset');
    expect(await state(pos, last.end.chain, station.epoch)).toBe('reset');
    expect(await state(0, firstChain('global', epoch).toString('hex'))).toBe('behind');
  });

  test('name each batch of the office, so that who sent it counts on and a sibling fetches it', async () => {
    const test = await openTestCentral(kind);
    const [first, second] = [await test.station('1311'), await test.station('1311')];
    const sealed = first.seal([visitRow(1)]);
    const { body } = await first.put(sealed);
    const { lines, last } = await follow(second, 'office:1311');
    const line = batchLine({
      device: first.device,
      epoch: first.epoch,
      no: 1,
      sha: sealed.sha.toString('hex'),
    });
    expect(lines).toEqual([line]);
    expect(body).toMatchObject({ feed: { pos: 1, chain: last.end.chain } });
    const counted = nextChain(firstChain('office:1311', last.header.epoch), sha256(line));
    expect(counted.toString('hex')).toBe(last.end.chain);
    const fetched = await second.raw('GET', `/batch/${first.device}/${first.epoch}/1`);
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(sealed.body);
    const stranger = await test.station('3171');
    expect((await stranger.get(`/batch/${first.device}/${first.epoch}/1`)).status).toBe(404);
    expect(await stranger.get('/down/office:1311')).toMatchObject({
      status: 403,
      body: { code: 'sync.scope' },
    });
  });

  test('are filled from a file, and only what is new goes out when the file comes again', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const file = join(temporaryDir(), 'catalogue.ndjson');
    const put = (scope: string, rows: object[]) => {
      writeFileSync(file, rows.map(row => `${JSON.stringify(row)}\n`).join('\n'));
      return publishFile(test.central, scope, file, 'test');
    };
    const book = (id: number, title = `Daerah Dalam Angka ${id}`) => ({
      table: 'publication',
      id: `p${id}`,
      data: { title, year: 2_026 },
    });
    const books = Array.from({ length: 30 }, (_, at) => book(at));
    expect(await put('catalogue', books)).toEqual({ published: 30, unchanged: 0 });
    const again = [
      ...books.slice(1, 29),
      book(29, 'Lain'),
      { ...book(0), data: null },
      { ...book(77), data: null },
    ];
    expect(await put('catalogue', again)).toEqual({ published: 2, unchanged: 29 });
    const { lines } = await follow(station, 'catalogue');
    expect(lines.slice(30).map(line => JSON.parse(line) as object)).toEqual([
      { t: 'publication', id: 'p29', v: 2, s: expect.any(Number), d: { title: 'Lain', year: 2_026 } },
      { t: 'publication', id: 'p0', v: 2, op: 'D', s: expect.any(Number) },
    ]);

    const parts = { promiseMinutes: 7 };
    await put('office:1311', [{ table: 'profile', id: 'office', data: parts }]);
    const said = (await follow(station, 'office:1311')).lines.map(line => JSON.parse(line) as FeedRow);
    const { text, signature } = said[0]!.d as { text: string; signature: string };
    expect(JSON.parse(text)).toEqual(parts);
    expect(isSignedBy(station.enrolment.server.public_key, signed.profile(text), signature)).toBe(true);

    for (const [scope, rows, what] of [
      ['catalogue', [book(100), { table: 'staff', id: 's', data: {} }], '3: "staff"'],
      ['catalogue', [book(100), { table: 'publication', data: {} }], '3: {'],
      ['nowhere', [book(100)], 'nowhere'],
      ['office:9999', [{ table: 'synonym', id: 's', data: null }], 'There is no such office; add it first'],
    ] as const)
      await expect(put(scope, [...rows])).rejects.toThrow(what);
    expect((await follow(station, 'catalogue')).lines).toHaveLength(32);
  });

  test('that were pruned or begun anew send the station to a snapshot (F21)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    await say(test, 'catalogue', titles(0, 40));
    const { last } = await follow(station, 'catalogue');
    await say(test, 'catalogue', [...titles(0, 5), { table: 'publication', id: 'pub-7', data: null }]);
    await pruneFeeds(test.central, 3);
    const at = `epoch=${last.header.epoch}&after=40&chain=${last.end.chain}`;
    expect(await station.get(`/down/catalogue?${at}`)).toMatchObject({
      status: 410,
      body: { code: 'sync.snapshot', details: { epoch: last.header.epoch, pos: 46 } },
    });
    expect((await station.get('/down/catalogue')).status).toBe(410);
    const { body } = await station.get<SnapshotAnswer>('/snapshot/catalogue');
    expect(body).toMatchObject({ pos: 46, rows: 39 });
    const file = await station.raw('GET', `/snapshot/catalogue/${body.pos}`);
    const packed = Buffer.from(await file.arrayBuffer());
    expect([packed.length, sha256(packed).toString('hex')]).toEqual([body.bytes, body.sha256]);
    const lines = gunzipSync(packed).toString().trimEnd().split('\n');
    const header = JSON.parse(lines[0]!) as SnapshotHeader;
    expect([lines.length, lines.at(-1)]).toEqual([41, '{"end":39}']);
    const after = `epoch=${header.epoch}&after=${header.pos}&chain=${header.chain}`;
    expect(readPage((await station.get<string>(`/down/catalogue?${after}`)).body).lines).toEqual([]);
    expect(
      (await station.get(`/down/catalogue?${at.replace(/epoch=[^&]+/, `epoch=${station.epoch}`)}`)).status,
    ).toBe(409);
  });

  test('of an office hold in their snapshot every row with its version, and go on where a cut link stopped', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const rows = Array.from({ length: 30 }, (_, at) => visitRow(at + 1));
    await station.put(station.seal(rows));
    await station.put(station.seal([changed(rows[0]!, { state: 'serving' })]));
    await say(test, 'office:1311', [{ table: 'announcement', id: 'a', data: { title: 'Rapat' } }]);
    const { body } = await station.get<SnapshotAnswer>('/snapshot/office:1311');
    const path = `/snapshot/office:1311/${body.pos}`;
    const whole = Buffer.from(await (await station.raw('GET', path)).arrayBuffer());
    const half = whole.length >> 1;
    const rest = await station.raw('GET', path, { headers: { range: `bytes=${half}-` } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes ${half}-${whole.length - 1}/${whole.length}`,
    ]);
    expect(Buffer.concat([whole.subarray(0, half), Buffer.from(await rest.arrayBuffer())])).toEqual(whole);
    expect((await station.raw('GET', path, { headers: { range: `bytes=${whole.length}-` } })).status).toBe(
      416,
    );
    expect(
      (await station.raw('GET', path, { headers: { 'if-none-match': `"${body.sha256}"` } })).status,
    ).toBe(304);
    const lines = gunzipSync(whole).toString().trimEnd().split('\n').slice(1, -1);
    const items = lines.map(line => JSON.parse(line) as Record<string, unknown>);
    expect(items).toHaveLength(31);
    expect(items.find(one => one['id'] === rows[0]!.id)).toEqual({
      t: 'visit',
      id: rows[0]!.id,
      v: 2,
      ep: station.epoch,
      d: { ...rows[0]!.d, state: 'serving' },
    });
    expect((await station.get<SnapshotAnswer>('/snapshot/office:1311')).body).toEqual(body);
  });
});

test.runIf(kinds.includes('PostgreSQL'))(
  'writers on several connections leave no gap, and no line appears below one that was read (PostgreSQL)',
  async () => {
    // It asks without rest, as no station does.
    const test = await openTestCentral('PostgreSQL', { settings: { ratePerSecond: 1e6, burst: 1e6 } });
    const station = await test.station();
    // A second server on the same database, with connections of its own.
    const beside = await openCentral(test.settings, { log: test.central.log, beside: true });
    let reading = true;
    const seen: string[] = [];
    const reader = (async () => {
      let cursor = '';
      // Once more after the last writer has ended.
      for (let more = true; more;) {
        more = reading;
        const page = readPage((await station.get<string>(`/down/global?bytes=4096${cursor}`)).body);
        seen.push(...page.lines);
        cursor = `&epoch=${page.header.epoch}&after=${page.header.to}&chain=${page.end.chain}`;
        more ||= page.header.more;
      }
    })();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const central = writer % 2 ? beside : test.central;
      for (let at = 0; at < 50; at++)
        await write(central, tx =>
          publish(tx, 'global', [{ table: 'announcement', id: `${writer}-${at}`, data: { at } }]),
        );
    });
    await Promise.all(writers);
    reading = false;
    await reader;
    await beside.close();
    const { lines } = await follow(station, 'global', 100_000);
    expect(lines).toHaveLength(400);
    expect(seen).toEqual(lines);
  },
);

test('the line of a batch is written with its keys in one order', () => {
  const page = readFileSync(new URL('../../docs/sync-protocol.md', import.meta.url), 'utf8');
  expect(page).toContain('`batchLine({device,epoch,no,sha})`, keys in this order');
  expect(batchLine({ device: 'd', epoch: 'e', no: 1, sha: 's' })).toBe(
    '{"batch":{"device":"d","epoch":"e","no":1,"sha":"s"}}',
  );
});
