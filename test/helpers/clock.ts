/** A clock that stands still until a test moves it; the wall can be moved without the monotonic one. */
import type { Clock } from '../../src-main/clock.ts';

export interface TestClock extends Clock {
  /** Lets time pass, on both clocks. */
  pass(ms: number): void;
  /** Somebody sets the wall clock; durations must not notice. */
  setWall(instant: string): void;
}

/** @param instant where the wall clock begins, such as `2026-11-23T08:30:00+07:00`. */
export function testClock(instant = '2026-11-23T08:30:00+07:00'): TestClock {
  let wall = Date.parse(instant);
  let monoMs = 60_000;
  return {
    boot: 'test',
    now: () => new Date(wall),
    monoMs: () => monoMs,
    pass: ms => {
      wall += ms;
      monoMs += ms;
    },
    setWall: next => {
      wall = Date.parse(next);
    },
  };
}
