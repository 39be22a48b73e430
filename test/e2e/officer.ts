/** What an officer does at the counter's screen, by role and name, as a person would. */
import type { Page } from '@playwright/test';
import type { Role } from '../../src-main/staff/schema.ts';
import type { ServedStation } from '../helpers/served-station.ts';
import { guestbook, people, testPin } from '../seeds/office.ts';
import { expect } from './fixtures.ts';

export async function signIn(page: Page, role: Role = 'front'): Promise<void> {
  await page.getByRole('button', { name: people[role] }).click();
  await page.keyboard.type(testPin, { delay: 20 });
  await expect(page.getByRole('navigation', { name: /Bagian|Sections/ })).toBeVisible();
}

export interface Signed {
  id: string;
  code: string;
  number: string;
}

/** A visitor signs the guestbook at the kiosk. */
export async function visitorSigns(
  station: ServedStation,
  name = 'Siti Aminah',
  change = {},
): Promise<Signed> {
  const form = guestbook(change, {
    name,
    phone: undefined,
    email: `${name.replaceAll(' ', '.').toLowerCase()}@contoh.id`,
  });
  const ticket = await station.ask<{ code: string; number: string }>('/visits', {
    body: form,
    door: 'kiosk',
  });
  const token = await station.signIn('front');
  const found = await station.ask<{ visitId: string }>('/scan', { body: { code: ticket.body.code }, token });
  return { id: found.body.visitId, ...ticket.body };
}

interface Codes {
  slip: string;
  pocket: string;
  locker: string;
  lockerNumber: number;
}

/** The codes that stand on the slip, the pocket and the locker of a visit that is inside. */
export async function codesOf(station: ServedStation, visitId: string): Promise<Codes> {
  const token = await station.signIn('front');
  const visit = await station.ask<{
    slips: { code: string; kind: string; voidedAt: string | null }[];
    custodies: { locker: number; pocket: number; releasedAt: string | null }[];
  }>(`/visits/${visitId}`, { token });
  const custody = visit.body.custodies.find(one => one.releasedAt === null)!;
  return {
    slip: visit.body.slips.find(one => one.kind === 'locker' && one.voidedAt === null)!.code,
    pocket: await placeCode(station, 'pocket', custody.pocket),
    locker: await placeCode(station, 'locker', custody.locker),
    lockerNumber: custody.locker,
  };
}

export async function placeCode(
  station: ServedStation,
  kind: 'locker' | 'pocket',
  number: number,
): Promise<string> {
  const token = await station.signIn('front');
  const places = await station.ask<{ number: number; code: string }[]>(`/places/${kind}`, { token });
  return places.body.find(place => place.number === number)!.code;
}

/** A visitor who has signed, was served, and has card and bag in care. */
export async function visitorInside(station: ServedStation, name = 'Siti Aminah'): Promise<Signed> {
  const visit = await visitorSigns(station, name);
  const token = await station.signIn('front');
  await station.ask(`/visits/${visit.id}/serve`, { method: 'POST', token });
  const taken = await station.ask('/custodies', {
    body: { visitId: visit.id, card: { kind: 'ktp' }, locker: 'next' },
    token,
  });
  expect(taken.status).toBe(200);
  return visit;
}

/** The panel at the right. */
export const drawer = (page: Page) => page.getByRole('complementary');
