/** Lists that leave headquarters as files. Whoever takes one is on record. */
import { readAudit } from '../accounts/audit-store.ts';
import { tellActor, tellEntry } from '../audit/schema.ts';
import type { Central } from '../central.ts';
import type { ConsentSearch } from '../consents/schema.ts';
import { takePeople } from '../consents/store.ts';
import { record, write, type Actor } from '../database/write.ts';
import { daysOf, listOffices } from '../offices/store.ts';
import { officeStateWords, type OfficeSearch } from '../offices/schema.ts';
import { requestStateWords, type RequestSearch } from '../requests/schema.ts';
import { listRequests } from '../requests/store.ts';
import { refusalWords, requestKindWords } from '../wire/feed-schema.ts';
import type { Column, Table } from './table.ts';

const mostOffices = 5_000;
const mostEntries = 20_000;
const mostRequests = 20_000;

const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((1_000 * part) / whole) / 10;

const column = (id: string, en: string, kind?: Column['kind']): Column => ({ title: { id, en }, kind });

export async function officesTable(central: Central, asked: OfficeSearch): Promise<Table> {
  const { rows } = await listOffices(central, { ...asked, page: 0 }, mostOffices);
  return {
    title: { id: 'Kantor', en: 'Offices' },
    columns: [
      column('Kode', 'Code'),
      column('Kantor', 'Office'),
      column('Keadaan', 'State'),
      column('Stasiun', 'Stations'),
      column('Terakhir terlihat (WIB)', 'Last seen (WIB)', 'moment'),
      column('Tunggakan baris', 'Rows waiting to be sent'),
      column('Baris menunggu perbaikan', 'Rows waiting for repair'),
      column('Celah jurnal', 'Gaps in the journal'),
      column('Versi', 'Version'),
      column('Kunjungan 30 hari', 'Visits, 30 days'),
      column('Terlayani', 'Served'),
      column('Tepat janji', 'Within the promise'),
      column('Tepat janji (%)', 'Within the promise (%)'),
      column('Diperiksa (WIB)', 'Verified (WIB)', 'moment'),
    ],
    rows: rows.map(one => [
      one.office,
      one.name,
      officeStateWords[one.state],
      one.stations,
      one.seenAt,
      one.backlog,
      one.parked,
      one.gaps,
      one.version,
      one.visits,
      one.served,
      one.within,
      percent(one.within, one.served),
      one.provedAt,
    ]),
  };
}

export async function daysTable(
  central: Central,
  office: string,
  span: { from: string; to: string },
): Promise<Table> {
  const days = await daysOf(central, office, span);
  return {
    title: { id: `Hari ${office}`, en: `Days ${office}` },
    columns: [
      column('Hari', 'Day', 'day'),
      column('Kunjungan', 'Visits'),
      column('Orang', 'People'),
      column('Terlayani', 'Served'),
      column('Tepat janji', 'Within the promise'),
      column('Tepat janji (%)', 'Within the promise (%)'),
      column('Pergi sebelum dilayani', 'Left before being served'),
      column('Rata-rata menunggu (detik)', 'Average wait (seconds)'),
    ],
    rows: days.map(one => [
      one.day,
      one.visits,
      one.people,
      one.served,
      one.within,
      percent(one.within, one.served),
      one.leftEarly,
      one.served === 0 ? null : Math.round(one.waitedMs / one.served / 1_000),
    ]),
  };
}

export async function requestsTable(central: Central, asked: RequestSearch): Promise<Table> {
  const { rows } = await listRequests(central, { ...asked, page: 0 }, mostRequests);
  return {
    title: { id: 'Permintaan', en: 'Requests' },
    columns: [
      column('Permintaan', 'Request'),
      column('Jenis', 'Kind'),
      column('Kode', 'Code'),
      column('Kantor', 'Office'),
      column('Keadaan', 'State'),
      column('Sejak (WIB)', 'Since (WIB)', 'moment'),
      column('Alasan', 'Reason'),
      column('Jawaban', 'Answers'),
      column('Diharapkan', 'Hoped for by', 'day'),
      column('Dibuat (WIB)', 'Made (WIB)', 'moment'),
      column('Oleh', 'By'),
    ],
    rows: rows.map(one => [
      one.title,
      requestKindWords[one.kind],
      one.office,
      one.name,
      requestStateWords[one.state],
      one.since,
      one.state === 'taken-back' ? one.takenBackReason : one.reason && refusalWords[one.reason],
      one.answers,
      one.due,
      one.madeAt,
      tellActor(one.madeBy),
    ]),
  };
}

/** The one list with names in it; its audit line is written where it is read. */
export async function consentsTable(central: Central, asked: ConsentSearch, by: Actor): Promise<Table> {
  const people = await takePeople(central, asked, by);
  return {
    title: { id: 'Bersedia diundang', en: 'Who may be invited' },
    columns: [
      column('Kode', 'Code'),
      column('Kantor', 'Office'),
      column('Nama', 'Name'),
      column('Telepon', 'Phone'),
      column('Email', 'E-mail'),
      column('Hapus setelah', 'Erase after', 'day'),
    ],
    rows: people.map(one => [
      one.office,
      one.officeName,
      one.name,
      one.phone && dialled(one.phone),
      one.email,
      one.until,
    ]),
  };
}

/** As people write it here, and with dashes, or a spreadsheet takes the 0 in front away. */
const dialled = (e164: string) => e164.replace(/^\+62(\d{3})(\d{4})(\d+)$/, '0$1-$2-$3');

export async function auditTable(central: Central, asked: { text: string; office: string }): Promise<Table> {
  const { rows } = await readAudit(central.db, asked, mostEntries);
  return {
    title: { id: 'Audit', en: 'Audit' },
    columns: [
      column('Waktu (WIB)', 'Time (WIB)', 'moment'),
      column('Siapa', 'Who'),
      column('Apa', 'What'),
      column('Kantor', 'Office'),
      column('Kode catatan', 'Code of the entry'),
      column('Rincian (JSON)', 'Details (JSON)'),
    ],
    rows: rows.map(one => [
      one.at,
      tellActor(one.actor),
      tellEntry(one),
      one.office,
      one.what,
      JSON.stringify(one.data),
    ]),
  };
}

export function recordExport(
  central: Central,
  by: string,
  what: string,
  rows: number,
  office?: string,
): Promise<void> {
  return write(central, tx =>
    record(tx, { at: central.now(), actor: by, what: 'list.exported', office, data: { list: what, rows } }),
  );
}
