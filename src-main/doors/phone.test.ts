import { expect, onTestFinished, test } from 'vitest';
import { servedVisit } from '../../test/helpers/counter.ts';
import { addPrinted } from '../../test/helpers/reading.ts';
import { openTestOffice } from '../../test/helpers/station.ts';
import type { Requested } from '../photocopies/store.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { keepPhoneDoor } from './phone.ts';

/** Below the range that outgoing connections take theirs from. */
const anyPort = () => 20_000 + Math.floor(Math.random() * 9_000);

async function officeWithPhones(phonePort: number | null) {
  const photocopy = { ...defaultProfile.photocopy, phonePort };
  const office = await openTestOffice({ profile: { photocopy } });
  onTestFinished(await keepPhoneDoor(office.station, office.app));
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const book = await addPrinted(await office.as('librarian'), 'Kecamatan Pulau Punjung <Dalam> Angka 2024');
  const titles = [{ publicationId: book.publicationId, pages: '1-5' }];
  const { body: form } = await front.post<Requested>('/photocopies', {
    visitId,
    titles,
    copies: 2,
    paper: 'a4',
    duplex: true,
  });
  const row = await office.station.db
    .selectFrom('slip')
    .select('content')
    .where('id', '=', form.slipId)
    .executeTakeFirstOrThrow();
  const { confirmUrl } = (JSON.parse(row.content) as { photocopy: { confirmUrl: string | null } }).photocopy;
  const stateOf = async () => (await front.get<{ state: string }>(`/photocopies/${form.id}`)).body.state;
  return { ...office, front, book, form, confirmUrl, stateOf };
}

/** As a phone opens what its camera read. */
async function open(url: string, method = 'GET') {
  const response = await fetch(url, { method });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

test('the stub opens its form on a phone, which says once that the copies are made', async () => {
  const { front, form, book, confirmUrl, stateOf } = await officeWithPhones(anyPort());
  expect(confirmUrl).toMatch(/^HTTP:\/\/[\d.]+:\d+\/K\/S\w{8}\/\w{8}$/);
  const early = await open(confirmUrl!);
  expect(early.text).toContain('Publikasi belum dicatat keluar');
  expect(early.text).not.toContain('<button');
  expect((await open(confirmUrl!, 'POST')).status).toBe(409);

  await front.post(`/photocopies/${form.id}/out`, { code: book.codes[0] });
  const page = await open(confirmUrl!);
  expect(page.text).toContain('FC-001');
  expect(page.text).toContain('Pulau Punjung &lt;Dalam&gt; Angka');
  expect(page.text).toContain('2 rangkap, A4, bolak-balik');
  expect(page.text).not.toMatch(/Siti|P-001|<script/);
  expect(await stateOf()).toBe('out');

  expect((await open(confirmUrl!, 'POST')).text).toContain('Terima kasih');
  expect(await stateOf()).toBe('copied');
  expect((await open(confirmUrl!, 'POST')).status).toBe(410);
  expect((await open(confirmUrl!)).status).toBe(410);
});

test('nothing else of the station is behind the door, and a guessed stub opens nothing', async () => {
  const { station, confirmUrl } = await officeWithPhones(anyPort());
  for (const path of ['/', '/api/board', '/api/photocopies', '/staff.html', '/K/', '/K/S00000000/AAAAAAAA/x'])
    expect((await open(`${station.phoneUrl}${path}`)).status, path).toBe(404);
  expect((await open(confirmUrl!, 'DELETE')).status).toBe(404);
  const guessed = confirmUrl!.replace(/.$/, last => (last === 'A' ? 'B' : 'A'));
  expect((await open(guessed, 'POST')).status).toBe(410);
  expect((await open(confirmUrl!)).headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the door is shut unless the profile opens it, and follows the profile', async () => {
  const office = await officeWithPhones(null);
  expect(office.confirmUrl).toBeNull();
  expect(office.station.phoneUrl).toBeNull();
  const admin = await office.as('admin');
  const save = (phonePort: number | null) =>
    admin.send('PUT', '/profile', {
      ...defaultProfile,
      photocopy: { ...defaultProfile.photocopy, phonePort },
    });
  const port = anyPort();
  await save(port);
  await expect.poll(() => office.station.phoneUrl).toMatch(new RegExp(`:${port}$`));
  expect((await open(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await save(null);
  await expect.poll(() => office.station.phoneUrl).toBeNull();
  await expect(open(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
});
