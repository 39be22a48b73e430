/** The judged queries over every publication of the areas that they name; the bench asks them of all 500,000. */
import { expect, test } from 'vitest';
import { areas } from '../areas/rules.ts';
import { fieldsOfSeed, shelve, titles } from '../../test/helpers/library.ts';
import { openTestOffice } from '../../test/helpers/station.ts';
import { seedCatalogue } from '../../test/seeds/catalogue.ts';
import { judgedQueries, placeOf } from '../../test/seeds/judged-queries.ts';

const west = areas.filter(area => area.code.startsWith('13')).map(area => area.code);
const asked = new Set([
  ...west,
  '0000',
  '3100',
  '3200',
  '3204',
  '3273',
  '3400',
  '3404',
  '3471',
  '3578',
  '5200',
  '7371',
]);

test('at least a hundred queries are judged, half of them misspelt, abbreviated or reordered', () => {
  expect(judgedQueries.length).toBeGreaterThanOrEqual(100);
  const plain = judgedQueries.filter(query => query.kind === 'plain').length;
  expect(plain).toBeLessThanOrEqual(judgedQueries.length / 2);
});

test('what was wanted is in the first ten for 95 % of the queries, and first for 80 %', async () => {
  const office = await openTestOffice();
  const publications = [...seedCatalogue(Infinity)].filter(one => asked.has(one.area_code));
  await shelve(
    office.station,
    publications.map(one => ({ ...fieldsOfSeed(one), pubId: one.pub_id })),
  );
  const places: number[] = [];
  for (const query of judgedQueries)
    places.push(placeOf(query, (await titles(office.kiosk, query.text)).slice(0, 10)));
  const share = (fits: (place: number) => boolean) => places.filter(fits).length / places.length;
  expect(share(place => place > 0)).toBeGreaterThanOrEqual(0.95);
  expect(share(place => place === 1)).toBeGreaterThanOrEqual(0.8);
}, 240_000);
