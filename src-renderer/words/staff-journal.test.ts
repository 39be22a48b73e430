import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveReasons } from '../../src-main/custody/schema.ts';
import { importStates } from '../../src-main/imports/schema.ts';
import { conditions, places } from '../../src-main/lockers/schema.ts';
import { photocopyStates } from '../../src-main/photocopies/schema.ts';
import { deliveryWays } from '../../src-main/softcopies/schema.ts';
import { scannedServices, serviceOutcomes } from '../../src-main/visits/schema.ts';
import { journalWords } from './staff-journal.ts';

const station = join(import.meta.dirname, '..', '..', 'src-main');
const call = /\brecord(?:Job)?\(\s*\w+,\s*([^,{)]*)/g;

/** Every kind that the station's source records; of a template the part before its `$`. */
function recordedKinds(): { whole: Set<string>; begun: Set<string> } {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const file of globSync('**/*.ts', { cwd: station })) {
    if (file.endsWith('.test.ts')) continue;
    const source = readFileSync(join(station, file), 'utf8');
    for (const [, name] of source.matchAll(call)) {
      for (const [, kind] of name!.matchAll(/'([a-z]+\.[a-z-]+)'/g)) whole.add(kind!);
      for (const [, kind] of name!.matchAll(/`([a-z]+\.)\$/g)) begun.add(kind!);
    }
  }
  return { whole, begun };
}

/** What stands in place of the variable of a template. */
const endings: Record<string, readonly string[]> = {
  'print.': ['printed', 'not-printed', 'maybe'],
  'photocopy.': photocopyStates,
  'delivery.': ['delivered', 'failed', 'expired'],
  'request.': ['seen', 'claimed', 'answered', 'refused'],
};

test('everything that the station records is told in plain words', () => {
  const { whole, begun } = recordedKinds();
  expect(
    [...begun].filter(kind => !endings[kind]),
    'name their endings above',
  ).toEqual([]);
  const all = [...whole, ...Object.entries(endings).flatMap(([kind, ends]) => ends.map(end => kind + end))];
  expect(all.length).toBeGreaterThan(60);
  expect(
    all.filter(kind => !journalWords.happenings[kind]),
    'write their sentences in words/staff-journal.ts',
  ).toEqual([]);
});

test('no sentence of the journal shows a word of the program', () => {
  const wordsOfTheProgram = [
    'slip',
    ...places,
    ...conditions,
    ...moveReasons,
    ...photocopyStates.filter(state => ['closed', 'cancelled', 'lost'].includes(state)),
    ...importStates.filter(state => state !== 'running'),
    ...deliveryWays,
    ...serviceOutcomes,
    ...scannedServices,
    // Why a slip is void, and why a print was dropped.
    'given-back',
    'lost',
    'moved',
    'undone',
    'wiped',
    'slip-void',
  ];
  expect(wordsOfTheProgram.filter(word => !journalWords.values[word])).toEqual([]);
});
