import { expect, test } from 'vitest';
import { wordsOf } from '../../words.ts';
import { findingsOf, standingOf, verdictOf } from './findings.ts';

const spoken = wordsOf('en');
type Proof = Parameters<typeof findingsOf>[0];

const whole: Proof = {
  office: '1311',
  provedAt: '2026-11-23T03:00:00.000Z',
  ok: true,
  batches: 12,
  rows: 600,
  streams: [],
  tables: [{ table: 'visit', rows: 600, sum: '0', wrong: [] }],
  feed: { pos: 12, brokenAt: null },
  journal: { entries: 40, last: 40, missing: [], forks: [], broken: [] },
  parked: [],
};
const stream = (broken: Proof['streams'][number]['broken']): Proof['streams'][number] => ({
  device: 'd',
  epoch: 'e',
  parent: null,
  parentNo: null,
  reason: 'first',
  whole: 12,
  cursor: 12,
  archived: 12,
  rows: 600,
  broken,
});
const bad = (proof: Proof) =>
  findingsOf(proof, spoken)
    .filter(one => one.tone !== 'good')
    .map(one => [one.key, one.tone]);

test('a proof without a fault is good in every finding', () => {
  expect(bad(whole)).toEqual([]);
  expect(verdictOf(findingsOf(whole, spoken))).toBe('good');
});

test('each fault is told where it belongs', () => {
  expect(bad({ ...whole, streams: [stream({ no: 3, why: 'missing' })] })).toEqual([['complete', 'bad']]);
  expect(bad({ ...whole, streams: [stream({ no: 3, why: 'signature' })] })).toEqual([['chain', 'bad']]);
  expect(bad({ ...whole, tables: [{ ...whole.tables[0]!, wrong: ['x'] }] })).toEqual([['digests', 'bad']]);
  expect(bad({ ...whole, feed: { pos: 12, brokenAt: 4 } })).toEqual([['feed', 'bad']]);
  expect(bad({ ...whole, journal: { ...whole.journal, broken: [7] } })).toEqual([['journal', 'bad']]);
  expect(bad({ ...whole, files: { whole: 2, wrong: ['x'] } })).toEqual([['files', 'bad']]);
});

test('a gap in the journal asks for attention and spoils nothing else; a fork is only told', () => {
  const gap = { ...whole, journal: { ...whole.journal, missing: [5, 6] } };
  expect(bad(gap)).toEqual([['journal', 'attention']]);
  expect(verdictOf(findingsOf(gap, spoken))).toBe('attention');
  const forked = findingsOf({ ...whole, journal: { ...whole.journal, forks: [9] } }, spoken);
  expect(verdictOf(forked)).toBe('good');
  expect(forked.find(one => one.key === 'journal')?.text).toContain('numbers 9 are there twice');
});

type Now = Parameters<typeof standingOf>[0];

test('what holds now: repairs, what the stations compared, and what no backup has yet', () => {
  const now: Now = {
    parked: { waiting: [], settled: 2 },
    streams: [{ cursor: 12, archived: 9 }] as Now['streams'],
    trial: false,
    compared: [],
  };
  const told = (change: Partial<Now>) =>
    standingOf({ ...now, ...change }, spoken, String).map(one => [one.key, one.tone]);
  expect(told({})).toEqual([
    ['parked', 'good'],
    ['compared', 'note'],
    ['archived', 'note'],
  ]);
  expect(told({ streams: [{ cursor: 9, archived: 9 }] as Now['streams'] })[2]).toEqual(['archived', 'good']);
  const waiting = [{}, {}] as Now['parked']['waiting'];
  expect(told({ parked: { waiting, settled: 0 } })[0]).toEqual(['parked', 'attention']);
  const compared = [{ name: 'LOKET-1', at: '2026-11-23', differing: 0 }] as Now['compared'];
  expect(told({ compared })[1]).toEqual(['compared', 'good']);
});

test('batches that no backup has are counted; a trial is never an archive', () => {
  const streams = [{ cursor: 12, archived: 9 }] as Now['streams'];
  const archive = (trial: boolean) =>
    standingOf({ parked: { waiting: [], settled: 0 }, streams, trial, compared: [] }, spoken, String).at(-1)
      ?.text;
  expect(archive(false)).toContain('wait for the next backup: 3');
  expect(archive(true)).toContain('never says that a batch is archived');
});
