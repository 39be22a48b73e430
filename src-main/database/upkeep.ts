/** Keeps a thread that folds the write-ahead log into the file, and has it read a large file through when all is quiet. */
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Station } from '../station.ts';
import { checkedAtStartBytes } from './open.ts';
import { record, write } from './write.ts';

export type Integrity = 'whole' | 'checking' | 'damaged';

/** A quarter of what a thread takes otherwise; it never needs more. */
const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, codeRangeSizeMb: 4 };
const usual = { startMs: 5_000, quietMs: 5 * 60 * 1_000 };

/**
 * A small file was read through before it was opened, and is whole; a larger one is 'checking' until it was read.
 * @param startMs the thread begins this long after the station, whose first answers come first.
 * @param quietMs nothing happened at the counter for so long.
 * @returns the function that stops both.
 */
export function lookAfter(station: Station, file: string, { startMs, quietMs } = usual): () => void {
  let worker: Worker | null = null;
  const start = setTimeout(() => {
    worker = new Worker(workerUrl(), { workerData: { file }, resourceLimits });
    worker.unref();
    worker.on('message', (found: string) => void settle(station, found));
    worker.once('error', error =>
      station.log.error({ message: error.message }, 'upkeep of the file stopped'),
    );
  }, startMs).unref();
  const stopChecking = checkWhenQuiet(station, file, startMs + quietMs, () => worker?.postMessage('check'));
  return () => {
    clearTimeout(start);
    stopChecking();
    void worker?.terminate();
  };
}

function checkWhenQuiet(station: Station, file: string, quietMs: number, check: () => void): () => void {
  if (statSync(file).size <= checkedAtStartBytes) return () => {};
  station.integrity = 'checking';
  const timer = setTimeout(() => {
    hearNoMore();
    check();
  }, quietMs).unref();
  const hearNoMore = station.changes.subscribe(() => timer.refresh());
  return () => {
    hearNoMore();
    clearTimeout(timer);
  };
}

/** Beside this file in the sources, beside the bundle in production. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new URL(`./upkeep-worker.${extension}`, import.meta.url);
}

async function settle(station: Station, found: string): Promise<void> {
  station.integrity = found === 'ok' ? 'whole' : 'damaged';
  if (found === 'ok') return;
  station.log.error({ found }, 'the data file is damaged');
  await write(station, { door: 'station', staffId: null }, tx => record(tx, 'station.damaged')).catch(
    (error: Error) => station.log.error({ message: error.message }, 'damage could not be recorded'),
  );
}
