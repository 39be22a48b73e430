import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { takeParcel } from '../../src-central/carry/parcels.ts';
import { openTestCentral, type TestCentral } from '../../test/helpers/central.ts';
import { testClock } from '../../test/helpers/clock.ts';
import { guestbook, temporaryDir } from '../../test/helpers/station.ts';
import { linkTo, newNetwork, openSyncedOffice, type SyncedOffice } from '../../test/helpers/synced.ts';
import { copyDatabase } from '../database/open.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { eraseVisitor } from '../visitors/store.ts';
import { write } from '../database/write.ts';
import { keepState } from './books-store.ts';

const officer = { door: 'staff', staffId: null } as const;
const yes = { consents: { skd: 'yes' } };
const no = { consents: { skd: 'no' } };
const budi = { name: 'Budi Santoso', phone: '0813 7777 6666' };

async function ask(office: SyncedOffice, days: number | null) {
  const admin = await office.as('admin');
  const consents = days === null ? [] : [{ purpose: 'skd', days }];
  expect((await admin.send('PUT', '/profile', { ...defaultProfile, consents })).status).toBe(200);
}

/** An office that asks, and a headquarters; on days that both agree on. */
async function open() {
  const clock = Object.assign(testClock(), { boot: crypto.randomUUID() });
  const central = await openTestCentral('PGlite', { overrides: { now: clock.now } });
  const office = await openSyncedOffice(central, { clock });
  await office.courier.sendNow();
  await ask(office, 100);
  await office.courier.sendNow();
  /** The next day, so that no visit is open, and soon after. */
  const sign = async (change: object, person: object = {}) => {
    clock.pass(24 * 3_600_000);
    expect((await office.kiosk.post('/visits', guestbook({ ...change }, { ...person }))).status).toBe(200);
    await office.courier.sendNow();
  };
  return { clock, central, office, sign };
}

const held = async (central: TestCentral) =>
  (await central.central.db.selectFrom('consent').select('name').orderBy('name').execute()).map(
    one => one.name,
  );

test('who said yes is at headquarters, and nothing about anybody in anything else that is stored or sent', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const sent: { path: string; body: string }[] = [];
  const network = newNetwork();
  const clock = Object.assign(testClock(), { boot: crypto.randomUUID() });
  const central = await openTestCentral('PGlite', { overrides: { now: clock.now, log } });
  const link = () => {
    const wire = linkTo(central, network);
    const listening: typeof wire.ask = async (method, path, what, signal) => {
      const answer = await wire.ask(method, path, what, signal);
      for (const bytes of [what.body, answer.body])
        sent.push({ path, body: textOf(bytes ?? new Uint8Array()) });
      return answer;
    };
    return { ...wire, ask: listening };
  };
  const office = await openSyncedOffice(central, { network, clock, courier: { link } });
  await ask(office, 100);
  const named = guestbook(
    { ...yes },
    { name: 'Rahasia Siti', phone: '0812 9999 8888', email: 'rahasia@contoh.id' },
  );
  expect((await office.kiosk.post('/visits', named)).status).toBe(200);
  expect((await office.kiosk.post('/visits', guestbook({ ...no }, budi))).status).toBe(200);
  await office.courier.sendNow();

  const people = await central.central.db.selectFrom('consent').selectAll().execute();
  expect(people).toMatchObject([
    { name: 'Rahasia Siti', phone: '+6281299998888', email: 'rahasia@contoh.id', until_on: '2027-03-03' },
  ]);
  // Which visits were this person's is told by nothing that both sides know.
  const visits = await central.central.db.selectFrom('visit').selectAll().execute();
  expect(visits).toHaveLength(2);
  expect(JSON.stringify(visits)).not.toContain(people[0]!.id);

  const { db } = office.station;
  const elsewhere = [
    ...sent.filter(one => !one.path.includes('/consents/')).map(one => one.body),
    ...(await db.selectFrom('change_log').selectAll().execute()).map(row => JSON.stringify(row)),
    ...(await db.selectFrom('sync_batch').select('body').execute()).map(row => textOf(row.body)),
    ...(await db.selectFrom('journal').selectAll().execute()).map(row => JSON.stringify(row)),
    ...(await db.selectFrom('sync_event').selectAll().execute()).map(row => JSON.stringify(row)),
    ...lines,
    ...(await everythingAt(central)),
  ];
  expect(elsewhere.length).toBeGreaterThan(60);
  for (const secret of ['rahasia', '99998888', '9999-8888', 'contoh.id', 'budi', '77776666'])
    expect(
      elsewhere.filter(text => text.toLowerCase().includes(secret)),
      secret,
    ).toEqual([]);
  expect(sent.filter(one => one.body.includes('Budi'))).toEqual([]);
});

const textOf = (bytes: Uint8Array) =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes)).toString();

