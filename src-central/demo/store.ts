/**
 * Headquarters to look at: offices that are made up, whose stations enrol, sign and send as real ones do, with a clock
 * that runs through the last weeks. Each says that it is a demo in its health, so every screen can say so.
 */
import { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { Central } from '../central.ts';
import { write } from '../database/write.ts';
import { verifyNow } from '../offices/proofs-store.ts';
import { startRollout } from '../rollouts/store.ts';
import { keepOffice, makeEnrolCode } from '../stations/store.ts';
import { limits } from '../wire/rules.ts';
import { wireSchema } from '../wire/tables-schema.ts';
import { problem } from '../problem.ts';
import {
  daysOfService,
  dayRows,
  demoConsents,
  demoOffice,
  journalRows,
  mostDemoOffices,
  type DemoOffice,
  type DemoRow,
} from './rules.ts';
import { DemoStation } from './station.ts';

const by = 'demo';
const zone = 'Asia/Jakarta';
const days = 42;
/** So many offices send each night and are verified; of more each sends its weeks at once. */
const closely = 20;
const hourMs = 3_600_000;

/** @throws {Problem} unless the database is empty: made-up figures never stand beside real ones. */
export async function makeDemo(central: Central, offices: number): Promise<void> {
  if (!Number.isInteger(offices) || offices < 1 || offices > mostDemoOffices)
    throw problem.demo.tooMany({ most: mostDemoOffices });
  const known = await central.db.selectFrom('office').select('office_id').limit(1).executeTakeFirst();
  if (known) throw problem.demo.notEmpty();
  const busiest = offices <= closely ? 60 : 9;
  const hearing: (() => Promise<void>)[] = [];
  for (let at = 0; at < offices; at++) {
    const office = demoOffice(at, busiest);
    hearing.push(await makeOffice(central, office, offices <= closely));
    if (offices <= closely && office.lot !== 'new') await verifyNow(central, office.id, by);
  }
  await publishSome(central, offices);
  // A third has not asked since.
  for (const [at, hear] of hearing.entries()) if (at % 3 !== 1) await hear();
}

/** @returns what its station does once more: it asks what is new, and says where it stands. */
async function makeOffice(
  central: Central,
  office: DemoOffice,
  nightly: boolean,
): Promise<() => Promise<void>> {
  const today = central.now();
  const silentMs = office.lot === 'silent' ? 5 * 24 * hourMs : 0;
  const last = new Date(today.getTime() - silentMs);
  const served = daysOfService(last, days, zone).filter(
    day => day.toMillis() + 24 * hourMs <= last.getTime(),
  );
  const then = at(central, served[0]!.toMillis());
  const code = await write(central, async tx => {
    await keepOffice(tx, office, then.now());
    return makeEnrolCode(tx, { office: office.id, by }, office.lot === 'new' ? today : then.now());
  });
  if (office.lot === 'new') return async () => undefined;
  const station = await DemoStation.enrol(then, code, office.app);
  // What an office has not sent is not there: the last two days of one that is behind.
  const sent = office.lot === 'behind' ? served.slice(0, -2) : served;
  const waiting = served.slice(sent.length).flatMap(day => dayRows(office, day));
  const sendings = nightly ? sent.map(day => [day]) : [sent];
  let entry = { seq: 0, hash: 'genesis' };
  for (const some of sendings) {
    const visits = some.flatMap(day => dayRows(office, day));
    const journal = journalRows(visits, entry);
    const { seq, hash } = journal.at(-1)!.d;
    entry = { seq: Number(seq), hash: String(hash) };
    const night = at(central, Math.min(some.at(-1)!.plus({ hours: 21 }).toMillis(), today.getTime()));
    for (const rows of inBatches([...visits, ...journal])) await station.send(night, rows);
  }
  const recent = at(central, last.getTime() - Number(office.id) * 1_000 - 60_000);
  if (office.asks)
    await station.sendConsents(recent, demoConsents(office, DateTime.fromJSDate(today, { zone })));
  if (office.lot === 'parked') await station.send(recent, [fromANewerProgram(recent.now())]);
  const about = {
    app: office.app,
    backlog: {
      rows: waiting.length,
      batches: Math.ceil(waiting.length / limits.batchRows),
      oldest_at: waiting[0]?.at ?? null,
    },
    health: {
      ...office.health,
      digests_at: recent.now().toISOString(),
      digests_differing: await station.compare(recent),
    },
    clock: recent.now().getTime() + office.clockAheadMs,
  };
  await station.greet(recent, about);
  return async () => {
    await station.takeIn(recent);
    await station.greet(recent, about);
  };
}

/** The same server at another moment. */
const at = (central: Central, ms: number): Central => ({ ...central, now: () => new Date(ms) });

function inBatches(rows: DemoRow[]): DemoRow[][] {
  const count = Math.ceil(rows.length / limits.batchRows);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * limits.batchRows, (at + 1) * limits.batchRows),
  );
}

/** It waits until headquarters is upgraded. */
const fromANewerProgram = (at: Date): DemoRow => ({
  t: 'survey',
  id: uuid(),
  v: 1,
  at: at.getTime(),
  tx: 1,
  s: wireSchema + 1,
  d: { answers: 1 },
});

async function publishSome(central: Central, offices: number): Promise<void> {
  const announcement = {
    table: 'announcement' as const,
    data: {
      title: { id: 'Pemeliharaan server pusat', en: 'Maintenance of the central server' },
      body: {
        id: 'Sabtu pukul 20.00–22.00 WIB server pusat dipelihara. Layanan di kantor tetap berjalan.',
        en: 'On Saturday from 20.00 to 22.00 WIB the central server is maintained. Offices serve as usual.',
      },
      until: null,
    },
  };
  const synonym = {
    table: 'synonym' as const,
    data: { phrases: ['produk domestik regional bruto', 'PDRB'] },
  };
  await startRollout(central, uuid(), { content: synonym, stage: { to: 'all' } }, by);
  const few = offices < 10 ? 34 : 10;
  await startRollout(central, uuid(), { content: announcement, stage: { to: 'percent', percent: few } }, by);
}
