/** Asks again, at once, for whatever a change anywhere in the office has made old. */
import { MutationCache, QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import { Failure } from '../api.ts';
import { onChange, onLink } from '../live.ts';
import { makeStore } from '../desk/store.ts';
import { sessionLost, screenLocked } from './session/session.ts';

const visitKeys = ['board', 'visits', 'visit', 'clearance', 'evacuation', 'shifts'];
const custodyKeys = [...visitKeys, 'places'];

/** The first part of a journal entry's name → the reads it makes old. */
const readsOfTopic: Record<string, string[]> = {
  visit: [...visitKeys, 'photocopies', 'readings'],
  visitor: ['visit', 'board'],
  consent: ['visit'],
  custody: custodyKeys,
  slip: [...custodyKeys, 'prints'],
  print: ['prints', 'visit'],
  locker: ['places', 'shifts'],
  pocket: ['places', 'shifts'],
  place: ['places', 'shifts'],
  staff: ['staff'],
  profile: ['office', 'profile', 'places', 'board', 'softcopies'],
  setup: ['setup', 'office', 'profile', 'staff'],
  help: ['board'],
  sync: ['sync'],
  request: ['sync'],
  handover: ['shifts'],
  closing: ['clearance', 'board', 'shifts'],
  reading: [...visitKeys, 'needs', 'readings', 'photocopies', 'publication'],
  photocopy: [...visitKeys, 'readings', 'photocopies', 'prints'],
  publication: ['publications', 'publication'],
  copy: ['publications', 'publication'],
  softcopy: ['softcopies', 'needs', 'scans'],
  delivery: ['softcopies'],
  need: ['needs'],
  wanted: ['wanted'],
  synonym: ['synonyms', 'publications'],
  import: ['imports'],
};

/** An import changes these fifty times a second; once in a while is enough to see it. */
const unhurried = new Set(['publications', 'publication', 'imports']);
const unhurriedMs = 1_000;

/** False while the station does not answer. */
export const link = makeStore(true);

function heed(error: Error): void {
  if (!(error instanceof Failure)) return;
  if (error.status === 423) screenLocked();
  if (error.code === 'access.loginNeeded') sessionLost();
  if (error.status === 0) link.set(false);
}

/** Reads that a change overtook on a way that cannot be begun anew: their answer may be from before it. */
const overtaken = new Set<string>();

function arrived(query: Query<unknown, unknown, unknown>): void {
  link.set(true);
  if (overtaken.delete(query.queryHash))
    void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
}

/** Asks again. A first read or a further page under way is let arrive, and is asked again after it. */
function renew(isStale: (query: { queryKey: readonly unknown[] }) => boolean): void {
  const fetching = queryClient.getQueryCache().findAll({ predicate: isStale, fetchStatus: 'fetching' });
  const underWay = new Set(
    fetching.filter(({ state }) => state.data === undefined || state.fetchMeta?.fetchMore),
  );
  for (const { queryHash } of underWay) overtaken.add(queryHash);
  void queryClient.invalidateQueries({ predicate: query => isStale(query) && !underWay.has(query) });
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: heed, onSuccess: (_, query) => arrived(query) }),
  mutationCache: new MutationCache({ onError: heed, onSuccess: () => link.set(true) }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retryDelay: 1_500,
      retry: (_, error) => error instanceof Failure && error.status === 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

let waiting: Set<string> | null = null;

/** The first change is shown at once, those that follow it closely together. */
function renewUnhurried(stale: string[]): void {
  if (stale.length === 0) return;
  if (waiting) {
    for (const key of stale) waiting.add(key);
    return;
  }
  waiting = new Set();
  renew(query => stale.includes(String(query.queryKey[0])));
  setTimeout(() => {
    const late = [...waiting!];
    waiting = null;
    renewUnhurried(late);
  }, unhurriedMs);
}

export function startLive(): void {
  onChange(topics => {
    const stale = topics.flatMap(topic => readsOfTopic[topic] ?? []);
    const atOnce = new Set(stale.filter(key => !unhurried.has(key)));
    if (atOnce.size > 0) renew(query => atOnce.has(String(query.queryKey[0])));
    renewUnhurried(stale.filter(key => unhurried.has(key)));
  });
  let known = false;
  onLink(up => {
    // Also on the first link: what was read before it may have changed unheard.
    if (up) renew(() => true);
    if (up) known = true;
    if (known) link.set(up);
  });
}
