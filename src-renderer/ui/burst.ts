/**
 * Tells a scanner from a person by rhythm. A keyboard-wedge scanner types a whole code and Enter with a few
 * milliseconds between keys; no person does that over seven keys in a row. A Bluetooth one may take 120 ms a key, and
 * on a computer that is busy the rhythm may stumble: then a code is still known by its check character.
 */
export interface Key {
  key: string;
  /** Time stamp in milliseconds. */
  at: number;
}

/** Longest pause between two keys of a scanner. */
export const maxGapMs = 50;
/** Longest pause inside a code that stumbled. */
export const stumbleMs = 300;
/** Shorter texts (a PIN, a word and Enter) are always a person's. */
const minLength = 7;

/** What a text must be to count as a code at any pace. */
export interface Known {
  /** How many characters it may have, with and without what the scanner adds; the most first. */
  lengths: number[];
  isCode: (text: string) => boolean;
}

export interface Burst {
  /** Index of the first key. */
  from: number;
  text: string;
}

/** What of the keys before an Enter came from a scanner; null when nothing. */
export function scannedIn(keys: Key[], enterAt: number, known: Known): Burst | null {
  const from = runFrom(keys, enterAt, maxGapMs);
  if (keys.length - from >= minLength) return { from, text: textFrom(keys, from) };
  return codeAtEnd(keys, runFrom(keys, enterAt, stumbleMs), known);
}

/** A scanner that sends no Enter: a whole code at its pace, and then nothing; null when it was a person. */
export function scannedWithoutEnter(keys: Key[], known: Known): Burst | null {
  const endedAt = keys.at(-1)?.at ?? 0;
  return codeAtEnd(keys, runFrom(keys, endedAt, maxGapMs), known);
}

function codeAtEnd(keys: Key[], earliest: number, { lengths, isCode }: Known): Burst | null {
  const begins = lengths.map(length => keys.length - length).filter(from => from >= earliest);
  const from = begins.find(at => isCode(textFrom(keys, at)));
  return from === undefined ? null : { from, text: textFrom(keys, from) };
}

/** Where the last run of keys without a longer pause begins. */
function runFrom(keys: Key[], enterAt: number, gapMs: number): number {
  let from = keys.length;
  let next = enterAt;
  while (from > 0 && next - keys[from - 1]!.at <= gapMs) next = keys[--from]!.at;
  return from;
}

const textFrom = (keys: Key[], from: number) =>
  keys
    .slice(from)
    .map(one => one.key)
    .join('');
