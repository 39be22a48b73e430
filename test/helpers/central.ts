/** A real headquarters on a fresh database, PGlite and PostgreSQL, and stations that speak to it as real ones do. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { createApp } from '../../src-central/app.ts';
import { openCentral, type Central, type CentralOverrides } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';
import { defaultSettings, type CentralSettings } from '../../src-central/settings.ts';
import { keepOffice, makeEnrolCode } from '../../src-central/stations/store.ts';
import { postgresProgram, startCluster, type Cluster } from './postgres.ts';
import { silentLog } from './station.ts';
import { SimpleStation, type Ask } from './simple-station.ts';

export type Kind = 'PGlite' | 'PostgreSQL';

/** What the tests run on here: PGlite always, PostgreSQL where its programs are found. */
export const kinds: Kind[] = postgresProgram ? ['PGlite', 'PostgreSQL'] : ['PGlite'];

export interface TestCentral {
  central: Central;
  app: ReturnType<typeof createApp>;
  settings: CentralSettings;
  /** To a station this is the network. */
  ask: Ask;
  /** A one-time code for the office, which is added when it is new. */
  code(office?: string, device?: string): Promise<string>;
  /** A station that is enrolled, has said hello, and has a session. */
  station(office?: string): Promise<SimpleStation>;
  /** The same folder and database opened again, as after a restart. */
  reopen(overrides?: CentralOverrides): Promise<void>;
}

let cluster: Promise<Cluster> | null = null;
let template: Promise<void> | null = null;
let databases = 0;

afterAll(async () => {
  if (cluster) (await cluster).remove();
}, 60_000);

/** The cluster of this test file, started when it is first needed. */
export function testCluster(): Promise<Cluster> {
  cluster ??= startCluster(postgresProgram!, { durable: false });
  return cluster;
}

/** Tests copy a folder and a database that are migrated already. Without it each would wait seconds for PGlite. */
const root = join(import.meta.dirname, '..', '..');
const kept = join(root, 'node_modules', '.cache', `central-${madeFrom()}`);

function madeFrom(): string {
  const digest = createHash('sha256');
  digest.update(readFileSync(join(root, 'node_modules', '@electric-sql', 'pglite', 'package.json')));
  const steps = join(root, 'migrations', 'central');
  for (const name of readdirSync(steps).sort()) digest.update(readFileSync(join(steps, name)));
  return digest.digest('hex').slice(0, 16);
}

/** Made once on a machine; the first to be ready stays. */
beforeAll(async () => {
  if (existsSync(kept)) return;
  mkdirSync(dirname(kept), { recursive: true });
  const dataDir = mkdtempSync(`${kept}-`);
  await (await openCentral({ ...defaultSettings, dataDir, databaseUrl: null }, { log: silentLog })).close();
  try {
    renameSync(dataDir, kept);
  } catch {
    rmSync(dataDir, { recursive: true });
  }
}, 120_000);

async function makeTemplate(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loket-central-'));
  await (await testCluster()).run('CREATE DATABASE template');
  const databaseUrl = (await testCluster()).url('template');
  await (await openCentral({ ...defaultSettings, dataDir, databaseUrl }, { log: silentLog })).close();
  rmSync(dataDir, { recursive: true });
}

/** Settings of a fresh headquarters that nobody has opened yet. */
export async function freshSettings(
  kind: Kind,
  settings: Partial<CentralSettings> = {},
): Promise<CentralSettings> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loket-central-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  if (kind === 'PGlite') {
    cpSync(kept, dataDir, { recursive: true });
    return { ...defaultSettings, ...settings, dataDir, databaseUrl: null };
  }
  template ??= makeTemplate();
  await template;
  const name = `central_${++databases}`;
  await (await testCluster()).run(`CREATE DATABASE ${name} TEMPLATE template`);
  return { ...defaultSettings, ...settings, dataDir, databaseUrl: (await testCluster()).url(name) };
}

/** One-time codes of offices, made while no server is open on these settings. */
export async function enrolCodes(settings: CentralSettings, offices: string[]): Promise<string[]> {
  const central = await openCentral(settings, { log: silentLog });
  const made: string[] = [];
  for (const office of offices)
    made.push(
      await write(central, async tx => {
        await keepOffice(tx, { id: office, name: `BPS ${office}` }, new Date());
        return makeEnrolCode(tx, { office, by: 'test' }, new Date());
      }),
    );
  await central.close();
  return made;
}

export async function openTestCentral(
  kind: Kind,
  options: { settings?: Partial<CentralSettings>; overrides?: CentralOverrides } = {},
): Promise<TestCentral> {
  const settings = await freshSettings(kind, options.settings);
  const open = (overrides: CentralOverrides = {}) =>
    openCentral(settings, { log: silentLog, ...options.overrides, ...overrides });
  const central = await open();
  const test: TestCentral = {
    central,
    app: createApp(central),
    settings,
    ask: (path, init) =>
      Promise.resolve(test.app.fetch(new Request(`http://central${path}`, init), { address: '192.0.2.7' })),
    code: async (office = '1311', device) => {
      const now = test.central.now();
      return write(test.central, async tx => {
        await keepOffice(tx, { id: office, name: `BPS ${office}` }, now);
        return makeEnrolCode(tx, { office, device, by: 'test' }, now);
      });
    },
    station: async office => {
      const station = await SimpleStation.enrol(test.ask, await test.code(office));
      await station.greet();
      return station;
    },
    reopen: async overrides => {
      await test.central.close();
      test.central = await open(overrides);
      test.app = createApp(test.central);
    },
  };
  onTestFinished(() => test.central.close().catch(() => undefined));
  return test;
}
