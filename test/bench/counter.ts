/** Every figure that the counter promises (issue 2, section 7), measured on the process that an office runs. */
import { rmSync } from 'node:fs';
import { copyOf, datasetOf } from './dataset.ts';
import { buildPrograms } from './programs.ts';
import { measureMemory } from './memory.ts';
import { measureRequests, slowQueries } from './requests.ts';
import { serveOffice } from './served.ts';
import type { Bench, BenchSettings, Row } from './table.ts';

export async function counter({ visits, say }: BenchSettings): Promise<Bench> {
  const programs = await buildPrograms();
  const dataDir = copyOf(await datasetOf(visits, say), 'counter');
  const rows: Row[] = [];
  const served = await serveOffice(programs.bundle, dataDir, programs.screens);
  try {
    say('guestbook, board, scan, lockers, searches …');
    rows.push(...(await measureRequests(served)));
    say('memory over 10,000 visits …');
    rows.push(...(await measureMemory(served)));
    rows.push(slowQueries(dataDir, say));
  } finally {
    await served.stop();
    programs.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return {
    dataset: `${visits.toLocaleString('en')} visits over five years, the station as one bundle (dist/main)`,
    rows,
  };
}
