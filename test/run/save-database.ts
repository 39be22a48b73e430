/**
 * Saves a small office's database as this release writes it, for the test that opens the oldest one ever saved:
 * `npm exec -c 'node test/run/save-database.ts'`. Run it once for a release that was shipped, and never over an older file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stationMigrations } from '../../migrations/station/index.ts';
import { seedDemo } from '../../src-main/demo/store.ts';
import { openStation, version } from '../../src-main/station.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'loket-save-'));
const station = await openStation({ dataDir, demo: true });
await seedDemo(station);
await station.close();
const step = Object.keys(stationMigrations).at(-1)!.slice(0, 4);
const file = join(import.meta.dirname, '..', 'seeds', `station-${version}-${step}.sqlite.gz`);
writeFileSync(file, gzipSync(readFileSync(join(dataDir, 'loket.sqlite')), { level: 9 }));
rmSync(dataDir, { recursive: true });
console.log(file);
