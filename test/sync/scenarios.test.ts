import { expect, test } from 'vitest';
import { kinds, openTestCentral } from '../helpers/central.ts';
import { temporaryDir } from '../helpers/station.ts';
import { Random } from './random.ts';
import { RealScenario } from './real-scenario.ts';
import { officeTemplate } from './office-template.ts';

const seed = Number(process.env.SYNC_SEED ?? 20_261_123);
const steps = 30;
/** The real code takes a second for a scenario: as many as fit; the model runs ten thousand. */
const budgetMs = Number(process.env.SYNC_BUDGET_MS ?? 25_000);
const most = Number(process.env.SYNC_SCENARIOS ?? 400);

test('random faults against the real code end whole', { timeout: budgetMs + 60_000 }, async () => {
  const kind = kinds.at(-1)!;
  const central = await openTestCentral(kind, { settings: { ratePerSecond: 1e6, burst: 1e6 } });
  const dir = temporaryDir();
  const template = await officeTemplate(temporaryDir());
  const faults = new Map<string, number>();
  const began = performance.now();
  let run = 0;
  for (; run < most && performance.now() - began < budgetMs; run++) {
    const scenario = new RealScenario(central, new Random(seed + run), String(1_000 + run), dir);
    await scenario.begin(template);
    for (let step = 0; step < steps; step++) await scenario.step();
    expect(await scenario.end(), `seed ${seed + run}`).toEqual([]);
    for (const fault of scenario.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
  console.log(
    `real code on ${kind}: seed ${seed}, ${run} scenarios, ${JSON.stringify(Object.fromEntries(faults))}`,
  );
  expect(run).toBeGreaterThan(0);
});
