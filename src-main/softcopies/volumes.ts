/** USB sticks: which are there, and a copy on one of them that was read back. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problem, type Problem } from '../problem.ts';

export interface Volume {
  /** Where it is mounted. */
  id: string;
  name: string;
  freeBytes: number;
}

/** Mounted volumes that a person can pull out. */
export async function removableVolumes(): Promise<Volume[]> {
  // Few offices use it, and it costs memory.
  const { default: system } = await import('systeminformation');
  const devices = await system.blockDevices();
  const found = devices.filter(
    device => device.mount && (device.removable || device.protocol?.toLowerCase() === 'usb'),
  );
  const volumes = await Promise.all(
    found.map(async ({ mount, label, model, name }) => {
      const free = await statfs(mount).catch(() => null);
      return free && { id: mount, name: label || model || name, freeBytes: free.bavail * free.bsize };
    }),
  );
  return volumes.filter(volume => volume !== null);
}

/**
 * Copies a file under a free name, and reads it back from the stick.
 *
 * @returns the name it has there.
 * @throws problem.softcopies.stickFull, stickGone or stickFailed; no half a file stays
 */
export async function copyToVolume(
  from: string,
  sha256: string,
  volume: Volume,
  fileName: string,
): Promise<string> {
  const { size } = await stat(from);
  if (volume.freeBytes < size) throw problem.softcopies.stickFull();
  const { name, ext } = parse(fileName);
  const part = join(volume.id, `${name}.part`);
  try {
    await copyFile(from, part);
    await flush(part);
    if ((await sha256Of(part)) !== sha256) throw problem.softcopies.stickFailed();
    const free = await freeName(volume.id, name, ext);
    await rename(part, join(volume.id, free));
    await flush(join(volume.id, free));
    return free;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw asProblem(error as NodeJS.ErrnoException);
  }
}

async function freeName(dir: string, name: string, ext: string): Promise<string> {
  for (let count = 1; ; count++) {
    const wished = count === 1 ? `${name}${ext}` : `${name}-${count}${ext}`;
    const taken = await stat(join(dir, wished)).catch(() => null);
    if (!taken) return wished;
  }
}

/** Out of the machine's memory and onto the stick, before anybody pulls it out. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

const problems: Record<string, () => Problem> = {
  ENOSPC: problem.softcopies.stickFull,
  EFBIG: problem.softcopies.stickFull,
  ENOENT: problem.softcopies.stickGone,
  ENODEV: problem.softcopies.stickGone,
  ENXIO: problem.softcopies.stickGone,
  EACCES: problem.softcopies.stickFailed,
  EPERM: problem.softcopies.stickFailed,
  EROFS: problem.softcopies.stickFailed,
  EIO: problem.softcopies.stickFailed,
};

function asProblem(error: NodeJS.ErrnoException): Error {
  return problems[error.code ?? '']?.() ?? error;
}
