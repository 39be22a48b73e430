import { expect, test } from 'vitest';
import { allDefences, badOf, Model, type Defences, type Tally } from './model.ts';

const scenarios = 12_000;
const steps = 120;
const seed = Number(process.env.SYNC_SEED ?? 20_261_123);

function run(count: number, defences: Defences, from = seed) {
  let bad = 0;
  const sum: Partial<Tally> = {};
  const seeds: number[] = [];
  for (let at = 0; at < count; at++) {
    const tally = new Model(from + at, defences).run(steps);
    if (badOf(tally) > 0) {
      bad++;
      seeds.push(from + at);
    }
    for (const [name, value] of Object.entries(tally) as [keyof Tally, number][])
      sum[name] = (sum[name] ?? 0) + value;
  }
  return { bad, sum, seeds };
}

test(`${scenarios} random scenarios end whole`, { timeout: 120_000 }, () => {
  const { bad, sum, seeds } = run(scenarios, allDefences);
  console.log(`model: seed ${seed}, ${scenarios} scenarios, ${JSON.stringify(sum)}`);
  expect(seeds).toEqual([]);
  expect(bad).toBe(0);
  expect(sum.faults).toBeGreaterThan(scenarios * 10);
});

test.each(Object.keys(allDefences) as (keyof Defences)[])(
  'without the defence “%s” something fails',
  { timeout: 60_000 },
  defence => {
    const { bad } = run(4_000, { ...allDefences, [defence]: false });
    expect(bad).toBeGreaterThan(0);
  },
);
