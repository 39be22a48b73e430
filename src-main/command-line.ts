/** What the start script, the station without Electron and the Electron program understand on their command lines. */
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartArgs {
  dataDir: string;
  /** Of the kiosk; the staff screens get the next one. Without meaning under Electron. */
  port: number;
  demo: boolean;
  screensDir: string;
  help: boolean;
}

export class UsageError extends Error {
  override name = 'UsageError';
}

export const usage = `
  npm start -- [pilihan / options]

    --data DIR   folder data kantor ini             the office's data folder
    --port N     port kiosk; petugas N + 1 (4310)   port of the kiosk; staff N + 1
    --demo       kantor contoh untuk mencoba        a sample office to try things in
    --help       keterangan ini                     this text
`;

/** @throws {UsageError} for anything it does not know, so that a slip of the finger never starts an empty office. */
export function readArgs(argv: string[]): StartArgs {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options }));
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
  const port = Number(values.port ?? 4310);
  if (!Number.isInteger(port) || port < 0 || port > 65_534)
    throw new UsageError(`--port ${values.port}: 0 … 65534`);
  return { ...complete(values), port, help: values.help ?? false };
}

/** Electron's own switches stand between ours, so that unknown ones are left alone here. */
export function readElectronArgs(argv: string[]): Pick<StartArgs, 'dataDir' | 'demo' | 'screensDir'> {
  const { values } = parseArgs({ args: argv, options, strict: false });
  return complete({
    data: typeof values.data === 'string' ? values.data : undefined,
    screens: typeof values.screens === 'string' ? values.screens : undefined,
    demo: values.demo === true,
  });
}

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  demo: { type: 'boolean' },
  screens: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function complete({ data, demo = false, screens }: { data?: string; demo?: boolean; screens?: string }) {
  return { dataDir: data ?? defaultDataDir(demo), demo, screensDir: screens ?? builtScreensDir() };
}

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

/** The same folder from the sources (`src-main/`) and from the bundle (`dist/main/`). */
function builtScreensDir(): string {
  const here = import.meta.dirname;
  return basename(here) === 'src-main' ? join(here, '..', 'dist', 'renderer') : join(here, '..', 'renderer');
}
