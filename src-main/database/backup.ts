/** A copy of the whole database each day, a week of them, made while the counter works. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { copyDatabase, type Db } from './open.ts';

const keep = 7;
/** Of a large office fewer copies are kept, so that backups never fill the disk that the counter needs. */
const roomBytes = 4 * 1024 ** 3;
const dayMs = 24 * 60 * 60 * 1_000;
const name = /^loket-\d{4}-\d{2}-\d{2}\.sqlite$/;

/** Copies the database into `backups/` unless a copy of the last 20 hours is there; drops what is older than a week, or more than there is room for. */
export async function backUp(db: Db, dataDir: string, now: Date): Promise<'made' | 'recent'> {
  const dir = join(dataDir, 'backups');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const copies = readdirSync(dir)
    .filter(file => name.test(file))
    .sort();
  const newest = copies.at(-1);
  if (newest && now.getTime() - statSync(join(dir, newest)).mtimeMs < (20 / 24) * dayMs) return 'recent';
  const half = join(dir, 'half-written.sqlite');
  rmSync(half, { force: true });
  await copyDatabase(db, half);
  const copy = `loket-${now.toISOString().slice(0, 10)}.sqlite`;
  renameSync(half, join(dir, copy));
  const all = [...new Set([...copies, copy])].sort();
  const kept = Math.max(1, Math.min(keep, Math.floor(roomBytes / statSync(join(dir, copy)).size)));
  for (const old of all.slice(0, Math.max(0, all.length - kept))) rmSync(join(dir, old));
  return 'made';
}

/** Backs up ten minutes after the start and then looks once an hour. @returns the function that stops it. */
export function backUpDaily(db: Db, dataDir: string, log: Logger, now: () => Date): () => void {
  const attempt = () => {
    backUp(db, dataDir, now()).catch((error: Error) =>
      log.error({ message: error.message }, 'backup failed'),
    );
  };
  const first = setTimeout(attempt, 10 * 60 * 1_000).unref();
  const hourly = setInterval(attempt, 60 * 60 * 1_000).unref();
  return () => {
    clearTimeout(first);
    clearInterval(hourly);
  };
}
