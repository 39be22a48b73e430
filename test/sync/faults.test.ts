/** Faults of docs/sync-protocol.md §13 on the station's side, each ending whole: F3, F5, F7–F9, F12, F14, F17, F18, F21. */
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { write as writeCentral } from '../../src-central/database/write.ts';
import { pruneFeed, publish } from '../../src-central/feeds/store.ts';
import { copyDatabase } from '../../src-main/database/open.ts';
import { write } from '../../src-main/database/write.ts';
import { signGuestbook } from '../../src-main/visits/guestbook-store.ts';
import { Guestbook } from '../../src-main/visits/schema.ts';
import { openTestCentral, type TestCentral } from '../helpers/central.ts';
import { testClock } from '../helpers/clock.ts';
import { guestbook, openTestOffice, temporaryDir } from '../helpers/station.ts';
import {
  bothDigests,
  cut,
  linkTo,
  newNetwork,
  openSyncedOffice,
  type SyncedOffice,
} from '../helpers/synced.ts';

async function sign({ station }: Pick<SyncedOffice, 'station'>, count = 1): Promise<void> {
  for (let at = 0; at < count; at++) {
    const email = `${crypto.randomUUID()}@contoh.id`;
    const form = Guestbook.parse(guestbook({}, { phone: undefined, email }));
    await write(station, { door: 'kiosk', staffId: null }, tx => signGuestbook(tx, form, null));
  }
}

async function expectWhole(office: SyncedOffice, central: TestCentral, visits: number): Promise<void> {
  office.network.trouble = null;
  await office.courier.sendNow();
  await office.courier.sendNow();
  expect(await office.courier.status()).toMatchObject({ problem: null, backlog: { rows: 0 } });
  const digests = await bothDigests(office.station, central);
  expect(digests.central).toEqual(digests.office);
  const { rows } = await sql<{ all: number; different: number }>`
    SELECT count(*)::int AS all, count(DISTINCT submission_id)::int AS different FROM visit
    WHERE office_id = '1311'`.execute(central.central.db);
  expect(rows[0]).toEqual({ all: visits, different: visits });
}

/** The database as it was, in place of the one that has gone on. */
async function restored(
  office: SyncedOffice,
  central: TestCentral,
  backup: string,
  how: 'noticed' | 'unnoticed',
) {
  await office.station.close();
  for (const suffix of ['-wal', '-shm'])
    rmSync(join(office.dataDir, `loket.sqlite${suffix}`), { force: true });
  copyFileSync(join(backup, 'loket.sqlite'), join(office.dataDir, 'loket.sqlite'));
  if (how === 'unnoticed') copyFileSync(join(backup, 'station.mark'), join(office.dataDir, 'station.mark'));
  return openSyncedOffice(central, { dataDir: office.dataDir, setUp: false, enrol: false });
}

async function backUp(office: SyncedOffice): Promise<string> {
  const dir = temporaryDir();
  await copyDatabase(office.station.db, join(dir, 'loket.sqlite'));
  for (const name of ['station.key', 'station.mark'])
    copyFileSync(join(office.dataDir, name), join(dir, name));
  return dir;
}

test('F3 the answer is lost again and again', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  await sign(office, 3);
  // Of the batch first; then of the hello, which would have told that it arrived.
  for (const lost of ['/up/', '/hello', '/hello']) {
    office.network.trouble = async ({ path }, send) => {
      const answer = await send();
      return path.includes(lost) ? cut() : answer;
    };
    await office.courier.sendNow();
    expect((await office.courier.status()).problem).toBe('cut');
  }
  await expectWhole(office, central, 3);
});

