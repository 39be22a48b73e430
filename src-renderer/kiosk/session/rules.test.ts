import { expect, test } from 'vitest';
import { idleAfter } from './rules.ts';

const limits = { idleSeconds: 45, countdownSeconds: 30 };

test('an untouched screen warns after 45 seconds, counts 30 down, then is over', () => {
  expect(idleAfter(0, limits)).toEqual({ phase: 'active' });
  expect(idleAfter(44_999, limits)).toEqual({ phase: 'active' });
  expect(idleAfter(45_000, limits)).toEqual({ phase: 'warning', secondsLeft: 30 });
  expect(idleAfter(74_999, limits)).toEqual({ phase: 'warning', secondsLeft: 1 });
  expect(idleAfter(75_000, limits)).toEqual({ phase: 'over' });
});
