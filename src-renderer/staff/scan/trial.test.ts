import bwipjs from 'bwip-js/node';
import { expect, test } from 'vitest';
import { makeCode, readCode } from '../../../src-main/codes/rules.ts';
import { trialBars, trialCode, tryOut } from './trial.ts';

const typed = (text: string, gapMs = 8) => [...text].map((key, at) => ({ key, at: 1_000 + at * gapMs }));

test('the trial code is one of ours, and its bars are its Code 128', () => {
  expect(readCode(trialCode)).toEqual({ kind: 'slip', code: trialCode });
  // oxlint-disable-next-line import/no-named-as-default-member
  const [symbol] = bwipjs.raw({ bcid: 'code128', text: trialCode });
  expect(symbol && 'sbs' in symbol && symbol.sbs.join('')).toBe(trialBars);
});

test('a scanner as it comes from the shop needs nothing', () => {
  expect(tryOut(typed(trialCode), 'Enter')).toEqual({
    typed: trialCode,
    code: trialCode,
    layout: null,
    wrapping: { prefix: '', suffix: '' },
    end: 'Enter',
    gapMs: 8,
    longestGapMs: 8,
    pace: 'fast',
  });
});

test('what it adds is found, but not the mark of the symbology', () => {
  expect(tryOut(typed(`~#]C0${trialCode}#`), 'Tab')).toMatchObject({
    wrapping: { prefix: '~#', suffix: '#' },
    end: 'Tab',
  });
});

test.each([
  ['qwertz', 'SQWAYZM1Q'],
  ['azerty-computer', 'SAZQWY?&A'],
  ['azerty-scanner', 'SAZQWY:!A'],
] as const)('the layout %s is told', (layout, text) => {
  expect(tryOut(typed(text), 'Enter')).toMatchObject({ layout, code: trialCode });
  expect(tryOut(typed(text.toLowerCase()), 'Enter')).toMatchObject({ layout, code: trialCode });
});

test('the pace is told: Bluetooth is slow and heard, slower is not', () => {
  expect(tryOut(typed(trialCode, 120), 'Enter')).toMatchObject({ pace: 'slow', gapMs: 120 });
  expect(tryOut(typed(trialCode, 400), 'Enter')).toMatchObject({ pace: 'too-slow' });
});

test('any slip or label will do; what holds no code of ours is not guessed at', () => {
  const code = makeCode('locker');
  expect(tryOut(typed(code), 'Enter')).toMatchObject({ code, wrapping: { prefix: '', suffix: '' } });
  expect(tryOut(typed('9786020000000'), 'Enter')).toBeNull();
});
