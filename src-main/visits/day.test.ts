import { expect, test } from 'vitest';
import { guestbook, openTestOffice } from '../../test/helpers/station.ts';
import type { TakenIn } from '../custody/store.ts';
import type { Ticket } from './schema.ts';

interface Board {
  cards: { id: string; number: string; state: string; name: string | null; locker: number | null }[];
}

test('a visitor signs, is served, hands over a card, gets it back, and the visit closes', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');

  const ticket = await office.kiosk.post<Ticket>('/visits', guestbook());
  expect(ticket).toMatchObject({ status: 200, body: { number: 'P-001', already: false, slip: 'screen' } });
  const board = await front.get<Board>('/board');
  expect(board.body.cards).toMatchObject([{ number: 'P-001', state: 'waiting', name: 'Siti Aminah' }]);
  const visitId = board.body.cards[0]!.id;

  expect((await front.post(`/visits/${visitId}/serve`)).status).toBe(200);
  const taken = await front.post<TakenIn>('/custodies', { visitId, card: { kind: 'ktp' }, locker: 'next' });
  expect(taken).toMatchObject({ status: 200, body: { lockerNumber: 1, pocketNumber: 1, jobId: null } });

  const lockers = await front.get<{ code: string; number: number }[]>('/places/locker');
  const pockets = await front.get<{ code: string; number: number }[]>('/places/pocket');
  const detail = await front.get<{ slips: { code: string }[] }>(`/visits/${visitId}`);
  const slipCode = detail.body.slips[0]!.code;
  const scanned = await front.post<{ action: string; custodyId: string }>('/scan', { code: slipCode });
  expect(scanned.body).toMatchObject({ action: 'give-back', custodyId: taken.body.custodyId });

  const wrong = await front.post(`/custodies/${taken.body.custodyId}/give-back`, {
    slipCode,
    pocketCode: pockets.body[0]!.code,
    lockerCode: lockers.body[1]!.code,
  });
  expect(wrong).toMatchObject({
    status: 409,
    body: { code: 'custody.mismatch', details: { wrong: ['locker'] } },
  });

  const right = await front.post(`/custodies/${taken.body.custodyId}/give-back`, {
    slipCode,
    pocketCode: pockets.body[0]!.code,
    lockerCode: lockers.body[0]!.code,
  });
  expect(right.status).toBe(200);
  expect((await front.get<Board>('/board')).body.cards).toEqual([]);

  const journal = await front.get<{ what: string }[]>(`/visits/${visitId}/journal`);
  expect(journal.body.map(line => line.what)).toEqual([
    'visit.opened',
    'visit.service-started',
    'visit.served',
    'visit.inside',
    'custody.taken',
    'slip.made',
    'custody.mismatch',
    'slip.voided',
    'custody.returned',
    'visit.leaving',
    'visit.closed',
  ]);
  const admin = await office.as('admin');
  expect((await admin.post('/journal/verify')).body).toMatchObject({ brokenAt: null });
});
