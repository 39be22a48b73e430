/** Every question the pages of publications ask the station. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Search, SearchFilters } from '../../../src-main/search/schema.ts';
import { answer, api } from '../../api.ts';

export type Filters = z.output<typeof SearchFilters>;
export type Order = Search['order'];

export interface Question {
  text: string;
  order: Order;
  filters: Filters;
}

export const noFilters: Filters = { years: [], areas: [], subjects: [], kinds: [], printed: false };

export const isFiltered = (filters: Filters): boolean =>
  filters.printed ||
  [filters.years, filters.areas, filters.subjects, filters.kinds].some(list => list.length > 0);

const askPublication = (id: string) => answer(api.publications[':id'].$get({ param: { id } }));
const askSearch = (question: Question, page: number) =>
  answer(api.publications.search.$post({ json: { ...question, page } }));
const askWanted = () => answer(api.wanted.$get());
const askHistory = (id: string) => answer(api.publications[':id'].history.$get({ param: { id } }));

export type Publication = Awaited<ReturnType<typeof askPublication>>;
export type Copy = Publication['copies'][number];
export type Found = Awaited<ReturnType<typeof askSearch>>['results'][number];
export type Wish = Awaited<ReturnType<typeof askWanted>>[number];
export type History = Awaited<ReturnType<typeof askHistory>>;

export const publicationReads = {
  /** Every publication that answers, however many; `after` where the ranked ones end. */
  browse: ({ order, ...question }: Question, after: number | undefined) =>
    infiniteQueryOptions({
      queryKey: ['publications', 'browse', question, order, after],
      queryFn: ({ pageParam }) =>
        answer(
          api.publications.browse.$post({
            json: { ...question, order: order === 'relevance' ? 'newest' : order, after: pageParam },
          }),
        ),
      initialPageParam: after,
      getNextPageParam: page => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  search: (question: Question) =>
    infiniteQueryOptions({
      queryKey: ['publications', 'search', question],
      queryFn: ({ pageParam }) => askSearch(question, pageParam),
      initialPageParam: 1,
      getNextPageParam: page => (page.page * page.pageSize < page.total ? page.page + 1 : undefined),
      placeholderData: keepPreviousData,
    }),
  count: () =>
    queryOptions({
      queryKey: ['publications', 'count'],
      queryFn: () => answer(api.publications.count.$get()),
    }),
  one: (id: string) => queryOptions({ queryKey: ['publication', id], queryFn: () => askPublication(id) }),
  history: (id: string) =>
    queryOptions({ queryKey: ['publication', id, 'history'], queryFn: () => askHistory(id) }),
  wanted: () => queryOptions({ queryKey: ['wanted'], queryFn: askWanted }),
  synonyms: () => queryOptions({ queryKey: ['synonyms'], queryFn: () => answer(api.synonyms.$get()) }),
};
