/**
 * Finds publications. The full text gives the newest that have every part of the question; those are ranked here.
 * It is asked again with less certain meanings, and then with a part less, only when that found too little.
 */
import { sql } from 'kysely';
import { areaOf } from '../areas/rules.ts';
import { countCopies } from '../catalogue/copies-store.ts';
import type { Publication } from '../database/catalogue-tables.ts';
import type { Db } from '../database/open.ts';
import { facetsOf } from './facets.ts';
import { understand, type Part, type Question } from './question.ts';
import { fact } from './rules.ts';
import type { FoundPublication, Search, SearchFilters, SearchResult } from './schema.ts';
import { matchOf, nearbyFacts, scoreOf, type Scored } from './score.ts';
import { synonymsOf } from './synonyms-store.ts';
import { vocabularyOf } from './vocabulary.ts';

const pageSize = 20;
/** So many are ranked; beyond that the newest are. */
const mostRanked = 300;
const mostNearby = 100;
const mostPartly = 60;
/** With fewer results than that, less certain meanings are tried as well. */
const fewResults = 8;
/** A fifth of the publications, as `weightOf` weighs it. */
const frequentWeight = Math.log(1.5 + 5);

export type Line = Omit<Publication, 'key' | 'pub_id' | 'source' | 'imported'>;
type Candidate = Line & Scored;

/** @param homeArea the office's own area: of two as good, its own comes first. */
export async function searchPublications(db: Db, search: Search, homeArea: string): Promise<SearchResult> {
  const vocabulary = await vocabularyOf(db);
  const question = understand(search.text, vocabulary, await synonymsOf(db));
  const filters = filterTerms(search.filters);
  const { found, moreAfter } = await candidates(db, question, filters, homeArea);
  const whole = found.filter(one => one.whole);
  const ranked = rank(whole.length > 0 ? whole : found, search.order);
  const page = ranked.slice((search.page - 1) * pageSize, search.page * pageSize);
  const copies = await countCopies(
    db,
    page.map(one => one.id),
  );
  return {
    corrected: correctedText(question, ranked[0]),
    years: question.years,
    areas: question.areas.map(({ code, name }) => ({ code, name })),
    whole: question.parts.length === 0 || whole.length > 0,
    total: ranked.length,
    moreAfter,
    page: search.page,
    pageSize,
    results: page.map(line => foundPublication(line, copies.get(line.id))),
    facets: facetsOf(ranked, moreAfter === null ? null : vocabulary),
  };
}

async function candidates(
  db: Db,
  question: Question,
  filters: string[][],
  homeArea: string,
): Promise<{ found: Candidate[]; moreAfter: number | null }> {
  const found = new Map<number, Candidate>();
  let whole = 0;
  const keep = (lines: Line[]) => {
    for (const line of lines) {
      if (found.has(line.seq)) continue;
      const scored = { ...line, ...scoreOf(line, question, homeArea) };
      if (scored.whole) whole++;
      found.set(line.seq, scored);
    }
    return lines.length === mostRanked ? lines.at(-1)!.seq : null;
  };
  const done = (moreAfter: number | null) => ({ found: [...found.values()], moreAfter });
  const parts = question.parts.filter(part => part.needed);
  if (parts.length === 0 && question.parts.some(part => part.alternatives.length === 0)) return done(null);
  if (parts.length + filters.length === 0) {
    return done(keep(await newest(db, mostRanked)));
  }
  const telling = tellingParts(parts);
  let moreAfter = keep(await matching(db, matchOf(telling, true, filters), mostRanked));
  if (moreAfter !== null) {
    const asked = question.areas.map(area => fact.area(area.code));
    const places = asked.length > 0 ? asked : nearbyFacts(homeArea);
    keep(await matching(db, matchOf(telling, true, [...filters, places]), mostNearby));
    if (telling.length < parts.length && whole === 0)
      moreAfter = keep(await matching(db, matchOf(parts, true, filters), mostRanked));
  }
  const loose = matchOf(parts, false, filters);
  if (whole < fewResults && loose !== matchOf(parts, true, filters))
    keep(await matching(db, loose, mostRanked));
  if (found.size === 0)
    for (const less of partly(parts)) keep(await matching(db, matchOf(less, false, filters), mostPartly));
  return done(moreAfter);
}

/** The demand of a question and its filters on the full text; empty when everything answers, null when nothing can. */
export async function wholeMatch(
  db: Db,
  { text, filters }: Pick<Search, 'text' | 'filters'>,
): Promise<string | null> {
  const question = understand(text, await vocabularyOf(db), await synonymsOf(db));
  const parts = question.parts.filter(part => part.needed);
  if (question.parts.some(part => part.alternatives.length === 0)) return null;
  return matchOf(parts, true, filterTerms(filters));
}

