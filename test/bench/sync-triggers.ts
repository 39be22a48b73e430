/** What capturing adds to a row that is written in bulk, where nothing else hides it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { keepBooks } from '../../src-main/database/write.ts';
import { openStation } from '../../src-main/station.ts';
import { installCapture } from '../../src-main/sync/capture.ts';
import { beginEpoch } from '../../src-main/sync/history-store.ts';
import { median, most, type Row } from './table.ts';

const count = 20_000;

export async function measureTriggers(template: string): Promise<Row[]> {
  const added: number[] = [];
  for (let round = 0; round < 5; round++) {
    const plain = await perRow(template, false);
    added.push((await perRow(template, true)) - plain);
  }
  return [most('trigger', 'what capturing adds to a row', median(added), 'µs', 25)];
}

async function perRow(template: string, captured: boolean): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loket-bench-trigger-'));
  cpSync(template, dataDir, { recursive: true });
  const station = await openStation(
    { dataDir },
    { log: pino({ level: 'silent' }), courier: { byHand: true } },
  );
  if (captured)
    await keepBooks(station, async books => {
      await beginEpoch(books, station, { reason: 'first', parent: null, common: null });
      await installCapture(books);
    });
  const ids = Array.from({ length: count }, () => crypto.randomUUID() as string);
  const began = performance.now();
  await keepBooks(station, async books => {
    for (let at = 0; at < count; at += 100)
      await books
        .insertInto('help_call')
        .values(
          ids.slice(at, at + 100).map(id => ({
            id,
            kiosk: id,
            called_at: '2026-11-23T01:30:00.000Z',
            answered_at: null,
            answered_by: null,
          })),
        )
        .execute();
  });
  const took = performance.now() - began;
  await station.close();
  rmSync(dataDir, { recursive: true, force: true });
  return (took / count) * 1_000;
}
