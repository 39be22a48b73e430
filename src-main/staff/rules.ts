const freeTries = 2;
const longestBlockMs = 15 * 60 * 1_000;

/** How long a member of staff must wait after so many wrong PINs in a row; 0 for none. */
export function blockMs(wrongPins: number): number {
  if (wrongPins <= freeTries) return 0;
  return Math.min(longestBlockMs, 5_000 * 2 ** (wrongPins - freeTries - 1));
}
