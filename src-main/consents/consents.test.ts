import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { guestbook, openTestOffice, type Asker } from '../../test/helpers/station.ts';
import { defaultProfile } from '../profile/defaults.ts';
import type { Notice, OfficeProfile } from '../profile/schema.ts';
import type { Recognised } from '../visitors/schema.ts';
import type { Ticket } from '../visits/schema.ts';

const skd = { consents: [{ purpose: 'skd' as const, days: 100 }] };
const yes = { consents: { skd: 'yes' } };
const no = { consents: { skd: 'no' } };

async function open(profile: Partial<OfficeProfile> = skd) {
  const clock = testClock();
  const office = await openTestOffice({ overrides: { clock }, profile });
  const { db } = office.station;
  const consents = () =>
    db
      .selectFrom('consent')
      .innerJoin('visitor', 'visitor.id', 'visitor_id')
      .select(['name', 'given_on', 'until_on', 'ended_why', 'notice_version'])
      .orderBy('given_at')
      .execute();
  /** Names of those whose consent holds. */
  const holding = async () => (await consents()).filter(one => one.ended_why === null).map(one => one.name);
  /** At another day, so that no visit is still open. */
  const sign = async (change: object, person: object = {}) => {
    clock.pass(24 * 3_600_000);
    return office.kiosk.post<Ticket>('/visits', guestbook({ ...change }, { ...person }));
  };
  return { ...office, clock, db, consents, holding, sign };
}

const noticeOf = async (kiosk: Asker) => (await kiosk.get<{ notice: Notice }>('/office')).body.notice;

test('an office that names no purpose asks nobody, and keeps no answer that comes all the same', async () => {
  const { kiosk, sign, consents } = await open({});
  expect(JSON.stringify(await noticeOf(kiosk))).not.toMatch(/consents|Survei|headquarters/);
  expect((await sign(yes)).status).toBe(200);
  expect(await consents()).toEqual([]);
});

test('the notice names what is handed in, to whom, what for and for how long, and asks beside it', async () => {
  const { kiosk } = await open();
  const { body } = await noticeOf(kiosk);
  const points = body.points.map(point => `${point.id} ${point.en}`).join('\n');
  expect(points).toMatch(/nama serta nomor HP atau email Anda diserahkan ke BPS Pusat.*100 hari/);
  expect(points).toMatch(/your name and phone or email go to BPS headquarters.*100 days/);
  expect(body.consents).toMatchObject([{ purpose: 'skd' }]);
  expect(body.consents![0]!.text.id).toMatch(/Boleh menolak.*100 hari|100 hari.*Boleh menolak/);
});

test('a yes is kept with the notice and its last day; a no and silence keep nothing', async () => {
  const { sign, consents, kiosk } = await open();
  const { version } = await noticeOf(kiosk);
  const notice = { version, choice: 'accepted' };
  await sign({ ...yes, notice });
  await sign({ ...no, notice }, { name: 'Budi Santoso' });
  await sign({ notice }, { name: 'Dewi Lestari' });
  await sign({ ...yes, notice: { version, choice: 'refused' } }, { name: 'Eko Prasetyo' });
  expect(await consents()).toEqual([
    {
      name: 'Siti Aminah',
      given_on: '2026-11-24',
      until_on: '2027-03-04',
      ended_why: null,
      notice_version: version,
    },
  ]);
});

test('no child, nobody without a contact and no group of unknown age is ever in it', async () => {
  const { sign, consents } = await open();
  const child = { kind: 'child', companionName: 'Ibu Rina', companionRelation: 'parent' };
  expect((await sign({ ...yes, ...child }, { birthYear: 2015 })).status).toBe(200);
  expect((await sign(yes, { name: 'Budi', phone: undefined, noContact: true })).status).toBe(200);
  expect(
    (await sign({ ...yes, kind: 'group', men: 3 }, { name: 'Ketua', birthYear: undefined })).status,
  ).toBe(200);
  expect(await consents()).toEqual([]);
});

test('the latest answer counts, also of a visitor whom nobody remembers', async () => {
  const { sign, consents, holding } = await open();
  await sign(yes);
  await sign(yes, { name: 'SITI AMINAH, S.Si', phone: '+62 812-3456-7890' });
  expect((await consents()).map(one => one.ended_why)).toEqual(['renewed', null]);
  await sign(no);
  expect(await holding()).toEqual([]);
});

