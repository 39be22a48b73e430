import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readBoard } from '../../src-main/visits/board-store.ts';
import { verifyJournal } from '../../src-main/journal/store.ts';
import { guestbook, openTestOffice, temporaryDir } from '../../test/helpers/station.ts';

const seeds = join(import.meta.dirname, '..', '..', 'test', 'seeds');
const saved = readdirSync(seeds).filter(name => name.endsWith('.sqlite.gz'));

test.each(saved)('an office saved as %s opens, is whole, and works on', async name => {
  const dataDir = temporaryDir();
  writeFileSync(join(dataDir, 'loket.sqlite'), gunzipSync(readFileSync(join(seeds, name))));
  const { station, kiosk } = await openTestOffice({ dataDir, setUp: false });
  expect((await verifyJournal(station.db)).brokenAt).toBeNull();
  const { cards } = await readBoard(station.db, station.clock, true);
  expect(cards.map(card => card.name)).toContain('Siti Aminah');
  expect((await kiosk.post('/visits', guestbook({}, { name: 'Zulkarnain' }))).status).toBe(200);
  expect((await verifyJournal(station.db)).brokenAt).toBeNull();
});
