/**
 * A small disk of the tests' own, in a file: one that is really full, and one whose power is really cut. It needs root
 * and a loop device; `disksHere` is false elsewhere, and the run says so.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });

export class Disk {
  readonly dir: string;
  #image: string;
  #filler: string;

  private constructor(home: string) {
    this.#image = join(home, 'image');
    this.dir = join(home, 'disk');
    this.#filler = join(this.dir, 'filler');
  }

  static make(megabytes: number): Disk {
    const home = mkdtempSync(join(tmpdir(), 'loket-disk-'));
    // Other accounts may have their folders on it.
    chmodSync(home, 0o755);
    const disk = new Disk(home);
    mkdirSync(disk.dir);
    writeFileSync(disk.#image, '');
    truncateSync(disk.#image, megabytes * 1024 * 1024);
    // Blocks as large disks have them, and none that only root may fill.
    run('mkfs.ext4', '-q', '-b', '4096', '-m', '0', disk.#image);
    disk.#mount();
    return disk;
  }

  /** What has waited in memory for less than five minutes is written only when a program insists. */
  #mount(): void {
    run('mount', '-o', 'loop,commit=300', this.#image, this.dir);
  }

  /** All that was written so far is on the disk. */
  flush(): void {
    run('sync', '--file-system', this.dir);
  }

  /**
   * From now on this is the disk as the computer finds it when the power is back: without what only the operating
   * system's memory held. What has reached the device stays, also from a cache of its own. End what writes here first.
   */
  cutPower(): void {
    const found = `${this.#image}-found`;
    copyFileSync(this.#image, found);
    this.#unmount();
    renameSync(found, this.#image);
    this.#mount();
  }

  /** Until the operating system refuses. @param room bytes that are given back. */
  fill(room: number): void {
    const file = openSync(this.#filler, 'a');
    let size = statSync(this.#filler).size;
    try {
      for (
        let piece = Buffer.alloc(256 * 1024);
        piece.length >= 512;
        piece = piece.subarray(piece.length / 2)
      )
        size += writeUntilFull(file, piece);
    } finally {
      closeSync(file);
    }
    truncateSync(this.#filler, Math.max(0, size - room));
  }

  makeRoom(): void {
    rmSync(this.#filler);
  }

  #unmount(): void {
    run('umount', '--lazy', this.dir);
  }

  end(): void {
    this.#unmount();
    rmSync(join(this.dir, '..'), { recursive: true });
  }
}

function writeUntilFull(file: number, piece: Buffer): number {
  let written = 0;
  try {
    for (;;) written += writeSync(file, piece);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    return written;
  }
}

export const disksHere = canMount();

function canMount(): boolean {
  if (process.platform !== 'linux' || userInfo().uid !== 0) return false;
  try {
    Disk.make(16).end();
    return true;
  } catch {
    return false;
  }
}
