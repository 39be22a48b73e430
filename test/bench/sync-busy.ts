/** What a visitor at the kiosk feels while the courier is at work. */
import { form } from './requests.ts';
import { Screen } from './served.ts';
import type { BenchCentral } from './sync-central.ts';
import { BenchStation } from './sync-process.ts';
import { median, most, percentile, type Row } from './table.ts';

/** Of an office with two hundred visits a day. */
const month = 30 * 2_000;

export async function measureBusy(
  central: BenchCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(month * share);
  const titles = await titlesOf(central);
  const first: number[] = [];
  const backlog: number[] = [];
  for (let round = 0; round < 3; round++) {
    say(
      `visitors sign while ${titles} titles come down, then while ${count} rows go up, round ${round + 1} …`,
    );
    const station = await BenchStation.open(template);
    await station.tell({ do: 'enrol', url: central.url, code: await central.code(String(5_000 + round)) });
    first.push(await signDuring(station));
    await station.end();
    const other = await BenchStation.open(template);
    await other.tell({ do: 'enrol', url: central.url, code: await central.code(String(5_010 + round)) });
    await other.tell({ do: 'send' });
    await other.tell({ do: 'write', rows: count });
    backlog.push(await signDuring(other));
    await other.end();
  }
  const rows = [
    most('busy', `guestbook submit while ${count} rows are handed in: p99`, median(backlog), 'ms', 20),
  ];
  if (titles > 0)
    rows.push(most('busy-down', `the same while ${titles} titles come down: p99`, median(first), 'ms', null));
  return rows;
}

/** Of the catalogue, where another part of the bench has published one. */
async function titlesOf(central: BenchCentral): Promise<number> {
  const { pos } = await central.beside.db
    .selectFrom('feed')
    .select('pos')
    .where('scope', '=', 'catalogue')
    .executeTakeFirstOrThrow();
  return pos;
}

/** @returns ms of a guestbook while the station sends, p99. */
async function signDuring(station: BenchStation): Promise<number> {
  const { url } = await station.tell({ do: 'serve' });
  const kiosk = new Screen(url!);
  for (let warm = 0; warm < 20; warm++) await kiosk.post('/visits', form());
  const times: number[] = [];
  let sending = true;
  const sent = station.tell({ do: 'send' }).finally(() => (sending = false));
  while (sending) {
    const began = performance.now();
    await kiosk.post('/visits', form());
    times.push(performance.now() - began);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  await sent;
  kiosk.close();
  return percentile(times, 0.99);
}
