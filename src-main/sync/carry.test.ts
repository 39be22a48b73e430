import { expect, test } from 'vitest';
import { takeParcel } from '../../src-central/carry/parcels.ts';
import { publish } from '../../src-central/feeds/store.ts';
import { write as writeCentral } from '../../src-central/database/write.ts';
import { openTestCentral } from '../../test/helpers/central.ts';
import { bothDigests, openSyncedOffice } from '../../test/helpers/synced.ts';
import { guestbook } from '../../test/helpers/station.ts';

const officer = { door: 'staff', staffId: null } as const;

test('an office without a link hands in by USB, and hears back the same way', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.kiosk.post('/visits', guestbook());
  office.network.trouble = () => Promise.reject(new Error('there is no link'));

  const out = await office.courier.pack(officer);
  expect(out.name).toMatch(/^loket-1311-.*\.paket$/);
  expect(out.bytes.includes('visit')).toBe(false);
  await writeCentral(central.central, tx =>
    publish(tx, 'global', [{ table: 'synonym', id: 'hq-1', data: { phrases: ['nikah', 'perkawinan'] } }]),
  );
  const back = await takeParcel(central.central, out.bytes);
  const unpacked = await office.courier.unpack(officer, back);
  expect(unpacked).toMatchObject({ refused: 0 });
  expect(unpacked.acknowledged).toBeGreaterThan(0);
  const known = await office.station.db
    .selectFrom('synonym')
    .select('phrases')
    .where('id', '=', 'hq-1')
    .execute();
  expect(known).toEqual([{ phrases: '["nikah","perkawinan"]' }]);

  // What was recorded while unpacking goes with the next parcel; this one again changes nothing.
  await takeParcel(central.central, out.bytes);
  const next = await office.courier.pack(officer);
  await office.courier.unpack(officer, await takeParcel(central.central, next.bytes));
  await office.courier.unpack(officer, back);
  const { visit } = (await bothDigests(office.station, central)).office;
  expect((await bothDigests(office.station, central)).central.visit).toBe(visit);
  expect(visit).toMatch(/^1 /);
});

test('a parcel that was changed on the way, or is for somebody else, is not taken', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  const other = await openSyncedOffice(central, { office: '1312' });
  const back = await takeParcel(central.central, (await office.courier.pack(officer)).bytes);
  await expect(other.courier.unpack(officer, back)).rejects.toThrow('no parcel');
  back[back.length - 40]! ^= 1;
  await expect(office.courier.unpack(officer, back)).rejects.toThrow('no parcel');
});
