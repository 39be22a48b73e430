/**
 * Saves this release's own station and server, as the tests run them in processes of their own, for the tests in which
 * an older release meets a newer one: `npm exec -c 'node test/run/save-release.ts'`. Run it once for a release that was
 * shipped, in its checkout, and never over an older file. Libraries are not in it; it runs on those that are there.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { wireSchema } from '../../src-central/wire/tables-schema.ts';
import { version } from '../../src-main/station.ts';

const root = join(import.meta.dirname, '..', '..');
const outDir = mkdtempSync(join(tmpdir(), 'loket-save-'));
for (const program of ['doomed-station', 'central-process']) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: `test/sync/${program}.ts`,
      target: 'node24',
      outDir,
      emptyOutDir: false,
      minify: true,
      rolldownOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
    },
  });
  const file = join(root, 'test', 'seeds', `${program}-${version}-schema-${wireSchema}.mjs.gz`);
  writeFileSync(file, gzipSync(readFileSync(join(outDir, `${program}.mjs`)), { level: 9 }));
  console.log(file);
}
rmSync(outDir, { recursive: true });
