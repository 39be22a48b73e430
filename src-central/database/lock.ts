/** One server per folder: PGlite itself lets two open the same one, and loses the rows of one of them. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/** Held by this process: a lock with its number that is not among them was left by another one, before a restart. */
const held = new Set<string>();

/** @returns what gives it free. @throws {FolderInUse} while the process that holds it lives. */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, 'central.lock');
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      const pid = Number(readFileSync(file, 'utf8'));
      if (attempt === 2 || (pid === process.pid ? held.has(file) : isAlive(pid)))
        throw new FolderInUse(
          `${dataDir} is in use by process ${pid}. / Folder ini sedang dipakai oleh proses ${pid}.`,
        );
      rmSync(file, { force: true });
    }
  }
  throw new Error('unreachable');
}

function isAlive(pid: number): boolean {
  // Nobody's: a power cut left the file empty.
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
