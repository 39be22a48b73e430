import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journalWords } from './staff-journal.ts';

const station = join(import.meta.dirname, '..', '..', 'src-main');
/** The nouns of the counter; other slices bring their own words when their screens come. */
const counter =
  /^(visit|visitor|custody|slip|place|handover|closing|help|session|staff|profile|setup|journal|evacuation|publication|copy|reading|photocopy|wanted|synonym|import|labels|softcopy|delivery|need)\./;

test('everything the counter records is told in plain words', () => {
  const recorded = new Set<string>();
  for (const file of globSync('**/*.ts', { cwd: station })) {
    if (file.endsWith('.test.ts')) continue;
    const source = readFileSync(join(station, file), 'utf8');
    for (const [, name] of source.matchAll(/record\(\s*\w+,\s*'([a-z.-]+)'/g)) recorded.add(name!);
  }
  const silent = [...recorded].filter(name => counter.test(name) && !journalWords.happenings[name]);
  expect(silent, 'write their sentences in words/staff-journal.ts').toEqual([]);
});
