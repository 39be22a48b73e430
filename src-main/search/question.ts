/** What somebody may have meant by the words they typed: slips of the finger, abbreviations, years and areas. */
import { areaOf, findAreas, type Area, type FoundArea } from '../areas/rules.ts';
import { fact, fold } from './rules.ts';
import type { Synonyms } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One way to say a part of the question: all of its terms. `quality` 1 is what was typed. */
export interface Alternative {
  terms: string[];
  quality: number;
}

/** A part of the question, as it was typed, and every way to say it. */
export interface Part {
  typed: string[];
  alternatives: Alternative[];
  /** Rare words say more than frequent ones. */
  weight: number;
  /** Little words are welcome in a title but never demanded. */
  needed: boolean;
  /** Not found as typed: another word is meant. */
  changed: boolean;
}

export interface Question {
  parts: Part[];
  years: number[];
  areas: Area[];
}

interface Word {
  typed: string;
  /** What it most likely stands for, when that is another word. */
  word: string;
  meant: Alternative[];
  last: boolean;
}

const little = new Set(
  'dan di ke dari yang untuk pada dengan tentang data buku publikasi tahun thn th cari mencari mau ingin mengenai bps the of and in for'.split(
    ' ',
  ),
);
const numberPattern = /\b\d[\d.\-–]{5,}[\dx]\b/gi;
const yearPattern = /^(?:19|20)\d\d$/;
const mostWords = 14;

export function understand(text: string, vocabulary: Vocabulary, synonyms: Synonyms): Question {
  const numbers: string[] = [];
  const rest = text.replaceAll(numberPattern, found => {
    if (/^(?:19|20)\d\d[-–](?:19|20)\d\d$/.test(found)) return found;
    numbers.push(found);
    return ' ';
  });
  const typed = fold(rest).slice(0, mostWords);
  const places = findAreas(typed);
  const words = typed.flatMap((word, at) => {
    const last = at === typed.length - 1 && !/\s$/.test(text);
    const named =
      places.some(place => place.from <= at && at < place.to) || synonyms.hasWord(word) || little.has(word);
    return meaningOf(word, { last, named }, vocabulary, synonyms);
  });
  const plain = words.map(one => one.word);
  const found = findAreas(plain);
  const parts: Part[] = numbers.map(number => part([number], [{ terms: [fact.number(number)], quality: 1 }]));
  for (let at = 0; at < words.length;) {
    const { length, ...said } = partAt(words, plain, at, found, vocabulary, synonyms);
    const alternatives = said.alternatives.filter(one => one.terms.every(term => vocabulary.has(term)));
    const typedHere = words.slice(at, at + length);
    parts.push({
      ...part([...new Set(typedHere.map(one => one.typed))], alternatives),
      needed: alternatives.length > 0 && !(length === 1 && little.has(plain[at]!)),
      changed: typedHere.some(one => one.word !== one.typed),
    });
    at += length;
  }
  for (const one of parts) one.weight = weightOf(one, vocabulary);
  if (parts.every(one => !one.needed)) for (const one of parts) one.needed = one.alternatives.length > 0;
  return {
    parts,
    years: typed.filter(word => yearPattern.test(word)).map(Number),
    areas: found.flatMap(one => one.areas),
  };
}

function part(typed: string[], alternatives: Alternative[]): Part {
  return { typed, alternatives, weight: 1, needed: true, changed: false };
}

function weightOf({ alternatives, needed, typed }: Part, vocabulary: Vocabulary): number {
  if (!needed && typed.every(word => little.has(word))) return 0.1;
  if (alternatives.length === 0) return 4;
  const frequency = Math.max(
    ...alternatives
      .filter(one => one.quality >= 0.9)
      .map(one => Math.min(...one.terms.map(term => vocabulary.publications(term)))),
    0,
  );
  return Math.log(1.5 + vocabulary.largest / (1 + frequency));
}

/** A typed word, and when nobody uses it, the words that were meant: its endings, its neighbours, its two halves. */
function meaningOf(
  typed: string,
  { last, named }: { last: boolean; named: boolean },
  vocabulary: Vocabulary,
  synonyms: Synonyms,
): Word[] {
  const known = vocabulary.has(typed);
  const longer = endings(typed, last, known || named, vocabulary);
  const itself = { terms: [typed], quality: 1 };
  if (known || named || /\d/.test(typed)) {
    const meant = [itself, ...longer, ...formsOf(typed, vocabulary)];
    if (known && vocabulary.publications(typed) <= 3) meant.push(...slips(typed, vocabulary, synonyms, 100));
    return [{ typed, word: typed, meant, last }];
  }
  const near = slips(typed, vocabulary, synonyms, 1);
  const halves = halvesOf(typed, vocabulary);
  if (halves && (near[0]?.quality ?? 0) < 0.8 && longer.length === 0)
    return halves.map(word => ({ typed, word, meant: [{ terms: [word], quality: 1 }], last: false }));
  const meant = [...longer, ...near, ...formsOf(typed, vocabulary)].sort((a, b) => b.quality - a.quality);
  return [{ typed, word: meant[0]?.terms[0] ?? typed, meant, last }];
}

