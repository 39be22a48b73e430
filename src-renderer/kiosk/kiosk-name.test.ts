import { expect, test } from 'vitest';
import { HelpCall } from '../../src-main/help/schema.ts';
import { kioskName } from './kiosk-name.ts';

test('a kiosk is called as its address says, and is a kiosk where that says nothing', () => {
  expect(kioskName('?nama=Kios%202')).toBe('Kios 2');
  expect(kioskName('?nama=Ruang+baca')).toBe('Ruang baca');
  for (const nothing of ['', '?', '?nama=', '?nama=%20%20', '?lain=x'])
    expect(kioskName(nothing)).toBe('Kios');
  const longest = kioskName(`?nama=${'a'.repeat(90)}`);
  expect(HelpCall.safeParse({ kiosk: longest }).success).toBe(true);
});
