import { expect, test } from 'vitest';
import { codesOf, servedVisit, takeIn } from '../../test/helpers/counter.ts';
import { testClock } from '../../test/helpers/clock.ts';
import { openTestOffice } from '../../test/helpers/station.ts';

test('a hand-over whose count differs needs a word of explanation', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const next = await office.as('supervisor');
  await takeIn(front, await servedVisit(office, front));
  const form = { toStaffId: next.staffId, toPin: next.pin, countedCards: 0 };
  expect(await front.post('/shifts', form)).toMatchObject({
    status: 409,
    body: { details: { expected: 1 } },
  });
  expect((await front.post('/shifts', { ...form, note: 'Satu kartu di meja supervisor' })).status).toBe(200);
  expect((await front.get('/shifts')).body).toMatchObject([
    { countedCards: 0, expectedCards: 1, to: 'Fitri Handayani' },
  ]);
});

test('a day is not closed while a visit is open and unexplained', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const { body } = await front.get<{ today: string; open: { id: string; locker: number }[] }>('/clearance');
  expect(body.open).toMatchObject([{ id: visitId, locker: 1 }]);

  const unseen = await front.post('/closings', { onDay: body.today, leftOpen: [] });
  expect(unseen).toMatchObject({
    status: 409,
    body: { code: 'shifts.openVisits', details: { numbers: ['P-001'] } },
  });
  const seen = { onDay: body.today, leftOpen: [{ visitId, reason: 'Pengunjung lupa mengambil kartu' }] };
  expect((await front.post('/closings', seen)).status).toBe(200);
  expect(await front.post('/closings', seen)).toMatchObject({
    status: 409,
    body: { code: 'shifts.closedAlready' },
  });

  const codes = await codesOf(front, visitId, taken);
  expect((await front.post(`/custodies/${taken.custodyId}/give-back`, codes)).status).toBe(200);
  const visit = await front.get<{ state: string; durationMs: number | null }>(`/visits/${visitId}`);
  expect(visit.body).toMatchObject({ state: 'closed', durationMs: null });
});

test('whoever comes after the closing is seen the next morning, and the day is closed anew', async () => {
  const clock = testClock();
  const office = await openTestOffice({ overrides: { clock } });
  const front = await office.as('front');
  const read = async (who = front) =>
    (await who.get<{ today: string; closed: boolean; earlierUnclosedDay: string | null }>('/clearance')).body;
  const { today } = await read();
  const tomorrow = clock.now().getTime() + 24 * 3_600_000;
  expect(
    await front.post('/closings', { onDay: new Date(tomorrow).toISOString().slice(0, 10), leftOpen: [] }),
  ).toMatchObject({ status: 409, body: { code: 'shifts.futureDay' } });
  expect((await front.post('/closings', { onDay: today, leftOpen: [] })).status).toBe(200);
  expect(await read()).toMatchObject({ closed: true });

  const late = await servedVisit(office, front);
  expect(await read()).toMatchObject({ closed: false });
  clock.pass(24 * 3_600_000);
  const morning = await office.as('front');
  expect(await read(morning)).toMatchObject({ earlierUnclosedDay: today });
  expect((await morning.post('/closings', { onDay: today, leftOpen: [] })).status).toBe(409);
  const seen = { onDay: today, leftOpen: [{ visitId: late, reason: 'Datang setelah penutupan' }] };
  expect((await morning.post('/closings', seen)).status).toBe(200);
  expect(await read(morning)).toMatchObject({ earlierUnclosedDay: null });
  expect(await office.station.db.selectFrom('closing').select(['on_day', 'left_open']).execute()).toEqual([
    { on_day: today, left_open: 1 },
  ]);
});

test('the evacuation list names everybody inside and is itself on record', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  await servedVisit(office, front, 'Siti Aminah');
  const list = await front.get<{ name: string; people: number }[]>('/evacuation');
  expect(list.body).toMatchObject([{ name: 'Siti Aminah', people: 1 }]);
  const supervisor = await office.as('supervisor');
  const journal = await supervisor.get<{ rows: { what: string }[] }>('/journal');
  expect(journal.body.rows.map(row => row.what)).toContain('evacuation.listed');
});
