/** `npm start` as a person runs it, in a process of its own, with screens given so that nothing is built. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryDir } from './helpers/station.ts';

const root = join(import.meta.dirname, '..');
const start = join(root, 'src-main', 'start.ts');

function screens(): string {
  const dir = temporaryDir();
  for (const page of ['kiosk', 'staff']) writeFileSync(join(dir, `${page}.html`), `<title>${page}</title>`);
  return dir;
}

/** Starts and waits until it has said `until`. */
async function run(args: string[], env: Record<string, string>, until: RegExp) {
  const child = spawn(process.execPath, [start, ...args], { cwd: root, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (until.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', code => reject(new Error(`ended with ${code}: ${said}`)));
  });
  return { child, said };
}

const noElectron = { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };

describe('npm start', () => {
  it('opens the station for a browser where Electron is missing, and says in two languages how to get it', async () => {
    const data = join(temporaryDir(), 'made', 'for me');
    const { child, said } = await run(
      ['--data', data, '--port', '0', '--screens', screens()],
      noElectron,
      /Ctrl\+C/,
    );
    const [kioskUrl, staffUrl] = [...said.matchAll(/http:\/\/127\.0\.0\.1:\d+\//g)].map(([url]) => url);
    expect(await (await fetch(kioskUrl!)).text()).toContain('kiosk');
    expect(await (await fetch(staffUrl!)).text()).toContain('staff');
    expect(await (await fetch(`${staffUrl}api/health`)).json()).toMatchObject({ ok: true });
    expect(said).toContain(data);
    expect(said).toContain('Electron belum terpasang');
    expect(said).toContain('Electron is not installed');
    expect(said).toContain('npx install-electron --no');
    expect(said).not.toContain('\u001B[');

    const open = await fetch(`${staffUrl}api/changes`);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(existsSync(join(data, 'loket.sqlite-wal'))).toBe(false);
    await open.body?.cancel().catch(() => undefined);
  });

  it('hands over to Electron where it is installed, with the same options', async () => {
    const dir = temporaryDir();
    const program = join(dir, 'electron');
    writeFileSync(
      program,
      `#!/bin/sh\necho "electron got: $*"\necho "as node: [$ELECTRON_RUN_AS_NODE]"\nexec sleep 30\n`,
    );
    chmodSync(program, 0o755);
    const env = { ELECTRON_OVERRIDE_DIST_PATH: dir, ELECTRON_RUN_AS_NODE: '1', DISPLAY: ':9' };
    const { child, said } = await run(['--data', dir, '--screens', screens()], env, /as node: .*\n/);
    expect(said).toContain(`electron got: --ozone-platform=x11 ${root} --data ${dir}`);
    expect(said).toContain('as node: []');
    expect(existsSync(join(root, 'dist', 'main', 'electron.mjs'))).toBe(true);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
  });

  it('explains its options when asked, and when it was not understood', () => {
    const say = (...args: string[]) => spawnSync(process.execPath, [start, ...args], { encoding: 'utf8' });
    const help = say('--help');
    expect([help.status, help.stderr]).toEqual([0, '']);
    const wrong = say('--prot', '99');
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain("Unknown option '--prot'");
    for (const text of [help.stdout, wrong.stderr])
      for (const option of ['--data DIR', '--port N', '--demo']) expect(text).toContain(option);
  });

  it('says that a port is taken in a sentence, and stores nothing half', async () => {
    const data = temporaryDir();
    const given = ['--port', '0', '--screens', screens()];
    const { said } = await run(['--data', data, ...given], noElectron, /Ctrl\+C/);
    const port = /127\.0\.0\.1:(\d+)/.exec(said)![1]!;
    const second = spawnSync(
      process.execPath,
      [start, '--data', temporaryDir(), '--port', port, '--screens', given[3]!],
      { encoding: 'utf8', env: { ...process.env, ...noElectron } },
    );
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('This port is in use');
    expect(second.stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it('refuses a damaged database in a sentence, and leaves it as it is', () => {
    const data = temporaryDir();
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'loket.sqlite'), 'this is no database at all, but it is long enough to look at');
    const { status, stderr } = spawnSync(
      process.execPath,
      [start, '--data', data, '--port', '0', '--screens', screens()],
      { encoding: 'utf8', env: { ...process.env, ...noElectron } },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('It was not changed');
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });
});
