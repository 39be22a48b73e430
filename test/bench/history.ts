/** Writes five years of working days, day by day, straight into the tables, with the journal of each day in order. */
import type Sqlite from 'better-sqlite3';
import { hashOf } from '../../src-main/journal/store.ts';
import type { JournalTable } from '../../src-main/database/tables.ts';
import { slipContent } from '../../src-main/devices/slip.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { nameKey, normalisePhone } from '../../src-main/visitors/rules.ts';
import { seqOf, visitNumber } from '../../src-main/visits/rules.ts';
import { Chance, Codes, someone, uuidOf } from './crowd.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** The office opens at 08:00 WIB, 01:00 UTC. */
const openingMs = 60 * 60 * 1_000;
const doorsMs = 7 * 60 * 60 * 1_000;
const promiseMs = defaultProfile.promiseMinutes * 60_000;

type Door = JournalTable['door'];
type Happening = [
  atMs: number,
  door: Door,
  staffId: string | null,
  what: string,
  visitId: string | null,
  data: unknown,
];

export class Writer {
  #db: Sqlite.Database;
  #chance = new Chance(1311);
  #codes = new Codes(new Chance(2026));
  #visitors: string[] = [];
  #staff: string[];
  #lockers: { id: string; number: number }[];
  #pockets: { id: string; number: number }[];
  #today: Happening[] = [];
  #last: { seq: number; hash: string };
  #insert: Record<'visitor' | 'visit' | 'visit_service' | 'custody' | 'slip' | 'closing' | 'journal', Insert>;

