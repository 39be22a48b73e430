/**
 * The folder into which the scanner stores its files, seen by looking at it: files appear, grow, and are whole when
 * nothing has changed for a while and they can be read through. Notices of the file system are not relied on, because
 * scanners write to network shares as well.
 */
import { constants } from 'node:fs';
import { copyFile, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { UnreadableDocument, type Documents } from './documents.ts';
import { isPlainName, lookAgain, scanTypeOf, type Look } from './rules.ts';
import type { ScanType } from './schema.ts';

/** `arriving`: still being written. `unreadable`: complete as far as one can tell, and not what its name says. */
export type ScanState = 'arriving' | 'ready' | 'unreadable';

export interface Scan {
  name: string;
  type: ScanType;
  bytes: number;
  modifiedAt: string;
  state: ScanState;
  pages: number | null;
}

interface Known {
  look: Look;
  /** When the station first saw a file of this name. */
  firstSeenMs: number;
  checked: { pages: number } | 'unreadable' | null;
}

const mostFiles = 300;
/** A larger file is no scan, and would fill the worker's memory. */
const largestBytes = 500 * 1024 ** 2;

export class ScanFolder {
  #documents: Documents;
  #clock: Clock;
  #folder: string | null = null;
  #known = new Map<string, Known>();

  constructor(documents: Documents, clock: Clock) {
    this.#documents = documents;
    this.#clock = clock;
  }

  /**
   * The scanner's files, newest first; null when the folder cannot be reached.
   *
   * @param since only files that came after this instant: a visitor sees nothing of the one before.
   */
  async look(folder: string, since: Date | null = null): Promise<Scan[] | null> {
    if (folder !== this.#folder) this.#known.clear();
    this.#folder = folder;
    const names = await readdir(folder).catch(() => null);
    if (!names) return null;
    const scans: Scan[] = [];
    for (const name of names.filter(isPlainName).slice(-mostFiles)) {
      const scan = await this.#lookAt(join(folder, name), name, since);
      if (scan) scans.push(scan);
    }
    for (const name of this.#known.keys()) if (!names.includes(name)) this.#known.delete(name);
    return scans.sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || b.name.localeCompare(a.name));
  }

  /** Moves whole files out of the scanner's folder, all of them or none. @throws problem.softcopies.scanGone */
  async take(folder: string, names: string[], since: Date | null, to: string): Promise<Scan[]> {
    const scans = (await this.look(folder, since)) ?? [];
    const wanted = names.map(name => {
      const scan = scans.find(one => one.name === name);
      if (!scan) throw problem.softcopies.scanGone();
      if (scan.state !== 'ready') throw problem.softcopies.scanNotWhole();
      return scan;
    });
    const moved: string[] = [];
    try {
      for (const [at, { name }] of wanted.entries()) {
        await move(join(folder, name), join(to, takenName(at, name)));
        moved.push(name);
      }
    } catch {
      await this.giveBack(folder, moved, to);
      throw problem.softcopies.scanGone();
    }
    return wanted;
  }

  /** Back into the scanner's folder: nothing became of them. */
  async giveBack(folder: string, names: string[], from: string): Promise<void> {
    for (const [at, name] of names.entries())
      await move(join(from, takenName(at, name)), join(folder, name)).catch(() => undefined);
  }

  async #lookAt(path: string, name: string, since: Date | null): Promise<Scan | null> {
    const stat = await lstat(path).catch(() => null);
    if (!stat?.isFile() || stat.size > largestBytes) return null;
    const before = this.#known.get(name);
    const { still, ...look } = lookAgain(before?.look, {
      size: stat.size,
      modifiedMs: stat.mtimeMs,
      monoMs: this.#clock.monoMs(),
    });
    const unchanged = before?.look.sinceMonoMs === look.sinceMonoMs;
    const known: Known = {
      look,
      firstSeenMs: before?.firstSeenMs ?? this.#clock.now().getTime(),
      checked: unchanged ? before.checked : null,
    };
    this.#known.set(name, known);
    const sinceMs = since?.getTime() ?? 0;
    if (known.firstSeenMs < sinceMs || stat.mtimeMs < sinceMs) return null;
    const type = scanTypeOf(name)!;
    if (still && known.checked === null && !(await isOpenElsewhere(path)))
      known.checked = await this.#documents.check({ path, type }).catch((error: Error) => {
        if (error instanceof UnreadableDocument) return 'unreadable' as const;
        throw error;
      });
    const state =
      known.checked === null ? 'arriving' : known.checked === 'unreadable' ? 'unreadable' : 'ready';
    return {
      name,
      type,
      bytes: stat.size,
      modifiedAt: stat.mtime.toISOString(),
      state,
      pages: known.checked === null || known.checked === 'unreadable' ? null : known.checked.pages,
    };
  }
}

/** In its order among the files of a softcopy. */
export function takenName(at: number, name: string): string {
  return `${String(at + 1).padStart(3, '0')}-${name}`;
}

/** Windows lets nobody open a file that a scanner has open for itself; elsewhere this is never true. */
async function isOpenElsewhere(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY).catch(() => null);
  await file?.close();
  return file === null;
}

/** Never over a file that is there already. */
async function move(from: string, to: string): Promise<void> {
  if (await lstat(to).catch(() => null)) throw new Error('there is a file of this name already');
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await rm(from);
  }
}
