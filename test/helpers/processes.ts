/** Headquarters and stations as processes of their own, to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { CentralSettings } from '../../src-central/settings.ts';
import type { Doom } from '../sync/doomed-station.ts';

const sync = join(import.meta.dirname, '..', 'sync');
/** The program is the same each time: reading it anew would be half of what a short errand takes. */
const compiled = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled');
const environment = { ...process.env, NODE_COMPILE_CACHE: compiled };

export interface RunningCentral {
  child: ChildProcess;
  url: string;
  /** What `--enrol` asked for. */
  code?: string;
}

/** @returns a program of an earlier release, made by `test/run/save-release.ts`. */
export function released(program: 'central-process' | 'doomed-station', release: string): string {
  const file = join(dirname(compiled), `${program}-${release}.mjs`);
  const saved = readFileSync(join(sync, '..', 'seeds', `${program}-${release}.mjs.gz`));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, gunzipSync(saved));
  return file;
}

export async function startCentral(
  settings: Pick<CentralSettings, 'dataDir' | 'databaseUrl'>,
  args: string[] = [],
  program = join(sync, 'central-process.ts'),
): Promise<RunningCentral> {
  const database = settings.databaseUrl ? ['--database', settings.databaseUrl] : [];
  const child = spawn(process.execPath, [program, '--data', settings.dataDir, ...database, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let code: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    code ??= /^code (.+)$/.exec(line)?.[1];
    const url = /^listening (.+)$/.exec(line)?.[1];
    if (url) return { child, url, code };
  }
  throw new Error('the server ended before it listened');
}

export async function kill({ child }: RunningCentral): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export interface HowToRun {
  /** Of its computer. */
  zone?: string;
  /** Kills it as soon as what it has said so far is this. */
  killWhen?: (said: string) => boolean;
  program?: string;
}

/** One errand of a station. @returns the signal that ended it, and all that it said. */
export async function runStation(
  doom: Doom,
  { zone, killWhen, program = join(sync, 'doomed-station.ts') }: HowToRun = {},
): Promise<{ signal: string | null; said: string }> {
  const child = spawn(process.execPath, [program, JSON.stringify(doom)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, ...(zone ? { TZ: zone } : {}) },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (killWhen?.(said)) child.kill('SIGKILL');
  });
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const signal = await new Promise<string | null>(resolve => {
    child.once('close', (_, by) => resolve(by));
  });
  return { signal, said };
}
