import { expect, test } from 'vitest';
import { openTestOffice } from '../../test/helpers/station.ts';
import { defaultProfile } from './defaults.ts';
import type { Notice } from './schema.ts';

test('the notice names the e-mail that waits for its letter where letters are sent, in a version of its own', async () => {
  const { kiosk, ...office } = await openTestOffice();
  const admin = await office.as('admin');
  const save = (softcopy: object) =>
    admin.send('PUT', '/profile', {
      ...defaultProfile,
      softcopy: { ...defaultProfile.softcopy, ...softcopy },
    });
  const notice = async () => (await kiosk.get<{ notice: Notice }>('/office')).body.notice;
  const said = ({ body }: Notice) => body.points.map(point => `${point.id} ${point.en}`).join('\n');

  const before = await notice();
  expect(said(before)).not.toContain('softcopy');
  const mail = { host: 'smtp.contoh.id', port: 587, security: 'starttls', user: '', from: 'pst@contoh.id' };
  await save({ mail, wipeHours: 36 });
  const after = await notice();
  expect(after.version).toBe(before.version + 1);
  for (const words of ['alamat itu menunggu', 'that address waits', '36 jam', '36 hours', 'smtp.contoh.id'])
    expect(said(after)).toContain(words);

  await save({ mail, wipeHours: 12 });
  expect((await notice()).version).toBe(before.version + 2);
  await save({});
  expect(await notice()).toEqual(before);
});
