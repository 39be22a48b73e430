/** When an office needs a look. */

/** Stations speak each night; three nights without a word are no accident. */
export const silentAfterMs = 3 * 24 * 3_600_000;
/** What waits longer than a day did not go up in the night. */
export const behindAfterMs = 26 * 3_600_000;
/** The promise is told for the last thirty days. */
export const promiseDays = 30;
export const officesAtOnce = 50;