test('F5 answers that are cut, garbled or somebody else’s change nothing', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  await sign(office, 2);
  await writeCentral(central.central, tx =>
    publish(tx, 'global', [{ table: 'synonym', id: 's', data: { phrases: ['a', 'b'] } }]),
  );
  const garble: ((text: string) => string)[] = [
    text => text.slice(0, Math.floor(text.length / 2)),
    text => text.replace('"a"', '"c"'),
    () => '<html>Silakan masuk ke Wi-Fi</html>',
  ];
  for (const change of garble) {
    office.network.trouble = async ({ path }, send) => {
      const answer = await send();
      if (!path.includes('/down/')) return answer;
      return new Response(change(await answer.text()), { status: 200 });
    };
    await office.courier.sendNow();
    expect((await office.courier.status()).problem).toBe('unclear');
  }
  const kept = office.station.db.selectFrom('synonym').select('id').where('id', '=', 's');
  expect(await kept.execute()).toEqual([]);
  await expectWhole(office, central, 2);
  expect(await kept.execute()).toHaveLength(1);
});

test('F7 no clock decides: ten years ahead, 1970, backwards in the middle of it', async () => {
  const central = await openTestCentral('PGlite');
  const clock = Object.assign(testClock(), { boot: crypto.randomUUID() });
  const network = newNetwork();
  const plain = await openTestOffice({
    overrides: { clock, courier: { byHand: true, random: () => 1, link: () => linkTo(central, network) } },
  });
  const { courier } = plain.station;
  const office: SyncedOffice = Object.assign(plain, { network, courier });
  await courier.enrol({ code: await central.code(), url: 'http://central', ca: '' });
  let visits = 0;
  for (const wall of [
    '2036-11-23T01:00:00Z',
    '1970-01-02T00:00:00Z',
    '2026-03-29T02:30:00+01:00',
    '2026-11-24T00:00:00+09:00',
  ]) {
    clock.setWall(wall);
    // Without a person, because nobody was born before 1970 began.
    const refused = guestbook({ notice: { version: 1, choice: 'refused' }, person: undefined });
    expect((await office.kiosk.post('/visits', refused)).status).toBe(200);
    visits++;
    network.trouble = async (_, send) => {
      clock.setWall('1999-12-31T23:59:59Z');
      return send();
    };
    await courier.sendNow();
    network.trouble = () => cut();
    await courier.sendNow();
  }
  await expectWhole(office, central, visits);
});

test.each(['noticed', 'unnoticed'] as const)(
  'F8, F9 a station restored from a backup (%s) works on until its numbers overlap',
  { timeout: 60_000 },
  async how => {
    const central = await openTestCentral('PGlite');
    const before = await openSyncedOffice(central);
    await sign(before, 2);
    await before.courier.sendNow();
    const backup = await backUp(before);
    await before.station.close();
    // The mark changes at each start, so a start lies between the backup and its return.
    const again = await openSyncedOffice(central, { dataDir: before.dataDir, setUp: false, enrol: false });
    await sign(again, 3);
    await again.courier.sendNow();
    const office = await restored(again, central, backup, how);
    await sign(office, 4);
    await expectWhole(office, central, 9);
    const epochs = await office.station.db
      .selectFrom('sync_epoch')
      .select('reason')
      .orderBy('epoch')
      .execute();
    expect(epochs.map(one => one.reason)).toContain(how === 'noticed' ? 'restored' : 'fork');
    const numbers = await office.station.db.selectFrom('visit').select(['letter', 'count']).execute();
    expect(new Set(numbers.map(one => `${one.letter}${one.count}`)).size).toBe(9);
  },
);

test('F12 a copied disk: both work and send in turn', { timeout: 60_000 }, async () => {
  const central = await openTestCentral('PGlite');
  const first = await openSyncedOffice(central);
  await sign(first, 2);
  await first.courier.sendNow();
  const dataDir = temporaryDir();
  cpSync(await backUp(first), dataDir, { recursive: true });
  const second = await openSyncedOffice(central, { dataDir, setUp: false, enrol: false });
  for (let round = 0; round < 3; round++)
    for (const office of [first, second]) {
      await sign(office, 2);
      await office.courier.sendNow();
    }
  await first.courier.sendNow();
  await expectWhole(second, central, 14);
  await expectWhole(first, central, 14);
  await expectWhole(second, central, 14);
});

