/** After a commit, tells every window which slices changed. Carries no data: a window asks again for what it shows. */
import type { Db } from './database/open.ts';
import { journalAfter, type JournalRow } from './journal/store.ts';

export interface Change {
  /** Journal sequence: a window that was away replays from the last one it saw. */
  seq: number;
  /** The nouns before the dot of what happened: 'visit', 'custody', 'profile', … */
  topics: string[];
}

type Listener = (change: Change) => void;

export class Changes {
  #listeners = new Set<Listener>();

  publish(rows: Pick<JournalRow, 'seq' | 'what'>[]): void {
    const change = changeOf(rows);
    if (change) for (const listener of this.#listeners) listener(change);
  }

  /** @returns the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}

/** What happened after `seq`, as one change; null when nothing did. */
export async function changesAfter(db: Db, seq: number): Promise<Change | null> {
  return changeOf(await journalAfter(db, seq, 10_000));
}

function changeOf(rows: Pick<JournalRow, 'seq' | 'what'>[]): Change | null {
  const last = rows.at(-1);
  if (!last) return null;
  return { seq: last.seq, topics: [...new Set(rows.map(row => row.what.split('.')[0]!))] };
}
