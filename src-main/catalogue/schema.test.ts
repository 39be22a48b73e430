import { expect, test } from 'vitest';
import { PublicationFields, readPublication } from './schema.ts';

test('a publication read field by field is the one that its schema reads', () => {
  const whole = {
    title: ' Dharmasraya Dalam Angka ',
    series: '',
    year: 2025,
    areaCode: '1311',
    areaName: null,
    language: 'id',
    pages: 100,
    releasedOn: '2025-02-28',
    pdf: 'https://example.org/a.pdf',
    unknown: 'left out',
  };
  const wrong = [
    { title: null },
    { title: undefined },
    { title: 'D' },
    { title: 7 },
    { year: 1 },
    { year: '2025' },
    { areaCode: '131' },
    { language: 'jv' },
    { releasedOn: '30 February' },
    { pages: 0 },
  ].map(one => ({ ...whole, ...one }));
  for (const input of [
    whole,
    { title: 'Statistik Padi' },
    { ...whole, year: null, pages: undefined },
    ...wrong,
  ])
    expect(readPublication(input)).toEqual(PublicationFields.safeParse(input).data ?? null);
  expect(wrong.map(readPublication)).toEqual(wrong.map(() => null));
});
