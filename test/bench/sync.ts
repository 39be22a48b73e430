/** Sync between stations in processes of their own and headquarters on PostgreSQL 15: the figures of issue 5. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../../src-central/database/write.ts';
import { publish } from '../../src-central/feeds/store.ts';
import { officeTemplate } from '../sync/office-template.ts';
import { measureAway } from './sync-away.ts';
import { measureBusy } from './sync-busy.ts';
import { BenchCentral } from './sync-central.ts';
import { measureLink } from './sync-link.ts';
import { measureLoss } from './sync-loss.ts';
import { measureNights } from './sync-night.ts';
import { measurePeers, type PeerSpeeds } from './sync-peers.ts';
import { BenchStation } from './sync-process.ts';
import type { Cost } from './sync-station.ts';
import { measureTriggers } from './sync-triggers.ts';
import {
  least,
  median,
  most,
  percentile,
  tableOf,
  type Bench,
  type BenchSettings,
  type Row,
} from './table.ts';

/** `SYNC_ROWS=one,night` measures only these parts, for whoever works on one of them. */
const only = process.env.SYNC_ROWS?.split(',');

export async function sync({ share, say }: BenchSettings): Promise<Bench> {
  const central = await BenchCentral.open();
  const work = mkdtempSync(join(tmpdir(), 'loket-bench-template-'));
  const rows: Row[] = [];
  try {
    const template = await officeTemplate(join(work, 'office'));
    const parts: Record<string, () => Promise<Row[]>> = {
      triggers: () => measureTriggers(template),
      one: () => oneStation(central, template, work, share, say),
      eight: () => eightStations(central, template, share, say),
      down: () => downCatalogue(central, template, share, say),
      link: () => measureLink(central, template, say),
      soon: () => soonAfterAChange(central, template, share, say),
      busy: () => measureBusy(central, template, share, say),
      away: () => measureAway(central, template, share, say),
      loss: () => measureLoss(central, template, share, say),
      night: () => measureNights(central, share, say),
    };
    for (const [name, measure] of Object.entries(parts)) {
      if (only && !only.includes(name)) continue;
      const measured = await measure();
      // Told at once: the whole takes a quarter of an hour.
      say(tableOf({ dataset: name, rows: measured }));
      rows.push(...measured);
    }
  } finally {
    await central.end();
    rmSync(work, { recursive: true, force: true });
  }
  return {
    dataset: 'stations in processes of their own, headquarters on PostgreSQL 15 with fsync, HTTP on loopback',
    rows,
    partial: only !== undefined,
  };
}

let office = 7_000;

async function enrolled(central: BenchCentral, template: string, live = false) {
  const code = String(office++);
  const station = await BenchStation.open(template, live);
  await station.tell({ do: 'enrol', url: central.url, code: await central.code(code) });
  if (!live) await station.tell({ do: 'send' });
  return { station, code };
}

async function oneStation(
  central: BenchCentral,
  template: string,
  work: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(50_000 * share);
  const speeds: number[] = [];
  const perCpu: number[] = [];
  const up: number[] = [];
  const both: number[] = [];
  const idle: Cost[] = [];
  const peers: PeerSpeeds[] = [];
  for (let round = 0; round < 3; round++) {
    say(`one station, PouchDB and COPY, ${count} rows, round ${round + 1} …`);
    const { station, code } = await enrolled(central, template);
    await station.tell({ do: 'write', rows: count });
    const file = join(work, `rows-${round}.sqlite`);
    await station.tell({ do: 'show', file });
    const before = central.cpuMs();
    const cost = await station.tell({ do: 'send' });
    speeds.push((count / cost.ms) * 1_000);
    perCpu.push(cpuSince(before, central, [cost], count, say));
    up.push(cost.up / count);
    both.push((cost.up + cost.down) / count);
    idle.push(await station.tell({ do: 'send' }));
    await central.proveOnce(code, count);
    await station.end();
    peers.push(await measurePeers(central, { file, count }));
  }
  const quiet = idle.at(-1)!;
  const own = median(speeds);
  const pouch = median(peers.map(one => one.pouch));
  const copy = median(peers.map(one => one.copy));
  const pouchBytes = median(peers.map(one => one.pouchBytes));
  return [
    least('one', `one station hands in ${count} rows`, own, 'rows/s', null),
    least('one-cpu', 'the same for a CPU-second of everybody', median(perCpu), 'rows/CPU-s', null),
    least('pouch', 'the same rows from PouchDB to express-pouchdb', pouch, 'rows/s', null),
    least('pouch-ratio', 'one station as a multiple of PouchDB', own / pouch, '×', 4),
    most('pouch-bytes', 'its bytes as a share of PouchDB’s', median(both) / pouchBytes, '×', 1 / 8),
    least('copy', 'the same rows as zstd NDJSON into COPY', copy, 'rows/s', null),
    least('copy-ratio', 'one station as a share of COPY', own / copy, '×', 0.45),
    most('bytes', 'bytes up for a row, batches of 500', median(up), 'B', 105),
    most('idle-requests', 'nothing to do: requests', quiet.requests, 'requests', 3),
    most('idle-bytes', 'nothing to do: bytes up and down', (quiet.up + quiet.down) / 1_000, 'kB', 2.5),
  ];
}

