/**
 * Tells a scanner from a person by rhythm. A keyboard-wedge scanner types a whole code and Enter with a few
 * milliseconds between keys; no person does that over seven keys in a row.
 */
export interface Burst {
  text: string;
  /** Time stamp of the last key, in milliseconds. */
  lastAt: number;
}

/** Longest pause between two keys of a scanner. */
export const maxGapMs = 50;
/** Shorter texts (a PIN, a word and Enter) are always a person's. */
export const minLength = 7;

export function press(burst: Burst | null, key: string, at: number): { burst: Burst; continues: boolean } {
  const continues = burst !== null && at - burst.lastAt <= maxGapMs;
  return { burst: { text: continues ? burst.text + key : key, lastAt: at }, continues };
}

/** The code, when the burst that Enter ends at this moment came from a scanner. */
export function scanned(burst: Burst | null, at: number): string | null {
  if (!burst || at - burst.lastAt > maxGapMs || burst.text.length < minLength) return null;
  return burst.text;
}
