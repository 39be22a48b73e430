/** Every question a console screen asks the station, each with the key under which live changes find it. */
import { keepPreviousData, queryOptions, infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../api.ts';
import type { PlaceName } from './panel.ts';
import type { z } from 'zod';
import type { VisitSearch, VisitState } from '../../src-main/visits/schema.ts';

const askOffice = () => answer(api.office.$get());
const askBoard = () => answer(api.board.$get());
const askVisit = (id: string) => answer(api.visits[':id'].$get({ param: { id } }));
const askPlaces = (place: PlaceName) => answer(api.places[':place'].$get({ param: { place } }));
const askSync = () => answer(api.sync.$get());
const askPrints = () => answer(api.prints.$get());
const askVisits = (json: VisitQuestion) => answer(api.visits.search.$post({ json }));

export type Office = Awaited<ReturnType<typeof askOffice>>;
export type Board = Awaited<ReturnType<typeof askBoard>>;
export type Card = Board['cards'][number];
export type VisitDetail = Awaited<ReturnType<typeof askVisit>>;
export type Custody = VisitDetail['custodies'][number];
export type Place = Awaited<ReturnType<typeof askPlaces>>[number];
export type Print = Awaited<ReturnType<typeof askPrints>>[number];
export type SyncStatus = Awaited<ReturnType<typeof askSync>>;
export type VisitRow = Awaited<ReturnType<typeof askVisits>>['rows'][number];

type VisitQuestion = z.infer<typeof VisitSearch>;

export interface VisitFilter {
  text: string;
  from: string;
  to: string;
  state: VisitState | 'open' | 'breached' | '';
}

const visitsQuery = (filter: VisitFilter) =>
  infiniteQueryOptions({
    queryKey: ['visits', filter],
    queryFn: ({ pageParam }) => {
      const set = Object.fromEntries(
        Object.entries({ ...filter, before: pageParam }).filter(([, value]) => value),
      );
      return answer(api.visits.search.$post({ json: set }));
    },
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

const journalQuery = () =>
  infiniteQueryOptions({
    queryKey: ['journal'],
    queryFn: ({ pageParam }) => answer(api.journal.$get({ query: pageParam ? { before: pageParam } : {} })),
    initialPageParam: '',
    getNextPageParam: page => (page.next === null ? undefined : String(page.next)),
  });

export const reads = {
  office: () => queryOptions({ queryKey: ['office'], queryFn: askOffice, staleTime: Infinity }),
  board: () => queryOptions({ queryKey: ['board'], queryFn: askBoard }),
  visit: (id: string) => queryOptions({ queryKey: ['visit', id], queryFn: () => askVisit(id) }),
  visits: visitsQuery,
  places: (kind: PlaceName) => queryOptions({ queryKey: ['places', kind], queryFn: () => askPlaces(kind) }),
  sync: () => queryOptions({ queryKey: ['sync'], queryFn: askSync }),
  announcements: () =>
    queryOptions({
      queryKey: ['sync', 'announcements'],
      queryFn: () => answer(api.sync.announcements.$get()),
    }),
  prints: () => queryOptions({ queryKey: ['prints'], queryFn: askPrints }),
  journal: journalQuery,
  setup: () => queryOptions({ queryKey: ['setup'], queryFn: () => answer(api.setup.$get()) }),
  profile: () => queryOptions({ queryKey: ['profile'], queryFn: () => answer(api.profile.$get()) }),
  names: () => queryOptions({ queryKey: ['staff', 'names'], queryFn: () => answer(api.staff.names.$get()) }),
  staff: () => queryOptions({ queryKey: ['staff', 'all'], queryFn: () => answer(api.staff.$get()) }),
  visitJournal: (id: string) =>
    queryOptions({
      queryKey: ['visit', id, 'journal'],
      queryFn: () => answer(api.visits[':id'].journal.$get({ param: { id } })),
    }),
  visitors: (text: string) =>
    queryOptions({
      queryKey: ['visitors', text],
      queryFn: () => answer(api.visitors.search.$post({ json: { text } })),
      placeholderData: keepPreviousData,
      enabled: text.trim().length >= 2,
    }),
  placeHistory: (place: PlaceName, id: string) =>
    queryOptions({
      queryKey: ['places', place, id],
      queryFn: () => answer(api.places[':place'][':id'].history.$get({ param: { place, id } })),
    }),
  shiftCounts: () =>
    queryOptions({ queryKey: ['shifts', 'counts'], queryFn: () => answer(api.shifts.counts.$get()) }),
  shifts: () => queryOptions({ queryKey: ['shifts', 'list'], queryFn: () => answer(api.shifts.$get()) }),
  evacuation: () => queryOptions({ queryKey: ['evacuation'], queryFn: () => answer(api.evacuation.$get()) }),
  clearance: (day?: string) =>
    queryOptions({
      queryKey: ['clearance', day ?? 'today'],
      queryFn: () => answer(api.clearance.$get({ query: day ? { day } : {} })),
    }),
};
