/** I7: what a station may throw away of what it handed in, and that it can do without it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { write } from '../../src-main/database/write.ts';
import { signGuestbook } from '../../src-main/visits/guestbook-store.ts';
import { Guestbook } from '../../src-main/visits/schema.ts';
import { kinds, openTestCentral, type TestCentral } from '../helpers/central.ts';
import { testClock } from '../helpers/clock.ts';
import { guestbook } from '../helpers/station.ts';
import { bothDigests, openSyncedOffice, type SyncedOffice } from '../helpers/synced.ts';

async function day({ station, courier }: SyncedOffice): Promise<void> {
  const form = Guestbook.parse(
    guestbook({}, { phone: undefined, email: `${crypto.randomUUID()}@contoh.id` }),
  );
  await write(station, { door: 'kiosk', staffId: null }, tx => signGuestbook(tx, form, null));
  await courier.sendNow();
}

async function numbersOf({ station }: SyncedOffice): Promise<number[]> {
  const batches = await station.db.selectFrom('sync_batch').select('no').orderBy('no').execute();
  return batches.map(one => one.no);
}

async function expectWhole(office: SyncedOffice, central: TestCentral, visits: number): Promise<void> {
  expect(await office.courier.status()).toMatchObject({ problem: null, backlog: { rows: 0 } });
  const digests = await bothDigests(office.station, central);
  expect(digests.central).toEqual(digests.office);
  expect(digests.central['visit']).toMatch(new RegExp(`^${visits} `));
}

// A trial never says that anything is archived.
test.each(kinds.filter(kind => kind !== 'PGlite'))(
  'batches are dropped when they are archived and 35 days old; what a restored %s lost comes from the rows',
  { timeout: 60_000 },
  async kind => {
    const central = await openTestCentral(kind);
    const clock = Object.assign(testClock(), { boot: crypto.randomUUID() });
    const office = await openSyncedOffice(central, { clock });
    const { db } = central.central;
    const archive = (upTo: number) => db.updateTable('stream').set({ archived: upTo }).execute();
    await office.courier.sendNow();
    for (let visit = 0; visit < 3; visit++) await day(office);
    const all = await numbersOf(office);
    expect(all.length).toBeGreaterThan(3);
    const last = all.at(-1)!;
    await archive(last - 1);
    await office.courier.sendNow();
    expect(await numbersOf(office), 'archived, and young').toEqual(all);
    clock.setWall('2027-01-15T02:00:00.000Z');
    await archive(2);
    await office.courier.sendNow();
    expect(await numbersOf(office), 'old, and archived up to 2').toEqual(all.slice(2));
    await archive(last);
    await office.courier.sendNow();
    expect(await numbersOf(office), 'the last one stays').toEqual([last]);
    await day(office);
    await expectWhole(office, central, 4);

    // Headquarters comes back from a backup in which the first batch is the last.
    await db.deleteFrom('batch').where('no', '>', 1).execute();
    await sql`UPDATE stream SET cursor = 1, archived = 0, chain = (SELECT chain FROM batch WHERE no = 1)`.execute(
      db,
    );
    await sql`DELETE FROM visit`.execute(db);
    await sql`DELETE FROM journal`.execute(db);
    for (let round = 0; round < 2; round++) await office.courier.sendNow();
    await expectWhole(office, central, 4);
    const { reason } = await office.station.db
      .selectFrom('sync_epoch')
      .select('reason')
      .orderBy('epoch', 'desc')
      .executeTakeFirstOrThrow();
    expect(reason).toBe('rebuilt');
  },
);
