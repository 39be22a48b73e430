import Sqlite from 'better-sqlite3';
import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { guestbook, openTestOffice, silentLog, temporaryDir } from '../../test/helpers/station.ts';
import { closeDatabase, openDatabase } from '../database/open.ts';
import { verifyJournal } from './store.ts';

/** A whole morning's journal, in a database that nobody has open. */
async function morning(): Promise<string> {
  const office = await openTestOffice();
  for (const name of ['Siti Aminah', 'Muh. Ali', 'Dewi Lestari'])
    await office.kiosk.post('/visits', guestbook({}, { name }));
  await office.station.close();
  return join(office.dataDir, 'loket.sqlite');
}

/** The same data with the guards taken away and one change made: what somebody with a disk editor could do. */
function tampered(file: string, change: string): string {
  const dir = temporaryDir();
  const copy = join(dir, 'loket.sqlite');
  copyFileSync(file, copy);
  const sqlite = new Sqlite(copy);
  const triggers = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) sqlite.exec(`DROP TRIGGER ${String(name)}`);
  sqlite.exec(change);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.close();
  return dir;
}

async function brokenAt(dir: string): Promise<number | null> {
  const db = await openDatabase(join(dir, 'loket.sqlite'), silentLog);
  const found = await verifyJournal(db);
  await closeDatabase(db);
  return found.brokenAt;
}

test('the journal of a morning is whole', async () => {
  const file = await morning();
  expect(await brokenAt(tampered(file, ''))).toBeNull();
});

test('one changed character in any column of any row is found, at that row', async () => {
  const file = await morning();
  const columns = ['at', 'door', 'staff_id', 'what', 'visit_id', 'data', 'previous', 'hash'];
  for (const column of columns) {
    const value =
      column === 'data'
        ? `replace(data, '{', '{ ')`
        : column === 'door'
          ? `iif(door = 'staff', 'kiosk', 'staff')`
          : `coalesce(substr(${column}, 1, length(${column}) - 1), '') || '~'`;
    const dir = tampered(file, `UPDATE journal SET ${column} = ${value} WHERE seq = 7`);
    expect(await brokenAt(dir), column).toBe(7);
  }
});

test.each([
  ['a row taken out', 'DELETE FROM journal WHERE seq = 7', 8],
  ['the first row taken out', 'DELETE FROM journal WHERE seq = 1', 2],
  [
    'two rows in each other’s place',
    'UPDATE journal SET seq = -7 WHERE seq = 7; UPDATE journal SET seq = 7 WHERE seq = 8; UPDATE journal SET seq = 8 WHERE seq = -7',
    7,
  ],
])('%s is found', async (_how, change, row) => {
  expect(await brokenAt(tampered(await morning(), change))).toBe(row);
});

test('npm run verify tells whether the chain is whole, beside a station that is running', async () => {
  const office = await openTestOffice();
  await office.kiosk.post('/visits', guestbook());
  const verify = (dir: string) =>
    promisify(execFile)(process.execPath, ['src-main/verify.ts', '--data', dir]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      }),
    );
  expect(await verify(office.dataDir)).toMatchObject({
    code: 0,
    said: expect.stringContaining('The journal is whole'),
  });
  await office.station.close();
  const dir = tampered(
    join(office.dataDir, 'loket.sqlite'),
    `UPDATE journal SET what = 'visit.left' WHERE seq = 3`,
  );
  expect(await verify(dir)).toMatchObject({ code: 1, said: expect.stringContaining('broken at row 3') });
  expect(await verify(temporaryDir())).toMatchObject({ code: 2, said: expect.stringContaining('no office') });
});

test('verification is asked for in the settings, and is itself on record', async () => {
  const { as, station } = await openTestOffice();
  const supervisor = await as('supervisor');
  const { body } = await supervisor.post<{ rows: number; brokenAt: number | null }>('/journal/verify');
  expect(body.brokenAt).toBeNull();
  const last = await station.db.selectFrom('journal').selectAll().orderBy('seq', 'desc').executeTakeFirst();
  expect(last).toMatchObject({ what: 'journal.verified', staff_id: supervisor.staffId, seq: body.rows + 1 });
});

test('no name, phone or e-mail of a visitor ever stands in the journal', async () => {
  const { kiosk, as, station } = await openTestOffice();
  await kiosk.post(
    '/visits',
    guestbook({}, { name: 'Zulkarnain Harahap', phone: '0813 7777 1234', email: 'zul@contoh.id' }),
  );
  const front = await as('front');
  await front.post('/visitors/search', { text: 'zulkarnain' });
  const visit = await station.db.selectFrom('visit').select('id').executeTakeFirstOrThrow();
  await front.post(`/visits/${visit.id}/look`);
  const whole = JSON.stringify(await station.db.selectFrom('journal').selectAll().execute()).toLowerCase();
  for (const personal of ['zulkarnain', 'harahap', '77771234', 'contoh.id', 'birth'])
    expect(whole, personal).not.toContain(personal);
  expect(whole).toContain('visitor.looked');
});
