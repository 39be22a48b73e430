/**
 * `npm start`: builds what is missing or old, then opens the station in Electron where its program is installed, and
 * otherwise on loopback for a browser. Loads nothing of the station before it knows that this Node can run it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { electronProgram, electronVersion, findElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..');
const electronDir = join(root, 'node_modules', 'electron');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`
  Loket PST memerlukan Node 22.12 atau lebih baru; yang berjalan ${process.versions.node}. Jalankan npm ci, lalu npm start.
  Loket PST needs Node 22.12 or newer; this is ${process.versions.node}. Run npm ci, then npm start: it brings its own Node.

`);
  process.exit(1);
}

const { readArgs, usage } = await import('./command-line.ts');
const { giveUp, runServe } = await import('./serve.ts');

try {
  const argv = process.argv.slice(2);
  const args = readArgs(argv);
  const electron = findElectron(electronDir);
  if (args.help) process.stdout.write(`${usage}\n`);
  else {
    const screensGiven = argv.includes('--screens');
    if (!screensGiven && isOld('dist/renderer/kiosk.html', ['src-renderer', 'vite.config.ts']))
      await build('layar', 'screens', []);
    if (!electron) await runServe(args, greet);
    else {
      if (isOld('dist/main/electron.mjs', ['src-main', 'migrations', 'vite.main.config.ts']))
        await build('program', 'program', ['-c', 'vite.main.config.ts']);
      await runElectron(electron, argv);
    }
  }
} catch (error) {
  giveUp(error as Error);
}

function isOld(built: string, sources: string[]): boolean {
  const file = join(root, built);
  if (!existsSync(file)) return true;
  const builtAt = statSync(file).mtimeMs;
  return sources.some(source => newest(join(root, source)) > builtAt);
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}

async function build(id: string, en: string, options: string[]): Promise<void> {
  process.stdout.write(dim(`\n  Menyiapkan ${id}… / Preparing the ${en}…\n`));
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error', ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await ended(child);
  if (code !== 0) process.exit(1);
}

/** Wayland lets no program choose its display, so Linux gets X11 where there is one. */
async function runElectron(program: string, argv: string[]): Promise<void> {
  const x11 = process.platform === 'linux' && process.env.DISPLAY ? ['--ozone-platform=x11'] : [];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(program, [...x11, root, ...argv], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.exit((await ended(child)) ?? 1);
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

function greet({
  kioskUrl,
  staffUrl,
  dataDir,
}: {
  kioskUrl: string;
  staffUrl: string;
  dataDir: string;
}): string {
  const version = electronVersion(electronDir) ?? '';
  const zip = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return `
  ${bold('Loket PST')}

  Kiosk     ${bold(`${kioskUrl}/`)}
  Petugas   ${bold(`${staffUrl}/`)}
  Data      ${dataDir}

  Electron belum terpasang, jadi stasiun ini dibuka di peramban: semua fungsi ada, hanya tanpa
  jendela layar penuh yang terkunci.
  Electron is not installed, so this station opens in a browser: everything works, only without
  the locked full-screen window.

${dim(`  Memasang Electron ${version} / To install Electron ${version}
    daring, online    npx install-electron --no
    cermin, mirror    ELECTRON_MIRROR=https://…/ npx install-electron --no
    luring, offline   ${zip} → node_modules/electron/dist
                      ${electronProgram(process.platform)} → node_modules/electron/path.txt
                      atau, or: ELECTRON_OVERRIDE_DIST_PATH=folder

  Ctrl+C untuk berhenti / to stop`)}

`;
}

function bold(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

function dim(text: string): string {
  return styleText('dim', text, { stream: process.stdout });
}
