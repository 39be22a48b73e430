import { expect, test } from './fixtures.ts';

test('a station that lost its power comes back on the same address with the same office', async ({
  station,
}) => {
  const before = await station.ask<{ setUp: boolean; boot: string }>('/health');
  await station.kill();
  await expect(station.ask('/health')).rejects.toThrow();
  await station.start();
  const after = await station.ask<{ setUp: boolean; boot: string }>('/health');
  expect(after.body.setUp).toBe(true);
  expect(after.body.boot).not.toBe(before.body.boot);
});

test('a kiosk and a counter screen open on one station', async ({ kiosk, staff }) => {
  await expect(kiosk).toHaveTitle('Buku Tamu');
  await expect(staff).toHaveTitle('Loket PST');
});
