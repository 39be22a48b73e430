import { expect, test } from 'vitest';
import { openTestOffice } from '../../test/helpers/station.ts';
import type { CounterEntry, Person } from '../visits/schema.ts';
import { defaultProfile } from './defaults.ts';
import { noticeOf } from './rules.ts';
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

/** Of everything that a form can hand in, the word by which the notice names it; null for what tells of nobody. */
const named: Record<keyof Person | keyof CounterEntry, RegExp | null> = {
  name: /nama, .*your name/s,
  sex: /jenis kelamin.*sex/s,
  birthYear: /tahun lahir.*year of birth/s,
  phone: /nomor HP atau email.*phone or email/s,
  email: /nomor HP atau email.*phone or email/s,
  noContact: null,
  education: /pendidikan.*education/s,
  occupation: /pekerjaan.*occupation/s,
  occupationOther: /pekerjaan.*occupation/s,
  institutionCategory: /instansi.*institution/s,
  institutionCategoryOther: /instansi.*institution/s,
  institution: /instansi.*institution/s,
  disability: /disabilitas.*disability/s,
  services: /layanan yang Anda pilih.*services you choose/s,
  purpose: /keperluan.*purpose/s,
  purposeOther: /keperluan.*purpose/s,
  men: /jumlah orangnya.*how many you are/s,
  women: /jumlah orangnya.*how many you are/s,
  companionName: /nama serta hubungan pendamping.*companion the name and relation/s,
  companionRelation: /nama serta hubungan pendamping.*companion the name and relation/s,
  submissionId: null,
  kind: null,
  language: null,
  person: null,
  visitorId: null,
  reason: null,
  arrivedAt: null,
};

/** Asked in the full form alone. */
const ofFullForm = ['education', 'occupation', 'occupationOther', 'purpose', 'purposeOther'];

test.each(['short', 'full'] as const)('the notice names all that the %s form stores', form => {
  const { points } = noticeOf({ ...defaultProfile, kiosk: { ...defaultProfile.kiosk, form } });
  const stored = `${points[0]!.id}\n${points[0]!.en}`;
  const unnamed = Object.entries(named)
    .filter(
      ([field, word]) => word && !(form === 'short' && ofFullForm.includes(field)) && !word.test(stored),
    )
    .map(([field]) => field);
  expect(unnamed).toEqual([]);
});
