/** F15: an older release and this one, each a process that is killed. The older one is 0.1.0 with schema 1, as it was. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openCentral, type Central } from '../../src-central/central.ts';
import { replay } from '../../src-central/intake/replay.ts';
import { digests } from '../../src-central/intake/store.ts';
import { proveOffice } from '../../src-central/proof/store.ts';
import { defaultSettings, type CentralSettings } from '../../src-central/settings.ts';
import type { UpAnswer } from '../../src-central/wire/schema.ts';
import { openForReading } from '../../src-main/database/open.ts';
import { seedDemo } from '../../src-main/demo/store.ts';
import { openStation } from '../../src-main/station.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import { Names } from '../../src-main/sync/names.ts';
import { postgresProgram } from '../helpers/postgres.ts';
import { testCluster } from '../helpers/central.ts';
import { kill, released, runStation as run, startCentral } from '../helpers/processes.ts';
import { silentLog, temporaryDir } from '../helpers/station.ts';

const release = '0.1.0-schema-1';
const older = { station: released('doomed-station', release), central: released('central-process', release) };

const well = { signal: null, said: '{"problem":null,"rows":0}' };
const cut = { signal: null, said: expect.stringMatching(/"problem":"cut"/) };
const killed = { signal: 'SIGKILL' };

/** Where no program has been yet. */
async function emptySettings(name: string): Promise<CentralSettings> {
  const settings = { ...defaultSettings, dataDir: temporaryDir(), databaseUrl: null };
  if (!postgresProgram) return settings;
  const cluster = await testCluster();
  await cluster.run(`CREATE DATABASE ${name}`);
  return { ...settings, databaseUrl: cluster.url(name) };
}

async function upgradeCut(settings: CentralSettings, port: string, words: string): Promise<void> {
  const args = ['--port', port, '--stop-after', words];
  await expect(startCentral(settings, args)).rejects.toThrow('ended before it listened');
}

/** Both ends have the same rows, none waits, and each visit is there once. */
async function expectWhole(settings: CentralSettings, dataDir: string): Promise<void> {
  const local = openForReading(join(dataDir, 'loket.sqlite'));
  const own = await ownDigests(local, await Names.of(local));
  const visits = await local.selectFrom('visit').select('submission_id').execute();
  await local.destroy();
  expect(own.get('data_need')!.rows).toBeGreaterThan(5);
  await withCentral(settings, async central => {
    const { tables } = await digests(central.db, '1311');
    expect(new Map(tables.map(({ table, ...digest }) => [table, digest]))).toEqual(own);
    const found = await central.db.selectFrom('visit').select('submission_id').execute();
    expect(found).toHaveLength(visits.length);
    expect(new Set(found.map(one => one.submission_id)).size).toBe(visits.length);
    expect(await proveOffice(central, '1311')).toMatchObject({ ok: true, parked: [] });
  });
}

async function withCentral(settings: CentralSettings, work: (central: Central) => Promise<unknown>) {
  const central = await openCentral(settings, { log: silentLog });
  await work(central);
  await central.close();
}

test(
  'an older station is served by the newer server, which was killed on its way there; then the station is upgraded',
  { timeout: 60_000 },
  async () => {
    const settings = await emptySettings('served_older');
    let running = await startCentral(
      settings,
      ['--enrol', '1311', '--stop-at', 'before-answer'],
      older.central,
    );
    const { port } = new URL(running.url);
    const dataDir = join(temporaryDir(), 'office');
    mkdirSync(dataDir);
    const saved = readFileSync(join(import.meta.dirname, '..', 'seeds', 'station-0.1.0-0006.sqlite.gz'));
    writeFileSync(join(dataDir, 'loket.sqlite'), gunzipSync(saved));
    const enrol = { url: running.url, code: running.code! };
    const work = { dataDir, visits: 2, needs: true };
    expect(await run({ ...work, enrol }, { program: older.station })).toEqual(cut);
    await upgradeCut(settings, port, 'insert into "kysely_migration"');
    running = await startCentral(settings, ['--port', port]);
    expect(await run(work, { program: older.station })).toEqual(well);
    // What the older program did not hand in is handed in now.
    expect(await run({ ...work, point: 'sealed' })).toMatchObject(killed);
    expect(await run(work)).toEqual(well);
    await kill(running);
    // A visit from paper had the word “late” where a UUID belongs; what came after it stands.
    await withCentral(settings, central => replay(central, 'test'));
    await expectWhole(settings, dataDir);
  },
);

test(
  'a newer station hands in to the older server: parked, then applied by the newer one, which was killed over it',
  { timeout: 60_000 },
  async () => {
    const settings = await emptySettings('served_newer');
    let running = await startCentral(settings, ['--enrol', '1311'], older.central);
    const { port } = new URL(running.url);
    const dataDir = join(temporaryDir(), 'office');
    const station = await openStation({ dataDir, demo: true }, { log: silentLog, courier: { byHand: true } });
    await seedDemo(station);
    await station.close();
    const work = { dataDir, visits: 2, needs: true };
    expect(await run({ ...work, enrol: { url: running.url, code: running.code! } })).toEqual(well);
    expect(await run({ ...work, point: 'sent' })).toMatchObject(killed);
    const local = openForReading(join(dataDir, 'loket.sqlite'));
    const events = local.selectFrom('sync_event').select('detail').where('kind', '=', 'batch.parked');
    const parked = (await events.execute()).flatMap(one => (JSON.parse(one.detail) as UpAnswer).parked);
    await local.destroy();
    expect(parked.length).toBeGreaterThan(10);
    expect(new Set(parked.map(one => one.reason))).toEqual(new Set(['newer']));
    await kill(running);
    await upgradeCut(settings, port, 'update "parked"');
    running = await startCentral(settings, ['--port', port]);
    expect(await run(work)).toEqual(well);
    await kill(running);
    await expectWhole(settings, dataDir);
  },
);
