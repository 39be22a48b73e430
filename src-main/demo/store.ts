/** Fills an empty station with the sample office, through the same writers that a day at the counter uses. */
import { DateTime } from 'luxon';
import { addCopies } from '../catalogue/copies-store.ts';
import { addPublication, reindexPrinted } from '../catalogue/store.ts';
import { PublicationFields } from '../catalogue/schema.ts';
import { addWanted } from '../catalogue/wanted-store.ts';
import { releaseCustody, takeIn } from '../custody/store.ts';
import { write, type Actor, type Tx } from '../database/write.ts';
import { callForHelp } from '../help/store.ts';
import { changePlace } from '../lockers/store.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { isSetUp, readNotice, setUp } from '../profile/store.ts';
import { addStaff, hashPin } from '../staff/store.ts';
import type { Station } from '../station.ts';
import { enterAtCounter, signGuestbook } from '../visits/guestbook-store.ts';
import * as visits from '../visits/store.ts';
import type { Event } from './event.ts';
import { demoStaff, morning, type DemoVisit } from './morning.ts';
import { readingEvents } from './reading-room.ts';
import { demoPin } from './rules.ts';
import { demoShelf, demoWishes } from './shelf.ts';

const kiosk: Actor = { door: 'kiosk', staffId: null };
const places = 24;
const openedAgo = 205;
/** What happened so lately keeps its minutes; the rest of the morning moves closer when the day is still young. */
const recentMinutes = 15;

/** Does nothing in an office that is set up. */
export async function seedDemo(station: Station): Promise<void> {
  if (await isSetUp(station.db)) return;
  const pinHash = await hashPin(demoPin);
  const stations = pastStations(station);
  const staffIds = await openOffice(stations(openedAgo), pinHash);
  await fillShelves(stations(openedAgo), staffIds.librarian);
  const notice = await readNotice(station.db);
  const events = [
    ...morning.flatMap(visit => eventsOf(visit, notice.version, station, staffIds)),
    ...readingEvents(),
    ...placesOutOfUse(),
    helpCall,
  ];
  // As they happened: numbers, journal and lockers follow from the order.
  for (const event of events.sort((a, b) => b.ago - a.ago)) {
    const actor: Actor = event.actor === 'kiosk' ? kiosk : { door: 'staff', staffId: staffIds[event.actor] };
    await write(stations(event.ago), actor, event.happens);
  }
}

/** The same station some minutes ago. Both of its clocks are set back, so that waiting times come out right. */
function pastStations(station: Station): (minutesAgo: number) => Station {
  const now = station.clock.now().getTime();
  const monoMs = station.clock.monoMs();
  const local = DateTime.fromMillis(now).setZone(defaultProfile.office.zone);
  const dayMinutes = local.diff(local.startOf('day'), 'minutes').minutes - 1;
  const squeeze = Math.min(1, Math.max(0, dayMinutes - recentMinutes) / (openedAgo - recentMinutes));
  return minutesAgo => {
    const ago =
      minutesAgo <= recentMinutes ? minutesAgo : recentMinutes + (minutesAgo - recentMinutes) * squeeze;
    const ms = Math.round(ago * 60_000);
    const clock = {
      boot: station.clock.boot,
      now: () => new Date(now - ms),
      monoMs: () => monoMs - ms,
    };
    return { ...station, clock };
  };
}

type StaffIds = Record<keyof typeof demoStaff, string>;

async function openOffice(station: Station, pinHash: string): Promise<StaffIds> {
  const setup = {
    office: defaultProfile.office,
    head: { name: demoStaff.admin, pin: demoPin },
    lockers: places,
    pockets: places,
    printer: { kind: 'none' as const },
  };
  return write(station, { door: 'staff', staffId: null }, async tx => {
    await setUp(tx, setup, pinHash);
    for (const role of ['supervisor', 'front', 'librarian', 'viewer'] as const)
      await addStaff(tx, { name: demoStaff[role], role }, pinHash);
    const staff = await tx.selectFrom('staff').select(['id', 'role']).execute();
    return Object.fromEntries(staff.map(one => [one.role, one.id])) as StaffIds;
  });
}

