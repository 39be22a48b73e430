/** Builds the screens and the station's bundle as production has them. */
import { join } from 'node:path';
import { build } from 'vite';
import stationConfig from '../../vite.main.config.ts';
import buildScreens from '../e2e/build-screens.ts';
import { cacheDir, root } from './places.ts';

export interface Programs {
  /** Folder of the built screens. */
  screens: string;
  /** The station as one file, and as it is written; from the root. */
  bundle: string;
  source: string;
  remove(): void;
}

export async function buildPrograms(): Promise<Programs> {
  const remove = await buildScreens();
  await build({
    ...stationConfig,
    configFile: false,
    root,
    logLevel: 'error',
    build: { ...stationConfig.build, outDir: join(cacheDir, 'main'), emptyOutDir: true },
  });
  return {
    screens: process.env.LOKET_SCREENS!,
    bundle: '.cache/bench/main/serve.mjs',
    source: 'src-main/serve.ts',
    remove: () => remove?.(),
  };
}
