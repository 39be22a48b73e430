import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDir } from '../test/helpers/station.ts';
import { findElectron } from './electron-binary.ts';

/** An npm package electron as `install-electron` leaves it, changed by the test. */
function installed(change: { version?: string; path?: string; program?: boolean } = {}): string {
  const dir = temporaryDir();
  mkdirSync(join(dir, 'dist'));
  writeFileSync(join(dir, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(join(dir, 'path.txt'), change.path ?? 'electron');
  writeFileSync(join(dir, 'dist', 'version'), change.version ?? 'v45.4.1');
  if (change.program !== false) {
    writeFileSync(join(dir, 'dist', 'electron'), '');
    chmodSync(join(dir, 'dist', 'electron'), 0o755);
  }
  return dir;
}

describe('looking for Electron', () => {
  it('finds the program that is installed', () => {
    const dir = installed();
    expect(findElectron(dir, {}, 'linux')).toBe(join(dir, 'dist', 'electron'));
  });

  it('finds none in a package whose program was never fetched', () => {
    const dir = temporaryDir();
    writeFileSync(join(dir, 'package.json'), '{"version":"45.4.1"}');
    expect(findElectron(dir, {}, 'linux')).toBeNull();
    expect(findElectron(join(dir, 'not-there'), {}, 'linux')).toBeNull();
  });

  it('finds none that is half installed, of another version or of another system', () => {
    expect(findElectron(installed({ program: false }), {}, 'linux')).toBeNull();
    expect(findElectron(installed({ version: '44.3.0' }), {}, 'linux')).toBeNull();
    expect(findElectron(installed({ path: 'electron.exe' }), {}, 'linux')).toBeNull();
    expect(findElectron(installed(), {}, 'win32')).toBeNull();
  });

  it('takes the folder that ELECTRON_OVERRIDE_DIST_PATH names, and no other', () => {
    const elsewhere = join(installed(), 'dist');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: elsewhere };
    expect(findElectron(temporaryDir(), env, 'linux')).toBe(join(elsewhere, 'electron'));
    expect(findElectron(installed(), { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, 'linux')).toBeNull();
  });
});
