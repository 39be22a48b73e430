/** Lists that leave headquarters as files. Whoever takes one is on record. */
import { readAudit } from '../accounts/audit-store.ts';
import type { Central } from '../central.ts';
import { record, write } from '../database/write.ts';
import { daysOf, listOffices } from '../offices/store.ts';
import type { OfficeSearch } from '../offices/schema.ts';
import type { RequestSearch } from '../requests/schema.ts';
import { listRequests } from '../requests/store.ts';
import type { Table } from './table.ts';

const mostOffices = 5_000;
const mostEntries = 20_000;
const mostRequests = 20_000;

const instant = (at: Date | null) => at?.toISOString() ?? null;
const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((1_000 * part) / whole) / 10;

export async function officesTable(central: Central, asked: OfficeSearch): Promise<Table> {
  const { rows } = await listOffices(central, { ...asked, page: 0 }, mostOffices);
  return {
    title: 'Kantor',
    columns: [
      'Kode',
      'Kantor',
      'Keadaan',
      'Stasiun',
      'Terakhir terlihat (UTC)',
      'Tunggakan baris',
      'Baris menunggu perbaikan',
      'Celah jurnal',
      'Versi',
      'Kunjungan 30 hari',
      'Terlayani',
      'Tepat janji',
      'Tepat janji (%)',
      'Diperiksa (UTC)',
    ],
    rows: rows.map(one => [
      one.office,
      one.name,
      one.state,
      one.stations,
      instant(one.seenAt),
      one.backlog,
      one.parked,
      one.gaps,
      one.version,
      one.visits,
      one.served,
      one.within,
      percent(one.within, one.served),
      instant(one.provedAt),
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
    title: `Hari ${office}`,
    columns: [
      'Hari',
      'Kunjungan',
      'Orang',
      'Terlayani',
      'Tepat janji',
      'Tepat janji (%)',
      'Pergi sebelum dilayani',
      'Rata-rata menunggu (detik)',
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
    title: 'Permintaan',
    columns: [
      'Permintaan',
      'Jenis',
      'Kode',
      'Kantor',
      'Keadaan',
      'Sejak (UTC)',
      'Alasan',
      'Jawaban',
      'Diharapkan',
      'Dibuat (UTC)',
      'Oleh',
    ],
    rows: rows.map(one => [
      one.title,
      one.kind,
      one.office,
      one.name,
      one.state,
      instant(one.since),
      one.reason,
      one.answers,
      one.due,
      instant(one.madeAt),
      one.madeBy,
    ]),
  };
}

export async function auditTable(central: Central, asked: { text: string; office: string }): Promise<Table> {
  const { rows } = await readAudit(central.db, asked, mostEntries);
  return {
    title: 'Audit',
    columns: ['Waktu (UTC)', 'Siapa', 'Apa', 'Kantor', 'Rincian'],
    rows: rows.map(one => [one.at.toISOString(), one.actor, one.what, one.office, JSON.stringify(one.data)]),
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
