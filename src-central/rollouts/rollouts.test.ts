import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../test/helpers/central.ts';
import { Headquarters } from '../../test/helpers/headquarters.ts';
import type { SimpleStation } from '../../test/helpers/simple-station.ts';
import { isSignedBy, signed } from '../wire/rules.ts';
import type { FeedRow } from '../wire/schema.ts';
import { shareOf } from './rules.ts';
import type { listRollouts } from './store.ts';

const announcement = (title: string) => ({
  table: 'announcement',
  data: { title: { id: title, en: title }, body: { id: 'Isi.', en: 'Text.' }, until: '2026-12-31' },
});

/** What a station finds of headquarters' rows in a feed. */
async function feedOf(station: SimpleStation, scope: string): Promise<FeedRow[]> {
  const { body } = await station.get<string>(`/down/${scope}`);
  const lines = body.trimEnd().split('\n').slice(1, -1);
  return lines.map(line => JSON.parse(line) as FeedRow).filter(row => row.t !== undefined);
}

async function openWith(kind: (typeof kinds)[number], offices: number) {
  const hq = await Headquarters.open(kind);
  const admin = await hq.admin();
  const stations: SimpleStation[] = [];
  for (let at = 0; at < offices; at++) stations.push(await hq.test.station(String(1_301 + at)));
  const list = async () =>
    (await admin.ask<{ rows: Awaited<ReturnType<typeof listRollouts>> }>('GET', '/rollouts')).body.rows;
  return { admin, stations, list };
}

