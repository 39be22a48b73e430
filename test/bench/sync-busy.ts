/** What a visitor at the kiosk feels while the courier hands in a month. */
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
  const p99: number[] = [];
  for (let round = 0; round < 3; round++) {
    say(`visitors sign while ${count} rows are handed in, round ${round + 1} …`);
    const station = await BenchStation.open(template);
    const code = await central.code(String(5_000 + round));
    await station.tell({ do: 'enrol', url: central.url, code });
    await station.tell({ do: 'write', rows: count });
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
    p99.push(percentile(times, 0.99));
    kiosk.close();
    await station.end();
  }
  return [most('busy', `guestbook submit while ${count} rows are handed in: p99`, median(p99), 'ms', 20)];
}
