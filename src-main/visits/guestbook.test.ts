import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { guestbook, openTestOffice, type Asker } from '../../test/helpers/station.ts';
import type { Ticket } from './schema.ts';

interface Card {
  id: string;
  number: string;
  state: string;
  waitingMs: number | null;
  waitedMs: number | null;
  breached: boolean;
}

const board = async (who: Asker) => (await who.get<{ cards: Card[] }>('/board')).body.cards;
const office = (clock = testClock()) =>
  openTestOffice({ overrides: { clock } }).then(open => ({ ...open, clock }));

test('a double tap and an impatient third press make one visit with one number', async () => {
  const { kiosk, as } = await office();
  const form = guestbook();
  const answers = await Promise.all([1, 2, 3].map(() => kiosk.post<Ticket>('/visits', form)));
  expect(new Set(answers.map(answer => answer.body.code)).size).toBe(1);
  expect(answers.filter(answer => answer.body.already)).toHaveLength(2);
  expect(await board(await as('front'))).toHaveLength(1);
});

test('the same person signing again while here gets the visit that is open', async () => {
  const { kiosk } = await office();
  const first = await kiosk.post<Ticket>('/visits', guestbook());
  const typedOtherwise = guestbook({}, { name: 'SITI AMINAH, S.Si', phone: '+62 812-3456-7890' });
  const again = await kiosk.post<Ticket>('/visits', typedOtherwise);
  expect(again.body).toMatchObject({ number: first.body.number, already: true });
});

test('somebody else on the same family phone gets a visit of their own', async () => {
  const { kiosk } = await office();
  const first = await kiosk.post<Ticket>('/visits', guestbook());
  const sister = await kiosk.post<Ticket>('/visits', guestbook({}, { name: 'Rahmi Aminah' }));
  expect(sister.body.number).not.toBe(first.body.number);
});

test('numbers begin anew each day and count by the letter of the service', async () => {
  const { kiosk, clock } = await office();
  const sign = async (name: string, service: string) =>
    (await kiosk.post<Ticket>('/visits', guestbook({ services: [service] }, { name }))).body.number;
  expect(await sign('Siti Aminah', 'library')).toBe('P-001');
  expect(await sign('Muh. Ali', 'consultation')).toBe('K-001');
  expect(await sign('Dewi Lestari', 'library')).toBe('P-002');
  clock.pass(24 * 60 * 60_000);
  expect(await sign('Eko Prasetyo', 'library')).toBe('P-001');
});

test('the ticket says by when the office promises to serve', async () => {
  const { kiosk } = await office();
  const { body } = await kiosk.post<Ticket>('/visits', guestbook());
  expect(body).toMatchObject({ servedBy: '2026-11-23T01:35:00.000Z', promiseMinutes: 5, slip: 'screen' });
});

test('a visitor who declines the notice is served, and nothing about the person is stored', async () => {
  const { kiosk, station, as } = await office();
  const refusal = guestbook({
    notice: { version: 1, choice: 'refused' },
    companionName: 'Zulkarnain',
  });
  expect((await kiosk.post<Ticket>('/visits', refusal)).status).toBe(200);
  expect(await station.db.selectFrom('visitor').selectAll().execute()).toEqual([]);
  const visit = await station.db.selectFrom('visit').selectAll().executeTakeFirstOrThrow();
  expect(visit).toMatchObject({
    visitor_id: null,
    companion_name: null,
    notice_version: 1,
    notice_choice: 'refused',
  });
  expect(await board(await as('front'))).toHaveLength(1);
});

test('the promise clock ignores somebody who sets the computer’s clock back', async () => {
  const { kiosk, as, clock } = await office();
  await kiosk.post('/visits', guestbook());
  const front = await as('front');
  clock.pass(4 * 60_000);
  clock.setWall('2026-11-23T08:00:00+07:00');
  expect(await board(front)).toMatchObject([{ waitingMs: 240_000, breached: false }]);
  clock.pass(61_000);
  expect(await board(front)).toMatchObject([{ waitingMs: 301_000, breached: true }]);
});

