/** The station without Electron: the same app and screens on loopback. */
import { setFlagsFromString } from 'node:v8';
import { createApp } from './app.ts';
import { readArgs, usage, UsageError, type StartArgs } from './command-line.ts';
import { DatabaseRefused } from './database/open.ts';
import { seedDemo } from './demo/store.ts';
import { openHttpDoors } from './doors/http.ts';
import { keepPhoneDoor } from './doors/phone.ts';
import { Screens } from './doors/screens.ts';
import { openStation } from './station.ts';

export interface Served {
  kioskUrl: string;
  staffUrl: string;
  dataDir: string;
}

const patienceMs = 5_000;

/** Opens the station and its two loopback doors, says where they are, and closes both on SIGTERM and SIGINT. */
export async function runServe(args: StartArgs, greet: (served: Served) => string = plainly): Promise<void> {
  // A day of small requests lets the heap grow by a hundred megabytes for nothing.
  setFlagsFromString('--optimize-for-size');
  const screens = new Screens(args.screensDir);
  const station = await openStation({ dataDir: args.dataDir, demo: args.demo });
  if (args.demo) await seedDemo(station);
  const app = createApp(station);
  const doors = await openHttpDoors(app, screens, args.port).catch(async error => {
    await station.close();
    throw error;
  });
  const shutPhoneDoor = await keepPhoneDoor(station, app);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    await doors.close();
    await shutPhoneDoor();
    await station.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // Last: who reads the addresses may stop the station at once.
  process.stdout.write(greet({ ...doors, dataDir: args.dataDir }));
}

/** For the last line of a start that failed: a sentence where one is known. Ends the process. */
export function giveUp(error: Error & { code?: string }): never {
  const sentence =
    error instanceof UsageError
      ? `  ${error.message}\n${usage}`
      : error instanceof DatabaseRefused
        ? `  ${error.message}`
        : error.code === 'EADDRINUSE'
          ? '  Port sudah dipakai; mungkin stasiun sudah berjalan. Hentikan dahulu, atau pilih --port lain.\n' +
            '  This port is in use: the station may be running already. Stop it, or choose another with --port.'
          : (error.stack ?? error.message);
  process.stderr.write(`\n${sentence}\n\n`);
  process.exit(1);
}

function plainly({ kioskUrl, staffUrl, dataDir }: Served): string {
  return `\n  Kiosk    ${kioskUrl}/\n  Petugas  ${staffUrl}/\n  Data     ${dataDir}\n\n`;
}

if (import.meta.main) {
  try {
    const args = readArgs(process.argv.slice(2));
    if (args.help) process.stdout.write(usage);
    else await runServe(args);
  } catch (error) {
    giveUp(error as Error);
  }
}
