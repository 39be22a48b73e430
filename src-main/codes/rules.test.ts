import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeKinds, inLayout, makeCode, readCode, readScan, type CodeKind } from './rules.ts';

const kinds = Object.keys(codeKinds) as CodeKind[];
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

test('a code is nine upper-case characters and is read back with its kind', () => {
  for (const kind of kinds) {
    const code = makeCode(kind);
    expect(code).toMatch(/^[A-Z0-9]{9}$/);
    expect(readCode(` ${code.toLowerCase()} `)).toEqual({ kind, code });
  }
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 8 }), fc.nat(34), (kind, at, step) => {
      const code = makeCode(kind);
      const wrong = characters[(characters.indexOf(code[at]!) + 1 + step) % 36]!;
      fc.pre(wrong !== code[at]);
      expect(readCode(code.slice(0, at) + wrong + code.slice(at + 1))).toEqual({
        kind: 'damaged',
        code: null,
      });
    }),
    { numRuns: 2_000 },
  );
});

test('a cut-off code is damaged, a book number is foreign', () => {
  expect(readCode(makeCode('slip').slice(0, 8))).toEqual({ kind: 'damaged', code: null });
  expect(readCode('9786024380000')).toEqual({ kind: 'foreign', code: null });
  expect(readCode('https://example.org/')).toEqual({ kind: 'foreign', code: null });
});

const bare = { prefix: '', suffix: '' };
/** What comes out: the keys of one keyboard under the letters of another, with and without Shift. */
const keyboards = {
  qwertz: { scanned: 'YZ', arrives: 'ZY' },
  'azerty-computer': { scanned: 'QAZWM1234567890', arrives: `AQWZ?&é"'(-è_çà` },
  'azerty-scanner': { scanned: 'QAZWM1234567890', arrives: 'AQWZ:!@#$%^&*()' },
} as const;
type Keyboard = keyof typeof keyboards;
const typedOn = (keyboard: Keyboard, code: string) => {
  const { scanned, arrives } = keyboards[keyboard];
  return Array.from(code, one => [...arrives][scanned.indexOf(one)] ?? one).join('');
};

test('a code typed in a wrong keyboard layout is put right, and never into another code', () => {
  let mended = 0;
  for (const keyboard of Object.keys(keyboards) as Keyboard[])
    for (let at = 0; at < 400; at++) {
      const code = makeCode(kinds[at % kinds.length]!);
      const read = readScan(typedOn(keyboard, code).toLowerCase(), bare);
      // One in 36 is a whole code by another layout, too: then the person scans again or meets an unknown code.
      if (read.code === code) mended++;
      if (read.code === code && typedOn(keyboard, code) !== code) expect(read.layout).not.toBeNull();
      expect(inLayout(typedOn(keyboard, code), keyboard)).toBe(code);
    }
  expect(mended).toBeGreaterThan(1_100);
});

test('what a scanner adds to a code is taken away, the mark of the symbology as well', () => {
  const code = makeCode('locker');
  const wrapping = { prefix: '##', suffix: ';' };
  for (const typed of [`##${code};`, code, `]C0${code}`, `##]Q1${code};`, ` ${code}\t`])
    expect(readScan(typed, wrapping)).toEqual({ kind: 'locker', code, layout: null });
  expect(readScan(`##${code};`, bare).code).toBeNull();
});

test('codes of two scanners in one are not read', () => {
  const [one, other] = [makeCode('locker'), makeCode('slip')];
  const both = [...one].flatMap((letter, at) => [letter, other[at]!]).join('');
  expect(readScan(both, bare).code).toBeNull();
});

test('the address on a stub, which is for phones, is read as the code of its slip', () => {
  const code = makeCode('slip');
  expect(readCode(`HTTP://192.168.1.10:4312/K/${code}/ABCDEFGH`)).toEqual({ kind: 'slip', code });
  expect(readCode(`https://example.org/k/${code}`)).toEqual({ kind: 'foreign', code: null });
});
