/**
 * Five years of an office in one data folder: visits, visitors, services, custodies, slips, closings, and their
 * journal with a chain that verifies. The same count gives the same office, but for its last day, which is yesterday.
 */
import Sqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src-main/app.ts';
import { openStation } from '../../src-main/station.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { people, testPin } from '../seeds/office.ts';
import { Writer } from './history.ts';
import { cacheDir, root } from './places.ts';

const file = 'loket.sqlite';

/** The folder of an office with so many visits; built unless it was before, with the same schema and the same seed. */
export async function datasetOf(visits: number, say: (line: string) => void): Promise<string> {
  const dir = join(cacheDir, `${visits}-visits-${fingerprint()}`);
  if (existsSync(join(dir, file))) return dir;
  mkdirSync(cacheDir, { recursive: true });
  for (const old of readdirSync(cacheDir))
    if (old.startsWith(`${visits}-visits-`)) rmSync(join(cacheDir, old), { recursive: true });
  const began = performance.now();
  say(`Building an office with ${visits.toLocaleString('en')} visits …`);
  const half = join(cacheDir, `half-${visits}`);
  rmSync(half, { recursive: true, force: true });
  await buildOffice(half, visits);
  renameSync(half, dir);
  say(`… built in ${Math.round((performance.now() - began) / 1_000)} s`);
  return dir;
}

/** A copy to work on; the office that was built stays as it is. */
export function copyOf(dataset: string, name: string): string {
  const dir = join(dirname(dataset), `work-${name}-${basename(dataset)}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  copyFileSync(join(dataset, file), join(dir, file), constants.COPYFILE_FICLONE);
  // Written out now, so that it does not stand in the way of what is measured next.
  const handle = openSync(join(dir, file), 'r+');
  fsyncSync(handle);
  closeSync(handle);
  return dir;
}

export async function buildOffice(dir: string, visits: number): Promise<void> {
  await setUpOffice(dir);
  const db = new Sqlite(join(dir, file));
  db.pragma('journal_mode = DELETE');
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  db.pragma('cache_size = -2000000');
  db.pragma('temp_store = MEMORY');
  // The indexes grow row by row, as in an office: built at once they are packed full, and for the next ten thousand
  // visits every row splits pages of them.
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  new Writer(db).write(visits);
  db.exec(
    `INSERT INTO visit_name (rowid, name)
     SELECT seq, name_key FROM visit JOIN visitor ON visitor.id = visit.visitor_id ORDER BY seq`,
  );
  for (const { sql } of triggers) db.exec(sql);
  db.pragma('journal_mode = WAL');
  db.close();
}

/** Set up as an office is, through the app: profile, notice, staff with one PIN, places. */
async function setUpOffice(dir: string): Promise<void> {
  const station = await openStation({ dataDir: dir }, { log: pino({ level: 'silent' }) });
  const app = createApp(station);
  const ask = async <T>(path: string, body: unknown, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const request = new Request(`http://station/api${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const response = await app.fetch(request, { door: 'staff' });
    if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  await ask('/setup', {
    office: defaultProfile.office,
    head: { name: people.admin, pin: testPin },
    lockers: 60,
    pockets: 60,
    printer: { kind: 'none' },
  });
  const head = await station.db.selectFrom('staff').select('id').executeTakeFirstOrThrow();
  const { token } = await ask<{ token: string }>('/sessions', { staffId: head.id, pin: testPin });
  for (const role of ['front', 'librarian', 'supervisor', 'viewer'] as const)
    await ask('/staff', { name: people[role], role, pin: testPin }, token);
  await station.close();
}

function fingerprint(): string {
  const sum = createHash('sha256');
  const migrations = join(root, 'migrations', 'station');
  for (const name of readdirSync(migrations).sort())
    if (!name.endsWith('.test.ts')) sum.update(readFileSync(join(migrations, name)));
  for (const name of ['dataset.ts', 'history.ts', 'crowd.ts'])
    sum.update(readFileSync(join(import.meta.dirname, name)));
  sum.update(readFileSync(join(root, 'src-main', 'journal', 'store.ts')));
  return sum.digest('hex').slice(0, 8);
}
