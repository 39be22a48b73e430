/** Made-up offices, days and visits, the same each time: everything is decided by the name of what is decided. */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { ConsentPerson } from '../wire/consent-schema.ts';
import type { Health, WireRow } from '../wire/schema.ts';
import { journalId, type RowData } from '../wire/tables-schema.ts';
import { sha256 } from '../wire/rules.ts';

/** By the numbers of the national code list, the first where the first office is. */
const provinces: [code: number, name: string][] = [
  [13, 'Sumatera Barat'],
  [14, 'Riau'],
  [15, 'Jambi'],
  [16, 'Sumatera Selatan'],
  [17, 'Bengkulu'],
  [18, 'Lampung'],
  [19, 'Kepulauan Bangka Belitung'],
  [21, 'Kepulauan Riau'],
  [31, 'DKI Jakarta'],
  [32, 'Jawa Barat'],
  [33, 'Jawa Tengah'],
  [34, 'DI Yogyakarta'],
  [35, 'Jawa Timur'],
  [36, 'Banten'],
  [51, 'Bali'],
  [52, 'Nusa Tenggara Barat'],
  [53, 'Nusa Tenggara Timur'],
  [61, 'Kalimantan Barat'],
  [62, 'Kalimantan Tengah'],
  [63, 'Kalimantan Selatan'],
  [64, 'Kalimantan Timur'],
  [65, 'Kalimantan Utara'],
  [71, 'Sulawesi Utara'],
  [72, 'Sulawesi Tengah'],
  [73, 'Sulawesi Selatan'],
  [74, 'Sulawesi Tenggara'],
  [75, 'Gorontalo'],
  [76, 'Sulawesi Barat'],
  [81, 'Maluku'],
  [82, 'Maluku Utara'],
  [91, 'Papua Barat'],
  [94, 'Papua'],
  [11, 'Aceh'],
  [12, 'Sumatera Utara'],
];

export const mostDemoOffices = 99 * provinces.length;

export type Lot = 'good' | 'new' | 'silent' | 'behind' | 'parked';

export interface DemoOffice {
  id: string;
  name: string;
  lot: Lot;
  visitsADay: number;
  /** Of a hundred visits, how many are served in time. */
  inTime: number;
  app: string;
  health: Health;
  clockAheadMs: number;
  /** Whether its visitors are asked to be invited to the survey. */
  asks: boolean;
}

/** A number from 0 up to 1 that belongs to this name. */
const chance = (name: string) => createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
const between = (name: string, least: number, most: number) =>
  Math.floor(least + chance(name) * (most - least + 1));
const oneOf = <T>(name: string, choices: readonly T[]): T => choices[between(name, 0, choices.length - 1)]!;

/** @param busiest visits on the best day of the busiest office. */
export function demoOffice(at: number, busiest: number): DemoOffice {
  const [code, province] = provinces[at % provinces.length]!;
  const no = Math.floor(at / provinces.length) + 1;
  const id = `${code}${String(no).padStart(2, '0')}`;
  const lots: Lot[] = ['good', 'good', 'parked', 'good', 'behind', 'good', 'good', 'silent', 'good', 'new'];
  return {
    id,
    name: `BPS Kabupaten Contoh ${no}, ${province}`,
    // The first ones show what there is; of the many most are well.
    lot: at < lots.length || chance(`${id} lot`) < 0.12 ? lots[at % lots.length]! : 'good',
    visitsADay: between(`${id} visits`, Math.ceil(busiest / 4), Math.ceil(busiest * 0.8)),
    inTime: between(`${id} promise`, 74, 99),
    app: chance(`${id} app`) < 0.9 ? '0.1.0' : '0.0.9',
    health: {
      integrity: 'whole',
      printer: oneOf(`${id} printer`, ['ready', 'ready', 'ready', 'ready', 'none', 'offline', 'paper-out']),
      set_aside: 0,
      disk_free_mb: between(`${id} disk`, 2_000, 240_000),
      demo: true,
    },
    clockAheadMs: chance(`${id} clock`) < 0.95 ? between(`${id} ms`, -4_000, 4_000) : 17 * 60_000,
    asks: at % 3 === 1,
  };
}

/** Who agreed there to be invited. They all have the same time in their ids, which are of one part then. */
export function demoConsents({ id }: DemoOffice, today: DateTime): ConsentPerson[] {
  return Array.from({ length: between(`${id} consents`, 2, 14) }, (_, at) => {
    const name = `${id} consent ${at}`;
    return {
      id: rowId(0, name),
      name: `Tamu Contoh ${at + 1}`,
      ...(at % 3 > 0 ? { phone: `0812-0000-${String(at).padStart(4, '0')}` } : {}),
      ...(at % 3 < 2 ? { email: `tamu${at + 1}@contoh.id` } : {}),
      until: today.plus({ days: between(name, 20, 360) }).toISODate()!,
    };
  });
}

