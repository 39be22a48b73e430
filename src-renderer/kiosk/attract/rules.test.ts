import { expect, test } from 'vitest';
import { channelLink, groupHours, weekdayIn } from './rules.ts';

test('days with the same hours stand on one line', () => {
  const day = (weekday: number, close: string) => ({ weekday, open: '08:00', close });
  expect(groupHours([day(5, '16:00'), day(1, '15:30'), day(2, '15:30'), day(3, '15:30')])).toEqual([
    { from: 1, to: 3, open: '08:00', close: '15:30' },
    { from: 5, to: 5, open: '08:00', close: '16:00' },
  ]);
});

test('the day is that of the office, not of the computer', () => {
  const at = new Date('2026-11-22T18:00:00Z');
  expect(weekdayIn('Asia/Jakarta', at)).toBe(1);
  expect(weekdayIn('UTC', at)).toBe(7);
});

test('a channel opens what a phone understands', () => {
  expect(channelLink('web', 's.bps.go.id/pengaduan1300')).toBe('https://s.bps.go.id/pengaduan1300');
  expect(channelLink('web', 'https://lapor.go.id')).toBe('https://lapor.go.id');
  expect(channelLink('email', 'bps1311@bps.go.id')).toBe('mailto:bps1311@bps.go.id');
  expect(channelLink('phone', '0751-451548')).toBe('tel:0751451548');
  expect(channelLink('box', 'PST')).toBeNull();
});
