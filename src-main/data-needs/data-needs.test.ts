import { expect, test } from 'vitest';
import { servedVisit } from '../../test/helpers/counter.ts';
import { addPrinted } from '../../test/helpers/reading.ts';
import { openTestOffice } from '../../test/helpers/station.ts';

interface Needs {
  needs: { id: string; title: string | null; quality: number | null; obtained: string }[];
  suggestions: { id: string; title: string }[];
}

test('what a visit read is suggested, noted with its quality, and then suggested no more', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  const visitId = await servedVisit(office, await office.as('front'));
  const printed = await addPrinted(librarian, 'Dharmasraya Dalam Angka 2023');
  await librarian.post('/readings/scan', { code: printed.codes[0], visitId });
  const path = `/visits/${visitId}/needs`;
  const before = (await librarian.get<Needs>(path)).body;
  expect(before.suggestions).toMatchObject([{ title: 'Dharmasraya Dalam Angka 2023' }]);
  const need = {
    wanted: 'Jumlah penduduk per kecamatan',
    areaCode: '1311',
    yearFrom: 2020,
    yearTo: 2023,
    obtained: 'yes',
    source: 'publication',
    publicationId: printed.publicationId,
    title: 'Dharmasraya Dalam Angka 2023',
    titleYear: 2023,
    quality: 9,
  };
  const { id } = (await librarian.post<{ id: string }>(path, need)).body;
  expect((await librarian.get<Needs>(path)).body).toMatchObject({
    needs: [{ id, quality: 9 }],
    suggestions: [],
  });

  await librarian.send('PUT', `/needs/${id}`, { ...need, obtained: 'no' });
  expect((await librarian.get<Needs>(path)).body.needs).toMatchObject([
    { obtained: 'no', title: null, quality: null },
  ]);
  await librarian.send('DELETE', `/needs/${id}`);
  expect((await librarian.get<Needs>(path)).body.needs).toEqual([]);
  const journal = await office.station.db.selectFrom('journal').select(['what', 'data']).execute();
  expect(journal.map(row => row.what).slice(-3)).toEqual(['need.noted', 'need.changed', 'need.removed']);
  expect(journal.map(row => row.data).join()).not.toContain('penduduk');
});

test('years that run backwards, qualities beyond ten and callers without a role are refused', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const path = `/visits/${visitId}/needs`;
  const need = { wanted: 'IPM', obtained: 'yes' };
  expect((await front.post(path, { ...need, yearFrom: 2023, yearTo: 2020 })).status).toBe(400);
  expect((await front.post(path, { ...need, quality: 11 })).status).toBe(400);
  expect((await office.kiosk.post(path, need)).status).toBe(403);
  expect((await (await office.as('viewer')).post(path, need)).status).toBe(403);
  expect((await front.post(`/visits/nothing/needs`, need)).status).toBe(404);
});

test('reading is a service of the visit from the first copy to the last, with its officer and outcome', async () => {
  const office = await openTestOffice();
  const librarian = await office.as('librarian');
  const visitId = await servedVisit(office, await office.as('front'));
  const printed = await addPrinted(librarian, 'Dharmasraya Dalam Angka 2023', { copies: 2 });
  const [one, two] = printed.codes;
  const reading = async () =>
    office.station.db
      .selectFrom('visit_service')
      .selectAll()
      .where('visit_id', '=', visitId)
      .where('service', '=', 'reading')
      .executeTakeFirst();
  const scan = (code: string | undefined) => librarian.post('/readings/scan', { code, visitId });
  expect(await reading()).toBeUndefined();
  await scan(one);
  await scan(two);
  expect(await reading()).toMatchObject({ staff_id: librarian.staffId, ended_at: null, outcome: null });
  await scan(one);
  expect((await reading())!.ended_at).toBeNull();
  await scan(two);
  expect(await reading()).toMatchObject({ outcome: 'given' });
  expect((await reading())!.ended_at).not.toBeNull();
});
