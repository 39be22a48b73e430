/** Nothing lost and nothing doubled: rows handed in over a link that is cut, by a process that is killed, by a seed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CuttingProxy } from '../helpers/cutting-proxy.ts';
import { Random } from '../sync/random.ts';
import type { BenchCentral } from './sync-central.ts';
import { BenchStation } from './sync-process.ts';
import { most, type Row } from './table.ts';

const portions = 20;
const seed = Number(process.env.SYNC_SEED ?? 20_261_123);

export async function measureLoss(
  central: BenchCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(100_000 * share);
  const random = new Random(seed);
  say('cut and killed …');
  const proxy = new CuttingProxy(Number(new URL(central.url).port));
  const url = await proxy.listen();
  const office = '3000';
  let station = await BenchStation.open(template);
  await station.tell({ do: 'enrol', url, code: await central.code(office) });
  let kills = 0;
  for (let portion = 0; portion < portions; portion++) {
    await station.tell({ do: 'write', rows: count / portions });
    proxy.cutAfter(Math.ceil(2 ** (4 + random.next() * 14)));
    await station.tell({ do: 'send', whatever: true });
    proxy.cutAfter(0);
    if (random.next() < 0.6) {
      const under = station.tell({ do: 'send', whatever: true }).catch(() => undefined);
      await sleep(random.next() * 400);
      station = await station.killed();
      await under;
      kills++;
    }
    if (random.next() < 0.5) await station.tell({ do: 'send', whatever: true });
  }
  await station.tell({ do: 'send' });
  await station.end();
  proxy.close();
  const { all, different } = await central.visits(office);
  const [lost, doubled] = [count - different, all - different];
  say(
    `${lost} lost and ${doubled} doubled of ${count} rows; seed ${seed}, ${proxy.cuts} cuts, ${kills} kills`,
  );
  return [
    most(
      'lost',
      `lost of ${count} rows, ${proxy.cuts} cuts and ${kills} kills, seed ${seed}`,
      lost,
      'rows',
      0,
    ),
    most('doubled', 'doubled of them', doubled, 'rows', 0),
  ];
}
