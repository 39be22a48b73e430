import { expect, test } from 'vitest';
import { press, scanned, type Burst } from './burst.ts';

function type(text: string, gapMs: number): { burst: Burst; end: number } {
  let burst: Burst | null = null;
  let at = 1_000;
  for (const key of text) burst = press(burst, key, (at += gapMs)).burst;
  return { burst: burst!, end: at + gapMs };
}

test('nine keys a few milliseconds apart and Enter are a scan', () => {
  const { burst, end } = type('S7K2M9QXA', 8);
  expect(scanned(burst, end)).toBe('S7K2M9QXA');
});

test('the same keys at the pace of a person are typing', () => {
  const { burst, end } = type('S7K2M9QXA', 120);
  expect(scanned(burst, end)).toBeNull();
});

test('a PIN and Enter are typing however fast they come', () => {
  const { burst, end } = type('246810', 3);
  expect(scanned(burst, end)).toBeNull();
});

test('what a person typed before the scanner fired is not part of the code', () => {
  const before = type('Nur', 150).burst;
  let burst: Burst = before;
  let at = before.lastAt + 400;
  for (const key of 'L1234567X') burst = press(burst, key, (at += 5)).burst;
  expect(scanned(burst, at + 5)).toBe('L1234567X');
});

test('Enter long after the last key sends what was typed, not a scan', () => {
  const { burst, end } = type('S7K2M9QXA', 8);
  expect(scanned(burst, end + 200)).toBeNull();
});