/** Rows for a CPU-second of everybody, and who took it. */
function cpuSince(
  before: ReturnType<BenchCentral['cpuMs']>,
  central: BenchCentral,
  costs: Cost[],
  count: number,
  say: (line: string) => void,
): number {
  const after = central.cpuMs();
  const took = {
    stations: costs.reduce((sum, cost) => sum + cost.cpuMs, 0),
    server: after.server - before.server,
    postgres: after.postgres - before.postgres,
  };
  const perRow = Object.entries(took).map(([who, ms]) => `${who} ${((ms * 1_000) / count).toFixed(1)} µs`);
  say(`  CPU of a row: ${perRow.join(', ')}`);
  return (count * 1_000) / Object.values(took).reduce((sum, ms) => sum + ms, 0);
}

async function eightStations(
  central: BenchCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(50_000 * share);
  const speeds: number[] = [];
  const perCpu: number[] = [];
  for (let round = 0; round < 3; round++) {
    say(`eight stations, ${count} rows each, round ${round + 1} …`);
    const all = await Promise.all(Array.from({ length: 8 }, () => enrolled(central, template)));
    for (const { station } of all) await station.tell({ do: 'write', rows: count });
    const before = central.cpuMs();
    const began = performance.now();
    const costs = await Promise.all(all.map(({ station }) => station.tell({ do: 'send' })));
    speeds.push(((8 * count) / (performance.now() - began)) * 1_000);
    perCpu.push(cpuSince(before, central, costs, 8 * count, say));
    for (const { station, code } of all) {
      await central.proveOnce(code, count);
      await station.end();
    }
  }
  return [
    least('eight', `eight stations at once, ${count} rows each`, median(speeds), 'rows/s', 35_000),
    least('eight-cpu', 'the same for a CPU-second of everybody', median(perCpu), 'rows/CPU-s', null),
  ];
}

async function downCatalogue(
  central: BenchCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(500_000 * share);
  say(`publishing a catalogue of ${count} …`);
  await write(central.beside, tx =>
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
  const speeds: number[] = [];
  const perCpu: number[] = [];
  for (let round = 0; round < 3; round++) {
    say(`it comes down, round ${round + 1} …`);
    const station = await BenchStation.open(template);
    const code = await central.code(String(office++));
    await station.tell({ do: 'enrol', url: central.url, code });
    const before = central.cpuMs();
    const cost = await station.tell({ do: 'send' });
    perCpu.push(cpuSince(before, central, [cost], count, say));
    await station.end();
    speeds.push((count / cost.ms) * 1_000);
  }
  return [
    least('down', `a catalogue of ${count} comes down, searchable at once`, median(speeds), 'rows/s', 25_000),
    least('down-cpu', 'the same for a CPU-second of everybody', median(perCpu), 'rows/CPU-s', null),
  ];
}

async function soonAfterAChange(
  central: BenchCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  say('one change while online …');
  const { station, code } = await enrolled(central, template, true);
  const seen = async () => {
    const { rows } = await central.beside.db
      .selectFrom('batch')
      .select(eb => eb.fn.sum<string | null>('rows').as('rows'))
      .where('office_id', '=', code)
      .executeTakeFirstOrThrow();
    return Number(rows);
  };
  await station.settled();
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
  const p95 = percentile(waits, 0.95) / 1_000;
  return [most('soon', 'one change while online is seen at headquarters, p95', p95, 's', 2)];
}
