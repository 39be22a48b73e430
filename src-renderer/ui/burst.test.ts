import { expect, test } from 'vitest';
import { makeCode, readCode } from '../../../src-main/codes/rules.ts';
import { scannedIn, type Key } from './burst.ts';

const isCode = (text: string) => readCode(text).code !== null;

function type(text: string, gapMs: number, from: Key[] = []): Key[] {
  const keys = [...from];
  for (const key of text) keys.push({ key, at: (keys.at(-1)?.at ?? 1_000) + gapMs });
  return keys;
}

const enter = (keys: Key[], gapMs: number) => scannedIn(keys, keys.at(-1)!.at + gapMs, isCode)?.text ?? null;

test('nine keys a few milliseconds apart and Enter are a scan', () => {
  expect(enter(type('S7K2M9QXA', 8), 8)).toBe('S7K2M9QXA');
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

test('one of our codes is known by its check character even when the scanner stumbled', () => {
  const code = makeCode('locker');
  expect(enter(type(code, 120), 120)).toBe(code);
  expect(enter(type(`${code.slice(0, 8)}${code[8] === 'A' ? 'B' : 'A'}`, 120), 120)).toBeNull();
});

test('Enter long after the last key sends what was typed, not a scan', () => {
  expect(enter(type('S7K2M9QXA', 8), 900)).toBeNull();
});
