import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { guestbook, openTestOffice } from '../../test/helpers/station.ts';
import type { Ticket } from '../visits/schema.ts';
import { Recognition } from './recognition.ts';
import type { Recognised } from './schema.ts';

const siti = { phone: '081234567890', birthYear: 1999 };
type Question = Extract<Recognised, { step: 'question' }>;

/** Siti Aminah was here before and wished to be remembered; her first visit is over. */
async function afterFirstVisit() {
  const clock = testClock();
  const office = await openTestOffice({ overrides: { clock } });
  const { body } = await office.kiosk.post<Ticket>('/visits', guestbook({ remember: true }));
  const front = await office.as('front');
  const scanned = await front.post<{ visitId: string }>('/scan', { code: body.code });
  await front.post(`/visits/${scanned.body.visitId}/left`, { reason: 'later' });
  clock.pass(24 * 60 * 60_000);
  const ask = async (given: object) => (await office.kiosk.post<Question>('/visitors/recognise', given)).body;
  const answer = (challenge: string, initials: string) =>
    office.kiosk.post<{ token: string; code?: string }>('/visitors/answer', { challenge, answer: initials });
  return { ...office, clock, ask, answer };
}

const signWith = (token: string) => guestbook({ person: undefined, visitorToken: token });

test('the right initials open the guestbook without typing a name', async () => {
  const { ask, answer, kiosk, station } = await afterFirstVisit();
  const { challenge, choices } = await ask(siti);
  expect(choices).toContain('SA');
  const { body } = await answer(challenge, 'SA');
  expect((await kiosk.post('/visits', signWith(body.token))).status).toBe(200);
  expect(await station.db.selectFrom('visitor').select('id').execute()).toHaveLength(1);
  expect(await station.db.selectFrom('visit').select('id').execute()).toHaveLength(2);
});

test('the question looks the same whether or not anybody was found', async () => {
  const { ask } = await afterFirstVisit();
  const known = await ask(siti);
  const unknown = await ask({ phone: '081299998888', birthYear: 1980 });
  for (const question of [known, unknown]) {
    expect(Object.keys(question).toSorted()).toEqual(['challenge', 'choices', 'step']);
    expect(question.choices).toHaveLength(6);
    expect(new Set(question.choices).size).toBe(6);
    expect(question.choices.every(pair => /^[A-Z]{2}$/.test(pair))).toBe(true);
  }
  expect(unknown.challenge).toHaveLength(known.challenge.length);
});

test('asking twice gives the same six pairs, so that comparing teaches nothing', async () => {
  const { ask } = await afterFirstVisit();
  for (const person of [siti, { phone: '081299998888', birthYear: 1980 }])
    expect((await ask(person)).choices).toEqual((await ask(person)).choices);
});

test('a question is answered once, rightly or wrongly', async () => {
  const { ask, answer } = await afterFirstVisit();
  const { challenge, choices } = await ask(siti);
  const wrong = choices.find(pair => pair !== 'SA')!;
  expect((await answer(challenge, wrong)).body.code).toBe('visitors.notRecognised');
  expect((await answer(challenge, 'SA')).body.code).toBe('visitors.notRecognised');
});

test('after four wrong answers the kiosk pauses for a minute, and the guestbook stays open', async () => {
  const { ask, answer, kiosk, clock } = await afterFirstVisit();
  for (let tries = 0; tries < 4; tries++) await answer((await ask(siti)).challenge, 'XX');
  const paused = await kiosk.post<{ code: string }>('/visitors/recognise', siti);
  expect(paused.body.code).toBe('visitors.wait');
  expect((await kiosk.post('/visits', guestbook({}, { name: 'Muh. Ali' }))).status).toBe(200);
  clock.pass(60_000);
  expect((await ask(siti)).step).toBe('question');
});

test('a question and its token live five minutes', async () => {
  const { ask, answer, kiosk, clock } = await afterFirstVisit();
  const late = await ask(siti);
  clock.pass(5 * 60_000);
  expect((await answer(late.challenge, 'SA')).status).toBe(404);
  const { body } = await answer((await ask(siti)).challenge, 'SA');
  clock.pass(5 * 60_000);
  expect((await kiosk.post('/visits', signWith(body.token))).status).toBe(404);
});

test('a visitor card is its own proof; a code of another kind or a torn one is told apart', async () => {
  const { kiosk, station } = await afterFirstVisit();
  const { code } = await station.db.selectFrom('visitor').select('code').executeTakeFirstOrThrow();
  const ask = (text: string) =>
    kiosk.post<{ step?: string; code?: string }>('/visitors/recognise', { code: text });
  expect((await ask(code.toLowerCase())).body.step).toBe('welcome');
  const torn = `${code.slice(0, 8)}${code[8] === '0' ? '1' : '0'}`;
  expect((await ask(torn)).body.code).toBe('codes.damaged');
  expect((await ask('https://contoh.id')).body.code).toBe('codes.foreign');
});

test('no answer to the kiosk ever holds a stored name, phone or e-mail', async () => {
  const { ask, answer, kiosk } = await afterFirstVisit();
  const question = await ask(siti);
  const welcome = await answer(question.challenge, 'SA');
  const ticket = await kiosk.post('/visits', signWith(welcome.body.token));
  const said = JSON.stringify([question, welcome.body, ticket.body]);
  expect(said).not.toMatch(/Siti|Aminah|81234567890|@/i);
});

test('somebody who did not ask to be remembered is not recognised', async () => {
  const { kiosk, answer, ask } = await afterFirstVisit();
  const zainal = { phone: '081255554444', birthYear: 1970 };
  await kiosk.post('/visits', guestbook({}, { name: 'Zainal Zulkifli', ...zainal }));
  const { challenge } = await ask(zainal);
  expect((await answer(challenge, 'ZZ')).body.code).toBe('visitors.notRecognised');
});

test('every pair of initials that a name can have comes up as a decoy, too', () => {
  const recognition = new Recognition(testClock());
  const seen = new Set<string>();
  for (let typed = 0; typed < 2_000; typed++)
    for (const pair of recognition.ask(String(typed), []).choices)
      for (const letter of pair) seen.add(letter);
  expect([...seen].toSorted().join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
});
