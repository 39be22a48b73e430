/** A CUPS of its own, with queues to addresses of this machine; nothing of the machine's own CUPS is touched. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scheduler = ['/usr/sbin/cupsd', '/usr/bin/cupsd'].find(path => existsSync(path));

/** Why CUPS cannot be exercised here; null when it can. */
export const noCups: string | null = !scheduler
  ? 'CUPS is not installed (Debian: apt-get install cups cups-client cups-filters)'
  : process.getuid?.() === 0
    ? null
    : 'a CUPS of its own needs root';

export interface Cups {
  /** For CUPS_SERVER. */
  server: string;
  addQueue(name: string, port: number): void;
  pauseQueue(name: string): void;
  stop(): Promise<void>;
}

export async function startCups(): Promise<Cups> {
  const dir = mkdtempSync(join(tmpdir(), 'loket-cups-'));
  // CUPS reads what it prints as a user of its own.
  chmodSync(dir, 0o755);
  for (const name of ['root', 'root/ppd', 'spool', 'spool/tmp', 'cache', 'state']) mkdirSync(join(dir, name));
  const server = join(dir, 'socket');
  const files = {
    'cups-files.conf': [
      ...[
        'ServerRoot root',
        'RequestRoot spool',
        'TempDir spool/tmp',
        'CacheDir cache',
        'StateDir state',
      ].map(line => line.replace(' ', ` ${dir}/`)),
      `ErrorLog ${dir}/error_log`,
      `AccessLog ${dir}/access_log`,
      `PageLog ${dir}/page_log`,
      'SystemGroup root',
    ],
    'cupsd.conf': [
      `Listen ${server}`,
      'Browsing No',
      'DefaultAuthType None',
      '<Location />',
      'Order allow,deny',
      'Allow all',
      '</Location>',
    ],
  };
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(dir, name), `${lines.join('\n')}\n`);
  const child = spawn(scheduler!, ['-f', '-c', join(dir, 'cupsd.conf'), '-s', join(dir, 'cups-files.conf')], {
    stdio: 'ignore',
  });
  const env = { ...process.env, CUPS_SERVER: server, LC_ALL: 'C' };
  const run = (command: string, args: string[]) => execFileSync(command, args, { env, stdio: 'pipe' });
  for (let tries = 0; ; tries++) {
    try {
      run('lpstat', ['-r']);
      if (existsSync(server)) break;
    } catch {
      // Not yet.
    }
    if (tries > 100) throw new Error('the CUPS of the tests did not start');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    server,
    addQueue: (name, port) =>
      void run('lpadmin', ['-p', name, '-E', '-v', `socket://127.0.0.1:${port}`, '-m', 'raw']),
    pauseQueue: name => void run('cupsdisable', [name]),
    stop: async () => {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
