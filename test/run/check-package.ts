/**
 * Runs in electron-builder after packing: stops a package that lacks the machine code of its own system, as one does
 * that is made on another system than it is for (npm installs machine code for its own only), or that carries what it must not.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';

interface Packed {
  appOutDir: string;
  electronPlatformName: string;
  arch: number;
  packager: { getResourcesDir(appOutDir: string): string };
}

/** electron-builder's numbers. */
const arches: Record<number, string> = { 1: 'x64', 3: 'arm64' };
const secret = /\.(ts|tsx|env|sqlite|pem|key|map)$|\/\.|\/(test|docs|src-main|src-renderer)\//;

export default function checkPackage({ appOutDir, electronPlatformName, arch, packager }: Packed): void {
  const resources = packager.getResourcesDir(appOutDir);
  const target = `${electronPlatformName}-${arches[arch]}`;
  const native = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.node'))
    .sort();
  const wanted = ['koffi', 'argon2', 'serialport', 'better-sqlite3'];
  const right = native.filter(file => file.includes(target) && wanted.some(name => file.includes(name)));
  if (native.length !== wanted.length || right.length !== wanted.length)
    throw new Error(
      `the package for ${target} must carry ${wanted.join(', ')} of its own; it has ${native.join(' ')}`,
    );
  const files = listPackage(join(resources, 'app.asar'), { isPack: false });
  const wrong = files.filter(file => secret.test(file.replaceAll('\\', '/')));
  const missing = [
    '/dist/main/electron.mjs',
    '/dist/renderer/kiosk.html',
    '/dist/renderer/staff.html',
  ].filter(file => !files.includes(file) && !files.includes(file.replaceAll('/', '\\')));
  if (wrong.length > 0 || missing.length > 0)
    throw new Error(`the package must not carry ${wrong.join(' ')} and must carry ${missing.join(' ')}`);
}