/** The days of service up to and with this one, oldest first: no Saturday, no Sunday. */
export function daysOfService(last: Date, count: number, zone: string): DateTime[] {
  const today = DateTime.fromJSDate(last, { zone }).startOf('day');
  return Array.from({ length: count }, (_, at) => today.minus({ days: count - 1 - at })).filter(
    day => day.weekday <= 5,
  );
}

/** A name of the time and of what it names, as every row has one. */
function rowId(atMs: number, name: string): string {
  return journalId(new Date(atMs).toISOString(), sha256(name).toString('hex'));
}

export type DemoRow = Pick<WireRow, 't' | 'id' | 'v' | 'at' | 'tx' | 's'> & { d: RowData };

const instant = (ms: number) => new Date(ms).toISOString();

/** What one day of an office leaves: each visit with its service. Fewer come on Fridays. */
export function dayRows(office: DemoOffice, day: DateTime): DemoRow[] {
  const name = `${office.id} ${day.toISODate()}`;
  const count = Math.max(
    1,
    Math.round(office.visitsADay * (0.75 + 0.5 * chance(name)) * (day.weekday === 5 ? 0.6 : 1)),
  );
  return Array.from({ length: count }, (_, at) => visitRows(office, day, at + 1, count)).flat();
}

/** As in the default profile of an office, with the letter of its numbers. */
const services = [
  ['library', 'P'],
  ['library', 'P'],
  ['library', 'P'],
  ['consultation', 'K'],
  ['website', 'W'],
  ['recommendation', 'R'],
] as const;

function visitRows(office: DemoOffice, day: DateTime, no: number, count: number): DemoRow[] {
  const name = `${office.id} ${day.toISODate()} ${no}`;
  const staff = rowId(day.startOf('year').toMillis(), `${office.id} staff`);
  const cameMs = day.toMillis() + Math.round((8 + (7 * no) / (count + 1)) * 3_600_000);
  const leaves = chance(`${name} leaves`) < 0.02;
  const inTime = between(`${name} promise`, 1, 100) <= office.inTime;
  const waitedMs = inTime
    ? between(`${name} waits`, 20_000, 290_000)
    : between(`${name} waits`, 310_000, 900_000);
  const servedMs = cameMs + waitedMs;
  const endedMs = servedMs + between(`${name} stays`, 5, 110) * 60_000;
  const group = chance(`${name} group`) < 0.05 ? between(`${name} people`, 5, 30) : 1;
  const [service, letter] = oneOf(`${name} service`, services);
  const id = rowId(cameMs, name);
  const at = leaves ? servedMs : endedMs;
  const visit: RowData = {
    seq: cameMs * 1_000 + no,
    code: `V-${sha256(name).toString('hex').slice(0, 8).toUpperCase()}`,
    submission_id: rowId(cameMs, `${name} submission`),
    kind: group > 1 ? 'group' : 'single',
    on_day: day.toISODate()!,
    letter,
    count: no,
    language: chance(`${name} language`) < 0.97 ? 'id' : 'en',
    purpose: oneOf(`${name} purpose`, ['study', 'study', 'research', 'government', 'commercial', 'other']),
    men: group > 1 ? Math.floor(group / 2) : 0,
    women: group > 1 ? Math.ceil(group / 2) : 0,
    entry: 'kiosk',
    state: leaves ? 'left' : 'closed',
    state_at: instant(at),
    submitted_at: instant(cameMs),
    boot: rowId(day.toMillis(), `${office.id} boot`),
    submitted_mono_ms: cameMs - day.plus({ hours: 7 }).toMillis(),
    promise_ms: 300_000,
    ended_at: instant(at),
    ...(leaves
      ? { left_reason: 'no-time' }
      : {
          served_at: instant(servedMs),
          served_by: staff,
          waited_ms: waitedMs,
          duration_ms: endedMs - servedMs,
          ...(inTime ? {} : { breach_reason: oneOf(`${name} breach`, ['busy', 'alone', 'long-service']) }),
        }),
  };
  const asked: RowData = {
    visit_id: id,
    service,
    ...(leaves ? {} : { started_at: instant(servedMs), ended_at: instant(endedMs), staff_id: staff }),
  };
  return [
    { t: 'visit', id, v: 3, at, tx: no, d: visit },
    { t: 'visit_service', id: rowId(cameMs, `${name} service`), v: 2, at, tx: no, d: asked },
  ];
}

/** A journal entry for each visit among these rows, continuing the chain after `before`. */
export function journalRows(rows: DemoRow[], before: { seq: number; hash: string }): DemoRow[] {
  let { seq, hash } = before;
  return rows
    .filter(row => row.t === 'visit')
    .map(({ id, at, tx }) => {
      const previous = hash;
      seq += 1;
      hash = sha256(`${previous}/${id}`).toString('hex');
      const d: RowData = {
        seq,
        at: instant(at),
        door: 'staff',
        what: 'visit.closed',
        visit_id: id,
        previous,
        hash,
      };
      return { t: 'journal', id: journalId(instant(at), hash), v: 1, at, tx, d };
    });
}
