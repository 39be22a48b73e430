import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../test/helpers/central.ts';
import { Headquarters, type Person } from '../../test/helpers/headquarters.ts';
import { tryToEnrol } from '../../test/helpers/simple-station.ts';
import { changed, serviceRow, visitRow } from '../../test/seeds/office-rows.ts';
import { lastProof, proveDue, verifyNow, type comparisonsOf } from './proofs-store.ts';
import { sha256 } from '../wire/rules.ts';
import { journalId } from '../wire/tables-schema.ts';
import type { OfficeProof } from '../proof/schema.ts';
import type {
  daysOf,
  OfficeLine,
  OfficePage,
  parkedOf,
  servicesOf,
  StationLine,
  streamsOf,
} from './store.ts';

interface Days {
  days: Awaited<ReturnType<typeof daysOf>>;
  services: Awaited<ReturnType<typeof servicesOf>>;
}

interface Proved {
  compared: Awaited<ReturnType<typeof comparisonsOf>>;
  trial: boolean;
  last: { ok: boolean; provedBy: string; proof: OfficeProof } | null;
  streams: Awaited<ReturnType<typeof streamsOf>>;
  parked: Awaited<ReturnType<typeof parkedOf>>;
}

const search = async (person: Person, asked: object = {}) =>
  (await person.ask<OfficePage>('POST', '/offices/search', asked)).body;
const codes = (page: OfficePage) => page.rows.map(one => one.office);
const lineOf = async (person: Person, office: string) =>
  (await search(person, { text: office })).rows.find(one => one.office === office)!;

/** The figures are at most two seconds old; a test asks sooner. */
const aWhile = () => new Promise(resolve => setTimeout(resolve, 2_050));

/** An entry of the office's journal, continuing the one that has the number before it. */
function journalRow(seq: number) {
  const at = '2026-11-23T02:00:00.000Z';
  const hashOf = (no: number) => (no === 0 ? 'genesis' : sha256(`entry ${no}`).toString('hex'));
  const hash = hashOf(seq);
  const d = { seq, at, door: 'kiosk', what: 'visit.opened', previous: hashOf(seq - 1), hash };
  return { t: 'journal', id: journalId(at, hash), d };
}

const served = (waited_ms: number) => ({
  state: 'closed',
  waited_ms,
  served_at: '2026-11-23T02:03:00.000Z',
});

