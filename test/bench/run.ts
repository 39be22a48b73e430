/**
 * `npm run bench [-- counter …]`: measures, prints a table for each bench, and writes its figures to
 * `test/bench/results/<name>.json`. Without names it runs them all.
 *
 * For trying a bench out: `--visits N` takes a smaller office, `--quick` does everything less often in one, `--share 0.3`
 * so much of it; none of them writes figures.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { counter } from './counter.ts';
import { search } from './search.ts';
import { printers } from './printers.ts';
import { scan } from './scan.ts';
import { sync } from './sync.ts';
import { keepResult, tableOf, type Bench, type BenchSettings } from './table.ts';

const benches: Record<string, (settings: BenchSettings) => Promise<Bench>> = {
  counter,
  search,
  printers,
  scan,
  sync,
};
const wholeOffice = 1_000_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    visits: { type: 'string' },
    quick: { type: 'boolean', default: false },
    share: { type: 'string' },
  },
});
const visits = Number(values.visits ?? (values.quick ? 20_000 : wholeOffice));
const share = Number(values.share ?? (values.quick ? 0.05 : 1));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const unknown = positionals.filter(name => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  say(`There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const began = performance.now();
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  say(`\n== ${name} (load of the machine before: ${load()})`);
  const bench = await benches[name]!({ visits, share, say });
  say(`\n${tableOf(bench)}`);
  if (visits === wholeOffice && share === 1 && !bench.partial) say(`written to ${keepResult(name, bench)}`);
}
say(`\nTook ${Math.round((performance.now() - began) / 1_000)} s.`);

/** Of the last minute; figures from a machine that does other work are not the machine's figures. */
function load(): string {
  return existsSync('/proc/loadavg') ? readFileSync('/proc/loadavg', 'utf8').split(' ')[0]! : 'unknown';
}
