/** Reads a large data file through in a thread of its own, once after the start, while the counter works. */
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Station } from '../station.ts';
import { checkedAtStartBytes } from './open.ts';
import { record, write } from './write.ts';

export type Integrity = 'whole' | 'checking' | 'damaged';

const delayMs = 30_000;

/** @returns the function that stops it. A small file was read through before it was opened, and is whole. */
export function checkLater(station: Station, file: string, afterMs = delayMs): () => void {
  if (statSync(file).size <= checkedAtStartBytes) return () => {};
  station.integrity = 'checking';
  let worker: Worker | null = null;
  const timer = setTimeout(() => {
    worker = new Worker(workerUrl(), { workerData: { file } });
    worker.unref();
    worker.once('message', (found: string) => void settle(station, found));
    worker.once('error', error => station.log.error({ message: error.message }, 'integrity check failed'));
  }, afterMs).unref();
  return () => {
    clearTimeout(timer);
    void worker?.terminate();
  };
}

/** Beside this file in the sources, beside the bundle in production. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new URL(`./integrity-worker.${extension}`, import.meta.url);
}

async function settle(station: Station, found: string): Promise<void> {
  station.integrity = found === 'ok' ? 'whole' : 'damaged';
  if (found === 'ok') return;
  station.log.error({ found }, 'the data file is damaged');
  await write(station, { door: 'station', staffId: null }, tx => record(tx, 'station.damaged')).catch(
    (error: Error) => station.log.error({ message: error.message }, 'damage could not be recorded'),
  );
}
