import { areaOf } from '../areas/rules.ts';
import type { SearchResult } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Faceted {
  year: number | null;
  area_code: string | null;
  area_name: string | null;
  subject: string | null;
  kind: string | null;
}

const mostValues = 40;

/**
 * What the results can be narrowed by.
 *
 * @param tooMany given when not all results are at hand: nothing is counted then, and every year is offered.
 */
export function facetsOf(rows: Faceted[], tooMany: Vocabulary | null): SearchResult['facets'] {
  const values = <T extends string | number>(of: (row: Faceted) => T | null) => {
    const counts = new Map<T, number>();
    for (const row of rows) {
      const value = of(row);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostValues)
      .map(([value, count]) => ({ value, count: tooMany ? null : count }));
  };
  const names = new Map(rows.map(row => [row.area_code, row.area_name]));
  return {
    years: tooMany
      ? tooMany.years().map(value => ({ value, count: null }))
      : values(row => row.year).sort((a, b) => b.value - a.value),
    areas: values(row => row.area_code).map(one => ({
      ...one,
      name: areaOf(one.value)?.name ?? names.get(one.value) ?? null,
    })),
    subjects: values(row => row.subject),
    kinds: values(row => row.kind),
  };
}
