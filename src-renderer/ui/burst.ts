/**
 * Tells a scanner from a person by rhythm. A keyboard-wedge scanner types a whole code and Enter with a few
 * milliseconds between keys; no person does that over seven keys in a row. On a computer that is busy the rhythm
 * may stumble: then one of our own codes is still known by its check character.
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
const codeLength = 9;

/** What of the keys before an Enter came from a scanner: the index it began at and the text; null when nothing. */
export function scannedIn(
  keys: Key[],
  enterAt: number,
  isCode: (text: string) => boolean,
): { from: number; text: string } | null {
  const from = runFrom(keys, enterAt, maxGapMs);
  if (keys.length - from >= minLength) return { from, text: textFrom(keys, from) };
  const last = keys.length - codeLength;
  if (last >= runFrom(keys, enterAt, stumbleMs) && isCode(textFrom(keys, last)))
    return { from: last, text: textFrom(keys, last) };
  return null;
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
