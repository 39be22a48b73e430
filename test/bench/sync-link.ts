/** A day of 2,000 rows over a mobile link: with nothing in the way, and cut again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../sync/random.ts';
import { SlowLink } from './slow-link.ts';
import type { BenchCentral } from './sync-central.ts';
import { BenchStation } from './sync-process.ts';
import { least, median, most, type Row } from './table.ts';

const day = 2_000;
const cutAbout = 96 * 1_024;

export async function measureLink(
  central: BenchCentral,
  template: string,
  say: (line: string) => void,
): Promise<Row[]> {
  const port = Number(new URL(central.url).port);
  const ratios: number[] = [];
  const whole: number[] = [];
  const cut: number[] = [];
  const random = new Random(96);
  let cuts = 0;
  for (let round = 0; round < 3; round++) {
    say(`a day of ${day} rows over 300 ms and 384 kbit/s, round ${round + 1} …`);
    const link = new SlowLink(port);
    const office = String(4_000 + round);
    const seconds = await dayOver(central, template, link, office);
    whole.push(seconds);
    ratios.push(seconds / link.floorSeconds(link.up.bytes, link.down.bytes));
    link.close();
    const broken = new SlowLink(port, () => Math.ceil(-Math.log(1 - random.next()) * cutAbout));
    cut.push(await dayOver(central, template, broken, String(4_010 + round)));
    cuts += broken.cuts;
    broken.close();
  }
  return [
    most('link', `a day of ${day} rows over 300 ms and 384 kbit/s`, median(whole), 's', null),
    most('link-floor', 'the same as a multiple of the link’s floor', median(ratios), '×', 1.3),
    most('link-cut', `the same cut every ~96 kB (${cuts} cuts in three days)`, median(cut), 's', 15),
    least('link-cuts', 'cuts in them', cuts, 'cuts', 1),
  ];
}

/** The courier decides by itself when to try again. */
async function dayOver(
  central: BenchCentral,
  template: string,
  link: SlowLink,
  office: string,
): Promise<number> {
  const direct = await BenchStation.open(template);
  await direct.tell({ do: 'enrol', url: central.url, code: await central.code(office) });
  await direct.tell({ do: 'send' });
  await direct.tell({ do: 'write', rows: day });
  await direct.tell({ do: 'move', url: await link.listen() });
  const station = await direct.killed(true);
  link.up.bytes = 0;
  link.down.bytes = 0;
  const began = performance.now();
  await station.tell({ do: 'send', whatever: true });
  while ((await station.tell({ do: 'look' })).rows > 0) await sleep(20);
  const seconds = (performance.now() - began) / 1_000;
  await central.proveOnce(office, day);
  await station.end();
  return seconds;
}
