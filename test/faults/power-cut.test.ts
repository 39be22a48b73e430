/**
 * The plug is pulled (`kill -9`) while visitors sign and officers serve, over the real door of a real process.
 * What was acknowledged to a person is there afterwards, once; what was not is there whole or not at all.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TakenIn } from '../../src-main/custody/store.ts';
import { openForReading, type Db } from '../../src-main/database/open.ts';
import { verifyJournal } from '../../src-main/journal/store.ts';
import type { Ticket } from '../../src-main/visits/schema.ts';
import { ServedStation } from '../helpers/served-station.ts';
import { guestbook } from '../seeds/office.ts';

const rounds = 8;
const counters = 4;

let noScreens: string;
let station: ServedStation;

beforeEach(async () => {
  noScreens = mkdtempSync(join(tmpdir(), 'loket-no-screens-'));
  station = await ServedStation.open({ screens: noScreens });
  await station.setUp({ places: 24 });
}, 60_000);

afterEach(async () => {
  await station.end();
  rmSync(noScreens, { recursive: true });
});

/** What a person was told, or was about to be told when the lights went out. */
interface Story {
  form: ReturnType<typeof guestbook>;
  number?: string;
  code?: string;
  visitId?: string;
  custodyId?: string;
  told: ('signed' | 'served' | 'taken' | 'returned')[];
}

let people = 0;
function newStory(): Story {
  people += 1;
  const name = `Pengunjung ${[...String(people)].map(digit => 'ABCDEFGHIJ'[Number(digit)]).join('')}`;
  return { form: guestbook({}, { name, phone: `0812${10_000_000 + people}` }), told: [] };
}

/** One step further; the story notes only what was answered. @returns false when the visit is over. */
async function goOn(story: Story, token: string): Promise<boolean> {
  const tell = async <T>(what: Story['told'][number], asked: Promise<{ status: number; body: T }>) => {
    const answer = await asked;
    if (answer.status === 200) story.told.push(what);
    return answer;
  };
  if (!story.told.includes('signed')) {
    const { body } = await tell(
      'signed',
      station.ask<Ticket>('/visits', { door: 'kiosk', body: story.form }),
    );
    story.number = body.number;
    story.code = body.code;
    return true;
  }
  if (!story.visitId) {
    const { body } = await station.ask<{ visitId: string }>('/scan', { body: { code: story.code }, token });
    story.visitId = body.visitId;
    return true;
  }
  if (!story.told.includes('served')) {
    const { status } = await tell(
      'served',
      station.ask(`/visits/${story.visitId}/serve`, { body: {}, token }),
    );
    // Served before the lights went out, but nobody heard of it.
    if (status === 409) story.told.push('served');
    return true;
  }
  if (!story.told.includes('taken')) return takeCard(story, token, tell);
  const form = await codesFor(story, token);
  const { status } = await tell(
    'returned',
    station.ask(`/custodies/${story.custodyId}/give-back`, { body: form, token }),
  );
  if (status === 409) story.told.push('returned');
  return false;
}

async function takeCard(
  story: Story,
  token: string,
  tell: <T>(
    what: 'taken',
    asked: Promise<{ status: number; body: T }>,
  ) => Promise<{ status: number; body: T }>,
) {
  const body = { visitId: story.visitId, card: { kind: 'ktp' }, locker: 'next' };
  const answer = await tell('taken', station.ask<TakenIn>('/custodies', { body, token }));
  if (answer.status === 200) story.custodyId = answer.body.custodyId;
  else if (answer.status === 409) {
    const { body: visit } = await station.ask<{ custodies: { id: string }[] }>(`/visits/${story.visitId}`, {
      token,
    });
    story.custodyId = visit.custodies[0]?.id;
    if (story.custodyId) story.told.push('taken');
    else return false;
  }
  return true;
}

async function codesFor(story: Story, token: string) {
  const { body: visit } = await station.ask<{
    slips: { code: string; voidedAt: string | null }[];
    custodies: { locker: number; pocket: number }[];
  }>(`/visits/${story.visitId}`, { token });
  const place = async (kind: string, number: number | undefined) =>
    (await station.ask<{ number: number; code: string }[]>(`/places/${kind}`, { token })).body.find(
      one => one.number === number,
    )?.code;
  return {
    slipCode: visit.slips.find(slip => !slip.voidedAt)?.code ?? 'none',
    pocketCode: await place('pocket', visit.custodies[0]?.pocket),
    lockerCode: await place('locker', visit.custodies[0]?.locker),
  };
}

/** An officer and a visitor, step after step, until the lights go out. */
async function work(stories: Story[], token: string, on: () => boolean): Promise<void> {
  const mine = stories.filter(story => !story.told.includes('returned')).slice(-1);
  let story = mine[0] ?? newStory();
  if (!stories.includes(story)) stories.push(story);
  while (on()) {
    try {
      if (await goOn(story, token)) continue;
    } catch {
      return;
    }
    story = newStory();
    stories.push(story);
  }
}

