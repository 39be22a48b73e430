/** Faults of headquarters with the real server as a process that is really killed (docs/sync-protocol.md §13). */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCentral } from '../../src-central/central.ts';
import { proveOffice } from '../../src-central/proof/store.ts';
import type { CentralSettings } from '../../src-central/settings.ts';
import { enrolCodes, freshSettings, kinds } from '../helpers/central.ts';
import { kill, startCentral, type RunningCentral } from '../helpers/processes.ts';
import { postgresProgram, startCluster } from '../helpers/postgres.ts';
import { SimpleStation, type Ask, type Sealed } from '../helpers/simple-station.ts';
import { silentLog } from '../helpers/station.ts';
import { serviceRow, visitRow } from '../seeds/office-rows.ts';

/** The network: to whichever server runs now. */
function network(): { ask: Ask; to: (running: RunningCentral) => void } {
  let url = '';
  return { ask: (path, init) => fetch(`${url}${path}`, init), to: running => (url = running.url) };
}

/** What must hold at the end of every fault: batches 1 … n whole, each visit once, digests those of the rows sent. */
async function expectWhole(
  settings: CentralSettings,
  office: string,
  batches: number,
  visits: number,
  parked: unknown[] = [],
): Promise<void> {
  const central = await openCentral(settings, { log: silentLog });
  try {
    const proof = await proveOffice(central, office);
    expect(proof).toMatchObject({ ok: true, batches, parked, feed: { pos: batches, brokenAt: null } });
    const counts = await central.db
      .selectFrom('visit')
      .select(['count', eb => eb.fn.countAll<number>().as('times')])
      .where('office_id', '=', office)
      .groupBy('count')
      .execute();
    expect(counts).toHaveLength(visits);
    expect(counts.every(one => one.times === 1)).toBe(true);
  } finally {
    await central.close();
  }
}

/** Sends a batch again and again until it is acknowledged, as a courier does. */
async function insist(station: SimpleStation, sealed: Sealed, mend: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await station.put(sealed).catch(() => null);
    if (answer?.status === 200) return;
    if (answer === null) await mend();
    await station.greet().catch(() => undefined);
  }
  throw new Error('never acknowledged');
}

describe.each(kinds)('the server on %s', kind => {
  test.each(['before-insert', 'while-storing', 'before-answer'])(
    'killed %s, three times, where a bad row stands among good ones, and told everything again (F2, F4, F16)',
    async point => {
      const settings = await freshSettings(kind);
      const [code] = await enrolCodes(settings, ['1311']);
      const { ask, to } = network();
      const kills = [1, 2, 3];
      let running = await startCentral(settings, ['--stop-at', point, '--after', '3']);
      to(running);
      const station = await SimpleStation.enrol(ask, code!);
      await station.greet();
      const mend = async () => {
        await kill(running);
        kills.shift();
        running = await startCentral(settings, kills.length > 0 ? ['--stop-at', point, '--after', '3'] : []);
        to(running);
      };
      const sent: Sealed[] = [];
      for (let no = 1; no <= 12; no++) {
        const visit = visitRow(no);
        // Each third batch is the one over which the server is killed.
        const wrong = [visitRow(no, { count: 'many' }), visitRow(no, { letter: 'P'.repeat(65) })];
        const bad = no % 3 === 0 && no < 12 ? [{ t: 'hologram', d: { beam: no } }, ...wrong] : [];
        sent.push(station.seal([visit, ...bad, serviceRow(visit.id)]));
        await insist(station, sent.at(-1)!, mend);
      }
      expect(kills).toEqual([]);
      // Twice, late and out of order: acknowledged, and nothing comes of it.
      const again = await Promise.all([...sent.toReversed(), ...sent].map(one => station.put(one)));
      expect(again.map(one => one.status)).toEqual(again.map(() => 200));
      await kill(running);
      await expectWhole(settings, '1311', 12, 12, [
        { reason: 'table', rows: 3 },
        { reason: 'type', rows: 6 },
      ]);
    },
    120_000,
  );
});

