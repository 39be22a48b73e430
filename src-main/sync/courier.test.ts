import { expect, test } from 'vitest';
import { openTestCentral } from '../../test/helpers/central.ts';
import { servedVisit, takeIn } from '../../test/helpers/counter.ts';
import { bothDigests, openSyncedOffice } from '../../test/helpers/synced.ts';
import { guestbook } from '../../test/helpers/station.ts';

test('what an office did before and after its enrolment stands at headquarters, row for row', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central, { enrol: false });
  const front = await office.as('front');
  await servedVisit(office, front, 'Siti Aminah');
  await office.courier.enrol({ code: await central.code(), url: 'http://central', ca: '' });
  const visitId = await servedVisit(office, front, 'Budi Santoso');
  await takeIn(front, visitId);
  await office.courier.sendNow();

  expect((await office.courier.status()).problem).toBeNull();
  const digests = await bothDigests(office.station, central);
  expect(digests.central).toEqual(digests.office);
  expect(digests.office.visit).toMatch(/^2 /);
  expect(await office.courier.status()).toMatchObject({
    phase: 'resting',
    backlog: { rows: 0, batches: 0, oldestAt: null },
  });

  await office.kiosk.post('/visits', guestbook({}, { name: 'Rahmat Hidayat' }));
  expect((await office.courier.status()).backlog.rows).toBeGreaterThan(2);
  await office.courier.sendNow();
  const after = await bothDigests(office.station, central);
  expect(after.central).toEqual(after.office);
  expect(after.office.visit).toMatch(/^3 /);
});

test('with nothing to do the courier asks twice', async () => {
  const central = await openTestCentral('PGlite');
  const office = await openSyncedOffice(central);
  await office.courier.sendNow();
  office.network.messages.length = 0;
  await office.courier.sendNow();
  expect(office.network.messages.map(one => one.path)).toEqual(['/sync/v1/nonce', '/sync/v1/hello']);
});
