/** The station's time. Durations are taken from the monotonic clock, because somebody may correct the wall clock. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';

export interface Clock {
  now(): Date;
  /** Whole milliseconds that only grow; comparable inside one boot. */
  monoMs(): number;
  /** Names this run of the station. */
  boot: string;
}

/** The boot of what was entered later, from paper: it belongs to no run of the station. */
export const noBoot = '00000000-0000-0000-0000-000000000000';

export function systemClock(): Clock {
  return { now: () => new Date(), monoMs: () => Math.round(performance.now()), boot: randomUUID() };
}

/** The office's calendar day (YYYY-MM-DD) of an instant. */
export function dayOf(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant).setZone(zone).toISODate()!;
}

/** Milliseconds between two moments of a visit: monotonic inside one boot, else by the wall, never below zero. */
export function elapsedMs(since: { at: string; monoMs: number; boot: string }, clock: Clock): number {
  if (since.boot === clock.boot) return Math.max(0, clock.monoMs() - since.monoMs);
  return Math.max(0, clock.now().getTime() - Date.parse(since.at));
}
