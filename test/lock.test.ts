import { expect, test } from 'vitest';
import { missingFrom, readLock } from './run/complete-lock.ts';

test('the lock holds the packages of every platform, so that npm ci takes it on a clean machine', () => {
  expect(
    Object.keys(missingFrom(readLock().packages)),
    "run: npm exec -c 'node test/run/complete-lock.ts'",
  ).toEqual([]);
});
