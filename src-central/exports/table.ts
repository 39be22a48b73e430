/** A list as a file: CSV as spreadsheets here read it, or an Excel workbook. */
import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';

export const formats = ['csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export interface Table {
  title: string;
  columns: string[];
  rows: (string | number | null)[][];
}

const media: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function fileOf(table: Table, format: Format): Promise<{ body: Buffer; type: string }> {
  const body = format === 'csv' ? csvOf(table) : await workbookOf(table);
  return { body, type: media[format] };
}

/** What a spreadsheet would compute is marked as text, for a name may come from outside. */
function csvOf({ columns, rows }: Table): Buffer {
  return Buffer.from(stringify([columns, ...rows], { bom: true, escape_formulas: true }));
}

function workbookOf({ title, columns, rows }: Table): Promise<Buffer> {
  const widths = columns.map((name, at) =>
    Math.min(60, 2 + Math.max(name.length, ...rows.slice(0, 200).map(row => String(row[at] ?? '').length))),
  );
  return writeExcelFile(
    [
      columns.map(value => ({ value, fontWeight: 'bold' as const })),
      ...rows.map(row => row.map(value => (value === null ? null : { value }))),
    ],
    { sheet: title.slice(0, 31), columns: widths.map(width => ({ width })), stickyRowsCount: 1 },
  ).toBuffer();
}
