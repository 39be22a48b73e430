/** Phrases that mean the same, ready to be looked up by their words. */
import { fold } from './rules.ts';
import { Speller } from './spelling.ts';

export class Synonyms {
  /** Folded phrase → what else is said for it, folded. */
  #others = new Map<string, string[][]>();
  #words = new Set<string>();
  #longest = 0;
  readonly speller = new Speller(() => 1);

  constructor(groups: string[][]) {
    for (const group of groups) {
      const phrases = group.map(fold).filter(words => words.length > 0);
      for (const words of phrases) {
        const key = words.join(' ');
        const others = phrases.filter(other => other.join(' ') !== key);
        this.#others.set(key, [...(this.#others.get(key) ?? []), ...others]);
        this.#longest = Math.max(this.#longest, words.length);
        for (const word of words) {
          if (!this.#words.has(word)) this.speller.add(word);
          this.#words.add(word);
        }
      }
    }
  }

  hasWord(word: string): boolean {
    return this.#words.has(word);
  }

  /** The longest phrase that begins at a word, and what else is said for it. */
  at(words: readonly string[], from: number): { length: number; others: string[][] } | null {
    for (let length = Math.min(this.#longest, words.length - from); length > 0; length--) {
      const others = this.#others.get(words.slice(from, from + length).join(' '));
      if (others) return { length, others };
    }
    return null;
  }
}
