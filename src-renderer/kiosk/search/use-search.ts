import { useEffect, useEffectEvent, useState } from 'react';
import type { z } from 'zod';
import type { FoundPublication, SearchFilters, SearchResult } from '../../../src-main/search/schema.ts';
import { answer, api, Failure } from '../../api.ts';

export type Filters = z.output<typeof SearchFilters>;
export const noFilters: Filters = { years: [], areas: [], subjects: [], kinds: [], printed: false };

export interface Question {
  text: string;
  filters: Filters;
}

interface Answer {
  /** The first page with its facets; null before anything has come. */
  first: SearchResult | null;
  /** Of all pages that were asked for. */
  found: FoundPublication[];
  /** Of which question; the newest one is under way while it differs. */
  of: Question | null;
  failure: Failure | null;
}

/** A finger on the keys is not asked about at every letter. */
const pauseMs = 120;

/** Asks as the visitor types. An answer that comes late never replaces that of a newer question. */
export function useSearch(question: Question) {
  const [state, setState] = useState<Answer>({ first: null, found: [], of: null, failure: null });
  const [tries, setTries] = useState(0);

  const ask = (page: number, isOld: () => boolean) =>
    answer(api.publications.search.$post({ json: { ...question, page } })).then(
      result => {
        if (isOld()) return;
        setState(was => ({
          first: page === 1 ? result : was.first,
          found: page === 1 ? result.results : [...was.found, ...result.results],
          of: question,
          failure: null,
        }));
      },
      (error: unknown) => {
        if (!isOld() && error instanceof Failure) setState(was => ({ ...was, of: question, failure: error }));
      },
    );
  const begin = useEffectEvent((isOld: () => boolean) => void ask(1, isOld));

  useEffect(() => {
    let old = false;
    const timer = setTimeout(() => begin(() => old), pauseMs);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  }, [question, tries]);

  const { first, found } = state;
  const page = first ? Math.ceil(found.length / first.pageSize) : 0;
  return {
    ...state,
    looking: state.of !== question,
    hasMore: first !== null && found.length < first.total,
    more: () => void ask(page + 1, () => false),
    again: () => setTries(count => count + 1),
  };
}
