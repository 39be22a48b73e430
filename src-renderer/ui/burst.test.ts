import { expect, test } from 'vitest';
import { scannedIn, scannedWithoutEnter, type Key } from './burst.ts';

const code = 'S7K2M9QXA';
const known = {
  lengths: [11, 9],
  isCode: (text: string) => text === code || text === `##${code}`,
};

function type(text: string, gapMs: number, from: Key[] = []): Key[] {
  const keys = [...from];
  for (const key of text) keys.push({ key, at: (keys.at(-1)?.at ?? 1_000) + gapMs });
  return keys;
}

const enter = (keys: Key[], gapMs: number) => scannedIn(keys, keys.at(-1)!.at + gapMs, known)?.text ?? null;

test('nine keys a few milliseconds apart and Enter are a scan', () => {
  expect(enter(type(code, 8), 8)).toBe(code);
});

test('words at the pace of a person are typing, and so is a PIN however fast', () => {
  expect(enter(type('Ratna Juwita', 90), 90)).toBeNull();
  expect(enter(type('246810', 3), 3)).toBeNull();
});

test('what a person typed before the scanner fired is not part of the code', () => {
  const apart = [
    ...type('Nur', 150),
    ...type('9780306406157', 6).map(one => ({ ...one, at: one.at + 5_000 })),
  ];
  expect(enter(apart, 6)).toBe('9780306406157');
});

test('a code is known at any pace up to a third of a second a key, with or without what the scanner adds', () => {
  expect(enter(type(code, 120), 120)).toBe(code);
  expect(enter(type(`##${code}`, 120), 120)).toBe(`##${code}`);
  expect(enter(type(`${code.slice(0, 8)}B`, 120), 120)).toBeNull();
});

test('Enter long after the last key sends what was typed, not a scan', () => {
  expect(enter(type(code, 8), 900)).toBeNull();
});

test('a code at a scanner’s pace needs no Enter; anything else does', () => {
  expect(scannedWithoutEnter(type(code, 8), known)?.text).toBe(code);
  expect(scannedWithoutEnter(type(code, 8, type('Nur', 150)), known)?.from).toBe(3);
  expect(scannedWithoutEnter(type(code, 120), known)).toBeNull();
  expect(scannedWithoutEnter(type('9780306406157', 8), known)).toBeNull();
});