test.runIf(postgresProgram)(
  'PostgreSQL itself crashes between batches: what was acknowledged is there (I4)',
  async () => {
    const cluster = await startCluster(postgresProgram!, { durable: true });
    onTestFinished(() => cluster.remove());
    const settings = { ...(await freshSettings('PGlite')), databaseUrl: cluster.url('postgres') };
    const [code] = await enrolCodes(settings, ['1311']);
    const { ask, to } = network();
    const running = await startCentral(settings);
    to(running);
    const station = await SimpleStation.enrol(ask, code!);
    await station.greet();
    let refused = 0;
    for (let no = 1; no <= 8; no++) {
      const sealed = station.seal([visitRow(no)]);
      if (no % 3 === 0) {
        cluster.stop('immediate');
        const answer = await station.put(sealed);
        expect([500, 503]).toContain(answer.status);
        refused += 1;
        cluster.start();
      }
      await insist(station, sealed, async () => undefined);
    }
    expect(refused).toBe(2);
    await kill(running);
    await expectWhole(settings, '1311', 8, 8);
  },
  120_000,
);

/** A station that obeys `wait_s` and `Retry-After`, with both shortened so that the test does not sleep for minutes. */
async function deliver(station: SimpleStation, batches: Sealed[], waits: number[]): Promise<void> {
  const pause = (seconds: number) => {
    waits.push(seconds);
    return new Promise(resolve => setTimeout(resolve, seconds * (40 + Math.random() * 40)));
  };
  for (let done = 0, tries = 0; done < batches.length; tries++) {
    if (tries > 400) throw new Error('never came through');
    try {
      if (!station.session) {
        const hello = await station.greet();
        if (hello.status !== 200) await pause(Number(hello.headers.get('retry-after') ?? 5));
        else if (hello.body.wait_s !== null) await pause(hello.body.wait_s);
        continue;
      }
      const answer = await station.put(batches[done]!);
      if (answer.status === 200) done += 1;
      else if (answer.status === 401) station.session = '';
      else await pause(Number(answer.headers.get('retry-after') ?? 5));
    } catch {
      station.session = '';
      await pause(5);
    }
  }
}

test('550 offices in one minute, the server killed among them: all of it arrives once, and waits are obeyed (F20)', async () => {
  const kind = kinds.at(-1)!;
  const settings = await freshSettings(kind);
  const offices = Array.from({ length: 550 }, (_, at) => String(1_000 + at));
  const made = await enrolCodes(settings, offices);
  const { ask, to } = network();
  let running = await startCentral(settings, ['--under-way', '40']);
  to(running);
  const waits: number[] = [];
  const stations: SimpleStation[] = [];
  for (let at = 0; at < made.length; at += 25)
    stations.push(
      ...(await Promise.all(made.slice(at, at + 25).map(code => SimpleStation.enrol(ask, code)))),
    );
  const herd = stations.map(station =>
    deliver(station, [station.seal([visitRow(1), visitRow(2)]), station.seal([visitRow(3)])], waits),
  );
  await new Promise(resolve => setTimeout(resolve, 1_500));
  await kill(running);
  running = await startCentral(settings, ['--under-way', '40']);
  to(running);
  await Promise.all(herd);
  await kill(running);
  expect(waits.length).toBeGreaterThan(0);
  const central = await openCentral(settings, { log: silentLog });
  try {
    for (const office of offices.filter((_, at) => at % 50 === 0))
      expect(await proveOffice(central, office)).toMatchObject({ ok: true, batches: 2, rows: 3 });
    const { batches, rows } = await central.db
      .selectFrom('batch')
      .select(eb => [eb.fn.countAll<number>().as('batches'), eb.fn.sum<string>('rows').as('rows')])
      .executeTakeFirstOrThrow();
    expect([batches, Number(rows)]).toEqual([1_100, 1_650]);
    const visits = await central.db
      .selectFrom('visit')
      .select(eb => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    expect(visits.rows).toBe(1_650);
  } finally {
    await central.close();
  }
}, 240_000);
