import { expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { guestbook, openTestOffice } from '../../test/helpers/station.ts';
import { eraseWhatIsOver } from './retention.ts';

test('after the promised period name and contact are gone, the visit still counts, and the chain is whole', async () => {
  let now = new Date('2026-01-05T03:00:00Z');
  const office = await openTestOffice({
    overrides: { clock: { ...systemClock(), now: () => now } },
    profile: { privacy: { ...defaultProfile.privacy, identityMonths: 6 } },
  });
  const notice = (await office.kiosk.get<{ notice: { version: number } }>('/office')).body.notice.version;
  const choice = { notice: { version: notice, choice: 'accepted' } };
  await office.kiosk.post('/visits', guestbook(choice));
  now = new Date('2026-06-01T03:00:00Z');
  await office.kiosk.post('/visits', guestbook(choice, { name: 'Budi Santoso', phone: '081299887766' }));

  now = new Date('2026-07-10T03:00:00Z');
  expect(await eraseWhatIsOver(office.station)).toBe(1);
  expect(await eraseWhatIsOver(office.station)).toBe(0);
  const kept = await office.station.db
    .selectFrom('visitor')
    .select(['name', 'phone'])
    .orderBy('created_at')
    .execute();
  expect(kept).toEqual([
    { name: null, phone: null },
    { name: 'Budi Santoso', phone: '+6281299887766' },
  ]);
  expect(await office.station.db.selectFrom('visit').select('id').execute()).toHaveLength(2);
  const admin = await office.as('admin');
  expect((await admin.post('/journal/verify')).body).toMatchObject({ brokenAt: null });
});

test('an office that set no period erases nobody by itself', async () => {
  let now = new Date('2016-01-05T03:00:00Z');
  const office = await openTestOffice({ overrides: { clock: { ...systemClock(), now: () => now } } });
  await office.kiosk.post('/visits', guestbook());
  now = new Date('2026-11-23T03:00:00Z');
  expect(await eraseWhatIsOver(office.station)).toBe(0);
});

test('a visitor who asks is erased by a supervisor', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const reason = 'Bu Siti datang saat listrik padam';
  const late = { ...guestbook({ notice: undefined }), reason, arrivedAt: new Date(0).toISOString() };
  expect((await front.post('/visits/enter', late)).status).toBe(200);
  const { id } = await office.station.db.selectFrom('visitor').select('id').executeTakeFirstOrThrow();
  expect((await front.post(`/visitors/${id}/erase`)).status).toBe(403);
  const supervisor = await office.as('supervisor');
  expect((await supervisor.post(`/visitors/${id}/erase`)).status).toBe(200);
  expect((await supervisor.post(`/visitors/${id}/erase`)).status).toBe(404);
  expect(await office.station.db.selectFrom('visit').select(['entry_reason']).execute()).toEqual([
    { entry_reason: '–' },
  ]);
});
