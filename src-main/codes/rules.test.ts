import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeKinds, makeCode, readCode, type CodeKind } from './rules.ts';

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
