/** The night in which every office hands in its day within one minute: 550 of them, then ten times as many. */
import { v4 as uuid } from 'uuid';
import { write } from '../../src-central/database/write.ts';
import { keepDevice, keepOffice } from '../../src-central/stations/store.ts';
import { newKeys, type Keys } from '../helpers/simple-station.ts';
import { visitRow } from '../seeds/office-rows.ts';
import { BenchChild } from './child.ts';
import type { BenchCentral } from './sync-central.ts';
import type { Herd, Night } from './sync-herd.ts';
import { median, most, percentile, type Row } from './table.ts';

const perStation = 1_000;
const perBatch = 500;
const nightly = 550;

export async function measureNights(
  central: BenchCentral,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const small = Math.round(nightly * share);
  const large = 10 * small;
  const seconds: number[] = [];
  const p99: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < 3; round++) {
    say(`${small} stations in one minute, round ${round + 1} …`);
    const night = await nightOf(central, small);
    seconds.push(night.ms / 1_000);
    p99.push(percentile(night.times, 0.99));
    memory.push(night.memoryMb);
  }
  say(`${large} stations in one minute …`);
  const ten = await nightOf(central, large);
  return [
    most('night', `${small} stations × ${perStation} rows at once`, median(seconds), 's', 15),
    most('night-p99', 'a batch among them: p99', median(p99), 'ms', 1_000),
    most('night-memory', 'headquarters’ memory at its height', median(memory), 'MB', 400),
    most('night-ten', `${large} stations × ${perStation} rows at once`, ten.ms / 1_000, 's', null),
    most(
      'night-linear',
      'the same as a multiple of ten nights',
      ten.ms / 1_000 / (median(seconds) * 10),
      '×',
      1.2,
    ),
    most('night-ten-p99', 'a batch among them: p99', percentile(ten.times, 0.99), 'ms', 1_000),
    most('night-ten-memory', 'headquarters’ memory at its height', ten.memoryMb, 'MB', 400),
    most('night-ten-waits', 'stations told to come back, and they did', ten.waits, 'times', null),
  ];
}

async function nightOf(central: BenchCentral, count: number): Promise<Night & { memoryMb: number }> {
  const keys = newKeys();
  const stations = await enrolled(central, count, keys);
  const batches = Array.from({ length: perStation / perBatch }, (_, batch) =>
    Array.from({ length: perBatch }, (_, at) => JSON.stringify(visitRow(batch * perBatch + at + 1))),
  );
  const herd: Herd = { url: central.url, stations, keys, batches };
  const before = await visits(central);
  const child = new BenchChild('sync-herd.ts');
  await child.hear();
  let memoryMb = 0;
  const watch = setInterval(() => (memoryMb = Math.max(memoryMb, central.memoryMb())), 100);
  const night = await child.tell<Night>(herd);
  clearInterval(watch);
  await child.end();
  const arrived = (await visits(central)) - before;
  if (arrived !== count * perStation) throw new Error(`${count * perStation} were sent, ${arrived} arrived`);
  return { ...night, memoryMb };
}

/** A device of its own in each office. The offices are those of the night before, the devices and rows are new. */
async function enrolled(central: BenchCentral, count: number, keys: Keys): Promise<Herd['stations']> {
  const now = central.beside.now();
  const stations = Array.from({ length: count }, (_, at) => ({ office: String(1_000 + at), device: uuid() }));
  const key = { public_key: keys.publicKey, box_key: keys.boxKey, issued_at: now.toISOString() };
  for (let at = 0; at < count; at += 100)
    await write(central.beside, async tx => {
      for (const station of stations.slice(at, at + 100)) {
        await keepOffice(tx, { id: station.office, name: `BPS ${station.office}` }, now);
        await keepDevice(tx, { ...station, ...key }, null, now);
      }
    });
  return stations;
}

async function visits({ beside }: BenchCentral): Promise<number> {
  const { visits } = await beside.db
    .selectFrom('visit')
    .select(eb => eb.fn.countAll<number>().as('visits'))
    .executeTakeFirstOrThrow();
  return visits;
}
