/** What the full text knows of a publication: the words that people look for, and facts like `y:2023`. */
import { areaOf } from '../areas/rules.ts';

/** Words as they are compared: no case, no accents, letters and digits only. */
export function fold(text: string): string[] {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export interface Findable {
  title: string;
  series: string | null;
  year: number | null;
  area_code: string | null;
  area_name: string | null;
  subject: string | null;
  kind: string | null;
  publication_number: string | null;
  catalogue_number: string | null;
  issn: string | null;
  isbn: string | null;
}

/** A fact is one token of the full text; its letter says of what. No word has a colon in it. */
export const fact = {
  year: (year: number) => `y:${year}`,
  area: (code: string) => `a:${code}`,
  province: (code: string) => `p:${code.slice(0, 2)}`,
  subject: (subject: string) => `s:${fold(subject).join('')}`,
  kind: (kind: string) => `k:${fold(kind).join('')}`,
  number: (number: string) => `n:${number.toLowerCase().replaceAll(/[^\da-z]/g, '')}`,
  printed: 'c:1',
};

export const isFact = (term: string) => term[1] === ':';

/** Every term of a publication, once. The same row always gives the same terms, so that a change can undo them. */
export function termsOf(row: Findable, printed: boolean): string[] {
  const terms = new Set(fold(row.title));
  if (row.series) for (const word of fold(row.series)) terms.add(word);
  for (const word of wordsOfPlace(row)) terms.add(word);
  for (const year of yearsCovered(row.title, row.year)) terms.add(fact.year(year));
  if (row.area_code) terms.add(fact.area(row.area_code)).add(fact.province(row.area_code));
  if (row.subject) terms.add(fact.subject(row.subject));
  if (row.kind) terms.add(fact.kind(row.kind));
  for (const number of [row.publication_number, row.issn, row.isbn])
    if (number) terms.add(fact.number(number));
  if (row.catalogue_number) {
    terms.add(fact.number(row.catalogue_number));
    terms.add(fact.number(row.catalogue_number.split('.')[0]!));
  }
  if (printed) terms.add(fact.printed);
  return [...terms];
}

const places = new Map<string, string[]>();

/** The words of an area as the row names it and as BPS does: who is of 1371 always has the word padang. */
export function wordsOfPlace({ area_code, area_name }: Pick<Findable, 'area_code' | 'area_name'>): string[] {
  const key = `${area_code} ${area_name}`;
  const known = places.get(key);
  if (known) return known;
  const words = fold(`${areaOf(area_code)?.name ?? ''} ${area_name ?? ''}`);
  if (places.size < 2_000) places.set(key, words);
  return words;
}

const longestSpan = 30;

/** The edition's year and those of a span in the title: "2018-2022" covers five. */
export function yearsCovered(title: string, year: number | null): number[] {
  const years = new Set<number>(year === null ? [] : [year]);
  for (const [, from, to] of title.matchAll(/\b((?:19|20)\d\d)(?:\s*[-–/]\s*((?:19|20)\d\d))?\b/g)) {
    const [first, last] = [Number(from), Number(to ?? from)];
    if (last < first || last - first > longestSpan) years.add(first).add(last);
    else for (let one = first; one <= last; one++) years.add(one);
  }
  return [...years];
}

/** The year of an edition: the last one that its title names. */
export function yearOfTitle(title: string): number | null {
  const years = title.match(/\b(?:19|20)\d\d\b/g);
  return years ? Number(years.at(-1)) : null;
}
