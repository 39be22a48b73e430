/**
 * Finds the Chromium that the browser tests drive, or installs Debian's: `CHROMIUM`, then a system browser, then
 * Playwright's cache, then `apt-get install chromium` where that is possible.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium on this machine; null when there is none. */
export function findChromium(): string | null {
  const wished = process.env.CHROMIUM;
  if (wished) return runs(wished) ? wished : null;
  return onPath() ?? elsewhere.find(runs) ?? ofPlaywright();
}

/** @throws with what to do, when none is found and none can be installed. */
export function findOrInstallChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM)
    throw new Error(`CHROMIUM=${process.env.CHROMIUM} is not a program that can be run.`);
  const debian = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  if (debian && process.getuid?.() === 0) {
    say('No Chromium found: installing the one of Debian …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env,
      });
    } catch {
      throw new Error('apt-get could not install chromium (see above). Install it by hand, then run again.');
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    [
      'The browser tests need a Chromium, and none was found. Do one of these, then run again:',
      ...(debian ? ['  sudo apt-get install chromium'] : []),
      '  npm exec -- playwright install chromium',
      '  CHROMIUM=/path/to/chrome npm test',
    ].join('\n'),
  );
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of names)
    for (const folder of folders) {
      const file = join(folder, name + suffix);
      if (folder && runs(file)) return file;
    }
  return null;
}

/** The newest Chromium that `playwright install` put into its cache. */
function ofPlaywright(): string | null {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
  ];
  for (const cache of caches) {
    if (!cache || !existsSync(cache)) continue;
    const builds = readdirSync(cache).filter(name => /^chromium(_headless_shell)?-\d+$/.test(name));
    for (const build of builds.sort().reverse())
      for (const inside of [
        'chrome-linux64/chrome',
        'chrome-linux/chrome',
        'chrome-linux/headless_shell',
        'chrome-headless-shell-linux64/chrome-headless-shell',
        'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        'chrome-win64/chrome.exe',
      ]) {
        const file = join(cache, build, inside);
        if (runs(file)) return file;
      }
  }
  return null;
}