describe.each(kinds)('publishing in stages on %s', kind => {
  test('reaches the chosen offices, then a share, then all, and each station once under one name', async () => {
    const { admin, stations, list } = await openWith(kind, 6);
    const id = uuid();
    const reached = async () => {
      const feeds = await Promise.all(stations.map(one => feedOf(one, `office:${one.office}`)));
      return feeds.map(rows => rows.length);
    };
    const first = { to: 'offices', offices: ['1302', '1305'] };
    const content = announcement('Libur nasional');
    expect((await admin.ask('POST', `/rollouts/${id}/preview`, { stage: first })).body.offices).toEqual([
      { office: '1302', name: 'BPS 1302' },
      { office: '1305', name: 'BPS 1305' },
    ]);
    expect(await list(), 'a preview publishes nothing').toEqual([]);
    expect((await admin.ask('PUT', `/rollouts/${id}`, { content, stage: first })).status).toBe(200);
    expect((await admin.ask('PUT', `/rollouts/${id}`, { content, stage: first })).status, 'once more').toBe(
      200,
    );
    expect(await reached()).toEqual([0, 1, 0, 0, 1, 0]);

    const half = { to: 'percent', percent: 50 };
    const { body: preview } = await admin.ask('POST', `/rollouts/${id}/preview`, { stage: half });
    await admin.ask('POST', `/rollouts/${id}/widen`, { stage: half });
    const after = await reached();
    for (const [at, station] of stations.entries()) {
      const isNew = preview.offices.some(one => one.office === station.office);
      expect(after[at], station.office).toBe(isNew || first.offices.includes(station.office) ? 1 : 0);
    }
    expect((await admin.ask('POST', `/rollouts/${id}/widen`, { stage: half })).body.code).toBe(
      'rollouts.nobody',
    );

    expect(await feedOf(stations[0]!, 'global')).toEqual([]);
    await admin.ask('POST', `/rollouts/${id}/widen`, { stage: { to: 'all' } });
    const [everywhere] = await feedOf(stations[0]!, 'global');
    expect(everywhere).toEqual((await feedOf(stations[1]!, 'office:1302'))[0]);
    expect(everywhere).toMatchObject({ t: 'announcement', v: 1, d: content.data });
    expect(await reached(), 'nobody gets it twice').toEqual(after);
    expect(await list()).toMatchObject([
      { id, title: 'Libur nasional', madeBy: admin.email, withdrawnAt: null },
    ]);
    expect((await admin.ask('POST', `/rollouts/${id}/widen`, { stage: { to: 'all' } })).body.code).toBe(
      'rollouts.over',
    );
  });

  test('tells how many offices have it, by what their stations said at their last hello', async () => {
    const { admin, stations, list } = await openWith(kind, 4);
    const id = uuid();
    const stage = { to: 'offices', offices: ['1301', '1302'] };
    await admin.ask('PUT', `/rollouts/${id}`, { content: announcement('Uji'), stage });
    const reach = async () => {
      const { meant, received } = (await list())[0]!;
      return [received, meant];
    };
    /** Reads its feeds to their end, and says so. */
    const takeIn = async (station: SimpleStation) => {
      const scopes = [];
      for (const scope of ['global', 'catalogue', `office:${station.office}`]) {
        const { body } = await station.get<string>(`/down/${scope}`);
        const lines = body.trimEnd().split('\n');
        const { epoch, to } = JSON.parse(lines[0]!) as { epoch: string; to: number };
        const { chain } = JSON.parse(lines.at(-1)!) as { chain: string };
        scopes.push({ scope, epoch, pos: to, chain });
      }
      station.about = { scopes };
      await station.greet();
    };
    expect(await reach()).toEqual([0, 2]);
    await takeIn(stations[0]!);
    await takeIn(stations[3]!);
    expect(await reach(), 'another office’s word is about its own feed').toEqual([1, 2]);
    await admin.ask('POST', `/rollouts/${id}/widen`, { stage: { to: 'all' } });
    expect(await reach(), 'who had it early has it').toEqual([1, 4]);
    await takeIn(stations[3]!);
    expect(await reach()).toEqual([2, 4]);
    stations[3]!.about = { scopes: [{ scope: 'global', epoch: uuid(), pos: 9, chain: '0'.repeat(64) }] };
    await stations[3]!.greet();
    expect(await reach(), 'a place in another history is no place').toEqual([1, 4]);
  });

  test('is stopped by taking it away wherever it went, once', async () => {
    const { admin, stations, list } = await openWith(kind, 2);
    const id = uuid();
    const stage = { to: 'offices', offices: ['1301'] };
    await admin.ask('PUT', `/rollouts/${id}`, { content: announcement('Keliru'), stage });
    await admin.ask('POST', `/rollouts/${id}/withdraw`);
    const [said, gone] = await feedOf(stations[0]!, 'office:1301');
    expect(gone).toMatchObject({ t: 'announcement', id: said!.id, v: 2, op: 'D' });
    expect(await feedOf(stations[1]!, 'global')).toEqual([]);
    expect((await list())[0]!.withdrawnAt).not.toBeNull();
    for (const what of ['withdraw', 'widen'])
      expect((await admin.ask('POST', `/rollouts/${id}/${what}`, { stage: { to: 'all' } })).body.code).toBe(
        'rollouts.over',
      );

    const everywhere = uuid();
    await admin.ask('PUT', `/rollouts/${everywhere}`, {
      content: announcement('Semua'),
      stage: { to: 'all' },
    });
    await admin.ask('POST', `/rollouts/${everywhere}/withdraw`);
    expect((await feedOf(stations[1]!, 'global')).map(row => row.op)).toEqual([undefined, 'D']);
  });

  test('says lists and the promise anew, signed, and never goes back to an older one', async () => {
    const { admin, stations, list } = await openWith(kind, 2);
    const all = { to: 'all' };
    const some = { to: 'offices', offices: ['1301'] };
    const listOf = (...codes: string[]) => ({
      table: 'list',
      list: 'purposes',
      data: { choices: codes.map(code => ({ code, id: code, en: code })) },
    });
    const [first, second, promise] = [uuid(), uuid(), uuid()];
    const put = async (id: string, content: object, stage: object) =>
      (await admin.ask('PUT', `/rollouts/${id}`, { content, stage })).status;
    expect(await put(first, listOf('a'), some)).toBe(200);
    expect(await put(second, listOf('a', 'b'), some)).toBe(200);
    const said = (await feedOf(stations[0]!, 'office:1301')).map(row => [row.t, row.id, row.v, row.d!.said]);
    expect(said).toEqual([
      ['list', 'purposes', 1, 1],
      ['list', 'purposes', 2, 2],
    ]);
    const refused = async (id: string, what: string) =>
      (await admin.ask('POST', `/rollouts/${id}/${what}`, { stage: all })).body.code;
    expect(await refused(first, 'widen')).toBe('rollouts.superseded');
    expect(await refused(second, 'withdraw')).toBe('rollouts.stays');
    expect((await admin.ask('POST', `/rollouts/${second}/widen`, { stage: all })).status).toBe(200);
    expect((await list()).map(one => one.superseded)).toEqual([false, true]);

    expect(await put(promise, { table: 'profile', data: { promiseMinutes: 7 } }, all)).toBe(200);
    const row = (await feedOf(stations[1]!, 'global')).at(-1)!;
    const { text, signature } = row.d as { text: string; signature: string };
    expect([row.t, row.id, JSON.parse(text)]).toEqual(['profile', 'office', { promiseMinutes: 7 }]);
    expect(isSignedBy(stations[1]!.enrolment.server.public_key, signed.profile(text), signature)).toBe(true);
  });

  test('takes only what stations understand, for offices that there are', async () => {
    const { admin } = await openWith(kind, 1);
    const put = async (content: object, stage: object) =>
      (await admin.ask('PUT', `/rollouts/${uuid()}`, { content, stage })).body.code;
    const all = { to: 'all' };
    const some = { to: 'offices', offices: ['9999'] };
    expect(await put(announcement('x'), some)).toBe('stations.noOffice');
    expect(await put({ table: 'staff', data: {} }, all)).toBe('request.invalid');
    expect(await put({ table: 'synonym', data: { phrases: ['satu saja'] } }, all)).toBe('request.invalid');
    expect(await put(announcement(''), all)).toBe('request.invalid');
    const twice = [1, 2].map(() => ({ code: 'a', id: 'a', en: 'a' }));
    expect(await put({ table: 'list', list: 'cards', data: { choices: twice } }, all)).toBe(
      'request.invalid',
    );
    expect(await put({ table: 'list', list: '__proto__', data: { choices: twice.slice(1) } }, all)).toBe(
      'request.invalid',
    );
    expect(await put(announcement('x'), { to: 'percent', percent: 100 })).toBe('request.invalid');
  });
});

test('a share is scattered, another for each publication, and a larger one contains a smaller', () => {
  const offices = Array.from({ length: 550 }, (_, at) => String(1_000 + at));
  const ten = shareOf(offices, 'a', 10);
  expect(ten).toHaveLength(55);
  expect(shareOf(offices, 'a', 30)).toEqual(expect.arrayContaining(ten));
  expect(shareOf(offices, 'b', 10)).not.toEqual(ten);
  expect(shareOf(['1000', '1001'], 'a', 1)).toHaveLength(1);
});
