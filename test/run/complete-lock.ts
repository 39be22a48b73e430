/**
 * Adds to package-lock.json the optional packages of other platforms that the registry at hand could not name.
 *
 * npm leaves them out when a mirror lacks them, and `npm ci` then refuses the lock on every platform. An entry with
 * version, system and processor is enough: npm skips it where it does not fit. Run after adding a dependency:
 * `npm exec -c 'node test/run/complete-lock.ts'`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'x64', 'ia32', 'riscv64', 's390x', 'ppc64', 'loong64', 'arm'];
const lockFile = join(import.meta.dirname, '..', '..', 'package-lock.json');

export function readLock() {
  return JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, LockEntry> };
}

/** Optional packages for one platform that others name and the lock does not hold, with the entry each needs. */
export function missingFrom(packages: Record<string, LockEntry>): Record<string, LockEntry> {
  const held = new Set(Object.keys(packages).map(path => path.split('node_modules/').at(-1)!));
  const missing: Record<string, LockEntry> = {};
  for (const entry of Object.values(packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const parts = name.split('/').at(-1)!;
      const os = systems.find(one => parts.includes(one));
      const cpu = processors.find(one => parts.includes(`-${one}`));
      if (held.has(name) || !os || !cpu) continue;
      const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : null;
      missing[`node_modules/${name}`] = {
        version: version.replace(/^[~^]/, ''),
        cpu: [cpu],
        ...(entry.dev ? { dev: true } : {}),
        ...(os === 'linux' && libc ? { libc: [libc] } : {}),
        optional: true,
        os: [os],
      };
    }
  return missing;
}

if (process.argv[1] === import.meta.filename) {
  const lock = readLock();
  const missing = missingFrom(lock.packages);
  const { '': root, ...packages } = { ...lock.packages, ...missing };
  const sorted = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: { '': root, ...sorted } }, null, 2)}\n`);
  console.log(Object.keys(missing).length, 'added');
}
