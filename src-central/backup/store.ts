/** Backup and restore of everything headquarters has: database, keys, files. What a backup holds is *archived*. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Central } from '../central.ts';
import { changeMark } from '../database/incarnation.ts';
import { restoreTrial } from '../database/open.ts';
import { record, write } from '../database/write.ts';
import { identityFile } from '../identity.ts';
import type { CentralSettings } from '../settings.ts';

const run = promisify(execFile);

export interface Manifest {
  madeAt: string;
  version: string;
  incarnation: string;
  kind: 'postgres' | 'trial';
  /** Of the dump of the database. */
  sha256: string;
}

export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

const dumpName = { postgres: 'database.dump', trial: 'database.tar.gz' };

/**
 * Writes a backup into a new folder below `to` and reads it through. From then on the stations may throw away the
 * batches in it, unless this is a trial.
 * @returns the folder.
 */
export async function backUp(central: Central, to: string): Promise<string> {
  const now = central.now();
  const dir = join(to, `central-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  const part = `${dir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  const { dataDir, databaseUrl } = central.settings;
  const kind = central.trial ? 'trial' : 'postgres';
  const streams = await central.db
    .selectFrom('stream')
    .select(['office_id', 'device_id', 'epoch', 'cursor'])
    .execute();
  const dump = join(part, dumpName[kind]);
  if (central.dumpTrial)
    writeFileSync(dump, Buffer.from(await (await central.dumpTrial()).arrayBuffer()), { flush: true });
  else await dumpServer(databaseUrl!, dump);
  writeFileSync(join(part, identityFile), readFileSync(join(dataDir, identityFile)), {
    mode: 0o600,
    flush: true,
  });
  if (existsSync(join(dataDir, 'files')))
    cpSync(join(dataDir, 'files'), join(part, 'files'), { recursive: true });
  const manifest: Manifest = {
    madeAt: now.toISOString(),
    version: central.version,
    incarnation: central.incarnation,
    kind,
    sha256: await shaOf(dump),
  };
  writeFileSync(join(part, 'manifest.json'), JSON.stringify(manifest, null, 2), { flush: true });
  renameSync(part, dir);
  await changeMark(central.db, dataDir, now);
  await write(central, async tx => {
    if (!central.trial)
      for (const { office_id, device_id, epoch, cursor } of streams)
        await tx
          .updateTable('stream')
          .set({ archived: cursor })
          .where('office_id', '=', office_id)
          .where('device_id', '=', device_id)
          .where('epoch', '=', epoch)
          .where('archived', '<', cursor)
          .execute();
    await record(tx, { at: now, actor: 'central', what: 'backup.made', data: { streams: streams.length } });
  });
  return dir;
}

/** @throws {BackupRefused} where there is a database already, or the backup is not whole. */
export async function restore(settings: CentralSettings, from: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8')) as Manifest;
  const dump = join(from, dumpName[manifest.kind]);
  if ((await shaOf(dump)) !== manifest.sha256)
    throw new BackupRefused(`${dump} was changed since it was made`);
  const { dataDir, databaseUrl } = settings;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if ((manifest.kind === 'trial') !== (databaseUrl === null))
    throw new BackupRefused(`this is a backup of ${manifest.kind}`);
  const identity = join(dataDir, identityFile);
  if (
    existsSync(identity) &&
    readFileSync(identity, 'utf8') !== readFileSync(join(from, identityFile), 'utf8')
  )
    throw new BackupRefused(`${dataDir} belongs to another headquarters: its keys differ`);
  if (manifest.kind === 'trial') {
    if (existsSync(join(dataDir, 'database'))) throw new BackupRefused(`${dataDir} holds a database already`);
    await restoreTrial(dataDir, dump);
  } else {
    // Into an empty database only: pg_restore stops at the first table that is there.
    await run(
      'pg_restore',
      ['--no-owner', '--exit-on-error', '--single-transaction', '-d', databaseName(databaseUrl!), dump],
      {
        env: environment(databaseUrl!),
      },
    );
  }
  copyFileSync(join(from, identityFile), identity);
  if (existsSync(join(from, 'files')))
    cpSync(join(from, 'files'), join(dataDir, 'files'), { recursive: true });
}

async function dumpServer(url: string, file: string): Promise<void> {
  // A backup is kept for long, and a person may be forgotten tomorrow: the stations say again who agreed.
  const people = ['consent', 'consent_part'].map(table => `--exclude-table-data=${table}`);
  await run('pg_dump', ['--format=custom', '--no-owner', ...people, `--file=${file}`], {
    env: environment(url),
  });
  // Reads every byte of it: a backup that cannot be read is none.
  await run('pg_restore', ['--file=/dev/null', file]);
}

/** Not as arguments, which everybody on the machine can read. */
function environment(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password } = new URL(url);
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: databaseName(url),
  };
}

const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

async function shaOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}
