/** What electron-builder packs, seen on a stand-in for Electron's program with the same fuses; nothing is downloaded. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
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

  it('carries the bundle, the screens, and only the modules that cannot be bundled', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    const tops = new Set(files.map(file => file.split('/').slice(1, 3).join('/')));
    const natives = ['@koromix', '@node-rs', '@serialport', 'better-sqlite3', 'koffi', 'serialport'];
    const theirs = ['debug', 'ms', 'node-gyp-build'];
    const ours = ['dist', 'dist/main', 'dist/renderer', 'node_modules', 'package.json'];
    const modules = [...natives, ...theirs].map(name => `node_modules/${name}`);
    expect([...tops].sort()).toEqual([...ours, ...modules].sort());
    expect(files.filter(file => /\.env|\.sqlite|\.ts$|\.map$|\/\.git/.test(file))).toEqual([]);
  });

  it('starts with the entry that package.json names', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
    expect(existsSync(join(dir, main))).toBe(true);
    expect(listPackage(join(resources, 'app.asar'), { isPack: false })).toContain(`/${main}`);
  });

  it('runs from what it carries, with no other module in reach', async () => {
    const app = join(dir, 'extracted');
    extractAll(join(resources, 'app.asar'), app);
    const load = `for (const name of ['koffi', 'serialport', 'better-sqlite3', '@node-rs/argon2']) await import(name);`;
    const loaded = spawnSync(process.execPath, ['--input-type=module', '-e', load], {
      cwd: app,
      encoding: 'utf8',
    });
    expect(loaded.stderr).toBe('');
    const served = spawn(
      process.execPath,
      [join(app, 'dist', 'main', 'serve.mjs'), '--data', join(dir, 'data'), '--port', '0'],
      { cwd: app },
    );
    const [said] = (await once(served.stdout, 'data')) as [Buffer];
    expect(said.toString()).toContain('Petugas  http://127.0.0.1:');
    served.kill('SIGTERM');
    expect(await once(served, 'exit')).toEqual([0, null]);
  }, 60_000);

  it('asks for Electron in its own entry only', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    const bundle = files.filter(file => /^\/dist\/main\/.*\.mjs$/.test(file));
    const askers = bundle.filter(file => / from "electron"/.test(readFileSync(join(dir, file), 'utf8')));
    expect(askers).toEqual(['/dist/main/electron.mjs']);
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
    expect(as('win32', 1)).toThrow('of its own; it has');
    expect(as('linux', 3)).toThrow('of its own; it has');
  });
});
