import { expect, test } from 'vitest';
import { clockText, stageOf } from './promise.ts';

const five = 5 * 60_000;

test('a promise of five minutes turns amber at 3:00 and red at 4:30, and is missed after 5:00', () => {
  expect(stageOf(2 * 60_000 + 59_000, five)).toBe('calm');
  expect(stageOf(3 * 60_000, five)).toBe('soon');
  expect(stageOf(4 * 60_000 + 29_000, five)).toBe('soon');
  expect(stageOf(4 * 60_000 + 30_000, five)).toBe('urgent');
  expect(stageOf(five, five)).toBe('urgent');
  expect(stageOf(five + 1, five)).toBe('missed');
});

test('a clock shows minutes, and hours only when there are any', () => {
  expect(clockText(247_000)).toBe('4:07');
  expect(clockText(3_727_000)).toBe('1:02:07');
});
