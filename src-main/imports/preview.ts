import { completed } from '../catalogue/rules.ts';
import { cellsOf, columnsFor, type ImportFile } from './files.ts';
import { guessColumns, plainText, readRow } from './rules.ts';
import type { Columns } from './schema.ts';

const rowsShown = 20;

/** The first rows as they are in the file and as they would be stored, and which columns were understood. */
export async function previewFile(file: ImportFile, chosen: Columns | undefined) {
  const rows: Record<string, unknown>[] = [];
  for await (const row of file.rows()) {
    if (rows.push(row) === rowsShown) break;
  }
  const header = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const columns = chosen ?? guessColumns(header);
  const understood = Object.values(columns).includes('title');
  return {
    kind: file.kind,
    bytes: file.bytes,
    columns: header.map(name => ({
      name,
      field: columns[name] ?? null,
      sample: rows.map(row => plainText(row[name])?.slice(0, 80)).find(Boolean) ?? null,
    })),
    understood,
    rows: understood
      ? rows.map((row, at) => {
          const { fields, misfits } = readRow(at + 1, cellsOf(row, columnsFor(header, columns)));
          return { row: at + 1, publication: fields && completed(fields), misfits };
        })
      : [],
  };
}
