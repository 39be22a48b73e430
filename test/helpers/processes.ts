/** Headquarters and stations as processes of their own, to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
}

export async function startCentral(
  settings: Pick<CentralSettings, 'dataDir' | 'databaseUrl'>,
  args: string[] = [],
): Promise<RunningCentral> {
  const database = settings.databaseUrl ? ['--database', settings.databaseUrl] : [];
  const child = spawn(
    process.execPath,
    [join(sync, 'central-process.ts'), '--data', settings.dataDir, ...database, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: environment },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const url = /^listening (.+)$/.exec(line)?.[1];
    if (url) return { child, url };
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
}

/** One errand of a station. @returns the signal that ended it, and all that it said. */
export async function runStation(
  doom: Doom,
  { zone, killWhen }: HowToRun = {},
): Promise<{ signal: string | null; said: string }> {
  const child = spawn(process.execPath, [join(sync, 'doomed-station.ts'), JSON.stringify(doom)], {
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
