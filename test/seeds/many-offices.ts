/** So many offices more, each with a station and thirty days of figures: rows only, nothing was sent. */
import { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { Central } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';

const days = 30;
const zone = 'Asia/Jakarta';

/** Office number `at` is the worse at its promise the higher `at` is, so that an order can be told. */
export function addManyOffices(central: Central, count: number): Promise<void> {
  const now = central.now();
  const today = DateTime.fromJSDate(now, { zone });
  const offices = Array.from({ length: count }, (_, at) => ({
    at,
    office_id: String(5_000 + at),
    name: `BPS Kabupaten Uji ${String(at).padStart(3, '0')}`,
  }));
  return write(central, async tx => {
    await tx
      .insertInto('office')
      .values(offices.map(({ office_id, name }) => ({ office_id, name, added_at: now })))
      .execute();
    await tx
      .insertInto('device')
      .values(
        offices.map(({ at, office_id }) => ({
          office_id,
          device_id: uuid(),
          name: 'LOKET-1',
          os: 'Windows 11',
          app: '0.1.0',
          enrolled_at: today.minus({ days: 60 }).toJSDate(),
          revoked_at: null,
          last_seen_at: today.minus({ minutes: at + 1 }).toJSDate(),
          schema: 1,
          backlog: JSON.stringify({ rows: at, batches: 1, oldest_at: now.getTime() }),
          health: JSON.stringify({ integrity: 'whole', printer: 'ready', disk_free_mb: 90_000 }),
          clock_ahead_ms: 0,
        })),
      )
      .execute();
    for (let back = 0; back < days; back++)
      await tx
        .insertInto('office_day')
        .values(
          offices.map(({ at, office_id }) => ({
            office_id,
            on_day: today.minus({ days: back }).toISODate()!,
            visits: 10,
            people: 12,
            served: 10,
            within: 10 - Math.floor((10 * at) / count),
            left_early: 0,
            waited_ms: 1_200_000,
          })),
        )
        .execute();
  });
}
