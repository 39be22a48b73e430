/** Headquarters of the sync bench: the program itself in a process of its own, on a PostgreSQL of its own with fsync. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { sql } from 'kysely';
import { openCentral, type Central } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';
import { defaultSettings } from '../../src-central/settings.ts';
import { keepOffice, makeEnrolCode } from '../../src-central/stations/store.ts';
import { postgresProgram, startCluster, type Cluster } from '../helpers/postgres.ts';
import { root } from './places.ts';

export class BenchCentral {
  readonly url: string;
  readonly cluster: Cluster;
  /** The same database, for codes and questions. */
  readonly beside: Central;
  #dataDir: string;
  #child: ChildProcess;

  private constructor(parts: {
    url: string;
    cluster: Cluster;
    beside: Central;
    dataDir: string;
    child: ChildProcess;
  }) {
    this.url = parts.url;
    this.cluster = parts.cluster;
    this.beside = parts.beside;
    this.#dataDir = parts.dataDir;
    this.#child = parts.child;
  }

  static async open(): Promise<BenchCentral> {
    if (!postgresProgram) throw new Error('this bench needs PostgreSQL 15: apt-get install postgresql');
    const cluster = await startCluster(postgresProgram, { durable: true });
    await cluster.run('CREATE DATABASE bench');
    const databaseUrl = cluster.url('bench');
    const dataDir = mkdtempSync(join(tmpdir(), 'loket-bench-central-'));
    const screens = join(dataDir, 'no-screens');
    mkdirSync(screens);
    const child = spawn(
      process.execPath,
      [
        ...process.execArgv,
        // As `npm run central` has it.
        '--max-semi-space-size=8',
        join(root, 'src-central', 'main.ts'),
        '--data',
        dataDir,
        '--port=0',
        '--screens',
        screens,
      ],
      { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const url = await addressOf(child);
    const beside = await openCentral(
      { ...defaultSettings, dataDir, databaseUrl },
      { beside: true, log: pino({ level: 'silent' }) },
    );
    return new BenchCentral({ url, cluster, beside, dataDir, child });
  }

  /** A one-time code for an office, which is added when it is new. */
  code(office: string): Promise<string> {
    const now = this.beside.now();
    return write(this.beside, async tx => {
      await keepOffice(tx, { id: office, name: `BPS ${office}` }, now);
      return makeEnrolCode(tx, { office, by: 'bench' }, now);
    });
  }

  /** @throws unless the office has so many visits, each of them once. */
  async proveOnce(office: string, count: number): Promise<void> {
    const { all, different } = await this.visits(office);
    if (all !== count || different !== count)
      throw new Error(`${count} were written, ${all} arrived, ${different} different`);
  }

  async visits(office: string): Promise<{ all: number; different: number }> {
    const { rows } = await sql<{ all: number; different: number }>`
      SELECT count(*)::int AS all, count(DISTINCT submission_id)::int AS different FROM visit
      WHERE office_id = ${office}`.execute(this.beside.db);
    return rows[0]!;
  }

  /** Processor time until now. */
  cpuMs(): { server: number; postgres: number } {
    const postmaster = this.cluster.pid();
    const backends = [postmaster, ...childrenOf(postmaster)];
    return {
      server: cpuMsOf(this.#child.pid!),
      postgres: backends.reduce((sum, pid) => sum + cpuMsOf(pid), 0),
    };
  }

  /** Resident memory of the server. */
  memoryMb(): number {
    const status = readFileSync(`/proc/${this.#child.pid!}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  }

  async end(): Promise<void> {
    await this.beside.close();
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
    this.cluster.remove();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url) {
      child.stdout!.resume();
      return url;
    }
  }
  throw new Error('headquarters ended before it listened');
}

const ticksASecond = 100;

/** Of the process and of those of its children that have ended. */
function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
    return (fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) * 1_000) / ticksASecond;
  } catch {
    return 0;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => {
      try {
        return (
          Number(
            readFileSync(`/proc/${pid}/stat`, 'utf8')
              .replace(/^.*\) /, '')
              .split(' ')[1],
          ) === parent
        );
      } catch {
        return false;
      }
    });
}
