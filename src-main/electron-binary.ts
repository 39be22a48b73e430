/** Finds Electron's program without requiring 'electron', which would try to download it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const programs: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

export const electronProgram = (platform: NodeJS.Platform) => programs[platform] ?? 'electron';

/**
 * @param packageDir of the npm package electron.
 * @returns the path of the program, or null where it is not installed or is of another version than the package.
 */
export function findElectron(
  packageDir: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const program = electronProgram(platform);
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (elsewhere) return existing(join(elsewhere, program));
  const dist = join(packageDir, 'dist');
  if (read(join(packageDir, 'path.txt')) !== program) return null;
  if (read(join(dist, 'version'))?.replace(/^v/, '') !== electronVersion(packageDir)) return null;
  return existing(join(dist, program));
}

/** null when the npm package is not there either. */
export function electronVersion(packageDir: string): string | null {
  const text = read(join(packageDir, 'package.json'));
  return text === null ? null : (JSON.parse(text) as { version: string }).version;
}

const existing = (path: string) => (existsSync(path) ? path : null);

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
