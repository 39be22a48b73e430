import { z } from 'zod';

export const orders = ['relevance', 'newest', 'oldest', 'title'] as const;

export const SearchFilters = z.object({
  years: z.array(z.number().int().min(1_800).max(2_200)).max(40).default([]),
  /** Four digits are one area, two a province with everything in it. */
  areas: z
    .array(z.string().regex(/^\d{2}(?:\d{2})?$/))
    .max(40)
    .default([]),
  subjects: z.array(z.string().min(1).max(80)).max(20).default([]),
  kinds: z.array(z.string().min(1).max(80)).max(20).default([]),
  /** Only what stands printed in this reading room. */
  printed: z.boolean().default(false),
});
export type SearchFilters = z.output<typeof SearchFilters>;

export const Search = z.object({
  text: z.string().max(200).default(''),
  filters: SearchFilters.prefault({}),
  page: z.number().int().min(1).max(15).default(1),
  order: z.enum(orders).default('relevance'),
});
export type Search = z.output<typeof Search>;

export const Browse = z.object({
  text: z.string().max(200).default(''),
  filters: SearchFilters.prefault({}),
  order: z.enum(['newest', 'oldest', 'title']).default('newest'),
  /** `next` of the page before, or `moreAfter` of a search. */
  after: z.number().int().optional(),
});
export type Browse = z.output<typeof Browse>;

export const SynonymPhrases = z.object({
  phrases: z.array(z.string().trim().min(2).max(80)).min(2).max(12),
});

export interface FacetValue<T> {
  value: T;
  /** How many of the results; null when there are too many results to count. */
  count: number | null;
}

/** One publication in a list. */
export interface FoundPublication {
  id: string;
  title: string;
  year: number | null;
  areaCode: string | null;
  areaName: string | null;
  subject: string | null;
  kind: string | null;
  series: string | null;
  publicationNumber: string | null;
  catalogueNumber: string | null;
  issn: string | null;
  isbn: string | null;
  language: 'id' | 'en' | null;
  pages: number | null;
  releasedOn: string | null;
  hasCover: boolean;
  hasPdf: boolean;
  /** Printed copies in this office, and how many of them may be read now. */
  copies: number;
  usableCopies: number;
}

export interface SearchResult {
  /** What was searched for instead, when a word of the text is not known. */
  corrected: string | null;
  /** Years and areas that were understood. */
  years: number[];
  areas: { code: string; name: string }[];
  /** False when no publication answers the whole question, and the results answer part of it. */
  whole: boolean;
  total: number;
  /**
   * There are more than `total`; the newest of them were ranked, and the others follow this one in the order `newest`.
   * Null when `total` is all.
   */
  moreAfter: number | null;
  page: number;
  pageSize: number;
  results: FoundPublication[];
  facets: {
    years: FacetValue<number>[];
    areas: (FacetValue<string> & { name: string | null })[];
    subjects: FacetValue<string>[];
    kinds: FacetValue<string>[];
  };
}