test('a second form while the visit is open takes back what the first one gave', async () => {
  const { kiosk, holding } = await open();
  await kiosk.post('/visits', guestbook(yes));
  expect(await holding()).toEqual(['Siti Aminah']);
  const again = await kiosk.post<Ticket>('/visits', guestbook(no));
  expect(again.body.already).toBe(true);
  expect(await holding()).toEqual([]);
});

test('a returning visitor is asked when a grown-up, and takes it back with the card', async () => {
  const { kiosk, db, sign, holding, clock } = await open();
  await sign({ ...yes, remember: true });
  const { code } = await db.selectFrom('visitor').select('code').executeTakeFirstOrThrow();
  clock.pass(24 * 3_600_000);
  const { body } = await kiosk.post<Extract<Recognised, { step: 'welcome' }>>('/visitors/recognise', {
    code,
  });
  expect(body.mayAsk).toEqual(['skd']);
  await kiosk.post('/visits', guestbook({ ...no, person: undefined, visitorToken: body.token }));
  expect(await holding()).toEqual([]);
  await db.updateTable('visitor').set({ birth_year: 2015 }).execute();
  const child = await kiosk.post<typeof body>('/visitors/recognise', { code });
  expect(child.body.mayAsk).toEqual([]);
});

test('the counter sees that somebody agreed and takes it back for them, once', async () => {
  const { kiosk, as, holding, db } = await open();
  const { body: ticket } = await kiosk.post<Ticket>('/visits', guestbook(yes));
  const front = await as('front');
  const { body: scanned } = await front.post<{ visitId: string }>('/scan', { code: ticket.code });
  const person = async () =>
    (await front.get<{ person: { id: string; consents: object[] } }>(`/visits/${scanned.visitId}`)).body
      .person;
  expect((await person()).consents).toEqual([
    { purpose: 'skd', givenOn: '2026-11-23', untilOn: '2027-03-03' },
  ]);
  const path = `/visitors/${(await person()).id}/consents/withdraw`;
  expect((await (await as('librarian')).post(path, { purpose: 'skd' })).status).toBe(403);
  expect((await front.post(path, { purpose: 'skd' })).status).toBe(200);
  expect((await person()).consents).toEqual([]);
  expect((await front.post<{ code: string }>(path, { purpose: 'skd' })).body.code).toBe('consents.none');
  expect(await holding()).toEqual([]);
  const journal = await db.selectFrom('journal').select(['what', 'visit_id']).execute();
  expect(journal.filter(one => one.what.startsWith('consent.'))).toEqual([
    { what: 'consent.purposes', visit_id: null },
    { what: 'consent.answered', visit_id: null },
    { what: 'consent.withdrawn', visit_id: null },
  ]);
});

test('erasing a visitor ends it, under whichever row the person was stored', async () => {
  const { db, sign, consents, as } = await open();
  await sign(yes);
  await sign({});
  const rows = await db.selectFrom('visitor').select('id').orderBy('created_at').execute();
  const supervisor = await as('supervisor');
  expect((await supervisor.post(`/visitors/${rows[1]!.id}/erase`)).status).toBe(200);
  expect((await consents()).map(one => one.ended_why)).toEqual(['erased']);
});

test('only the head of office names purposes; without one all have ended, and a shorter period holds at once', async () => {
  const { as, sign, consents } = await open();
  await sign(yes);
  const save = async (role: 'admin' | 'supervisor', days: number | null) =>
    (await as(role)).send('PUT', '/profile', {
      ...defaultProfile,
      consents: days === null ? [] : [{ purpose: 'skd', days }],
    });
  expect((await save('supervisor', null)).status).toBe(403);
  await save('admin', 300);
  expect((await consents())[0]!.until_on, 'what was agreed to is not made longer').toBe('2027-03-04');
  await save('admin', 10);
  expect((await consents())[0]!.until_on).toBe('2026-12-04');
  await save('admin', null);
  expect((await consents())[0]!.ended_why).toBe('off');
  await save('admin', 10);
  expect((await consents())[0]!.ended_why, 'on again begins with nobody').toBe('off');
  expect((await save('admin', 731)).status).toBe(400);
});
