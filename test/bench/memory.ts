/** Ten thousand visits through a whole day's steps, and what the station's process holds of memory meanwhile. */
import { form } from './requests.ts';
import { Screen, signIn, type Served } from './served.ts';
import type { Row } from './table.ts';

const inside = 60;

export async function measureMemory(served: Served, share: number): Promise<Row[]> {
  const visits = 10_000 * share;
  const every = visits / 40;
  const kiosk = new Screen(served.kioskUrl);
  const officer = await signIn(served);
  const samples: { visits: number; mb: number }[] = [];
  const open: string[] = [];
  for (let at = 1; at <= visits; at++) {
    const { code } = await kiosk.post<{ code: string }>('/visits', form());
    const { visitId } = await officer.post<{ visitId: string }>('/scan', { code });
    await officer.post(`/visits/${visitId}/serve`);
    open.push(visitId);
    if (open.length > inside) await officer.post(`/visits/${open.shift()}/close`);
    if (at % 10 === 0) await officer.get('/board');
    if (at % Math.round(every) === 0) samples.push({ visits: at, mb: served.memoryMb() });
  }
  for (const id of open) await officer.post(`/visits/${id}/close`);
  kiosk.close();
  officer.close();
  const last = samples.slice(-8);
  return [
    {
      id: 'memory',
      what: 'memory of the station process after 10,000 visits',
      value: last.reduce((sum, one) => sum + one.mb, 0) / last.length,
      unit: 'MB',
      goal: 150,
    },
    {
      id: 'memory-slope',
      what: 'growth of it over the last 5,000, for each 1,000 visits',
      value: slope(samples.slice(samples.length / 2)),
      unit: 'MB/1000',
      goal: 1,
    },
  ];
}

/** Least squares, in MB for each thousand visits. */
function slope(samples: { visits: number; mb: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(one => one.visits));
  const y = mean(samples.map(one => one.mb));
  const over = samples.reduce((sum, one) => sum + (one.visits - x) * (one.mb - y), 0);
  return (1_000 * over) / samples.reduce((sum, one) => sum + (one.visits - x) ** 2, 0);
}
