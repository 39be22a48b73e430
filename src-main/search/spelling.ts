/**
 * Which known words somebody may have meant. All words are looked at: a mask of their letters and their length rule
 * out nearly all at a nanosecond each, so that no index of deletions or trigrams has to be kept.
 */

export interface Meant {
  word: string;
  /** Letters missing, added, changed, or two neighbours swapped. */
  distance: number;
  publications: number;
}

const longestWord = 24;

export class Speller {
  #words: string[] = [];
  #masks = new Uint32Array(1_024);
  #lengths = new Uint8Array(1_024);
  #publications: (word: string) => number;

  /** @param publications how many have a word: of two words as near, the more frequent one was meant. */
  constructor(publications: (word: string) => number) {
    this.#publications = publications;
  }

  /** Words with digits, and those too short to be mistaken for another, are left out. */
  add(word: string): void {
    if (word.length < 3 || word.length > longestWord || /[\d:]/.test(word)) return;
    const at = this.#words.length;
    if (at === this.#masks.length) {
      this.#masks = grown(this.#masks, new Uint32Array(at * 2));
      this.#lengths = grown(this.#lengths, new Uint8Array(at * 2));
    }
    this.#words.push(word);
    this.#masks[at] = maskOf(word);
    this.#lengths[at] = word.length;
  }

  /** The nearest words first; of those as near, the one that begins alike and is found most often. */
  find(typed: string, limit = 5): Meant[] {
    const most = reach(typed.length);
    if (most === 0 || typed.length > longestWord || /[\d:]/.test(typed)) return [];
    const mask = maskOf(typed);
    const found: Meant[] = [];
    for (let at = 0; at < this.#words.length; at++) {
      const difference = this.#lengths[at]! - typed.length;
      if (difference > most || -difference > most) continue;
      if (bits(this.#masks[at]! ^ mask) > 2 * most) continue;
      const word = this.#words[at]!;
      const distance = distanceUpTo(typed, word, most);
      if (distance > 0 && distance <= most)
        found.push({ word, distance, publications: this.#publications(word) });
    }
    const rank = (one: Meant) => one.distance + (one.word[0] === typed[0] ? 0 : 0.6);
    return found
      .filter(one => one.publications > 0)
      .sort((a, b) => rank(a) - rank(b) || b.publications - a.publications)
      .slice(0, limit);
  }
}

/** How many slips of the finger a word of this length may have. */
function reach(length: number): number {
  return length < 4 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3;
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function maskOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask >>> 0;
}

function bits(mask: number): number {
  let n = mask - ((mask >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const rows = [0, 1, 2].map(() => new Uint8Array(longestWord + 2));

/** Optimal string alignment distance; anything above `most` comes back as `most + 1`. */
export function distanceUpTo(a: string, b: string, most: number): number {
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at <= b.length; at++) last[at] = at;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length]!, most + 1);
}
