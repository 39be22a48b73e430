/** The only EventSource of a window: hears which slices changed, replays what was missed, shared by all its screens. */
import { changesPath } from './paths.ts';

type Listener = (topics: string[]) => void;
const listeners = new Set<Listener>();
const linkListeners = new Set<(up: boolean) => void>();
let source: EventSource | null = null;
let up = false;

function connect(): void {
  if (source) return;
  source = new EventSource(changesPath);
  source.addEventListener('change', event => {
    const { topics } = JSON.parse((event as MessageEvent<string>).data) as { topics: string[] };
    for (const listener of listeners) listener(topics);
  });
  source.addEventListener('open', () => setUp(true));
  source.addEventListener('error', () => setUp(false));
}

function setUp(next: boolean): void {
  if (next === up) return;
  up = next;
  for (const listener of linkListeners) listener(up);
}

/** @returns the function that ends the subscription. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  connect();
  return () => listeners.delete(listener);
}

/** Tells whether the station is reachable, now and whenever that changes. */
export function onLink(listener: (up: boolean) => void): () => void {
  linkListeners.add(listener);
  connect();
  listener(up);
  return () => linkListeners.delete(listener);
}
