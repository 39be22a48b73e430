import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { openTestOffice, testPin } from '../../test/helpers/station.ts';
import { blockMs } from './rules.ts';

async function counterOf(clock = testClock(), dataDir?: string) {
  const office = await openTestOffice({ overrides: { clock }, dataDir, setUp: dataDir === undefined });
  const rina = dataDir ? null : await office.as('front');
  const staff = await office.guest.get<{ id: string; name: string }[]>('/staff/names');
  const staffId = rina?.staffId ?? staff.body.find(one => one.name === 'Rina Marlina')!.id;
  const enter = async (pin: string) => {
    const answer = await office.guest.post<{ code?: string; details?: { seconds?: number } }>('/sessions', {
      staffId,
      pin,
    });
    return { status: answer.status, seconds: answer.body.details?.seconds };
  };
  return { ...office, clock, staffId, enter };
}

test('two slips of the finger cost nothing; from the third on each wrong PIN doubles the wait', () => {
  expect([0, 1, 2, 3, 4, 5].map(blockMs)).toEqual([0, 0, 0, 5_000, 10_000, 20_000]);
  expect(blockMs(100)).toBe(15 * 60_000);
});

test('after the third wrong PIN even the right one must wait', async () => {
  const { enter, clock } = await counterOf();
  for (let tries = 0; tries < 3; tries++) expect((await enter('000000')).status).toBe(401);
  expect(await enter(testPin)).toEqual({ status: 429, seconds: 5 });
  clock.pass(4_999);
  expect((await enter(testPin)).status).toBe(429);
  clock.pass(1);
  expect((await enter(testPin)).status).toBe(200);
});

test('the right PIN sets the count back', async () => {
  const { enter } = await counterOf();
  for (let round = 0; round < 3; round++) {
    await enter('000000');
    await enter('000001');
    expect((await enter(testPin)).status).toBe(200);
  }
});

test('the wait survives a restart of the station', async () => {
  const first = await counterOf();
  for (let tries = 0; tries < 3; tries++) await first.enter('000000');
  await first.station.close();
  const again = await counterOf(first.clock, first.dataDir);
  expect((await again.enter(testPin)).status).toBe(429);
});

test('a hundred guesses sent at once are no faster than one after another', async () => {
  const { enter, station, staffId } = await counterOf();
  const guesses = Array.from({ length: 100 }, (_, at) => String(at).padStart(6, '0'));
  const answers = await Promise.all(guesses.map(enter));
  const tried = answers.filter(answer => answer.status === 401);
  expect(tried.length).toBeLessThanOrEqual(3);
  expect(answers.filter(answer => answer.status === 429).length).toBe(100 - tried.length);
  const row = await station.db
    .selectFrom('staff')
    .select('wrong_pins')
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  expect(row.wrong_pins).toBe(tried.length);
});

test('guesses at one name do not lock the others out', async () => {
  const { enter, as } = await counterOf();
  for (let tries = 0; tries < 5; tries++) await enter('000000');
  expect((await as('supervisor')).token).toBeTruthy();
});

test('each refused PIN is on record without the PIN', async () => {
  const { enter, station, staffId } = await counterOf();
  await enter('864201');
  const rows = await station.db
    .selectFrom('journal')
    .selectAll()
    .where('what', '=', 'session.refused')
    .execute();
  expect(rows.map(row => JSON.parse(row.data) as unknown)).toEqual([{ staffId, wrongPins: 1 }]);
  expect(JSON.stringify(rows)).not.toContain('864201');
});

test('a PIN is stored only as a salted hash', async () => {
  const { station } = await counterOf();
  const hashes = (await station.db.selectFrom('staff').select('pin_hash').execute()).map(row => row.pin_hash);
  expect(hashes.every(hash => hash.startsWith('$argon2id$'))).toBe(true);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('a locked screen does nothing until its own officer enters the PIN', async () => {
  const { as } = await counterOf();
  const front = await as('front');
  await front.post('/sessions/lock');
  expect((await front.get('/board')).status).toBe(423);
  expect((await front.post('/sessions/unlock', { pin: '000000' })).status).toBe(401);
  expect((await front.get('/board')).status).toBe(423);
  expect((await front.post('/sessions/unlock', { pin: front.pin })).status).toBe(200);
  expect((await front.get('/board')).status).toBe(200);
});

test('somebody whose role was changed is signed out everywhere', async () => {
  const { as } = await counterOf();
  const [front, admin] = [await as('front'), await as('admin')];
  await admin.send('PATCH', `/staff/${front.staffId}`, { role: 'viewer' });
  expect((await front.get('/board')).status).toBe(401);
});

test('the last administrator cannot be dismissed', async () => {
  const { as } = await counterOf();
  const admin = await as('admin');
  const answer = await admin.send<{ code: string }>('PATCH', `/staff/${admin.staffId}`, { active: false });
  expect(answer.body.code).toBe('staff.lastAdmin');
});
