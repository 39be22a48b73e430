import { expect, test } from 'vitest';
import { columnsOf } from '../catalogue/rows.ts';
import { completed } from '../catalogue/rules.ts';
import { fieldsOfSeed } from '../../test/helpers/library.ts';
import { seedCatalogue } from '../../test/seeds/catalogue.ts';
import { termsOf, yearsCovered } from './rules.ts';
import { scoreOf } from './score.ts';

const part = (terms: string[]) => ({
  typed: terms,
  alternatives: [{ terms, quality: 1 }],
  weight: 1,
  needed: true,
  changed: false,
});

test('the ranking knows every term that the full text knows', () => {
  let at = 0;
  for (const seed of seedCatalogue(3_000)) {
    if (at++ % 30 > 0) continue;
    const row = columnsOf(completed({ ...fieldsOfSeed(seed), series: 'Seri Wilayah' }));
    for (const term of termsOf(row, false)) {
      const { whole } = scoreOf(row, { parts: [part([term])], years: [], areas: [] }, '1311');
      expect({ term, title: row.title, whole }).toMatchObject({ whole: true });
    }
    const { whole } = scoreOf(row, { parts: [part(['zzz'])], years: [], areas: [] }, '1311');
    expect(whole).toBe(false);
  }
});

test('a span in a title covers every year of it, and two years far apart are two years', () => {
  expect(yearsCovered('PDRB 2018-2022', 2022).toSorted((a, b) => a - b)).toEqual([
    2018, 2019, 2020, 2021, 2022,
  ]);
  expect(yearsCovered('Nomor 1900-2020', null).toSorted((a, b) => a - b)).toEqual([1900, 2020]);
  expect(yearsCovered('Padang', 2003)).toEqual([2003]);
});
