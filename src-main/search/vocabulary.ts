/** The words of all publications in memory: which are known, how frequent, what begins like them, what was meant. */
import type { Db } from '../database/open.ts';
import { isFact } from './rules.ts';
import { Speller } from './spelling.ts';

export class Vocabulary {
  #publications = new Map<string, number>();
  #byStart = new Map<string, string[]>();
  readonly speller = new Speller(word => this.#publications.get(word) ?? 0);
  #lastId = 0;
  /** How many publications have the most frequent word: nearly all of them. */
  largest = 1;

  learn(rows: { id: number; word: string; publications: number }[]): void {
    for (const { id, word, publications } of rows) {
      this.#lastId = Math.max(this.#lastId, id);
      const known = this.#publications.has(word);
      this.#publications.set(word, publications);
      if (publications > this.largest) this.largest = publications;
      if (known || isFact(word)) continue;
      this.speller.add(word);
      const start = word.slice(0, 2);
      const list = this.#byStart.get(start);
      if (list) list.push(word);
      else this.#byStart.set(start, [word]);
    }
  }

  get lastId(): number {
    return this.#lastId;
  }

  /** How many publications have it; 0 for a word that nobody uses. */
  publications(term: string): number {
    return this.#publications.get(term) ?? 0;
  }

  has(term: string): boolean {
    return this.publications(term) > 0;
  }

  /** Longer words that begin like this, the most frequent first. */
  beginningWith(start: string, limit: number): string[] {
    return (this.#byStart.get(start.slice(0, 2)) ?? [])
      .filter(word => word.length > start.length && word.startsWith(start) && this.has(word))
      .sort((a, b) => this.publications(b) - this.publications(a))
      .slice(0, limit);
  }

  /** Every year that a publication covers, newest first. */
  years(): number[] {
    return [...this.#publications]
      .filter(([term, count]) => term.startsWith('y:') && count > 0)
      .map(([term]) => Number(term.slice(2)))
      .sort((a, b) => b - a);
  }
}

const vocabularies = new WeakMap<Db, Vocabulary>();

/** The words as they are now. New ones are read as they come, how frequent they are when an import ends. */
export async function vocabularyOf(db: Db): Promise<Vocabulary> {
  const vocabulary = vocabularies.get(db) ?? new Vocabulary();
  vocabularies.set(db, vocabulary);
  vocabulary.learn(
    await db
      .selectFrom('word')
      .select(['id', 'word', 'publications'])
      .where('id', '>', vocabulary.lastId)
      .execute(),
  );
  return vocabulary;
}

export async function learnAgain(db: Db): Promise<void> {
  vocabularies.delete(db);
  await vocabularyOf(db);
}
