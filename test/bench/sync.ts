/** Sync between stations in processes of their own and headquarters on PostgreSQL 15: the figures of issue 5. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { write } from '../../src-central/database/write.ts';
import { publish } from '../../src-central/feeds/store.ts';
import { postgresProgram, startCluster } from '../helpers/postgres.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { officeTemplate } from '../sync/office-template.ts';
import { measureTriggers } from './sync-triggers.ts';
import { measureLoss } from './sync-loss.ts';
import { BenchStation } from './sync-process.ts';
import type { Cost } from './sync-station.ts';
import { percentile, type Bench, type BenchSettings, type Row } from './table.ts';

export async function sync({ share, say }: BenchSettings): Promise<Bench> {
  const cluster = postgresProgram ? await startCluster(postgresProgram, { durable: true }) : null;
  if (cluster) await cluster.run('CREATE DATABASE bench');
  const central = await ServedCentral.open({ databaseUrl: cluster?.url('bench') });
  const work = mkdtempSync(join(tmpdir(), 'loket-bench-template-'));
  const rows: Row[] = [];
  try {
    const template = await officeTemplate(work);
    say('what the triggers cost …');
    rows.push(await measureTriggers(template));
    rows.push(...(await oneStation(central, template, share, say)));
    rows.push(await eightStations(central, template, share, say));
    rows.push(await downCatalogue(central, template, share, say));
    rows.push(await soonAfterAChange(central, template, share, say));
    say('cut and killed …');
    rows.push(...(await measureLoss(central, template, share, say)));
  } finally {
    await central.end();
    cluster?.remove();
    rmSync(work, { recursive: true, force: true });
  }
  return {
    dataset: `stations in processes of their own, headquarters on ${cluster ? 'PostgreSQL, fsync on' : 'PGlite'}, HTTP on loopback`,
    rows,
  };
}

const median = (values: number[]) => percentile(values, 0.5);
let office = 2_000;

async function enrolled(central: ServedCentral, template: string, live = false) {
  const code = String(office++);
  const station = await BenchStation.open(template, live);
  await station.tell({ do: 'enrol', url: central.url, code: await central.code(code) });
  if (!live) await station.tell({ do: 'send' });
  return { station, code };
}

async function oneStation(
  central: ServedCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(50_000 * share);
  const speeds: number[] = [];
  const perCpu: number[] = [];
  const up: number[] = [];
  const idle: Cost[] = [];
  for (let round = 0; round < 3; round++) {
    say(`one station, ${count} rows, round ${round + 1} …`);
    const { station, code } = await enrolled(central, template);
    await station.tell({ do: 'write', rows: count });
    const own = process.cpuUsage();
    const cost = await station.tell({ do: 'send' });
    const here = process.cpuUsage(own);
    speeds.push((count / cost.ms) * 1_000);
    perCpu.push(count / ((cost.cpuMs + (here.user + here.system) / 1_000) / 1_000));
    up.push(cost.up / count);
    idle.push(await station.tell({ do: 'send' }));
    await proveOnce(central, code, count);
    await station.end();
  }
  const quiet = idle.at(-1)!;
  return [
    least('one', `one station hands in ${count} rows`, median(speeds), 'rows/s', null),
    least('one-cpu', 'the same for a CPU-second of station and server', median(perCpu), 'rows/s', null),
    most('bytes', 'bytes up for a row, batches of 500', median(up), 'B', 105),
    most('idle-requests', 'nothing to do: requests', quiet.requests, 'requests', 3),
    most('idle-bytes', 'nothing to do: bytes up and down', (quiet.up + quiet.down) / 1_000, 'kB', 2.5),
  ];
}

/** Every visit exactly once. */
async function proveOnce(central: ServedCentral, code: string, count: number): Promise<void> {
  const { rows } = await sql<{ all: number; different: number }>`
    SELECT count(*)::int AS all, count(DISTINCT submission_id)::int AS different FROM visit
    WHERE office_id = ${code}`.execute(central.central.db);
  const { all, different } = rows[0]!;
  if (all !== count || different !== count)
    throw new Error(`${count} were written, ${all} arrived, ${different} different`);
}

async function eightStations(
  central: ServedCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row> {
  const count = Math.round(10_000 * share);
  const speeds: number[] = [];
  for (let round = 0; round < 3; round++) {
    say(`eight stations, ${count} rows each, round ${round + 1} …`);
    const all = await Promise.all(Array.from({ length: 8 }, () => enrolled(central, template)));
    for (const { station } of all) await station.tell({ do: 'write', rows: count });
    const began = performance.now();
    await Promise.all(all.map(({ station }) => station.tell({ do: 'send' })));
    speeds.push(((8 * count) / (performance.now() - began)) * 1_000);
    for (const { station, code } of all) {
      await proveOnce(central, code, count);
      await station.end();
    }
  }
  return least('eight', `eight stations at once, ${count} rows each`, median(speeds), 'rows/s', 35_000);
}

async function downCatalogue(
  central: ServedCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row> {
  const count = Math.round(100_000 * share);
  say(`a catalogue of ${count} publications comes down …`);
  await write(central.central, tx =>
    publish(
      tx,
      'catalogue',
      Array.from({ length: count }, (_, at) => ({
        table: 'publication',
        id: `hq-${at}`,
        data: { title: `Statistik Kecamatan ${at} Dalam Angka`, year: 1990 + (at % 36), pubId: `hq-${at}` },
      })),
    ),
  );
  const station = await BenchStation.open(template);
  await station.tell({ do: 'enrol', url: central.url, code: await central.code(String(office++)) });
  const cost = await station.tell({ do: 'send' });
  await station.end();
  return least(
    'down',
    `a catalogue of ${count} comes down, searchable at once`,
    (count / cost.ms) * 1_000,
    'rows/s',
    25_000,
  );
}

async function soonAfterAChange(
  central: ServedCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row> {
  say('one change while online …');
  const { station, code } = await enrolled(central, template, true);
  const seen = async () => {
    const { rows } = await sql<{ rows: number }>`
      SELECT coalesce(sum(rows), 0)::int AS rows FROM batch WHERE office_id = ${code}`.execute(
      central.central.db,
    );
    return rows[0]!.rows;
  };
  await settled(seen);
  const waits: number[] = [];
  for (let at = 0; at < Math.max(5, Math.round(40 * share)); at++) {
    const before = await seen();
    const began = performance.now();
    await station.tell({ do: 'change' });
    while ((await seen()) === before) await new Promise(resolve => setTimeout(resolve, 10));
    waits.push(performance.now() - began);
    await new Promise(resolve => setTimeout(resolve, 400));
  }
  await station.end();
  return most(
    'soon',
    'one change while online is seen at headquarters, p95',
    percentile(waits, 0.95) / 1_000,
    's',
    2,
  );
}

async function settled(seen: () => Promise<number>): Promise<void> {
  for (let before = -1, now = await seen(); now !== before || now === 0;) {
    before = now;
    await new Promise(resolve => setTimeout(resolve, 1_500));
    now = await seen();
  }
}

const most = (id: string, what: string, value: number, unit: Row['unit'], goal: number | null): Row => ({
  id,
  what,
  value,
  unit,
  goal,
});
const least = (id: string, what: string, value: number, unit: Row['unit'], goal: number | null): Row => ({
  id,
  what,
  value,
  unit,
  goal,
  atLeast: true,
});