function endings(typed: string, last: boolean, known: boolean, vocabulary: Vocabulary): Alternative[] {
  if (known ? !last || typed.length < 3 : typed.length < (last ? 1 : 3)) return [];
  const words = vocabulary.beginningWith(typed, known ? 6 : 12);
  return words.map(word => ({
    terms: [word],
    quality: (known ? 0.5 : last ? 0.8 : 0.72) + 0.2 * (typed.length / word.length),
  }));
}

function slips(
  typed: string,
  vocabulary: Vocabulary,
  synonyms: Synonyms,
  moreFrequentBy: number,
): Alternative[] {
  const own = vocabulary.publications(typed);
  return [...vocabulary.speller.find(typed), ...synonyms.speller.find(typed, 2)]
    .filter(one => own === 0 || one.publications >= own * moreFrequentBy)
    .map(one => ({
      terms: [one.word],
      quality: (own > 0 ? 0.6 : 0.98) - 0.12 * one.distance - (one.word[0] === typed[0] ? 0 : 0.08),
    }))
    .sort((a, b) => b.quality - a.quality);
}

/** "dalamangka": two known words written as one. */
function halvesOf(typed: string, vocabulary: Vocabulary): string[] | null {
  let best: { words: string[]; frequency: number } | null = null;
  for (let at = 3; at <= typed.length - 3; at++) {
    const words = [typed.slice(0, at), typed.slice(at)];
    const frequency = Math.min(...words.map(word => vocabulary.publications(word)));
    if (frequency > (best?.frequency ?? 0)) best = { words, frequency };
  }
  return best?.words ?? null;
}

/** miskin ↔ kemiskinan, tani ↔ pertanian: other forms of the same Indonesian root. */
function formsOf(typed: string, vocabulary: Vocabulary): Alternative[] {
  if (typed.length < 4) return [];
  const root = /^(?:ke|per|pe)(.{4,})an$/.exec(typed)?.[1];
  const forms = [`ke${typed}an`, `per${typed}an`, `pe${typed}an`, `${typed}an`, ...(root ? [root] : [])];
  return forms.filter(word => vocabulary.has(word)).map(word => ({ terms: [word], quality: 0.6 }));
}

/** The part that begins at a word: an area, a phrase with synonyms, a year, or the word alone. */
function partAt(
  words: Word[],
  plain: string[],
  at: number,
  found: FoundArea[],
  vocabulary: Vocabulary,
  synonyms: Synonyms,
): { length: number; alternatives: Alternative[] } {
  const area = found.find(one => one.from === at);
  const phrase = synonyms.at(plain, at);
  const areaLength = area ? area.to - area.from : 0;
  if (area && areaLength >= (phrase?.length ?? 0)) {
    const also = phrase?.length === areaLength ? saidOtherwise(phrase.others) : [];
    return { length: areaLength, alternatives: unique([...areaAlternatives(area, words), ...also]) };
  }
  if (phrase) {
    const asTyped = { terms: plain.slice(at, at + phrase.length), quality: 1 };
    const meant = phrase.length === 1 ? words[at]!.meant : [];
    return {
      length: phrase.length,
      alternatives: unique([asTyped, ...saidOtherwise(phrase.others), ...meant]),
    };
  }
  const word = plain[at]!;
  if (yearPattern.test(word))
    return {
      length: 1,
      alternatives: [
        { terms: [word], quality: 1 },
        { terms: [fact.year(Number(word))], quality: 0.97 },
      ],
    };
  if (/^\d{4}$/.test(word) && areaOf(word))
    return {
      length: 1,
      alternatives: [
        { terms: [fact.area(word)], quality: 1 },
        { terms: [word], quality: 1 },
      ],
    };
  const next = plain[at + 1];
  if (next && vocabulary.has(word + next) && !found.some(one => one.from === at + 1))
    return {
      length: 2,
      alternatives: [
        { terms: [word, next], quality: 1 },
        { terms: [word + next], quality: 0.95 },
      ],
    };
  return { length: 1, alternatives: unique(words[at]!.meant) };
}

function areaAlternatives(area: FoundArea, words: Word[]): Alternative[] {
  const name = words.slice(area.from, area.to);
  const typed = name.slice(area.kindSaid ? 1 : 0);
  return [
    { terms: typed.map(one => one.word), quality: 1 },
    ...area.areas.map(one => ({ terms: fold(one.bare), quality: 1 })),
    ...area.areas.map(one => ({ terms: [fact.area(one.code)], quality: 0.93 })),
    ...(typed.length === 1 ? typed[0]!.meant.filter(one => one.quality < 1) : []),
  ];
}

const saidOtherwise = (others: string[][]) => others.map(terms => ({ terms, quality: 0.93 }));

function unique(alternatives: Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const one of alternatives) {
    const key = one.terms.join(' ');
    if ((best.get(key)?.quality ?? 0) < one.quality) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => b.quality - a.quality);
}
