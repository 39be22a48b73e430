/** What the courier decides without asking anybody. */
import { hash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';

/** Nobody answered; the link broke off a session that had begun. */
const waitMs = { unanswered: 5_000, broken: 1_000 };
const longestWaitMs = 15 * 60_000;

/**
 * Full jitter: offices that failed together do not come back together.
 *
 * @param tries that have failed before, since the link carried something.
 * @param how it failed.
 * @param random from 0 to 1.
 */
export function waitAfter(tries: number, how: keyof typeof waitMs, random: number): number {
  return Math.round(random * Math.min(longestWaitMs, waitMs[how] * 2 ** Math.min(tries, 20)));
}

/** What is left of a wait. A clock that was set meanwhile makes it no longer than it was meant to be. */
export function leftOf(nextAt: string | null, waitMs: number, now: Date): number {
  if (nextAt === null) return 0;
  return Math.max(0, Math.min(waitMs, Date.parse(nextAt) - now.getTime()));
}

const nightFrom = 19 * 60;
const nightMinutes = 10 * 60;

/** The station's own minute of the day, between seven in the evening and five in the morning: the same every night. */
export function nightMinuteOf(device: string): number {
  const chance = Number.parseInt(hash('sha256', device).slice(0, 8), 16);
  return (nightFrom + (chance % nightMinutes)) % (24 * 60);
}

/**
 * A name for a history that begins now. It sorts after those it comes from, whatever the clock says: what is stamped
 * anew must not fall below what it was above.
 */
export function newEpoch(known: string[], now: Date): string {
  const latest = Math.max(
    0,
    ...known.map(epoch => Number.parseInt(epoch.replaceAll('-', '').slice(0, 12), 16)),
  );
  const msecs = Math.max(now.getTime(), latest + 1);
  return uuid({ msecs, random: randomBytes(16) });
}

/** How many batches two histories have in common, asking for as few chains as possible. */
export async function commonBatches(
  mine: number,
  theirs: number,
  isSame: (no: number) => Promise<boolean>,
): Promise<number> {
  let [low, high] = [0, Math.min(mine, theirs)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await isSame(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many of the first changes fit one batch: whole transactions, unless one alone is longer. */
export function cutAt(changes: { tx: number }[], most: number): number {
  if (changes.length <= most) return changes.length;
  let cut = most;
  while (cut > 0 && changes[cut - 1]!.tx === changes[cut]!.tx) cut--;
  return cut === 0 ? most : cut;
}
