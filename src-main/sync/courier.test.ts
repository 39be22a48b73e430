import { sql } from 'kysely';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comparisonsOf } from '../../src-central/offices/proofs-store.ts';
import { openTestCentral } from '../../test/helpers/central.ts';
import { servedVisit, takeIn } from '../../test/helpers/counter.ts';
import { bothDigests, cut, openSyncedOffice } from '../../test/helpers/synced.ts';
import { guestbook } from '../../test/helpers/station.ts';

const at = '2026-11-23T01:30:00.000Z';

test('what an office did before and after its enrolment stands at headquarters, row for row', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central, { enrol: false });
  const front = await office.as('front');
  await servedVisit(office, front, 'Siti Aminah');
  await office.courier.enrol({ code: await central.code(), url: 'http://central', ca: '' });
  const visitId = await servedVisit(office, front, 'Budi Santoso');
  await takeIn(front, visitId);
  await office.courier.sendNow();

  expect((await office.courier.status()).problem).toBeNull();
  const digests = await bothDigests(office.station, central);
  expect(digests.central).toEqual(digests.office);
  expect(digests.office.visit).toMatch(/^2 /);
  expect(await office.courier.status()).toMatchObject({
    phase: 'resting',
    backlog: { rows: 0, batches: 0, oldestAt: null },
  });

  await office.kiosk.post('/visits', guestbook({}, { name: 'Rahmat Hidayat' }));
  expect((await office.courier.status()).backlog.rows).toBeGreaterThan(2);
  await office.courier.sendNow();
  const after = await bothDigests(office.station, central);
  expect(after.central).toEqual(after.office);
  expect(after.office.visit).toMatch(/^3 /);
});

test('headquarters is told how the comparison of the digests went', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  const compared = async () => (await comparisonsOf(central.central, '1311'))[0];
  await office.courier.sendNow();
  await office.courier.sendNow();
  const { comparedAt } = await office.courier.status();
  expect(await compared()).toMatchObject({ name: expect.any(String) as string, differing: 0 });
  expect(Date.parse((await compared())!.at)).toBeGreaterThanOrEqual(Date.parse(comparedAt!));
});

test('a station whose keys the disk has damaged says so, and goes on with a new code', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  const { device } = await office.courier.status();
  await office.station.close();
  for (const name of ['station.key', 'station.key.next']) writeFileSync(join(office.dataDir, name), '');
  const { courier } = await openSyncedOffice(central, {
    dataDir: office.dataDir,
    setUp: false,
    enrol: false,
  });
  await courier.sendNow();
  expect(await courier.status()).toMatchObject({ phase: 'stopped', problem: 'unknown' });
  await courier.enrol({ code: await central.code('1311', device!), url: 'http://central', ca: '' });
  await courier.sendNow();
  expect(await courier.status()).toMatchObject({ device, problem: null, backlog: { rows: 0 } });
});

test('a link that breaks is tried again soon when it carried something, later when it did not, and last when nobody answered', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central, { courier: { random: () => 1 } });
  await office.kiosk.post('/visits', guestbook());
  const waited = async () => {
    await office.courier.sendNow();
    const state = office.station.db.selectFrom('sync_state').select('wait_ms');
    return (await state.executeTakeFirstOrThrow()).wait_ms;
  };
  office.network.trouble = ({ path }, send) => (path.includes('/digest') ? cut() : send());
  expect(await waited()).toBe(1_000);
  await office.kiosk.post('/visits', guestbook({}, { name: 'Rahmat Hidayat' }));
  office.network.trouble = ({ path }, send) => (path.includes('/up/') ? cut() : send());
  expect([await waited(), await waited(), await waited()]).toEqual([2_000, 4_000, 8_000]);
  office.network.trouble = () => cut();
  expect([await waited(), await waited()]).toEqual([80_000, 160_000]);
});

test('with nothing to do the courier asks twice', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  office.network.messages.length = 0;
  await office.courier.sendNow();
  expect(office.network.messages.map(one => one.path)).toEqual(['/sync/v1/nonce', '/sync/v1/hello']);
});

test(
  'digests are of every row, also where there are more than fit one page',
  { timeout: 120_000 },
  async () => {
    const central = await openTestCentral('PGlite');
    const office = await openSyncedOffice(central, { enrol: false });
    const { db } = office.station;
    await sql`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
    INSERT INTO visit (seq, id, code, submission_id, kind, on_day, letter, count, language, entry, state, state_at,
      submitted_at, boot, submitted_mono_ms, promise_ms)
    SELECT i, printf('019ac7c2-0000-7000-8000-%012x', i), 'V' || i, 's-' || i, 'single', '2026-11-23', 'P', i, 'id',
      'kiosk', 'waiting', ${at}, ${at}, ${office.station.clock.boot}, 0, 300000 FROM n`.execute(db);
    await office.courier.enrol({ code: await central.code(), url: 'http://central', ca: '' });
    await office.courier.sendNow();
    expect(await office.courier.status()).toMatchObject({ problem: null, backlog: { rows: 0 } });
    const digests = await bothDigests(office.station, central);
    expect(digests.office.visit).toMatch(/^2500 /);
    expect(digests.central).toEqual(digests.office);
  },
);
