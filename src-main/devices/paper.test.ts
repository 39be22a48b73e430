import { expect, test } from 'vitest';
import { Garbled, Paper, printOnPaper } from './paper.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const whole = (text: string) => bytes(`\x1b@${text}\x1bd\x04\x1dV\x01`);
/** A picture `across` bytes wide, of one row. */
const picture = (across: number, data = '\xaa'.repeat(across)) =>
  `\x1dv0\x00${String.fromCharCode(across & 255, across >> 8)}\x01\x00${data}`;

test('text lands on the sheet as dots, in the size and place it was asked for', () => {
  const [plain] = printOnPaper(whole('A\n'), 58);
  const [large] = printOnPaper(whole('\x1ba\x02\x1d!\x11A\n'), 58);
  const ink = (dots: Uint8Array) => dots.reduce((sum, dot) => sum + dot, 0);
  expect(plain!.width).toBe(384);
  expect(plain!.height).toBe(30 + 4 * 30);
  expect(ink(large!.dots)).toBe(4 * ink(plain!.dots));
  expect(plain!.dots.subarray(24, 384).includes(1)).toBe(false);
  const column = (x: number) => Array.from({ length: large!.height }, (_, y) => large!.inked(x, y));
  expect(column(384 - 13)).toContain(true);
  expect(column(300)).not.toContain(true);
});

test('every character of code page 858 has a picture, and no two letters the same', () => {
  const seen = new Set<string>();
  for (const code of [...Array(94).keys()].map(i => i + 0x21)) {
    const [sheet] = printOnPaper(whole(`\x1bt\x13${String.fromCharCode(code)}\n`), 58);
    seen.add(Buffer.from(sheet!.dots).toString('base64'));
  }
  expect(seen.size).toBe(94);
  for (let code = 0x80; code <= 0xff; code++)
    expect(() => printOnPaper(whole(`\x1bt\x13${String.fromCharCode(code)}\n`), 58)).not.toThrow();
});

test('each cut ends a sheet', () => {
  expect(
    printOnPaper(bytes('\x1b@one\n\x1bd\x04\x1dV\x01\x1b@two\n\x1bd\x04\x1dV\x00'), 80).map(one => one.width),
  ).toEqual([576, 576]);
});

const garbled: Record<string, [job: string, why: RegExp]> = {
  'a command it does not know': [whole('\x1bp\x00\x19\xfa').toString('latin1'), /ESC 0x70/],
  'the narrow bar width that node-thermal-printer sends': [whole('\x1dw\x00').toString('latin1'), /GS 0x77/],
  'a carriage return, which makes read differently': [whole('a\r\n').toString('latin1'), /0x0d/],
  'a stray control byte': [whole('\x01').toString('latin1'), /0x01/],
  'an accent without its code page': [whole('\x82\n').toString('latin1'), /0x82/],
  'an accent after a cut has reset the code page': [
    '\x1b@\x1bt\x13\x82\n\x1bd\x04\x1dV\x01\x1b@\x82\n\x1bd\x04\x1dV\x01',
    /0x82/,
  ],
  'another code page': [whole('\x1bt\x10').toString('latin1'), /code page 16/],
  'a size out of range': [whole('\x1d!\x88A\n').toString('latin1'), /out of range/],
  'a line wider than the head': [whole(`${'M'.repeat(33)}\n`).toString('latin1'), /wider than the head/],
  'a picture wider than the head': [whole(picture(49)).toString('latin1'), /does not fit the head/],
  'a picture without rows': [whole('\x1dv0\x00\x01\x00\x00\x00').toString('latin1'), /out of range/],
  'a picture on a line with text': [whole(`a${picture(1)}\n`).toString('latin1'), /start of a line/],
  'a picture that makes align differently': [
    whole(`\x1ba\x01${picture(1)}`).toString('latin1'),
    /from the left/,
  ],
  'an order to the printer inside a picture': [
    whole(picture(2, '\x10\x04')).toString('latin1'),
    /obeys at once/,
  ],
  'text that is reset before it is printed': ['\x1b@abc\x1b@', /throws away/],
  'a line without its end': ['\x1b@one\n\x1bd\x04\x1dV\x01two', /inside a line/],
  'a sheet that is not cut': ['\x1b@one\n', /not cut/],
  'a cut through nothing': ['\x1b@\x1dV\x01', /nothing to cut/],
  'a command cut short': ['\x1b@one\n\x1bd\x04\x1dV\x01\x1b', /inside a command/],
  'a picture cut short': [`\x1b@${picture(4).slice(0, -1)}`, /inside a command/],
};

for (const [what, [job, why]] of Object.entries(garbled)) {
  test(`refuses ${what}`, () => {
    expect(() => printOnPaper(bytes(job), 58)).toThrow(Garbled);
    expect(() => printOnPaper(bytes(job), 58)).toThrow(why);
  });
}

test('prints the same however the bytes arrive, and answers a status request in its turn', () => {
  const job = whole(`\x1bt\x13\x1ba\x01Caf\x82\n\x1ba\x00${picture(3)}`);
  const turns: number[] = [];
  const paper: Paper = new Paper(58, () => turns.push(paper.sheets.length));
  for (const byte of job) paper.feed(Uint8Array.of(byte));
  paper.feed(bytes('\x1dr\x01'));
  paper.end();
  expect(turns).toEqual([1]);
  expect(paper.sheets).toEqual(printOnPaper(job, 58));
});