  constructor(db: Sqlite.Database) {
    this.#db = db;
    this.#staff = db
      .prepare("SELECT id FROM staff WHERE role <> 'viewer' ORDER BY name")
      .pluck()
      .all() as string[];
    this.#lockers = db.prepare('SELECT id, number FROM locker').all() as { id: string; number: number }[];
    this.#pockets = db.prepare('SELECT id, number FROM pocket').all() as { id: string; number: number }[];
    this.#last = db.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() as {
      seq: number;
      hash: string;
    };
    this.#insert = {
      visitor: insertInto(db, 'visitor', 'id code name name_key sex birth_year phone remembered created_at'),
      visit: insertInto(
        db,
        'visit',
        'seq id code submission_id visitor_id kind on_day letter count language purpose men women companion_name ' +
          'companion_relation notice_version notice_choice notice_at entry entry_reason entered_by state ' +
          'previous_state state_at submitted_at boot submitted_mono_ms served_at served_by waited_ms promise_ms ' +
          'breach_reason left_reason ended_at duration_ms',
      ),
      visit_service: insertInto(
        db,
        'visit_service',
        'id visit_id service started_at ended_at staff_id outcome',
      ),
      custody: insertInto(
        db,
        'custody',
        'id visit_id card_kind pocket_id locker_id taken_at taken_by released_at released_by release second_staff_id',
      ),
      slip: insertInto(db, 'slip', 'id code kind visit_id custody_id content made_at voided_at void_reason'),
      closing: insertInto(db, 'closing', 'on_day closed_at closed_by left_open'),
      journal: insertInto(db, 'journal', 'seq at door staff_id what visit_id data previous hash'),
    };
  }

  write(visits: number): void {
    const days = workingDays(5);
    let written = 0;
    for (const [at, dayMsUtc] of days.entries()) {
      const upTo = Math.round((visits * (at + 1)) / days.length);
      this.#db.exec('BEGIN');
      this.#writeDay(dayMsUtc, upTo - written);
      this.#db.exec('COMMIT');
      written = upTo;
    }
  }

  #writeDay(dayStartMs: number, visits: number): void {
    const onDay = isoOf(dayStartMs).slice(0, 10);
    const boot = uuidOf(this.#chance, null);
    const counts = new Map<string, number>();
    const arrivals = Array.from(
      { length: visits },
      () => dayStartMs + openingMs + this.#chance.below(doorsMs),
    );
    let seq = 0;
    for (const arrivedMs of arrivals.sort((one, other) => one - other)) {
      seq = Math.max(seqOf(isoOf(arrivedMs)), seq + 1);
      this.#writeVisit({ onDay, boot, seq, arrivedMs, monoMs: arrivedMs - dayStartMs, counts });
    }
    const closedMs = dayStartMs + openingMs + 10 * 60 * 60 * 1_000;
    const closer = this.#chance.of(this.#staff);
    this.#insert.closing(onDay, isoOf(closedMs), closer, 0);
    this.#today.push([closedMs, 'staff', closer, 'closing.made', null, { onDay, leftOpen: 0 }]);
    this.#writeJournal();
  }

  #writeVisit(given: {
    onDay: string;
    boot: string;
    seq: number;
    arrivedMs: number;
    monoMs: number;
    counts: Map<string, number>;
  }): void {
    const chance = this.#chance;
    const { arrivedMs } = given;
    const id = uuidOf(chance, arrivedMs);
    const accepted = chance.is(0.95);
    const visitorId = accepted ? this.#visitorOf(arrivedMs) : null;
    const services = chance.is(0.15) ? ['library', 'consultation'] : [chance.often(serviceCodes)];
    const letter = letterOf.get(services[0]!)!;
    const count = (given.counts.get(letter) ?? 0) + 1;
    given.counts.set(letter, count);
    const kind = chance.is(0.94)
      ? 'single'
      : chance.is(0.4)
        ? 'group'
        : chance.is(0.6)
          ? 'child'
          : 'accompanied';
    const men = kind === 'group' ? chance.between(1, 20) : 0;
    const women = kind === 'group' ? chance.between(0, 20) : 0;
    const accompanied = kind === 'child' || kind === 'accompanied';
    const officer = chance.of(this.#staff);
    const atCounter = chance.is(0.08);
    const unserved = chance.is(0.03);
    const waitedMs = chance.is(0.94)
      ? chance.between(20_000, promiseMs)
      : chance.between(promiseMs + 1, 1_500_000);
    const servedMs = arrivedMs + waitedMs;
    const withCard = !unserved && services[0] === 'library' && chance.is(0.7);
    const endedMs = servedMs + (unserved ? 0 : chance.between(5, 110) * 60_000 + chance.below(60_000));
    const notice = atCounter ? null : { version: 1, choice: accepted ? 'accepted' : 'refused' };
    const door: Door = atCounter ? 'staff' : 'kiosk';
    this.#insert.visit(
      given.seq,
      id,
      this.#codes.make('visit'),
      uuidOf(chance, null),
      visitorId,
      kind,
      given.onDay,
      letter,
      count,
      chance.is(0.97) ? 'id' : 'en',
      chance.of(purposes),
      men,
      women,
      accompanied && accepted ? someone(chance).name : null,
      accompanied ? 'parent' : null,
      notice?.version ?? null,
      notice?.choice ?? null,
      notice ? isoOf(arrivedMs) : null,
      atCounter ? 'counter' : 'kiosk',
      null,
      atCounter ? officer : null,
      unserved ? 'left' : 'closed',
      unserved ? 'waiting' : withCard ? 'leaving' : 'serving',
      isoOf(endedMs),
      isoOf(arrivedMs),
      given.boot,
      given.monoMs,
      unserved ? null : isoOf(servedMs),
      unserved ? null : officer,
      unserved ? null : waitedMs,
      promiseMs,
      !unserved && waitedMs > promiseMs ? 'busy' : null,
      unserved ? 'no-time' : null,
      isoOf(endedMs),
      unserved ? null : endedMs - arrivedMs,
    );
    const happened = (atMs: number, by: string | null, what: string, data: unknown = {}) =>
      this.#today.push([atMs, by ? 'staff' : door, by, what, id, data]);
    happened(arrivedMs, atCounter ? officer : null, 'visit.opened', {
      number: visitNumber({ letter, count }),
      onDay: given.onDay,
      kind,
      entry: atCounter ? 'counter' : 'kiosk',
      services,
      men,
      women,
      notice,
    });
    for (const [at, service] of services.entries()) {
      const begun = !unserved && at === 0;
      const [started, ended] = begun ? [isoOf(servedMs), isoOf(endedMs)] : [null, null];
      const serviceId = uuidOf(chance, arrivedMs);
      this.#insert.visit_service(
        serviceId,
        id,
        service,
        started,
        ended,
        begun ? officer : null,
        begun ? 'given' : null,
      );
    }
    if (unserved) {
      happened(endedMs, officer, 'visit.left', { reason: 'no-time' });
      return;
    }
    happened(servedMs, officer, 'visit.service-started', { service: services[0] });
    happened(servedMs, officer, 'visit.served', { waitedMs, breached: waitedMs > promiseMs });
    if (withCard)
      this.#writeCustody(id, visitNumber({ letter, count }), officer, servedMs + 30_000, endedMs, happened);
    happened(endedMs, officer, 'visit.closed', { sameDay: true });
  }

  #writeCustody(
    visitId: string,
    number: string,
    officer: string,
    takenMs: number,
    endedMs: number,
    happened: (atMs: number, by: string | null, what: string, data?: unknown) => void,
  ): void {
    const chance = this.#chance;
    const custodyId = uuidOf(chance, takenMs);
    const slipId = uuidOf(chance, takenMs);
    const slipCode = this.#codes.make('slip');
    const place = chance.below(this.#lockers.length);
    const [locker, pocket] = [this.#lockers[place]!, this.#pockets[place]!];
    const lost = chance.is(0.005);
    const second = lost ? this.#staff.find(one => one !== officer)! : null;
    const release = lost ? 'lost-slip' : 'slip';
    const [taken, released] = [isoOf(takenMs), isoOf(endedMs)];
    this.#insert.custody(
      custodyId,
      visitId,
      'ktp',
      pocket.id,
      locker.id,
      taken,
      officer,
      released,
      officer,
      release,
      second,
    );
    const content = JSON.stringify({
      ...lockerSlip,
      bigNumber: String(locker.number).padStart(2, '0'),
      visitNumber: number,
      code: slipCode,
      onDay: taken.slice(0, 10),
    });
    const voided = lost ? 'lost' : 'given-back';
    this.#insert.slip(slipId, slipCode, 'locker', visitId, custodyId, content, taken, released, voided);
    happened(takenMs, officer, 'visit.inside');
    happened(takenMs, officer, 'custody.taken', {
      custodyId,
      cardKind: 'ktp',
      locker: locker.number,
      pocket: pocket.number,
    });
    happened(takenMs, officer, 'slip.made', { slipId, kind: 'locker', custodyId });
    happened(endedMs, officer, 'slip.voided', { slipId, reason: voided });
    happened(endedMs, officer, 'custody.returned', { custodyId, release, secondStaffId: second });
    happened(endedMs, officer, 'visit.leaving');
  }

  /** Somebody new, or somebody who came before, rather lately than long ago. */
  #visitorOf(atMs: number): string {
    const chance = this.#chance;
    if (this.#visitors.length > 100 && chance.is(0.55))
      return (
        this.#visitors[Math.floor(this.#visitors.length * (1 - chance.next() ** 2))] ?? this.#visitors[0]!
      );
    const id = uuidOf(chance, atMs);
    const { name, sex, birthYear, phone } = someone(chance);
    const remembered = chance.is(0.4);
    this.#insert.visitor(
      id,
      this.#codes.make('visitor'),
      name,
      nameKey(name),
      sex,
      birthYear,
      normalisePhone(phone),
      Number(remembered),
      isoOf(atMs),
    );
    this.#today.push([atMs, 'kiosk', null, 'visitor.added', null, { visitorId: id, remembered }]);
    this.#visitors.push(id);
    return id;
  }

  #writeJournal(): void {
    for (const [atMs, door, staffId, what, visitId, data] of this.#today.sort(
      (one, other) => one[0] - other[0],
    )) {
      const row = {
        seq: this.#last.seq + 1,
        at: isoOf(atMs),
        door,
        staff_id: staffId,
        what,
        visit_id: visitId,
        data: JSON.stringify(data),
        previous: this.#last.hash,
      };
      const hash = hashOf(row);
      this.#insert.journal(row.seq, row.at, door, staffId, what, visitId, row.data, row.previous, hash);
      this.#last = { seq: row.seq, hash };
    }
    this.#today = [];
  }
}

type Insert = (...values: (string | number | null)[]) => void;

function insertInto(db: Sqlite.Database, table: string, columns: string): Insert {
  const names = columns.split(' ');
  const marks = names.map(() => '?').join(', ');
  const statement = db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`);
  return (...values) => void statement.run(...values);
}

const isoOf = (ms: number) => new Date(ms).toISOString();

/** Midnights UTC of the working days of so many years, up to yesterday. */
function workingDays(years: number): number[] {
  const today = Math.floor(Date.now() / dayMs) * dayMs;
  const days: number[] = [];
  for (let day = today - Math.round(years * 365.25) * dayMs; day < today; day += dayMs)
    if (![0, 6].includes(new Date(day).getUTCDay())) days.push(day);
  return days;
}

const active = defaultProfile.services.filter(service => service.active);
const serviceCodes = active.map(service => service.code);
const letterOf = new Map(active.map(service => [service.code, service.letter]));
const purposes = defaultProfile.lists.purposes.map(purpose => purpose.code);
const lockerSlip = slipContent(
  { kind: 'locker', bigNumber: '01', code: 'S00000000' },
  defaultProfile,
  new Date('2026-01-05T02:00:00Z'),
  false,
);
