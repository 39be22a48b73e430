/**
 * A PostgreSQL of the tests' own where its programs are found: a private cluster in a temporary folder, also as root,
 * thrown away at the end. `postgresProgram` is null elsewhere, and the run says so.
 */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const debian = '/usr/lib/postgresql';

/** The folder of initdb and pg_ctl, of the oldest version from 15 on: what runs there runs on newer ones. */
export const postgresProgram = findProgram();

function findProgram(): string | null {
  if (!existsSync(debian)) return null;
  const version = readdirSync(debian)
    .map(Number)
    .filter(one => one >= 15 && existsSync(join(debian, String(one), 'bin', 'initdb')))
    .sort((a, b) => a - b)[0];
  return version ? join(debian, String(version), 'bin') : null;
}

/** What the tests of headquarters run on here, for the run to say. */
export function databasesHere(): string {
  if (!postgresProgram) return 'PGlite only: PostgreSQL was not found (apt-get install postgresql)';
  const version = execFileSync(join(postgresProgram, 'postgres'), ['--version'], { encoding: 'utf8' });
  return `PGlite and PostgreSQL ${/\d+(\.\d+)?/.exec(version)![0]}`;
}

export interface Cluster {
  /** Of a database in it. */
  url(database: string): string;
  run(sql: string): Promise<void>;
  /** Has a database lie in this folder, on whatever disk that is. @returns the way to drop it and to leave the folder. */
  moveTo(dir: string, database: string): Promise<() => Promise<void>>;
  /** Of its first process, whose children serve the connections. */
  pid(): number;
  /** `fast` lets nobody finish, `immediate` is a crash. */
  stop(how?: 'fast' | 'immediate'): void;
  start(): void;
  remove(): void;
}

const user = 'app';

/** @param options.durable false for tests that do not look at what a crash leaves: half the time. */
export async function startCluster(bin: string, options: { durable: boolean }): Promise<Cluster> {
  const dir = mkdtempSync(join(tmpdir(), 'loket-pg-'));
  const asPostgres = userInfo().uid === 0;
  const as = (program: string, args: string[]) => {
    const whole = [join(bin, program), ...args];
    const [command, ...rest] = asPostgres ? ['runuser', '-u', 'postgres', '--', ...whole] : whole;
    execFileSync(command!, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  };
  // The server refuses to run as root, and reads nothing that root alone may read.
  const giveAway = (folder: string) => {
    if (!asPostgres) return;
    const uid = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, uid, uid);
  };
  giveAway(dir);
  const data = join(dir, 'data');
  as('initdb', ['-D', data, '-U', user, '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${dir}`,
    'max_connections=60',
    // As docs/central.md sets a headquarters up.
    ...(options.durable ? ['shared_buffers=1GB', 'max_wal_size=4GB'] : ['fsync=off', 'full_page_writes=off']),
  ];
  const start = () =>
    as('pg_ctl', [
      '-D',
      data,
      '-w',
      '-l',
      join(dir, 'log'),
      '-o',
      settings.map(one => `-c ${one}`).join(' '),
      'start',
    ]);
  const stop = (how: 'fast' | 'immediate' = 'fast') => as('pg_ctl', ['-D', data, '-m', how, '-w', 'stop']);
  start();
  const url = (database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    url,
    run,
    moveTo: async (folder, database) => {
      giveAway(folder);
      const space = `space_of_${database}`;
      await run(`CREATE TABLESPACE ${space} LOCATION '${folder}'`);
      await run(`ALTER DATABASE ${database} SET TABLESPACE ${space}`);
      return async () => {
        await run(`DROP DATABASE ${database} WITH (FORCE)`);
        await run(`DROP TABLESPACE ${space}`);
      };
    },
    pid: () => Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10),
    start,
    stop,
    remove: () => {
      stop('immediate');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