describe.each(kinds)('the offices on the screen, on %s', kind => {
  test('tell what each one needs, from what its stations said and sent', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    await hq.test.code('1100');
    const good = await hq.test.station('1200');
    good.about = {
      app: '0.3.0',
      health: { printer: 'ready', disk_free_mb: 900 },
      clock: hq.now.getTime() + 700,
    };
    await good.greet();
    const behind = await hq.test.station('1300');
    const oldest = hq.now.getTime() - 30 * 3_600_000;
    behind.about = { backlog: { rows: 700, batches: 2, oldest_at: oldest }, clock: hq.now.getTime() };
    await behind.greet();
    const parked = await hq.test.station('1400');
    await parked.put(parked.seal([{ ...visitRow(1), t: 'unheard-of' }]));
    const broken = await hq.test.station('1500');
    await broken.put(broken.seal([visitRow(1)]));
    await sql`UPDATE batch SET body = set_byte(body, 20, get_byte(body, 20) # 1) WHERE office_id = '1500'`.execute(
      hq.central.db,
    );
    expect((await admin.ask('POST', '/offices/1500/proof')).status).toBe(200);

    const gaps = await hq.test.station('1600');
    await gaps.put(gaps.seal([journalRow(1), journalRow(2), journalRow(5)]));
    await admin.ask('POST', '/offices/1600/proof');

    const page = await search(admin);
    expect(page.rows.map(one => [one.office, one.state])).toEqual([
      ['1500', 'broken'],
      ['1400', 'parked'],
      ['1600', 'gaps'],
      ['1300', 'behind'],
      ['1100', 'new'],
      ['1200', 'good'],
    ]);
    expect(page.states).toEqual({ broken: 1, parked: 1, gaps: 1, silent: 0, behind: 1, new: 1, good: 1 });
    expect(page.all).toMatchObject({ stations: 5, backlog: 700 });
    expect(page.rows[5]).toMatchObject({
      name: 'BPS 1200',
      version: '0.3.0',
      seenAt: hq.now.toISOString(),
      health: { printer: 'ready', disk_free_mb: 900 },
      clockAheadMs: 700,
    });
    expect(page.rows[2]!.gaps).toBe(2);
    expect(page.rows[3]).toMatchObject({ backlog: 700, oldestAt: new Date(oldest).toISOString() });
    hq.pass(3 * 24 * 60 + 1);
    admin.token = (await admin.signIn()).body.token;
    expect((await lineOf(admin, '1200')).state).toBe('silent');
  });

  test('are found, sorted and turned page by page in the database', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    for (let at = 0; at < 120; at++)
      await admin.ask('POST', '/offices', {
        id: String(2_000 + at),
        name: `BPS ${at % 2 ? 'Kota' : 'Kabupaten'} ${at}`,
      });
    const first = await search(admin, { order: 'office' });
    expect([first.rows.length, first.total, codes(first)[0]]).toEqual([50, 120, '2000']);
    const pages = [];
    for (const page of [0, 1, 2]) pages.push(...codes(await search(admin, { order: 'name', page })));
    expect(new Set(pages).size).toBe(120);
    expect(codes(await search(admin, { order: 'office', down: true }))[0]).toBe('2119');
    expect((await search(admin, { text: 'kota' })).total).toBe(60);
    expect(codes(await search(admin, { text: '2077' }))).toEqual(['2077']);
    expect(await search(admin, { text: '%' })).toMatchObject({ total: 0, states: { new: 120 } });
    expect((await search(admin, { state: 'good' })).total).toBe(0);
    expect((await admin.ask('POST', '/offices/search', { order: 'secret' })).body.code).toBe(
      'request.invalid',
    );
    await admin.ask('POST', '/offices', { id: '2077', name: 'BPS Kabupaten Baru' });
    expect((await lineOf(admin, '2077')).name).toBe('BPS Kabupaten Baru');
  });

  test('have the figures of the rows that arrived, also after a change, a deletion and a late row', async () => {
    const hq = await Headquarters.open(kind, '2026-11-24T02:00:00.000Z');
    const admin = await hq.admin();
    const station = await hq.test.station();
    const visits = [
      visitRow(1, served(120_000)),
      visitRow(2, served(300_000)),
      visitRow(3, { ...served(300_001), kind: 'group', men: 4, women: 8 }),
      visitRow(4, { ...served(900_000), entry: 'late' }),
      visitRow(5, { state: 'left' }),
      visitRow(6, { on_day: '2026-11-20', ...served(60_000) }),
    ];
    const services = [
      serviceRow(visits[0]!.id),
      serviceRow(visits[1]!.id),
      serviceRow(visits[1]!.id, { service: 'consultation' }),
    ];
    await station.put(station.seal([...visits, ...services]));
    const days = async () => {
      const span = { from: '2026-11-20', to: '2026-11-23' };
      return (await admin.ask<Days>('POST', '/offices/1311/days', span)).body;
    };
    expect((await days()).services).toEqual([
      { service: 'reading', visits: 2 },
      { service: 'consultation', visits: 1 },
    ]);
    expect((await days()).days).toEqual([
      { day: '2026-11-20', visits: 1, people: 1, served: 1, within: 1, leftEarly: 0, waitedMs: 60_000 },
      { day: '2026-11-23', visits: 5, people: 16, served: 3, within: 2, leftEarly: 1, waitedMs: 720_001 },
    ]);
    expect(await lineOf(admin, '1311')).toMatchObject({ visits: 6, served: 4, within: 3 });

    await station.put(
      station.seal([
        changed(visits[2]!, { waited_ms: 200_000 }),
        { t: 'visit', id: visits[1]!.id, v: 2, op: 'D' },
        visitRow(7, { on_day: '2026-11-21' }),
      ]),
    );
    await aWhile();
    expect((await days()).services).toEqual([{ service: 'reading', visits: 1 }]);
    expect((await days()).days.map(one => [one.day, one.visits, one.within])).toEqual([
      ['2026-11-20', 1, 1],
      ['2026-11-21', 1, 0],
      ['2026-11-23', 4, 2],
    ]);
  });

  test('have their figures also when the clock of the server was set back', async () => {
    const hq = await Headquarters.open(kind, '2026-11-24T02:00:00.000Z');
    const admin = await hq.admin();
    const station = await hq.test.station();
    await station.put(station.seal([visitRow(1)]));
    expect((await lineOf(admin, '1311')).visits).toBe(1);
    hq.pass(-10);
    await station.put(station.seal([visitRow(2)]));
    await aWhile();
    expect((await lineOf(admin, '1311')).visits).toBe(2);
    hq.pass(-60);
    await station.put(station.seal([visitRow(3)]));
    await aWhile();
    expect((await lineOf(admin, '1311')).visits).toBe(3);
  });

  test('are enrolled by a code that is shown once, and their stations revoked', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    await admin.ask('POST', '/offices', { id: '1311', name: 'BPS Kabupaten Dharmasraya' });
    const { body } = await admin.ask<{ code: string }>('POST', '/offices/1311/codes', {});
    expect(body.code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    const office = async () =>
      (
        await admin.ask<{ stations: StationLine[]; codes: object[]; line: OfficeLine }>(
          'GET',
          '/offices/1311',
        )
      ).body;
    expect((await office()).codes).toMatchObject([{ madeBy: admin.email, device: null }]);
    expect((await tryToEnrol(hq.test.ask, body.code)).status).toBe(200);
    const { stations, codes: unused } = await office();
    expect(unused).toEqual([]);
    expect(stations).toMatchObject([{ name: 'KASIR-1', os: 'Windows 11', revokedAt: null, seenAt: null }]);
    const { device } = stations[0]!;
    const revoke = `/offices/1311/stations/${device}/revoke`;
    expect((await admin.ask('POST', revoke, { reason: '' })).body.code).toBe('request.invalid');
    expect((await admin.ask('POST', revoke, { reason: 'PC dicuri' })).status).toBe(200);
    expect((await office()).stations[0]!.revokedAt).toBe(hq.now.toISOString());
    expect((await admin.ask('POST', '/audit', { office: '1311' })).body.rows[0]).toMatchObject({
      what: 'device.revoked',
      actor: admin.email,
      data: { device, reason: 'PC dicuri' },
    });
    for (const path of ['/offices/9999', '/offices/9999/proof'])
      expect((await admin.ask('GET', path)).body.code).toBe('stations.noOffice');
  });

  test('are proved by the server once a week, the longest unproved first', async () => {
    const hq = await Headquarters.open(kind);
    for (const office of ['1301', '1302', '1303']) {
      const station = await hq.test.station(office);
      await station.put(station.seal([visitRow(1)]));
    }
    await hq.test.code('1304');
    const prove = (budgetMs: number) => proveDue(hq.central, () => false, budgetMs);
    expect(await prove(-1), 'no time left').toBe(0);
    await prove(60_000);
    expect((await lastProof(hq.central, '1303'))!).toMatchObject({ ok: true, provedBy: 'central' });
    expect(await lastProof(hq.central, '1304'), 'nothing ever came').toBeUndefined();
    expect(await prove(60_000)).toBe(0);
    hq.pass(6 * 24 * 60);
    await verifyNow(hq.central, '1302', 'test');
    hq.pass(2 * 24 * 60);
    expect(await prove(60_000)).toBe(2);
  });

  test('are proved from the screen, and rows that wait are applied again and proved', async () => {
    const hq = await Headquarters.open(kind, '2026-11-24T02:00:00.000Z');
    const admin = await hq.admin();
    const station = await hq.test.station();
    await station.put(station.seal([visitRow(1), visitRow(2)]));
    await station.put(station.seal([visitRow(3)]));
    const proof = async () => (await admin.ask<Proved>('GET', '/offices/1311/proof')).body;
    expect(await proof()).toMatchObject({
      trial: kind === 'PGlite',
      last: null,
      streams: [{ cursor: 2, reason: 'first' }],
    });
    await admin.ask('POST', '/offices/1311/proof');
    expect((await proof()).last).toMatchObject({
      ok: true,
      provedBy: admin.email,
      proof: { batches: 2, rows: 3, streams: [{ whole: 2, cursor: 2, broken: null }] },
    });

    station.about = { health: { digests_at: '2026-11-23T19:00:00.000Z', digests_differing: 0 } };
    await station.greet();
    expect((await proof()).compared).toEqual([
      { device: station.device, name: 'KASIR-1', at: '2026-11-23T19:00:00.000Z', differing: 0 },
    ]);

    // A row that the database refused, and whose obstacle was taken away since.
    await sql`ALTER TABLE visit ADD CONSTRAINT no_fours CHECK (count <> 4)`.execute(hq.central.db);
    await station.put(station.seal([visitRow(4), visitRow(5)]));
    expect((await proof()).parked).toMatchObject({
      settled: 0,
      waiting: [{ no: 3, line: 1, reason: 'database' }],
    });
    expect((await lineOf(admin, '1311')).visits).toBe(4);
    const repaired = await admin.ask<{ applied: number; waiting: number }>('POST', '/offices/1311/repair');
    expect(repaired.body).toEqual({ applied: 0, waiting: 1 });
    await sql`ALTER TABLE visit DROP CONSTRAINT no_fours`.execute(hq.central.db);
    const again = await admin.ask<{ applied: number; waiting: number }>('POST', '/offices/1311/repair');
    expect(again.body).toEqual({ applied: 1, waiting: 0 });
    await aWhile();
    expect((await lineOf(admin, '1311')).visits, 'what was applied later counts too').toBe(5);
    const after = await proof();
    expect(after.parked).toEqual({ settled: 1, waiting: [] });
    expect(after.last).toMatchObject({ ok: true, proof: { batches: 3, rows: 5, parked: [] } });
  });
});
