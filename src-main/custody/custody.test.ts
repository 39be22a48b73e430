import { expect, test } from 'vitest';
import { codesOf, servedVisit, takeIn, type Place, type VisitDetail } from '../../test/helpers/counter.ts';
import { openTestOffice } from '../../test/helpers/station.ts';

test('a lost slip needs a second officer, and the old slip is void from then on', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const supervisor = await office.as('supervisor');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const { slipCode, ...places } = await codesOf(front, visitId, taken);
  const path = `/custodies/${taken.custodyId}/lost-slip`;

  const alone = await front.post(path, { ...places, secondStaffId: front.staffId, secondPin: front.pin });
  expect(alone).toMatchObject({ status: 409, body: { code: 'staff.samePerson' } });
  const guessed = await front.post(path, {
    ...places,
    secondStaffId: supervisor.staffId,
    secondPin: '000000',
  });
  expect(guessed).toMatchObject({ status: 401, body: { code: 'staff.wrongPin' } });
  const unscanned = await front.post(path, { secondStaffId: supervisor.staffId, secondPin: supervisor.pin });
  expect(unscanned).toMatchObject({ status: 400, body: { details: { missing: ['pocket', 'locker'] } } });

  const given = await front.post(path, {
    ...places,
    secondStaffId: supervisor.staffId,
    secondPin: supervisor.pin,
  });
  expect(given.status).toBe(200);
  expect((await front.post('/scan', { code: slipCode })).body).toMatchObject({ action: 'void-slip' });
  const visit = (await front.get<VisitDetail>(`/visits/${visitId}`)).body;
  expect(visit).toMatchObject({ state: 'closed', custodies: [{ release: 'lost-slip' }] });
});

test('a slip replaced while the visitor stays stops a give-back with the old one', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const supervisor = await office.as('supervisor');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const old = await codesOf(front, visitId, taken);
  await front.post(`/custodies/${taken.custodyId}/new-slip`, {
    secondStaffId: supervisor.staffId,
    secondPin: supervisor.pin,
  });
  const path = `/custodies/${taken.custodyId}/give-back`;
  expect(await front.post(path, old)).toMatchObject({ status: 409, body: { details: { wrong: ['slip'] } } });
  expect((await front.post(path, await codesOf(front, visitId, taken))).status).toBe(200);
});

test('the slip of one visitor never opens the locker of another, and the attempt is on record', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const siti = await servedVisit(office, front, 'Siti Aminah');
  const budi = await servedVisit(office, front, 'Budi Santoso');
  const sitiTaken = (await takeIn(front, siti)).body;
  const budiTaken = (await takeIn(front, budi)).body;
  const { slipCode } = await codesOf(front, siti, sitiTaken);
  const { pocketCode, lockerCode } = await codesOf(front, budi, budiTaken);

  const stopped = await front.post(`/custodies/${sitiTaken.custodyId}/give-back`, {
    slipCode,
    pocketCode,
    lockerCode,
  });
  expect(stopped).toMatchObject({ status: 409, body: { details: { wrong: ['pocket', 'locker'] } } });
  const journal = await front.get<{ what: string }[]>(`/visits/${siti}/journal`);
  expect(journal.body.map(line => line.what)).toContain('custody.mismatch');
  expect((await front.get<VisitDetail>(`/visits/${siti}`)).body.state).toBe('inside');
});

test('a give-back that skips a part is not a give-back', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const { slipCode, pocketCode } = await codesOf(front, visitId, taken);
  const answer = await front.post(`/custodies/${taken.custodyId}/give-back`, { slipCode, pocketCode });
  expect(answer).toMatchObject({ status: 400, body: { details: { missing: ['locker'] } } });
});

test('a scanned locker that is in use, broken or somebody else’s is refused by name', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const lockers = (await front.get<Place[]>('/places/locker')).body;
  await front.send('PATCH', `/places/locker/${lockers[4]!.id}`, {
    condition: 'broken',
    note: 'Engsel patah',
  });
  await takeIn(front, await servedVisit(office, front, 'Siti Aminah'), { locker: lockers[3]!.code });
  const budi = await servedVisit(office, front, 'Budi Santoso');

  expect((await takeIn(front, budi, { locker: lockers[3]!.code })).body).toMatchObject({
    code: 'custody.lockerOccupied',
  });
  expect((await takeIn(front, budi, { locker: lockers[4]!.code })).body).toMatchObject({
    code: 'custody.unusable',
  });
  expect((await takeIn(front, budi, { locker: `${lockers[5]!.code.slice(0, 8)}*` })).body).toMatchObject({
    code: 'codes.damaged',
  });
  expect((await takeIn(front, budi, { locker: 'next' })).body).toMatchObject({ lockerNumber: 1 });
});

test('no card is taken without a reason, and a locker alone is possible with one', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  expect((await takeIn(front, visitId, { card: null })).status).toBe(400);
  const taken = await takeIn(front, visitId, { card: null, noCardReason: 'declined' });
  expect(taken.body).toMatchObject({ lockerNumber: 1, pocketNumber: null });
  const codes = await codesOf(front, visitId, taken.body);
  expect((await front.post(`/custodies/${taken.body.custodyId}/give-back`, codes)).status).toBe(200);
});

test('the last four digits are kept only where the profile asks for them', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  await takeIn(front, visitId, { card: { kind: 'ktp', last4: '1234' } });
  expect((await front.get<VisitDetail>(`/visits/${visitId}`)).body.custodies[0]!.cardLast4).toBeNull();
});

test('what is kept of a card is one of the office’s words, never a number or a sentence in its place', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  for (const form of [
    { card: { kind: '1311054107940002' } },
    { card: null, noCardReason: 'KTP 1311054107940002' },
  ])
    expect((await takeIn(front, visitId, form)).status).toBe(400);
  const { custodyId } = (await takeIn(front, visitId)).body;
  const moved = { locker: 'next', reason: 'Tas Bu Siti terlalu besar' };
  expect((await front.post(`/custodies/${custodyId}/move`, moved)).status).toBe(400);
});

test('another locker means another slip, and the first locker is free again', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const moved = await front.post<{ lockerNumber: number }>(`/custodies/${taken.custodyId}/move`, {
    locker: 'next',
    reason: 'jammed',
  });
  expect(moved.body.lockerNumber).toBe(2);
  const lockers = (await front.get<Place[]>('/places/locker')).body;
  expect([lockers[0]!.visitNumber, lockers[1]!.visitNumber]).toEqual([null, 'P-001']);
});

test('a mistaken take-in can be taken back while the visitor stays', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  expect((await front.post(`/custodies/${taken.custodyId}/undo`)).status).toBe(200);
  expect((await front.get<VisitDetail>(`/visits/${visitId}`)).body).toMatchObject({
    state: 'inside',
    custodies: [{ release: 'undone' }],
  });
  expect((await takeIn(front, visitId)).status).toBe(200);
});

test('two officers who take the last free locker at once: one gets it, the other is told', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const admin = await office.as('admin');
  await admin.send('PUT', '/places/locker/count', { count: 1 });
  const visits = [
    await servedVisit(office, front, 'Siti Aminah'),
    await servedVisit(office, front, 'Budi Santoso'),
  ];
  const answers = await Promise.all(visits.map(visitId => takeIn(front, visitId)));
  expect(answers.map(answer => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});
