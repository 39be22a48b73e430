/** F13, F14: disks whose power is really cut and that are really full, under processes that are killed. */
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openCentral, type Central } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';
import { publish } from '../../src-central/feeds/store.ts';
import { digests } from '../../src-central/intake/store.ts';
import { proveOffice } from '../../src-central/proof/store.ts';
import type { CentralSettings } from '../../src-central/settings.ts';
import { openForReading, type Db } from '../../src-main/database/open.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import { Names } from '../../src-main/sync/names.ts';
import { enrolCodes, freshSettings, kinds, testCluster, type Kind } from '../helpers/central.ts';
import { Disk, disksHere } from '../helpers/disk.ts';
import { kill, runStation as run, startCentral } from '../helpers/processes.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { silentLog, temporaryDir } from '../helpers/station.ts';
import { officeTemplate } from './office-template.ts';

const well = { signal: null, said: '{"problem":null,"rows":0}' };
const killed = { signal: 'SIGKILL' };

let central: ServedCentral;
let template: string;
let offices = 1_700;

function makeDisk(megabytes: number): Disk {
  const disk = Disk.make(megabytes);
  onTestFinished(() => disk.end());
  return disk;
}

class Office {
  readonly code = String(offices++);
  readonly dataDir: string;
  /** The visits that their visitors were told of. */
  readonly told: string[] = [];

  constructor(dir: string) {
    this.dataDir = join(dir, 'office');
    cpSync(template, this.dataDir, { recursive: true });
  }

  /** Signs and sends at once until it is killed, or there is no more room. @returns the rest of what it said. */
  async work(how: Partial<Parameters<typeof run>[0]> = {}, killWhen?: (said: string) => boolean) {
    const { signal, said } = await run(
      { dataDir: this.dataDir, visits: 1_000, busy: true, ...how },
      { killWhen },
    );
    const lines = said.split('\n');
    const signed = lines.filter(line => line.startsWith('signed '));
    this.told.push(...signed.map(line => line.slice('signed '.length)));
    return { signal, said: lines.slice(signed.length).join('\n') };
  }

  async read<T>(look: (db: Db) => Promise<T>): Promise<T> {
    const db = openForReading(join(this.dataDir, 'loket.sqlite'));
    try {
      return await look(db);
    } finally {
      await db.destroy();
    }
  }

  visits(): Promise<string[]> {
    const query = (db: Db) => db.selectFrom('visit').select('submission_id').execute();
    return this.read(async db => (await query(db)).map(row => row.submission_id));
  }

  epochs(): Promise<string[]> {
    const query = (db: Db) => db.selectFrom('sync_epoch').select('reason').orderBy('begun_at').execute();
    return this.read(async db => (await query(db)).map(row => row.reason));
  }

  async missing(): Promise<string[]> {
    const there = new Set(await this.visits());
    return this.told.filter(one => !there.has(one));
  }

  /** Both ends have the same rows, and every visit that somebody was told of is among them, once. */
  async expectWhole(at: Central = central.central, code = this.code): Promise<void> {
    const own = await this.read(async db => ownDigests(db, await Names.of(db)));
    const { tables } = await digests(at.db, code);
    expect(new Map(tables.map(({ table, ...digest }) => [table, digest]))).toEqual(own);
    const found = await at.db
      .selectFrom('visit')
      .select('submission_id')
      .where('office_id', '=', code)
      .execute();
    const names = found.map(row => row.submission_id);
    const visits = await this.visits();
    expect(new Set(names)).toEqual(new Set(visits));
    expect([names.length, new Set(names).size]).toEqual([visits.length, visits.length]);
    expect(await this.missing()).toEqual([]);
    expect(await proveOffice(at, code)).toMatchObject({ ok: true, parked: [] });
  }
}

