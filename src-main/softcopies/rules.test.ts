import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  failureCode,
  fileNameOf,
  fitsMail,
  isFinal,
  isPlainName,
  lookAgain,
  pauseAfter,
  scanTypeOf,
  stillForMs,
  type Look,
} from './rules.ts';

test('a file that grows, or is touched, is never still before it has rested', () => {
  const step = fc.record({
    grows: fc.boolean(),
    touched: fc.boolean(),
    afterMs: fc.integer({ min: 1, max: 2 * stillForMs }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      let look: Look | undefined;
      let [size, modifiedMs, monoMs, changedMono] = [100, 0, 0, 0];
      for (const { grows, touched, afterMs } of steps) {
        monoMs += afterMs;
        if (grows) size += 10;
        if (touched) modifiedMs += 5;
        const { still, ...next } = lookAgain(look, { size, modifiedMs, monoMs });
        if (look === undefined || grows || touched) changedMono = monoMs;
        expect(still).toBe(monoMs - changedMono >= stillForMs);
        look = next;
      }
    }),
  );
});

test('an empty file is never whole, however long it lies there', () => {
  const first = lookAgain(undefined, { size: 0, modifiedMs: 1, monoMs: 0 });
  expect(lookAgain(first, { size: 0, modifiedMs: 1, monoMs: 60_000 }).still).toBe(false);
});

test('only scans are taken, and only out of the folder itself', () => {
  expect(scanTypeOf('SCAN0001.PDF')).toBe('pdf');
  expect(scanTypeOf('halaman 3.jpeg')).toBe('jpeg');
  expect(scanTypeOf('x.tif')).toBe('tiff');
  for (const name of ['.scan.pdf', '~scan.pdf', 'scan.pdf.part', 'daftar.xlsx', 'pdf'])
    expect(scanTypeOf(name), name).toBeNull();
  for (const name of ['../scan.pdf', 'a/b.pdf', 'a\\b.pdf', 'a\0.pdf'])
    expect(isPlainName(name), name).toBe(false);
});

test('the file is called after its first title, in letters that every stick takes', () => {
  expect(fileNameOf([{ title: 'Kab. Dharmasraya: Dalam Angka 2023/2024 “édisi”' }])).toBe(
    'Kab-Dharmasraya-Dalam-Angka-20232024-edisi.pdf',
  );
  expect(fileNameOf([{ title: '???' }])).toBe('softcopy.pdf');
});

test('pauses grow to an hour and no further', () => {
  expect([1, 2, 3, 4, 5, 50].map(tries => pauseAfter(tries) / 60_000)).toEqual([1, 5, 15, 60, 60, 60]);
});

test('a letter that is refused for good is given up; what the office can mend is tried again', () => {
  expect(isFinal({ code: 'EENVELOPE', responseCode: 550 })).toBe(true);
  expect(isFinal({ code: 'EENVELOPE', responseCode: 450 })).toBe(false);
  expect(isFinal({ code: 'EAUTH', responseCode: 535 })).toBe(false);
  expect(isFinal({ code: 'ECONNECTION' })).toBe(false);
  expect(failureCode({ code: 'EENVELOPE', responseCode: 550 })).toBe('mail-550');
  expect(failureCode({ code: 'EAUTH', responseCode: 535 })).toBe('mail-password');
  expect(failureCode({ code: 'ETLS', responseCode: 500 })).toBe('mail-security');
  expect(failureCode({ code: 'ETIMEDOUT' })).toBe('mail-silent');
});

test('the limit counts what a letter makes of a file', () => {
  expect(fitsMail(7.4 * 1024 * 1024, 10)).toBe(true);
  expect(fitsMail(7.6 * 1024 * 1024, 10)).toBe(false);
});
