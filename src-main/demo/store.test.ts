import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { openTestOffice } from '../../test/helpers/station.ts';
import { verifyJournal } from '../journal/store.ts';
import { readBoard } from '../visits/board-store.ts';
import { seedDemo } from './store.ts';

/** The sample office opened at a time of day in Dharmasraya (UTC+7), at which it stays. */
async function demoAt(localTime: string) {
  const clock = testClock(`2026-11-23T${localTime}:00+07:00`);
  const office = await openTestOffice({ setUp: false, overrides: { clock } });
  await seedDemo(office.station);
  return { ...office, clock };
}

test('the sample office shows a morning with a visit in every state', async () => {
  const { station, clock } = await demoAt('11:40');
  const states = await station.db
    .selectFrom('visit')
    .select(['state', eb => eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const count = Object.fromEntries(states.map(row => [row.state, row.count]));
  expect(count).toMatchObject({ waiting: 4, serving: 2, leaving: 2, left: 1 });
  expect(count.inside).toBeGreaterThan(5);
  expect(count.closed).toBeGreaterThan(6);

  const board = await readBoard(station.db, clock, true);
  const waiting = board.cards.filter(card => card.state === 'waiting');
  expect(waiting.map(card => Math.round(card.waitingMs! / 6_000) / 10)).toEqual([6.4, 4.7, 3.3, 0.7]);
  expect(waiting.map(card => card.breached)).toEqual([true, false, false, false]);
});

test('the journal of the sample office is whole and runs forward in time', async () => {
  const { station } = await demoAt('11:40');
  expect(await verifyJournal(station.db)).toMatchObject({ brokenAt: null });
  const rows = await station.db.selectFrom('journal').select(['seq', 'at']).orderBy('seq').execute();
  // The station's own first notice was stored before the morning was told.
  const times = rows.slice(1).map(row => row.at);
  expect(times).toEqual(times.toSorted());
});

test('an office that is set up is not filled a second time', async () => {
  const { station } = await demoAt('11:40');
  const before = await station.db.selectFrom('journal').select('seq').execute();
  await seedDemo(station);
  expect(await station.db.selectFrom('journal').select('seq').execute()).toHaveLength(before.length);
});

test('shortly after midnight the whole morning still lies on today', async () => {
  const { station } = await demoAt('00:40');
  const days = await station.db.selectFrom('visit').select('on_day').distinct().execute();
  expect(days).toEqual([{ on_day: '2026-11-23' }]);
});

test('the sample morning has publications in hand, and photocopies on time and late', async () => {
  const { station } = await demoAt('11:40');
  const away = await station.db
    .selectFrom('copy_away')
    .select('photocopy_id')
    .where('ended_at', 'is', null)
    .execute();
  expect(away.filter(one => one.photocopy_id === null)).toHaveLength(4);
  expect(away.filter(one => one.photocopy_id !== null)).toHaveLength(2);
  const forms = await station.db.selectFrom('photocopy').select('state').orderBy('count').execute();
  expect(forms.map(form => form.state)).toEqual(['closed', 'out', 'out', 'requested']);
});
