/**
 * How well a publication answers a question, between 0 and about 1.3: the share of the question that it answers,
 * how much of its title was asked for, the order of the words, and whether place and year are those asked for.
 */
import { provinceOf } from '../areas/rules.ts';
import type { Part, Question } from './question.ts';
import { fact, fold, termsOf, wordsOfPlace, yearsCovered, type Findable } from './rules.ts';

export interface Scored {
  score: number;
  /** Every needed part of the question is answered. */
  whole: boolean;
  /** For each part the terms that answered it; null when none did. */
  answers: (string[] | null)[];
}

const titleOnly = new Set('dan di ke menurut provinsi kabupaten kota the of'.split(' '));
const yearPattern = /^(?:19|20)\d\d$/;

export function scoreOf(row: Findable, question: Question, homeArea: string): Scored {
  const title = fold(row.title);
  const inTitle = new Set(title);
  const has = termsHeld(row, inTitle);
  const answers: Scored['answers'] = [];
  let [got, whole, asked] = [0, true, 0];
  const answered = new Set<string>();
  for (const part of question.parts) {
    const answer = best(part, has, inTitle);
    answers.push(answer?.terms ?? null);
    asked += part.weight;
    if (!answer) {
      if (part.needed || part.alternatives.length === 0) whole = false;
      continue;
    }
    got += part.weight * answer.quality;
    for (const term of answer.terms) answered.add(term);
  }
  const score =
    0.7 * (asked > 0 ? got / asked : 1) +
    0.14 * coverage(row, title, question, answered) +
    0.06 * order(title, answers) +
    placeBonus(row, question, homeArea) +
    yearBonus(row, question);
  return { score, whole, answers };
}

/** `termsOf` for one question: what is not asked for is not worked out, because hundreds are scored for one answer. */
function termsHeld(row: Findable, inTitle: Set<string>): (term: string) => boolean {
  return term => {
    if (term[1] !== ':')
      return (
        inTitle.has(term) ||
        wordsOfPlace(row).includes(term) ||
        (row.series ? fold(row.series).includes(term) : false)
      );
    if (term[0] === 'a') return row.area_code === term.slice(2);
    if (term[0] === 'y') return yearsCovered(row.title, row.year).includes(Number(term.slice(2)));
    return termsOf(row, false).includes(term);
  };
}

/** The best way to say a part that the publication has whole; words of the title count for more than facts. */
function best(
  part: Part,
  has: (term: string) => boolean,
  inTitle: Set<string>,
): { terms: string[]; quality: number } | null {
  let found: { terms: string[]; quality: number } | null = null;
  for (const one of part.alternatives) {
    if (found && one.quality <= found.quality) continue;
    if (!one.terms.every(has)) continue;
    const quality = one.terms.every(term => inTitle.has(term)) ? one.quality : one.quality * 0.9;
    if (!found || quality > found.quality) found = { terms: one.terms, quality };
  }
  return found;
}

/** The share of the title's own words that were asked for; its year, its place and little words do not count. */
function coverage(row: Findable, title: string[], question: Question, answered: Set<string>): number {
  const rightPlace = question.areas.length === 0 || question.areas.some(area => area.code === row.area_code);
  const ofPlace = new Set(rightPlace ? wordsOfPlace(row) : []);
  const own = title.filter(word => !titleOnly.has(word) && !yearPattern.test(word) && !ofPlace.has(word));
  if (own.length === 0) return 1;
  return own.filter(word => answered.has(word)).length / own.length;
}

/** The share of neighbours in the question that are neighbours in the title as well, in the same order. */
function order(title: string[], answers: Scored['answers']): number {
  const asked = answers.flatMap(answer => answer ?? []).filter(term => term[1] !== ':');
  if (asked.length < 2) return 1;
  let kept = 0;
  for (let at = 1; at < asked.length; at++) {
    const where = title.indexOf(asked[at - 1]!);
    if (where >= 0 && title[where + 1] === asked[at]) kept++;
  }
  return kept / (asked.length - 1);
}

function placeBonus(row: Findable, { areas }: Question, homeArea: string): number {
  if (areas.length > 0) {
    if (areas.some(area => area.code === row.area_code)) return 0.16;
    const within = areas.some(
      area => area.kind === 'province' && provinceOf(row.area_code ?? '0000') === area.code,
    );
    return within ? 0.02 : 0;
  }
  if (row.area_code === homeArea) return 0.06;
  if (row.area_code === '0000') return 0.04;
  return row.area_code === provinceOf(homeArea) ? 0.03 : 0;
}

function yearBonus(row: Findable, { years }: Question): number {
  if (years.length === 0 || row.year === null) return 0;
  const apart = Math.min(...years.map(year => Math.abs(year - row.year!)));
  return apart === 0 ? 0.1 : Math.max(0, 0.04 - 0.004 * apart);
}

/** The demand on the full text: every needed part, said in one of its ways, and every filter. */
export function matchOf(parts: Part[], strict: boolean, filters: string[][]): string {
  const said = parts.map(({ alternatives }) => {
    const floor = strict ? alternatives[0]!.quality - 0.15 : 0;
    const ways = alternatives.filter(one => one.quality >= floor).map(one => one.terms);
    return ways.filter(way => !ways.some(other => other !== way && demandsMore(way, other))).map(all);
  });
  return [...said, ...filters.map(terms => terms.map(quote))]
    .map(ways => `(${ways.join(' OR ')})`)
    .join(' AND ');
}

/** Whoever has all of `way` has all of `other` as well, so that asking for `way` finds nothing more. */
function demandsMore(way: string[], other: string[]): boolean {
  const [only] = way;
  if (way.length > 1) return way.length > other.length && other.every(term => way.includes(term));
  if (only!.startsWith('a:')) {
    const name = wordsOfPlace({ area_code: only!.slice(2), area_name: null });
    return other.every(term => name.includes(term));
  }
  return other.length === 1 && other[0] === fact.year(Number(only));
}

const quote = (term: string) => `"${term.replaceAll('"', '""')}"`;
const all = (terms: string[]) =>
  terms.length === 1 ? quote(terms[0]!) : `(${terms.map(quote).join(' AND ')})`;

/** The facts that an office's own place, its province and the country go by. */
export function nearbyFacts(homeArea: string): string[] {
  return [homeArea, provinceOf(homeArea) ?? homeArea, '0000'].map(fact.area);
}
