import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceUpTo, Speller } from './spelling.ts';

/** The textbook's way, with the whole table. */
function slowDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(
        d[i - 1]![j]! + 1,
        d[i]![j - 1]! + 1,
        d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 9 });

test('the quick distance is the textbook’s, cut off beyond what is asked for', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(distanceUpTo(a, b, most)).toBe(Math.min(slowDistance(a, b), most + 1));
    }),
    { numRuns: 3_000 },
  );
});

test('no word within reach is ruled out by its letters or its length', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (words, typed) => {
      const speller = new Speller(() => 1);
      for (const one of new Set(words)) speller.add(one);
      const most = typed.length < 4 ? 0 : typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3;
      const near = [...new Set(words)].filter(
        one => one.length >= 3 && one !== typed && most > 0 && slowDistance(one, typed) <= most,
      );
      expect(new Set(speller.find(typed, 100).map(one => one.word))).toEqual(new Set(near));
    }),
    { numRuns: 1_000 },
  );
});

test('of words as near, the one found most often was meant', () => {
  const counts: Record<string, number> = { padang: 900, pidang: 3, kemiskinan: 40 };
  const speller = new Speller(known => counts[known] ?? 0);
  for (const one of Object.keys(counts)) speller.add(one);
  expect(speller.find('pdang')[0]!.word).toBe('padang');
  expect(speller.find('kemiskian')).toMatchObject([{ word: 'kemiskinan', distance: 1 }]);
});
