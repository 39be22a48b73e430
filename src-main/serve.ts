/** The station without Electron: the same app and screens on loopback. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { DatabaseRefused } from './database/open.ts';
import { seedDemo } from './demo/store.ts';
import { openHttpDoors } from './doors/http.ts';
import { Screens } from './doors/screens.ts';
import { openStation } from './station.ts';

/** Where an office's data lives when nobody says otherwise: the user's own place on each system. */
export function defaultDataDir(demo: boolean): string {
  const base =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'));
  return join(base, demo ? 'loket-pst-demo' : 'loket-pst');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '4310' },
      demo: { type: 'boolean', default: false },
      screens: { type: 'string', default: join(import.meta.dirname, '..', 'dist', 'renderer') },
    },
  });
  const dataDir = values.data ?? defaultDataDir(values.demo);
  const screens = new Screens(values.screens);
  const station = await openStation({ dataDir, demo: values.demo });
  if (values.demo) await seedDemo(station);
  const doors = await openHttpDoors(createApp(station), screens, Number(values.port));
  process.stdout.write(
    `\n  Kiosk    ${doors.kioskUrl}/\n  Petugas  ${doors.staffUrl}/\n  Data     ${dataDir}\n\n`,
  );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await doors.close();
    await station.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

main().catch((error: Error & { code?: string }) => {
  const sentence =
    error instanceof DatabaseRefused
      ? error.message
      : error.code === 'EADDRINUSE'
        ? 'This port is in use: the station may be running already. Stop it, or choose another with --port. / Port sudah dipakai; mungkin stasiun sudah berjalan.'
        : (error.stack ?? error.message);
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
});
