import { play } from '../sound.ts';
import { makeStore } from '../../desk/store.ts';

export interface Stop {
  wrong: string[];
  /** What the officer should have in hand. */
  visit: { number: string; locker: number | null; pocket: number | null };
}

/** The give-back that was stopped; the whole window is red until an officer has understood. */
export const stop = makeStore<Stop | null>(null);

export function raiseStop(what: Stop): void {
  play('wrong');
  stop.set(what);
}