/** Every row of headquarters but the list itself, batches unpacked. */
async function everythingAt({ central }: TestCentral): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'consent'`.execute(
    central.db,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(central.db);
    for (const row of rows)
      texts.push(
        Object.values(row)
          .map(value => (value instanceof Uint8Array ? textOf(value) : JSON.stringify(value)))
          .join(' '),
      );
  }
  return texts;
}

test('with nothing new nobody is asked, and a change sends one part', async () => {
  const { office, sign } = await open();
  await sign(yes);
  await sign(yes, budi);
  office.network.messages.length = 0;
  await office.courier.sendNow();
  expect(office.network.messages.map(one => one.path)).toEqual(['/sync/v1/nonce', '/sync/v1/hello']);
  await sign(no, budi);
  const parts = office.network.messages.filter(one => one.path.includes('/consents/'));
  expect(parts).toHaveLength(1);
  expect(parts[0]!.up).toBeLessThan(400);
});

test('whoever takes it back, is erased, or whose office stops asking is gone at the next session', async () => {
  const { office, central, sign } = await open();
  await sign(yes);
  await sign(yes, budi);
  expect(await held(central)).toEqual(['Budi Santoso', 'Siti Aminah']);
  await sign(no);
  expect(await held(central)).toEqual(['Budi Santoso']);
  const { db } = office.station;
  const { id } = await db
    .selectFrom('visitor')
    .select('id')
    .where('name', '=', budi.name)
    .executeTakeFirstOrThrow();
  await write(office.station, officer, tx => eraseVisitor(tx, id, 'asked'));
  await office.courier.sendNow();
  expect(await held(central)).toEqual([]);
  await sign(yes, { name: 'Dewi Lestari' });
  expect(await held(central)).toEqual(['Dewi Lestari']);
  await ask(office, null);
  await office.courier.sendNow();
  expect(await held(central)).toEqual([]);
});

test('a headquarters that is older than this is left in peace for an hour, and gets all else', async () => {
  const { office, central, sign, clock } = await open();
  office.network.trouble = ({ path }, send) =>
    path.includes('/consents/')
      ? Promise.resolve(
          Response.json({ code: 'request.notFound', message: {}, details: {} }, { status: 404 }),
        )
      : send();
  await sign(yes);
  const asked = () => office.network.messages.filter(one => one.path.includes('/consents/')).length;
  expect(asked()).toBe(1);
  await office.kiosk.post('/visits', guestbook({}, budi));
  await office.courier.sendNow();
  expect(asked()).toBe(1);
  expect(await office.courier.status()).toMatchObject({ problem: null, backlog: { rows: 0 } });
  expect(await central.central.db.selectFrom('visit').select('id').execute()).toHaveLength(2);
  office.network.trouble = null;
  clock.pass(3_600_000);
  await office.courier.sendNow();
  expect(await held(central)).toEqual(['Siti Aminah']);
});

test('a station restored to before somebody took it back does not hand that person in again', async () => {
  const { office, central, sign, clock } = await open();
  await sign(yes);
  await sign(yes, budi);
  const backup = join(temporaryDir(), 'loket.sqlite');
  await copyDatabase(office.station.db, backup);
  await sign(no);
  await sign(yes, { name: 'Dewi Lestari' });
  expect(await held(central)).toEqual(['Budi Santoso', 'Dewi Lestari']);
  await office.courier.close();
  await office.station.close();
  copyFileSync(backup, join(office.dataDir, 'loket.sqlite'));
  const again = await openSyncedOffice(central, {
    dataDir: office.dataDir,
    setUp: false,
    enrol: false,
    network: office.network,
    clock,
  });
  await again.courier.start();
  await again.courier.sendNow();
  expect(await held(central)).toEqual(['Budi Santoso']);
  const ended = await again.station.db
    .selectFrom('consent')
    .select('ended_why')
    .orderBy('ended_why')
    .execute();
  expect(ended.map(one => one.ended_why)).toEqual([null, 'headquarters']);
});

test('a headquarters that has lost its lists gets them with the next proof', async () => {
  const { office, central, sign } = await open();
  await sign(yes);
  for (const table of ['consent', 'consent_part'] as const)
    await central.central.db.deleteFrom(table).execute();
  await keepState(office.station, { compared_at: null });
  await office.courier.sendNow();
  expect(await held(central)).toEqual(['Siti Aminah']);
});

test('by USB it goes and comes back the same way, and a parcel that comes late brings nobody back', async () => {
  const { office, central, clock } = await open();
  office.network.trouble = () => Promise.reject(new Error('there is no link'));
  await office.kiosk.post('/visits', guestbook({ ...yes }));
  const first = await office.courier.pack(officer);
  expect(first.bytes.includes('Siti')).toBe(false);
  await office.courier.unpack(officer, await takeParcel(central.central, first.bytes));
  expect(await held(central)).toEqual(['Siti Aminah']);
  const waiting = () =>
    office.station.db.selectFrom('sync_consent_part').select('part').whereRef('no', '>', 'sent').execute();
  expect(await waiting()).toEqual([]);

  clock.pass(24 * 3_600_000);
  await office.kiosk.post('/visits', guestbook({ ...no }));
  const second = await office.courier.pack(officer);
  const back = await takeParcel(central.central, second.bytes);
  expect(await held(central)).toEqual([]);
  expect(await office.courier.unpack(officer, await takeParcel(central.central, first.bytes))).toMatchObject({
    refused: 1,
  });
  expect(await held(central)).toEqual([]);
  await office.courier.unpack(officer, back);
  await office.courier.unpack(
    officer,
    await takeParcel(central.central, (await office.courier.pack(officer)).bytes),
  );
  expect(await held(central)).toEqual([]);
  expect(await waiting()).toEqual([]);
});
