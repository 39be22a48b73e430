/** What electron-builder packs, seen on a stand-in for Electron's program with the same fuses; nothing is downloaded. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import checkPackage from './run/check-package.ts';

const root = join(import.meta.dirname, '..');
const dir = mkdtempSync(join(tmpdir(), 'loket-package-'));
const dist = join(dir, 'dist');
const unpacked = join(dir, 'release', 'linux-unpacked');
const resources = join(unpacked, 'resources');
/** Marks the fuses inside Electron's program: version 1, nine of them, all off. */
const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09000000000';

function run(script: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', script), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stdout}${stderr}`);
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the package for Linux', () => {
  beforeAll(() => {
    const logged = ['--logLevel', 'error'];
    run('vite/bin/vite.js', [
      'build',
      '-c',
      'vite.main.config.ts',
      '--outDir',
      join(dist, 'main'),
      ...logged,
    ]);
    mkdirSync(join(dist, 'renderer'));
    for (const page of ['kiosk.html', 'staff.html']) writeFileSync(join(dist, 'renderer', page), '');
    const electron = join(dir, 'electron');
    mkdirSync(join(electron, 'locales'), { recursive: true });
    mkdirSync(join(electron, 'resources'));
    for (const locale of ['en-US', 'id', 'fr']) writeFileSync(join(electron, 'locales', `${locale}.pak`), '');
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
    ) as {
      version: string;
    };
    writeFileSync(join(electron, 'version'), version);
    writeFileSync(join(electron, 'electron'), `program ${fuseWire} end`, 'latin1');
    chmodSync(join(electron, 'electron'), 0o755);
    // The project as it is, but what was built just now in the place of its dist folder.
    const config = join(dir, 'electron-builder.yml');
    const built = `  - from: ${dist}\n    to: dist\n`;
    const asIs = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    writeFileSync(config, asIs.replace('  - dist/main/**\n  - dist/renderer/**\n', built));
    const instead = [`-c.electronDist=${electron}`, `-c.directories.output=${join(dir, 'release')}`];
    run('electron-builder/cli.js', ['--config', config, '--linux', '--x64', '--dir', ...instead]);
  }, 120_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('carries the bundle, the screens, and of the modules only those with machine code', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    const tops = new Set(files.map(file => file.split('/').slice(1, 3).join('/')));
    expect([...tops].sort()).toEqual([
      'dist',
      'dist/main',
      'dist/renderer',
      'node_modules',
      'node_modules/@node-rs',
      'node_modules/better-sqlite3',
      'package.json',
    ]);
    expect(files.filter(file => /\.env|\.sqlite|\.ts$|\.map$/.test(file))).toEqual([]);
  });

  it('starts with the entry that package.json names', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
    expect(existsSync(join(dir, main))).toBe(true);
    expect(listPackage(join(resources, 'app.asar'), { isPack: false })).toContain(`/${main}`);
  });

  it('imports nothing that is not in it', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    const bundle = files.filter(file => /^\/dist\/main\/.*\.mjs$/.test(file));
    const imported = bundle.flatMap(file =>
      [
        ...readFileSync(join(dir, file), 'utf8').matchAll(/^(?:import|export)\b.* from "([^".][^"]*)";?$/gm),
      ].map(match => match[1]!),
    );
    const modules = new Set(imported.filter(name => !name.startsWith('node:')));
    const builtIn = new Set(process.getBuiltinModule('node:module').builtinModules);
    expect([...modules].filter(name => !builtIn.has(name)).sort()).toEqual([
      '@node-rs/argon2',
      'better-sqlite3',
      'electron',
    ]);
  });

  it('has its fuses set as the configuration says', () => {
    const wire = readFileSync(join(unpacked, 'loket-pst'), 'latin1');
    const states = wire.slice(wire.indexOf(fuseWire.slice(0, 34)) + 34).slice(0, 8);
    // RunAsNode, CookieEncryption, NodeOptions, CliInspect, AsarIntegrity, OnlyAsar, BrowserSnapshot, FilePrivileges.
    expect(states).toBe('00001100');
  });

  it('speaks Indonesian and English only', () => {
    expect(existsSync(join(unpacked, 'locales', 'id.pak'))).toBe(true);
    expect(existsSync(join(unpacked, 'locales', 'fr.pak'))).toBe(false);
  });

  it('is refused for a system whose machine code it does not carry', () => {
    const packager = { getResourcesDir: () => resources };
    const as = (electronPlatformName: string, arch: number) => () =>
      checkPackage({ appOutDir: unpacked, electronPlatformName, arch, packager });
    expect(as('linux', 1)).not.toThrow();
    expect(as('win32', 1)).toThrow('must carry its own argon2 and better-sqlite3');
    expect(as('linux', 3)).toThrow('must carry its own argon2 and better-sqlite3');
  });
});
