import { expect, test } from 'vitest';
import { openTestCentral } from '../../test/helpers/central.ts';
import { freshFigures } from '../offices/figures-store.ts';
import { OfficeSearch } from '../offices/schema.ts';
import { daysOf, listOffices } from '../offices/store.ts';
import { proveOffice } from '../proof/store.ts';
import { listRollouts } from '../rollouts/store.ts';
import { isDemo } from '../stations/store.ts';
import { demoOffice, mostDemoOffices } from './rules.ts';
import { makeDemo } from './store.ts';

test('made-up offices are taken in like real ones, proved, and marked as a demo', async () => {
  const { central } = await openTestCentral('PGlite');
  expect(await isDemo(central.db)).toBe(false);
  await makeDemo(central, 3);
  await freshFigures(central);
  const page = await listOffices(central, OfficeSearch.parse({ order: 'office' }));
  expect(page.rows.map(one => [one.office, one.state, one.parked, one.health!['demo']])).toEqual([
    ['1301', 'good', 0, true],
    ['1401', 'good', 0, true],
    ['1501', 'parked', 1, true],
  ]);
  expect(page.all.visits).toBeGreaterThan(500);
  for (const { office, visits, within, health } of page.rows) {
    expect(health!['digests_differing']).toBe(0);
    expect(within).toBeGreaterThan(visits / 2);
    const proof = await proveOffice(central, office);
    expect(proof).toMatchObject({ ok: true, journal: { missing: [], broken: [], forks: [] } });
    expect(proof.batches).toBeGreaterThanOrEqual(28);
  }
  expect(await listRollouts(central)).toMatchObject([
    { table: 'announcement', offices: 1, meant: 1 },
    { table: 'synonym', meant: 3, received: 2 },
  ]);
  const people = await central.db.selectFrom('consent').select('office_id').execute();
  expect(new Set(people.map(one => one.office_id))).toEqual(new Set(['1401']));
  const today = central.now().toISOString().slice(0, 10);
  const days = await daysOf(central, '1301', { from: '2000-01-01', to: today });
  expect(days.length).toBeGreaterThanOrEqual(28);
  expect(await isDemo(central.db)).toBe(true);
  await expect(makeDemo(central, 3)).rejects.toMatchObject({ body: { code: 'demo.notEmpty' } });
});

test('550 of them have different numbers and names, and every state is among them', () => {
  const offices = Array.from({ length: 550 }, (_, at) => demoOffice(at, 9));
  expect(new Set(offices.map(one => one.id)).size).toBe(550);
  expect(new Set(offices.map(one => one.name)).size).toBe(550);
  expect(new Set(offices.map(one => one.lot))).toEqual(
    new Set(['good', 'new', 'silent', 'behind', 'parked']),
  );
  expect(offices.every(one => /^\d{4}$/.test(one.id))).toBe(true);
  expect(demoOffice(mostDemoOffices - 1, 9).id).toMatch(/^\d{4}$/);
});
