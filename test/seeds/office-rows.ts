/** Rows as a station hands them in, with what each table cannot do without. */
import { v7 as uuid } from 'uuid';
import type { WireRow } from '../../src-central/wire/schema.ts';
import type { RowData } from '../../src-central/wire/tables-schema.ts';

type Row = Pick<WireRow, 't' | 'id' | 'v' | 'at' | 'tx' | 'd'>;

const at = '2026-11-23T02:00:00.000Z';

export function visitRow(count: number, data: RowData = {}): Row {
  const d = {
    seq: Date.parse(at) * 1_000 + count,
    code: `V${count}`,
    submission_id: `s-${count}`,
    kind: 'single',
    on_day: '2026-11-23',
    letter: 'P',
    count,
    language: 'id',
    men: 0,
    women: 0,
    entry: 'kiosk',
    state: 'waiting',
    state_at: at,
    submitted_at: at,
    boot: '0192f0c0-0000-7000-8000-0000000000b0',
    submitted_mono_ms: 1_000,
    promise_ms: 300_000,
    ...data,
  };
  return { t: 'visit', id: uuid(), v: 1, at: Date.parse(at), tx: count, d };
}

export function serviceRow(visitId: string, data: RowData = {}): Row {
  return {
    t: 'visit_service',
    id: uuid(),
    v: 1,
    at: Date.parse(at),
    tx: 1,
    d: { visit_id: visitId, service: 'reading', ...data },
  };
}

/** The same row, changed once more. */
export function changed(row: Row, data: RowData): Row {
  return { ...row, v: row.v + 1, d: { ...row.d, ...data } };
}