test('F14 a full disk while capturing, sealing and taking in', { timeout: 60_000 }, async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  const { db } = office.station;
  const pages = async () =>
    (await sql<{ page_count: number }>`PRAGMA page_count`.execute(db)).rows[0]!.page_count;
  await sql.raw(`PRAGMA max_page_count = ${(await pages()) + 4}`).execute(db);
  let visits = 0;
  for (let full = false; !full && visits < 400; visits++)
    full = await sign(office).then(
      () => false,
      () => true,
    );
  visits--;
  await writeCentral(central.central, tx =>
    publish(
      tx,
      'global',
      Array.from({ length: 400 }, (_, at) => ({
        table: 'synonym',
        id: `s${at}`,
        data: { phrases: [`kata ${at}`, `istilah ${at}`] },
      })),
    ),
  );
  for (let round = 0; round < 3; round++) await office.courier.sendNow();
  await sql.raw('PRAGMA max_page_count = 1000000').execute(db);
  await expectWhole(office, central, visits);
  expect(await db.selectFrom('synonym').select('id').where('id', 'like', 's%').execute()).toHaveLength(400);
});

test('F17 a key that was changed while the link broke is changed once, and nothing waits for it', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  office.network.trouble = async ({ path }, send) => {
    const answer = await send();
    return path.endsWith('/key') ? cut() : answer;
  };
  const interrupted = { body: { code: 'sync.cut' } };
  await expect(office.courier.rotate()).rejects.toMatchObject(interrupted);
  office.network.trouble = () => cut();
  await expect(office.courier.rotate(), 'no session').rejects.toMatchObject(interrupted);
  await sign(office, 1);
  await expectWhole(office, central, 1);
  await office.courier.rotate();
  await sign(office, 1);
  await expectWhole(office, central, 2);
  const keys = central.central.db.selectFrom('device_key').select('replaced_at').orderBy('added_at');
  expect((await keys.execute()).map(one => one.replaced_at === null)).toEqual([false, true]);
});

test('F18 a batch that the disk has damaged is handed in again from the rows, and the office hears of it', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  await sign(office, 3);
  office.network.trouble = ({ method }, send) =>
    method === 'PUT' ? Promise.reject(new Error('no')) : send();
  await office.courier.sendNow();
  const { db } = office.station;
  await sql`DROP TRIGGER sync_batch_is_never_changed`.execute(db);
  await sql`UPDATE sync_batch SET body = zeroblob(length(body)) WHERE no = (SELECT max(no) FROM sync_batch)`.execute(
    db,
  );
  await expectWhole(office, central, 3);
  const alarms = await db
    .selectFrom('journal')
    .select('what')
    .where('what', '=', 'sync.batch-damaged')
    .execute();
  expect(alarms).toHaveLength(1);
});

test(
  'F21 an office that was away finds its feed pruned, and takes the snapshot',
  { timeout: 60_000 },
  async () => {
    const central = await openTestCentral('PGlite');
    const office = await openSyncedOffice(central);
    await office.courier.sendNow();
    await sign(office, 60);
    for (let day = 0; day < 5; day++)
      await writeCentral(central.central, tx =>
        publish(
          tx,
          'global',
          Array.from({ length: 50 }, (_, at) => ({
            table: 'synonym',
            id: `s${at}`,
            data: { phrases: [`kata ${at}`, `hari ${day}`] },
          })),
        ),
      );
    await pruneFeed(central.central, 'global', 200);
    await expectWhole(office, central, 60);
    const words = await office.station.db
      .selectFrom('synonym')
      .select('phrases')
      .where('id', 'like', 's%')
      .execute();
    expect(words).toHaveLength(50);
    expect(words.every(one => one.phrases.includes('hari 4'))).toBe(true);
  },
);
