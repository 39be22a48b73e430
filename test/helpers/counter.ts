/** Steps of the counter that many tests begin with, in the words of staff. */
import type { TakenIn } from '../../src-main/custody/store.ts';
import { guestbook, type Asker, type TestOffice } from './station.ts';

export interface Place {
  id: string;
  number: number;
  code: string;
  condition: string;
  visitNumber: string | null;
}

export interface VisitDetail {
  id: string;
  state: string;
  durationMs: number | null;
  slips: { id: string; code: string; voidedAt: string | null }[];
  custodies: { release: string | null; cardLast4: string | null }[];
}

/** A visitor who has signed and is being served. @returns the visit's id. */
export async function servedVisit(office: TestOffice, front: Asker, name = 'Siti Aminah'): Promise<string> {
  const form = guestbook(
    {},
    { name, phone: undefined, email: `${name.replaceAll(' ', '.').toLowerCase()}@contoh.id` },
  );
  const ticket = await office.kiosk.post<{ code: string }>('/visits', form);
  const { body } = await front.post<{ visitId: string }>('/scan', { code: ticket.body.code });
  await front.post(`/visits/${body.visitId}/serve`);
  return body.visitId;
}

export async function takeIn(front: Asker, visitId: string, change: Record<string, unknown> = {}) {
  return front.post<TakenIn>('/custodies', { visitId, card: { kind: 'ktp' }, locker: 'next', ...change });
}

/** The codes that must be scanned to give a custody back. */
export async function codesOf(front: Asker, visitId: string, taken: TakenIn) {
  const place = async (kind: 'locker' | 'pocket', number: number | null) =>
    (await front.get<Place[]>(`/places/${kind}`)).body.find(one => one.number === number)?.code;
  const { body } = await front.get<VisitDetail>(`/visits/${visitId}`);
  return {
    slipCode: body.slips.find(slip => slip.voidedAt === null)!.code,
    pocketCode: await place('pocket', taken.pocketNumber),
    lockerCode: await place('locker', taken.lockerNumber),
  };
}
