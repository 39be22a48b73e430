import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guestbook, openTestOffice, silentLog } from '../../test/helpers/station.ts';
import { backUp } from './backup.ts';
import { closeDatabase, openDatabase } from './open.ts';

test('a backup is a whole database that opens by itself', async () => {
  const office = await openTestOffice();
  await office.kiosk.post('/visits', guestbook());
  expect(await backUp(office.station.db, office.dataDir, new Date('2026-11-23T09:00:00Z'))).toBe('made');
  const copy = join(office.dataDir, 'backups', 'loket-2026-11-23.sqlite');
  const db = await openDatabase(copy, silentLog);
  expect(await db.selectFrom('visit').select('count').execute()).toEqual([{ count: 1 }]);
  await closeDatabase(db);
});

test('one backup a day is enough, and a week of them is kept', async () => {
  const office = await openTestOffice();
  const dir = join(office.dataDir, 'backups');
  expect(await backUp(office.station.db, office.dataDir, new Date())).toBe('made');
  expect(await backUp(office.station.db, office.dataDir, new Date())).toBe('recent');

  const longAgo = new Date('2026-01-01');
  for (const file of readdirSync(dir)) utimesSync(join(dir, file), longAgo, longAgo);
  for (let day = 10; day < 18; day++) {
    const file = join(dir, `loket-2026-01-${day}.sqlite`);
    writeFileSync(file, '');
    utimesSync(file, longAgo, longAgo);
  }
  await backUp(office.station.db, office.dataDir, new Date('2026-11-24T01:00:00Z'));
  expect(readdirSync(dir)).toHaveLength(7);
  expect(existsSync(join(dir, 'loket-2026-01-10.sqlite'))).toBe(false);
  expect(existsSync(join(dir, 'loket-2026-11-24.sqlite'))).toBe(true);
});