/**
 * Without the words that a fifth of all publications have: it takes long to find out which have them as well, and
 * the ranking sees to it.
 */
function tellingParts(parts: Part[]): Part[] {
  const telling = parts.filter(part => part.weight > frequentWeight);
  return telling.length > 0 ? telling : parts;
}

/** The question with each part left out in turn, the most frequent first; then its rarest part alone. */
function partly(parts: Part[]): Part[][] {
  if (parts.length < 2) return [];
  const byWeight = parts.toSorted((a, b) => a.weight - b.weight);
  const less = byWeight.slice(0, 4).map(left => parts.filter(part => part !== left));
  return parts.length > 2 ? [...less, [byWeight.at(-1)!]] : less;
}

/** What a list shows of a publication. */
export const lineColumns = [
  'seq',
  'id',
  'title',
  'series',
  'year',
  'area_code',
  'area_name',
  'subject',
  'kind',
  'publication_number',
  'catalogue_number',
  'issn',
  'isbn',
  'language',
  'pages',
  'released_on',
  'cover',
  'pdf',
] as const;
const columnList = sql.join(lineColumns.map(column => sql.ref(`publication.${column}`)));

async function matching(db: Db, match: string, limit: number): Promise<Line[]> {
  const { rows } = await sql<Line>`
    SELECT ${columnList} FROM publication_text JOIN publication ON publication.seq = publication_text.rowid
    WHERE publication_text MATCH ${match} ORDER BY publication_text.rowid LIMIT ${limit}`.execute(db);
  return rows;
}

function newest(db: Db, limit: number): Promise<Line[]> {
  return db.selectFrom('publication').select(lineColumns).orderBy('seq').limit(limit).execute();
}

function filterTerms(filters: SearchFilters): string[][] {
  return [
    filters.years.map(fact.year),
    filters.areas.map(code => (code.length === 2 ? fact.province(code) : fact.area(code))),
    filters.subjects.map(fact.subject),
    filters.kinds.map(fact.kind),
    filters.printed ? [fact.printed] : [],
  ].filter(terms => terms.length > 0);
}

/** Relevance in steps of a fiftieth: of two about as good the newer one comes first, then the main volume. */
function rank(found: Candidate[], order: Search['order']): Candidate[] {
  const newer = (a: Candidate, b: Candidate) =>
    (b.year ?? 0) - (a.year ?? 0) ||
    a.title.length - b.title.length ||
    (b.released_on ?? '').localeCompare(a.released_on ?? '');
  const byTitle = (a: Candidate, b: Candidate) => a.title.localeCompare(b.title, 'id');
  switch (order) {
    case 'newest':
      return found.sort((a, b) => newer(a, b) || b.score - a.score);
    case 'oldest':
      return found.sort((a, b) => newer(b, a) || b.score - a.score);
    case 'title':
      return found.sort((a, b) => byTitle(a, b) || newer(a, b));
    case 'relevance':
      return found.sort(
        (a, b) => Math.round(b.score * 50) - Math.round(a.score * 50) || newer(a, b) || b.score - a.score,
      );
  }
}

/** The question as it was understood: the best result tells which of the likely words was meant. */
function correctedText({ parts }: Question, first: Candidate | undefined): string | null {
  if (!parts.some(part => part.changed)) return null;
  const said = parts.map((part, at) => {
    if (!part.changed) return part.typed;
    const answer = first?.answers[at] ?? part.alternatives[0]?.terms;
    return !answer || answer.some(term => term[1] === ':')
      ? (part.alternatives[0]?.terms ?? part.typed)
      : answer;
  });
  return said.flat().join(' ');
}

export function foundPublication(
  line: Line,
  copies: { copies: number; usable: number } | undefined,
): FoundPublication {
  return {
    id: line.id,
    title: line.title,
    year: line.year,
    areaCode: line.area_code,
    areaName: line.area_name ?? areaOf(line.area_code)?.name ?? null,
    subject: line.subject,
    kind: line.kind,
    series: line.series,
    publicationNumber: line.publication_number,
    catalogueNumber: line.catalogue_number,
    issn: line.issn,
    isbn: line.isbn,
    language: line.language,
    pages: line.pages,
    releasedOn: line.released_on,
    hasCover: line.cover !== null,
    hasPdf: line.pdf !== null,
    copies: copies?.copies ?? 0,
    usableCopies: copies?.usable ?? 0,
  };
}
