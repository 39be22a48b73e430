/** A list as a file, in words: CSV as spreadsheets here read it, or an Excel workbook. */
import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import writeExcelFile from 'write-excel-file/node';
import type { Sentence } from '../wire/sentence-schema.ts';

export const formats = ['csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** Who reads the file: its words are in this language. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** `day`: YYYY-MM-DD. `moment`: an instant, told in headquarters' zone, for a spreadsheet knows none. */
export type Cell = string | number | Date | null | Sentence;
export interface Column {
  title: Sentence;
  kind?: 'day' | 'moment';
}

export interface Table {
  title: Sentence;
  columns: Column[];
  rows: Cell[][];
}

export const zone = 'Asia/Jakarta';

const media: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function fileOf(
  table: Table,
  format: Format,
  language: Language,
): Promise<{ body: Buffer; type: string }> {
  const body = format === 'csv' ? csvOf(table, language) : await workbookOf(table, language);
  return { body, type: media[format] };
}

const isWord = (cell: Cell): cell is Sentence =>
  cell !== null && typeof cell === 'object' && !(cell instanceof Date);

/**
 * Semicolons and a comma before decimals, in both languages: the computer reads the file, and computers of the
 * statistics offices are set to Indonesian. No `sep=` line: Excel then takes no heed of the mark of UTF-8, and every
 * other program takes it for data. What a spreadsheet would compute is marked as text, for a name may come from outside.
 */
function csvOf({ columns, rows }: Table, language: Language): Buffer {
  const textOf = (cell: Cell): string => {
    if (cell === null) return '';
    if (isWord(cell)) return cell[language];
    if (cell instanceof Date) return DateTime.fromJSDate(cell, { zone }).toFormat('yyyy-MM-dd HH:mm');
    return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
  };
  const titles = columns.map(({ title }) => title[language]);
  const records = [titles, ...rows.map(row => row.map(textOf))];
  return Buffer.from(
    stringify(records, { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true }),
  );
}

const formatOf = { day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm' };

function workbookOf({ title, columns, rows }: Table, language: Language): Promise<Buffer> {
  const titles = columns.map(one => one.title[language]);
  const cells = rows.map(row =>
    row.map((cell, at) => {
      const kind = columns[at]!.kind;
      if (cell === null) return null;
      if (kind) return { value: wallTime(cell as string | Date), type: Date, format: formatOf[kind] };
      return { value: isWord(cell) ? cell[language] : cell };
    }),
  );
  const lengthOf = (at: number) => (row: (typeof cells)[number]) =>
    row[at] ? (row[at].format ?? String(row[at].value)).length : 0;
  const widths = titles.map((name, at) =>
    Math.min(60, 2 + Math.max(name.length, ...cells.slice(0, 200).map(lengthOf(at)))),
  );
  return writeExcelFile([titles.map(value => ({ value, fontWeight: 'bold' as const })), ...cells], {
    sheet: title[language].slice(0, 31),
    columns: widths.map(width => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/** A workbook holds what the clock on the wall shows; it is handed in as if that were UTC. */
function wallTime(cell: string | Date): Date {
  if (typeof cell === 'string') return new Date(`${cell}T00:00:00Z`);
  return DateTime.fromJSDate(cell, { zone }).setZone('utc', { keepLocalTime: true }).toJSDate();
}