test('undoing a service gives no second promise: what was waited stays, and waiting goes on', async () => {
  const { kiosk, as, clock } = await office();
  await kiosk.post('/visits', guestbook());
  const front = await as('front');
  const [{ id }] = (await board(front)) as [Card];
  clock.pass(5.5 * 60_000);
  await front.post(`/visits/${id}/serve`);
  await front.post(`/visits/${id}/undo`);
  clock.pass(30_000);
  await front.post(`/visits/${id}/serve`);
  expect(await board(front)).toMatchObject([{ state: 'serving', waitedMs: 6 * 60_000, breached: true }]);
});

test('a closing that is taken back lets the services go on that it had ended', async () => {
  const { kiosk, as, station } = await office();
  await kiosk.post('/visits', guestbook());
  const front = await as('front');
  const [{ id }] = (await board(front)) as [Card];
  const begin = () => front.post(`/visits/${id}/services`, { service: 'library', action: 'start' });
  expect(await begin(), 'before the promise clock has stopped').toMatchObject({ status: 409 });
  await front.post(`/visits/${id}/serve`);
  const invented = { service: 'Surat untuk Bu Siti', action: 'add' };
  expect((await front.post(`/visits/${id}/services`, invented)).status).toBe(400);
  await front.post(`/visits/${id}/close`);
  expect(await begin(), 'after the visit').toMatchObject({ status: 409 });
  expect((await front.post(`/visits/${id}/undo`)).status).toBe(200);
  expect(await board(front)).toMatchObject([{ state: 'serving' }]);
  const services = await station.db.selectFrom('visit_service').select(['ended_at', 'outcome']).execute();
  expect(services).toEqual([{ ended_at: null, outcome: null }]);
});

test('an entry made afterwards needs a reason, lies in the past, and breaks no promise', async () => {
  const { as } = await office();
  const front = await as('front');
  const entry = (change: object) => ({ ...guestbook({ notice: undefined }), ...change });
  const enter = (change: object) => front.post<{ code?: string; id: string }>('/visits/enter', entry(change));
  const arrivedAt = '2026-11-23T00:45:00.000Z';
  expect((await enter({ arrivedAt })).status).toBe(400);
  const future = await enter({ arrivedAt: '2026-11-23T03:00:00.000Z', reason: 'Listrik padam' });
  expect(future.body.code).toBe('visits.futureEntry');
  const { body } = await enter({ arrivedAt, reason: 'Listrik padam' });
  await front.post(`/visits/${body.id}/serve`);
  expect(await board(front)).toMatchObject([{ state: 'serving', waitedMs: 45 * 60_000, breached: false }]);
});

test('a visit closed on another day has no duration', async () => {
  const { kiosk, as, clock, station } = await office();
  const front = await as('front');
  const close = async (name: string, nights: number) => {
    await kiosk.post('/visits', guestbook({}, { name }));
    const id = (await board(front)).at(-1)!.id;
    await front.post(`/visits/${id}/serve`);
    clock.pass(60_000 + nights * 24 * 60 * 60_000);
    const again = await as('front');
    await again.post(`/visits/${id}/close`);
    return station.db.selectFrom('visit').select('duration_ms').where('id', '=', id).executeTakeFirst();
  };
  expect(await close('Siti Aminah', 0)).toEqual({ duration_ms: 60_000 });
  expect(await close('Muh. Ali', 1)).toEqual({ duration_ms: null });
});

test('a form that does not fit names its fields and repeats nothing of what was typed', async () => {
  const { kiosk } = await office();
  const answer = await kiosk.post('/visits', guestbook({}, { name: '4ndi', phone: '99999' }));
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).not.toMatch(/4ndi|99999/);
  expect(JSON.stringify(answer.body)).toContain('phone');
});

test('before the office is set up the kiosk takes no visit', async () => {
  const { kiosk } = await openTestOffice({ setUp: false });
  const answer = await kiosk.post<{ code: string }>('/visits', guestbook());
  expect(answer.body.code).toBe('setup.needed');
});