async function fillShelves(station: Station, librarianId: string): Promise<void> {
  await write(station, { door: 'staff', staffId: librarianId }, async tx => {
    for (const { title, catalogue, issn, pages, abstract, copies = [] } of demoShelf) {
      const fields = { title, catalogueNumber: catalogue, issn, pages, abstract, language: 'id' };
      const id = await addPublication(tx, PublicationFields.parse(fields));
      for (const { shelf, count = 1, condition = 'good', notForCopying = false, note = null } of copies)
        await addCopies(tx, id, { shelf, count, condition, notForCopying, note });
      await reindexPrinted(tx, id, false);
    }
  });
  await write(station, kiosk, async tx => {
    for (const text of demoWishes) await addWanted(tx, { text });
  });
}

function eventsOf(visit: DemoVisit, noticeVersion: number, station: Station, staff: StaffIds): Event[] {
  let visitId = '';
  const at = (ago: number, actor: Event['actor'], happens: Event['happens']): Event => ({
    ago,
    actor,
    happens,
  });
  const { servedAgo, breachReason, inside, leavingAgo, closed, left } = visit;
  const events = [
    at(visit.cameAgo, visit.late ? 'front' : 'kiosk', async tx => {
      visitId = await open(tx, visit, noticeVersion, station);
    }),
  ];
  if (left) events.push(at(left.ago, 'front', tx => visits.leaveUnserved(tx, visitId, left.reason)));
  if (servedAgo !== undefined) events.push(at(servedAgo, 'front', tx => visits.serveVisit(tx, visitId)));
  if (breachReason)
    events.push(
      at(servedAgo! - 0.5, 'front', tx => visits.giveBreachReason(tx, visitId, breachReason, null)),
    );
  if (inside)
    events.push(
      at(inside.ago, 'front', tx =>
        inside.takeIn ? takeIn(tx, { visitId, ...inside.takeIn }) : visits.enterRoom(tx, visitId),
      ),
    );
  if (leavingAgo !== undefined) events.push(at(leavingAgo, 'front', tx => visits.startLeaving(tx, visitId)));
  if (closed)
    events.push(
      at(closed.ago, 'front', async tx => {
        const custody = await tx
          .selectFrom('custody')
          .selectAll()
          .where('visit_id', '=', visitId)
          .executeTakeFirst();
        if (!custody) return visits.closeVisit(tx, visitId);
        if (closed.lostSlip) return releaseCustody(tx, custody, 'lost-slip', staff.supervisor);
        return releaseCustody(tx, custody, 'slip', null);
      }),
    );
  return events;
}

/** @returns the id of the visit that was opened. */
async function open(tx: Tx, visit: DemoVisit, noticeVersion: number, station: Station): Promise<string> {
  const { refuses, ...given } = visit.form;
  const form = {
    submissionId: crypto.randomUUID(),
    kind: 'single' as const,
    language: 'id' as const,
    services: ['library'],
    ...given,
  };
  if (visit.late) {
    const arrivedAt = pastStations(station)(visit.late.arrivedAgo).clock.now().toISOString();
    return (await enterAtCounter(tx, { ...form, arrivedAt, reason: visit.late.reason })).id;
  }
  const choice = refuses ? ('refused' as const) : ('accepted' as const);
  const ticket = await signGuestbook(tx, { ...form, notice: { version: noticeVersion, choice } }, null);
  const opened = await tx
    .selectFrom('visit')
    .select('id')
    .where('code', '=', ticket.code)
    .executeTakeFirstOrThrow();
  return opened.id;
}

function placesOutOfUse(): Event[] {
  const out = (
    kind: 'locker' | 'pocket',
    number: number,
    condition: 'broken' | 'cleaning',
    note: string,
  ) => ({
    ago: openedAgo - 1,
    actor: 'front' as const,
    happens: async (tx: Tx) => {
      const place = await tx
        .selectFrom(kind)
        .select('id')
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      await changePlace(tx, kind, place.id, condition, note);
    },
  });
  return [
    out('locker', 7, 'broken', 'Engsel lepas'),
    out('locker', 12, 'cleaning', 'Disemprot, kering pukul 13.00'),
    out('pocket', 5, 'broken', 'Plastik sobek'),
    out('pocket', 9, 'cleaning', 'Dilap'),
  ];
}

const helpCall: Event = { ago: 0.4, actor: 'kiosk', happens: tx => callForHelp(tx, 'Kios') };