describe.runIf(disksHere)('on a disk of its own', () => {
  beforeAll(async () => {
    central = await ServedCentral.open();
    template = await officeTemplate(join(central.dataDir, 'template'));
  }, 60_000);
  afterAll(() => central.end());

  /** An office that lies on the disk, and knows headquarters. */
  async function settled(disk: Disk, how: Partial<Parameters<typeof run>[0]> = {}) {
    const office = new Office(disk.dir);
    disk.flush();
    const enrol = { url: central.url, code: await central.code(office.code) };
    return { office, ...(await run({ dataDir: office.dataDir, visits: 1, enrol, ...how })) };
  }

  test(
    'F13 the power is cut after the enrolment, then while visitors sign and batches travel: nothing is gone',
    { timeout: 60_000 },
    async () => {
      const disk = makeDisk(24);
      const { office, ...first } = await settled(disk, { point: 'acknowledged' });
      expect(first).toMatchObject(killed);
      disk.cutPower();
      for (const signed of [4, 19]) {
        const enough = (said: string) => said.split('\n').length > signed;
        expect(await office.work({}, enough)).toMatchObject(killed);
        disk.cutPower();
        expect(await office.missing()).toEqual([]);
      }
      expect(await run({ dataDir: office.dataDir, visits: 1 })).toEqual(well);
      await office.expectWhole();
      // With FULL nothing that headquarters has was ever gone here.
      expect(await office.epochs()).toEqual(['first']);
    },
  );

  test(
    'F13 without FULL headquarters has what the power cut took: the fork is found, and all of it comes back',
    { timeout: 60_000 },
    async () => {
      const disk = makeDisk(24);
      const { office, ...first } = await settled(disk);
      expect(first).toEqual(well);
      expect(await office.work({ hasty: true, visits: 12, point: 'acknowledged' })).toMatchObject(killed);
      disk.cutPower();
      expect((await office.missing()).length).toBeGreaterThan(0);
      for (let errand = 0; errand < 2; errand++)
        expect(await run({ dataDir: office.dataDir, visits: 1 })).toEqual(well);
      expect(await office.epochs()).toEqual(['first', 'fork']);
      await office.expectWhole();
    },
  );

  test(
    'F14 the disk of an office is full, and the station is killed on it',
    { timeout: 60_000 },
    async () => {
      const disk = makeDisk(24);
      const { office } = await settled(disk);
      const synonyms = Array.from({ length: 400 }, (_, at) => ({
        table: 'synonym' as const,
        id: `s${at}`,
        data: { phrases: [`kata ${at}`, `istilah ${at}`] },
      }));
      await write(central.central, tx => publish(tx, 'global', synonyms));
      disk.fill(1_000_000);
      const full = expect.stringMatching(/^refused SQLITE_FULL\n\{"problem":"disk",/);
      expect(await office.work()).toEqual({ signal: null, said: full });
      expect(office.told.length).toBeGreaterThan(5);
      const noStart = /DatabaseRefused: The disk of .* is full/;
      let doomed = await office.work({ endWhenFull: true });
      if (doomed.signal === null) {
        // What the first one left was too little to start.
        expect(doomed.said).toMatch(noStart);
        disk.fill(48 * 1024);
        doomed = await office.work({ endWhenFull: true });
      }
      expect(doomed).toMatchObject(killed);
      disk.fill(0);
      expect((await office.work()).said).toMatch(noStart);
      // Enough to start, not to work.
      disk.fill(48 * 1024);
      expect(await office.work()).toEqual({ signal: null, said: full });
      disk.makeRoom();
      expect(await run({ dataDir: office.dataDir, visits: 1 })).toEqual(well);
      await office.expectWhole();
    },
  );

  test(
    'F14 the disk of headquarters is full: nothing is acknowledged; it is killed on it, and goes on with room',
    { timeout: 60_000 },
    async () => {
      const disk = makeDisk(96);
      const settings = await settingsOn(disk, kinds.at(-1)!);
      const [code] = await enrolCodes(settings, ['1311']);
      let running = await startCentral(settings);
      const { port } = new URL(running.url);
      const office = new Office(temporaryDir());
      const { dataDir } = office;
      expect(await run({ dataDir, visits: 1, enrol: { url: running.url, code: code! } })).toEqual(well);
      disk.fill(150_000);
      expect(await run({ dataDir, visits: 0, fileBytes: 600_000 })).toMatchObject({
        said: '{"problem":"full","rows":0}',
      });
      disk.fill(0);
      const refused = { signal: null, said: expect.stringMatching(/^\{"problem":"full","rows":\d\d/) };
      expect(await run({ dataDir, visits: 30 })).toEqual(refused);
      await kill(running);
      // What it writes when it starts.
      disk.fill(16_384);
      running = await startCentral(settings, ['--port', port]);
      expect(await run({ dataDir, visits: 1 })).toEqual(refused);
      disk.makeRoom();
      expect(await run({ dataDir, visits: 1 })).toEqual(well);
      await kill(running);
      const after = await openCentral(settings, { log: silentLog });
      await office.expectWhole(after, '1311');
      await after.close();
      // A file that was acknowledged is not only in memory.
      disk.cutPower();
      const files = readdirSync(join(settings.dataDir, 'files'), { recursive: true, withFileTypes: true });
      const sizes = files
        .filter(one => one.isFile())
        .map(one => statSync(join(one.parentPath, one.name)).size);
      expect(sizes).toEqual([600_000]);
    },
  );
});

/** Of a fresh headquarters whose folder and database lie on this disk. */
async function settingsOn(disk: Disk, kind: Kind): Promise<CentralSettings> {
  const settings = await freshSettings(kind);
  const dataDir = join(disk.dir, 'central');
  cpSync(settings.dataDir, dataDir, { recursive: true });
  if (settings.databaseUrl) {
    const tables = join(disk.dir, 'tables');
    mkdirSync(tables);
    const name = new URL(settings.databaseUrl).pathname.slice(1);
    onTestFinished(await (await testCluster()).moveTo(tables, name));
  }
  return { ...settings, dataDir };
}
