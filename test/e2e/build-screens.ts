/** Before the browser tests: builds the screens into a folder of this run, unless `LOKET_SCREENS` names a built one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import config from '../../vite.config.ts';

export default async function buildScreens(): Promise<(() => void) | undefined> {
  if (process.env.LOKET_SCREENS) return undefined;
  const outDir = mkdtempSync(join(tmpdir(), 'loket-screens-'));
  try {
    await build({ build: { outDir }, logLevel: 'silent' });
  } catch (error) {
    await buildWhatCanBe(outDir, error as Error);
  }
  process.env.LOKET_SCREENS = outDir;
  return () => rmSync(outDir, { recursive: true, force: true });
}

/** Somebody who works on the one audience's screens is not held up by the other's being half written. */
async function buildWhatCanBe(outDir: string, cause: Error): Promise<void> {
  let built = 0;
  for (const audience of ['kiosk', 'staff', 'hq']) {
    const rolldownOptions = { input: { [audience]: `src-renderer/${audience}.html` } };
    try {
      const own = { ...config.build, outDir, emptyOutDir: false, rolldownOptions };
      await build({ ...config, configFile: false, build: own, logLevel: 'silent' });
      built += 1;
    } catch {
      console.warn(`\nThe ${audience} screens do not build: ${cause.message.slice(0, 600)}\n`);
    }
  }
  if (built === 0) throw cause;
}
