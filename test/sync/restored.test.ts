/** F10, F11: headquarters as a process that is killed and comes back from a backup, with and without its station. */
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCentral } from '../../src-central/central.ts';
import { digests } from '../../src-central/intake/store.ts';
import { proveOffice } from '../../src-central/proof/store.ts';
import { openForReading } from '../../src-main/database/open.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import { Names } from '../../src-main/sync/names.ts';
import { enrolCodes, freshSettings } from '../helpers/central.ts';
import { kill, runStation, startCentral, type RunningCentral } from '../helpers/processes.ts';
import { silentLog, temporaryDir } from '../helpers/station.ts';
import { officeTemplate } from './office-template.ts';

const well = { signal: null, said: '{"problem":null,"rows":0}' };

/** What a restored database file is: the file, without what was written beside it since. */
function putBack(backup: string, dataDir: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(join(dataDir, `loket.sqlite${suffix}`), { force: true });
  for (const name of ['loket.sqlite', 'station.mark']) copyFileSync(join(backup, name), join(dataDir, name));
}

/**
 * Two visits stand in headquarters' backup, four in the station's, six were handed in. What one end has comes back; what
 * neither has is gone, and nothing else.
 */
test.each([
  { fault: 'F10, as another incarnation', mark: false, station: false, visits: 7 },
  { fault: 'F10, unnoticed', mark: true, station: false, visits: 7 },
  { fault: 'F11, both', mark: true, station: true, visits: 5 },
])('headquarters is killed and restored ($fault)', { timeout: 120_000 }, async how => {
  const settings = await freshSettings('PGlite');
  const [code] = await enrolCodes(settings, ['1311']);
  let running: RunningCentral = await startCentral(settings);
  const port = new URL(running.url).port;
  const dataDir = join(temporaryDir(), 'office');
  cpSync(await officeTemplate(temporaryDir()), dataDir, { recursive: true });
  expect(await runStation({ dataDir, visits: 2, enrol: { url: running.url, code: code! } })).toEqual(well);

  await kill(running);
  const backup = temporaryDir();
  cpSync(settings.dataDir, backup, { recursive: true });
  running = await startCentral(settings, ['--port', port]);
  expect(await runStation({ dataDir, visits: 2 })).toEqual(well);
  const stationBackup = temporaryDir();
  cpSync(dataDir, stationBackup, { recursive: true });
  expect(await runStation({ dataDir, visits: 2 })).toEqual(well);

  await kill(running);
  for (const name of how.mark ? ['database', 'mark'] : ['database']) {
    rmSync(join(settings.dataDir, name), { recursive: true });
    cpSync(join(backup, name), join(settings.dataDir, name), { recursive: true });
  }
  if (how.station) putBack(stationBackup, dataDir);
  running = await startCentral(settings, ['--port', port]);
  expect(await runStation({ dataDir, visits: 1 })).toEqual(well);
  expect(await runStation({ dataDir, visits: 0 })).toEqual(well);
  await kill(running);

  await withCentral(async central => {
    expect(await proveOffice(central, '1311')).toMatchObject({ ok: true, parked: [] });
    const visits = await central.db.selectFrom('visit').select('submission_id').execute();
    expect(new Set(visits.map(one => one.submission_id)).size).toBe(how.visits);
    expect(visits).toHaveLength(how.visits);
    const restored = await central.db
      .selectFrom('audit')
      .select('id')
      .where('what', '=', 'central.restored')
      .execute();
    expect(restored).toHaveLength(how.mark ? 0 : 1);
    const db = openForReading(join(dataDir, 'loket.sqlite'));
    const own = await ownDigests(db, await Names.of(db));
    await db.destroy();
    const theirs = (await digests(central.db, '1311')).tables;
    expect(new Map(theirs.map(({ table, ...digest }) => [table, digest]))).toEqual(own);
  });

  async function withCentral<T>(work: (central: Awaited<ReturnType<typeof openCentral>>) => Promise<T>) {
    const central = await openCentral(settings, { log: silentLog });
    try {
      return await work(central);
    } finally {
      await central.close();
    }
  }
});