async function reading<T>(look: (db: Db) => Promise<T>): Promise<T> {
  const db = openForReading(join(station.dataDir, 'loket.sqlite'));
  try {
    return await look(db);
  } finally {
    await db.destroy();
  }
}

/** What must hold of the data at any moment, however it was left. */
async function expectWhole(): Promise<void> {
  await reading(async db => {
    expect((await verifyJournal(db)).brokenAt).toBeNull();
    const visits = await db.selectFrom('visit').selectAll().execute();
    const custodies = await db.selectFrom('custody').selectAll().execute();
    const slips = await db.selectFrom('slip').selectAll().execute();
    const journal = await db.selectFrom('journal').select(['what', 'visit_id']).execute();
    const happened = (what: string, id: string) =>
      journal.filter(row => row.what === what && row.visit_id === id).length;
    for (const visit of visits) {
      expect(happened('visit.opened', visit.id)).toBe(1);
      expect(happened('visit.served', visit.id)).toBe(visit.state === 'waiting' ? 0 : 1);
      expect(happened('visit.closed', visit.id)).toBe(visit.state === 'closed' ? 1 : 0);
      const own = custodies.filter(custody => custody.visit_id === visit.id);
      expect(happened('custody.taken', visit.id)).toBe(own.length);
      expect(happened('custody.returned', visit.id)).toBe(own.filter(one => one.released_at).length);
      expect(own.filter(one => one.released_at === null).length).toBe(visit.state === 'inside' ? 1 : 0);
    }
    for (const custody of custodies) {
      const inForce = slips.filter(slip => slip.custody_id === custody.id && slip.voided_at === null);
      expect(inForce.length).toBe(custody.released_at === null ? 1 : 0);
    }
  });
}

test('nothing that a person was told is lost or doubled when the power fails in the middle of a busy day', async () => {
  const stories: Story[][] = Array.from({ length: counters }, () => []);
  let token = await station.signIn('front');
  for (let round = 0; round < rounds; round++) {
    let lights = true;
    const working = stories.map(own => work(own, token, () => lights));
    // Moments spread over the stream: some in the first milliseconds, some in full swing.
    await sleep(15 + ((round * 137) % 400));
    await station.kill();
    lights = false;
    await Promise.all(working);
    await expectWhole();
    await station.start();
    token = await station.signIn('front');
  }

  // After the lights are back everybody who got no answer presses again: the same form is the same visit.
  const all = stories.flat();
  for (const story of all) {
    const again = await station.ask<Ticket>('/visits', { door: 'kiosk', body: story.form });
    expect(again.status).toBe(200);
    if (story.told.includes('signed'))
      expect(again.body).toMatchObject({ already: true, number: story.number, code: story.code });
  }
  await expectWhole();

  await reading(async db => {
    const visits = await db.selectFrom('visit').selectAll().execute();
    expect(visits.map(visit => visit.submission_id).toSorted()).toEqual(
      all.map(story => story.form.submissionId).toSorted(),
    );
    const custodies = await db.selectFrom('custody').selectAll().execute();
    for (const story of all.filter(one => one.visitId)) {
      const visit = visits.find(one => one.id === story.visitId)!;
      if (story.told.includes('served')) expect(visit.served_at).not.toBeNull();
      const custody = custodies.find(one => one.id === story.custodyId);
      if (story.told.includes('taken')) expect(custody?.visit_id).toBe(story.visitId);
      if (story.told.includes('returned'))
        expect([custody?.release, visit.state]).toEqual(['slip', 'closed']);
    }
  });
  expect(all.filter(story => story.told.includes('returned')).length).toBeGreaterThan(3);
}, 120_000);

const steps = ['signed', 'served', 'taken', 'returned'] as const;

test.each(steps)(
  'the power fails while a visit is being %s: it happened whole or not at all',
  async step => {
    const before = steps.indexOf(step);
    let token = await station.signIn('front');
    let unanswered = 0;
    for (const afterMs of [0, 2, 5]) {
      const story = newStory();
      while (story.told.length < before || (before > 0 && !story.visitId)) await goOn(story, token);
      const asked = goOn(story, token).then(
        () => 0,
        () => 1,
      );
      await sleep(afterMs);
      await station.kill();
      unanswered += await asked;
      await expectWhole();
      await station.start();
      token = await station.signIn('front');
      while (!story.told.includes(step)) await goOn(story, token);
      await expectWhole();
      const again = await station.ask<Ticket>('/visits', { door: 'kiosk', body: story.form });
      expect(again.body).toMatchObject({ already: true, number: story.number });
    }
    expect(unanswered).toBeGreaterThan(0);
  },
  60_000,
);
