import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { codesOf, servedVisit, takeIn } from '../../test/helpers/counter.ts';
import { addPrinted, stillOut } from '../../test/helpers/reading.ts';
import { openTestOffice } from '../../test/helpers/station.ts';
import type { CopyScanned } from './store.ts';

async function readingRoom() {
  const clock = testClock();
  const office = await openTestOffice({ overrides: { clock } });
  const front = await office.as('front');
  const librarian = await office.as('librarian');
  const scan = (code: string, visitId?: string) =>
    front.post<CopyScanned>('/readings/scan', { code, visitId });
  return { ...office, clock, front, librarian, scan };
}

test('a scan gives a copy to the visit, a second one puts it back on its shelf', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const { codes } = await addPrinted(librarian, 'Kabupaten Dharmasraya Dalam Angka 2024');
  expect((await scan(codes[0]!, visitId)).body).toMatchObject({ did: 'given', visitNumber: 'P-001' });
  expect(await stillOut(front)).toMatchObject([
    { code: codes[0], visitNumber: 'P-001', photocopyNumber: null },
  ]);
  expect((await scan(codes[0]!)).body).toMatchObject({ did: 'shelved', visitNumber: 'P-001' });
  expect(await stillOut(front)).toEqual([]);
  expect((await scan(codes[0]!)).body).toMatchObject({ did: 'asks', copy: { shelf: 'B-2' } });
  const log = await front.get<{ ending: string }[]>(`/visits/${visitId}/readings`);
  expect(log.body).toMatchObject([{ ending: 'shelf' }]);
});

test('the scan box knows what a copy is for at the moment', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const { codes } = await addPrinted(librarian, 'Sumatera Barat Dalam Angka 2024');
  const found = async () => (await front.post<{ action: string }>('/scan', { code: codes[0] })).body;
  expect(await found()).toMatchObject({ action: 'give-copy', visitId: null });
  await scan(codes[0]!, visitId);
  expect(await found()).toMatchObject({ action: 'shelve-copy', visitId });
});

test('a copy that another visitor reads is given to nobody else', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const siti = await servedVisit(office, front);
  const budi = await servedVisit(office, front, 'Budi Santoso');
  const { codes } = await addPrinted(librarian, 'Statistik Daerah 2023');
  await scan(codes[0]!, siti);
  expect(await scan(codes[0]!, budi)).toMatchObject({
    status: 409,
    body: { code: 'reading.withOther', details: { number: 'P-001' } },
  });
  expect(await stillOut(front)).toMatchObject([{ visitId: siti }]);
});

test('nobody who still waits, or has gone, is given a copy', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const { codes } = await addPrinted(librarian, 'Statistik Daerah 2023');
  await front.post(`/visits/${visitId}/undo`);
  expect((await scan(codes[0]!, visitId)).body).toMatchObject({ code: 'reading.notServed' });
  await front.post(`/visits/${visitId}/serve`);
  await front.post(`/visits/${visitId}/close`);
  expect((await scan(codes[0]!, visitId)).body).toMatchObject({ code: 'reading.notServed' });
});

test('a visit does not close, and its card is not given back, before its publications are', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const { codes } = await addPrinted(librarian, 'Kabupaten Sijunjung Dalam Angka 2023');
  await scan(codes[0]!, visitId);
  const places = await codesOf(front, visitId, taken);
  const giveBack = () => front.post<{ code?: string }>(`/custodies/${taken.custodyId}/give-back`, places);
  expect(await giveBack()).toMatchObject({
    status: 409,
    body: { code: 'visits.copiesOpen', details: { titles: ['Kabupaten Sijunjung Dalam Angka 2023'] } },
  });
  expect((await front.post(`/visits/${visitId}/close`)).status).toBe(409);
  await scan(codes[0]!);
  expect((await giveBack()).status).toBe(200);
});

test('a step is not taken back under a copy that was given meanwhile', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const { codes } = await addPrinted(librarian, 'Statistik Daerah 2023');
  await scan(codes[0]!, visitId);
  expect((await front.post(`/visits/${visitId}/undo`)).body).toMatchObject({ code: 'visits.undoTooLate' });
});

test('a copy that a visitor carried away is missing, and the visit can close', async () => {
  const { front, librarian, scan, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const { codes, copyIds, publicationId } = await addPrinted(librarian, 'Statistik Daerah 2023');
  await scan(codes[0]!, visitId);
  expect((await front.post(`/copies/${copyIds[0]}/lose`)).status).toBe(200);
  expect((await front.post(`/copies/${copyIds[0]}/lose`)).body).toMatchObject({ code: 'reading.notAway' });
  expect((await front.post(`/visits/${visitId}/close`)).status).toBe(200);
  const places = await office.kiosk.get(`/publications/${publicationId}/places`);
  expect(places.body).toEqual([]);
  const later = await servedVisit(office, front, 'Budi Santoso');
  expect((await scan(codes[0]!, later)).body).toMatchObject({ code: 'reading.notThere' });
});

test('at the kiosk one sees that a copy is out, never with whom', async () => {
  const { front, librarian, scan, kiosk, ...office } = await readingRoom();
  const visitId = await servedVisit({ ...office, kiosk }, front);
  const { codes, publicationId } = await addPrinted(librarian, 'Statistik Daerah 2023', { copies: 2 });
  await scan(codes[1]!, visitId);
  const path = `/publications/${publicationId}/places`;
  expect((await kiosk.get(path)).body).toMatchObject([
    { place: 'shelf', shelf: 'B-2', visitNumber: null },
    { place: 'visit', visitNumber: null },
  ]);
  expect((await front.get(path)).body).toMatchObject([{}, { visitNumber: 'P-001' }]);
});

test('titles are counted by how often they were read and wanted', async () => {
  const { front, librarian, scan, clock, ...office } = await readingRoom();
  const visitId = await servedVisit(office, front);
  const much = await addPrinted(librarian, 'Kabupaten Dharmasraya Dalam Angka 2024');
  const little = await addPrinted(librarian, 'Statistik Daerah 2023');
  for (const code of [much.codes[0]!, much.codes[0]!, much.codes[0]!, much.codes[0]!, little.codes[0]!])
    await scan(code, visitId);
  await front.post('/wanted', { text: 'Statistik Daerah', publicationId: little.publicationId, visitId });
  const { body } = await front.get<{ titles: object[] }>('/readings/use');
  expect(body.titles).toMatchObject([
    { publicationId: much.publicationId, read: 2, copied: 0, wanted: 0 },
    { publicationId: little.publicationId, read: 1, wanted: 1 },
  ]);
  clock.pass(400 * 24 * 60 * 60_000);
  const signedInAgain = await office.as('front');
  expect((await signedInAgain.get<{ titles: object[] }>('/readings/use')).body.titles).toEqual([]);
});
