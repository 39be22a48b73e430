/** Every question of headquarters' screens, and what its failures mean for the whole window. */
import {
  keepPreviousData,
  QueryCache,
  QueryClient,
  MutationCache,
  queryOptions,
} from '@tanstack/react-query';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ConsentSearch } from '../../src-central/consents/schema.ts';
import type { OfficeSearch } from '../../src-central/offices/schema.ts';
import type { RequestSearch } from '../../src-central/requests/schema.ts';
import { answer, Failure, hq } from '../api.ts';
import { makeStore } from '../desk/store.ts';
import { session, sessionLost } from './session/session.ts';

/** False while the server does not answer. */
export const link = makeStore(true);

function heed(error: Error): void {
  if (!(error instanceof Failure)) return;
  if (error.code === 'accounts.login') sessionLost();
  if (error.status === 0) link.set(false);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: heed, onSuccess: () => link.set(true) }),
  mutationCache: new MutationCache({ onError: heed, onSuccess: () => link.set(true) }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2_000,
      refetchOnWindowFocus: false,
      retryDelay: 1_500,
      // Once: what is on the screen asks again by itself, and until then its reader should know.
      retry: (failed, error) => failed < 1 && error instanceof Failure && error.status === 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Rows of the offices arrive all the time: what is on the screen is asked again this often. */
const lookEveryMs = 5_000;
const often = { refetchInterval: () => (session.get().lost ? false : lookEveryMs) } as const;

const askAbout = () => answer(hq.about.$get());
const askOffices = (json: OfficeSearch) => answer(hq.offices.search.$post({ json }));
const askOffice = (office: string) => answer(hq.offices[':office'].$get({ param: { office } }));
const askDays = (office: string, json: Span) =>
  answer(hq.offices[':office'].days.$post({ param: { office }, json }));
const askProof = (office: string) => answer(hq.offices[':office'].proof.$get({ param: { office } }));
const askRollouts = () => answer(hq.rollouts.$get());
const askRequests = (json: RequestSearch) => answer(hq.requests.search.$post({ json }));
const askConsents = (json: ConsentSearch) => answer(hq.consents.search.$post({ json }));
const askRequest = (id: string, office: string) =>
  answer(hq.requests[':id'][':office'].$get({ param: { id, office } }));
const askReachOfRequest = (id: string) => answer(hq.requests[':id'].$get({ param: { id } }));
const askAccounts = () => answer(hq.accounts.$get());
const askSessions = () => answer(hq.sessions.$get());
const askAudit = (json: AuditQuestion & { before?: string }) => answer(hq.audit.$post({ json }));

export interface Span {
  from: string;
  to: string;
}
export interface AuditQuestion {
  text: string;
  office: string;
}

export type About = Awaited<ReturnType<typeof askAbout>>;
export type OfficesAnswer = Awaited<ReturnType<typeof askOffices>>;
export type OfficeLine = OfficesAnswer['rows'][number];
export type OfficeAnswer = Awaited<ReturnType<typeof askOffice>>;
export type StationLine = OfficeAnswer['stations'][number];
export type DayLine = Awaited<ReturnType<typeof askDays>>['days'][number];
export type ServiceLine = Awaited<ReturnType<typeof askDays>>['services'][number];
export type ProofAnswer = Awaited<ReturnType<typeof askProof>>;
export type Rollout = Awaited<ReturnType<typeof askRollouts>>['rows'][number];
export type RequestsAnswer = Awaited<ReturnType<typeof askRequests>>;
export type ConsentLine = Awaited<ReturnType<typeof askConsents>>['rows'][number];
export type RequestAnswer = Awaited<ReturnType<typeof askRequest>>;
export type RequestLine = RequestsAnswer['rows'][number];
export type Account = Awaited<ReturnType<typeof askAccounts>>['rows'][number];
export type SessionLine = Awaited<ReturnType<typeof askSessions>>['rows'][number];
export type AuditEntry = Awaited<ReturnType<typeof askAudit>>['rows'][number];

export const reads = {
  about: () => queryOptions({ queryKey: ['about'], queryFn: askAbout, staleTime: 60_000 }),
  offices: (asked: OfficeSearch) =>
    queryOptions({
      queryKey: ['offices', asked],
      queryFn: () => askOffices(asked),
      placeholderData: keepPreviousData,
      ...often,
    }),
  office: (office: string) =>
    queryOptions({ queryKey: ['office', office], queryFn: () => askOffice(office), ...often }),
  days: (office: string, span: Span) =>
    queryOptions({
      queryKey: ['office', office, 'days', span],
      queryFn: () => askDays(office, span),
      placeholderData: keepPreviousData,
      ...often,
    }),
  proof: (office: string) =>
    queryOptions({ queryKey: ['office', office, 'proof'], queryFn: () => askProof(office), ...often }),
  rollouts: () => queryOptions({ queryKey: ['rollouts'], queryFn: askRollouts, ...often }),
  requests: (asked: RequestSearch) =>
    queryOptions({
      queryKey: ['requests', asked],
      queryFn: () => askRequests(asked),
      placeholderData: keepPreviousData,
      ...often,
    }),
  request: (id: string, office: string) =>
    queryOptions({
      queryKey: ['requests', id, office],
      queryFn: () => askRequest(id, office),
      ...often,
    }),
  reachOfRequest: (id: string) =>
    queryOptions({ queryKey: ['requests', id], queryFn: () => askReachOfRequest(id), ...often }),
  consents: (asked: ConsentSearch) =>
    queryOptions({
      queryKey: ['consents', asked],
      queryFn: () => askConsents(asked),
      placeholderData: keepPreviousData,
      ...often,
    }),
  accounts: () => queryOptions({ queryKey: ['accounts'], queryFn: askAccounts }),
  sessions: () => queryOptions({ queryKey: ['sessions'], queryFn: askSessions, ...often }),
  audit: (asked: AuditQuestion) =>
    infiniteQueryOptions({
      queryKey: ['audit', asked],
      queryFn: ({ pageParam }) => askAudit({ ...asked, ...(pageParam ? { before: pageParam } : {}) }),
      initialPageParam: '',
      getNextPageParam: page => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
};

/** What was just changed is asked for again at once. */
export const renew = (...keys: string[]) => {
  for (const key of keys) void queryClient.invalidateQueries({ queryKey: [key] });
};
