import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clips } from './clips.ts';
import { spokenCall, type CallLanguage } from './spoken.ts';

const words = (number: string, language: CallLanguage) => spokenCall(number, language).slice(1, -1).join(' ');

test.each([
  ['P-007', 'P tujuh', 'P seven'],
  ['K-010', 'K sepuluh', 'K ten'],
  ['P-011', 'P sebelas', 'P eleven'],
  ['P-017', 'P tujuh belas', 'P seventeen'],
  ['A-020', 'A dua puluh', 'A twenty'],
  ['A-042', 'A empat puluh dua', 'A forty two'],
  ['B-100', 'B seratus', 'B one hundred'],
  ['B-111', 'B seratus sebelas', 'B one hundred eleven'],
  ['Z-350', 'Z tiga ratus lima puluh', 'Z three hundred fifty'],
  ['Z-1203', 'Z satu dua nol tiga', 'Z one two zero three'],
])('%s is called "%s" and "%s"', (number, indonesian, english) => {
  expect(words(number, 'id')).toBe(indonesian);
  expect(words(number, 'en')).toBe(english);
});

test('every word of every number was spoken, and lies in its file after the one before', () => {
  for (const language of ['id', 'en'] as const) {
    const known = Object.keys(clips[language]);
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      for (let count = letter === 'A' ? 0 : 999; count <= 999; count++)
        expect(known).toEqual(expect.arrayContaining(spokenCall(`${letter}-${count}`, language)));
    let end = -1;
    for (const [from, length] of Object.values<readonly [number, number]>(clips[language])) {
      expect(from).toBeGreaterThan(end);
      end = from + length;
    }
    const file = join(import.meta.dirname, '..', '..', '..', 'assets', 'voice', `${language}.opus`);
    expect(existsSync(file) && statSync(file).size).toBeLessThan(200_000);
  }
});
