import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useFittingColumns } from './fitting-columns.ts';
import './data-table.css';

export interface Column<Row> {
  key: string;
  title: string;
  /** The title is said but not shown, as over a column of buttons. */
  titleHidden?: boolean;
  /** Stands in the heading in place of the title, such as a box that ticks every row. */
  head?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** What it is sorted by; a column without it is not sortable. */
  by?: (row: Row) => string | number;
  /** Sortable where the rows are sorted by whoever sends them (`order`). */
  orders?: boolean;
  numeric?: boolean;
  /** Keeps a short text such as a date in one line. */
  oneLine?: boolean;
  /**
   * Left out where the table is too narrow for all columns, the lowest number first. Only for what is also said where a
   * row opens, or can be done without.
   */
  yields?: number;
}

interface Props<Row> {
  /** Read out as the name of the table. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  /** Said in place of the table where there are no rows. */
  nothing?: string;
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  openLabel?: (row: Row) => string;
  sorted?: Sorted;
  /** Rows come sorted, page by page: how, and what to do when another order is asked for. */
  order?: Sorted & { onOrder: (next: Sorted) => void };
}

export interface Sorted {
  key: string;
  down: boolean;
}

/** Rows under sortable headings. A row that opens has a button in its first cell, so that Tab and Enter reach it. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  nothing,
  rowKey,
  onOpen,
  openLabel,
  sorted,
  order,
}: Props<Row>) {
  const { frame, fitting } = useFittingColumns(columns);
  const [own, setOwn] = useState(sorted ?? null);
  const sort = order ?? own;
  const setSort = order?.onOrder ?? setOwn;
  const column = order ? undefined : columns.find(one => one.key === sort?.key);
  const shown =
    column?.by && sort ? [...rows].sort((a, b) => compare(column.by!(a), column.by!(b), sort.down)) : rows;
  if (nothing !== undefined && rows.length === 0) return <p className="soft">{nothing}</p>;
  return (
    <div className="table-frame" ref={frame}>
      <table className="table">
        <caption className="said-only">{label}</caption>
        <thead>
          <tr>
            {fitting.map(one => (
              <Heading
                key={one.key}
                column={one}
                order={sort?.key === one.key ? (sort.down ? 'descending' : 'ascending') : undefined}
                onSort={() => setSort({ key: one.key, down: sort?.key === one.key ? !sort.down : false })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr
              key={rowKey(row)}
              className={onOpen ? 'table-opens' : undefined}
              onClick={event => {
                if (!isControl(event.target)) onOpen?.(row);
              }}
            >
              {fitting.map((one, index) => (
                <td
                  key={one.key}
                  className={one.numeric ? 'table-number' : one.oneLine ? 'table-one-line' : undefined}
                >
                  {index === 0 && onOpen ? (
                    <button type="button" className="table-open" aria-label={openLabel?.(row)}>
                      {one.cell(row)}
                    </button>
                  ) : (
                    one.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A box to tick in a row does not open the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('label, input, select, a') !== null;
}

interface HeadingProps<Row> {
  column: Column<Row>;
  order: 'ascending' | 'descending' | undefined;
  onSort: () => void;
}

function Heading<Row>({ column, order, onSort }: HeadingProps<Row>) {
  const Icon = order === 'ascending' ? ArrowUp : order === 'descending' ? ArrowDown : ArrowUpDown;
  return (
    <th scope="col" aria-sort={order} className={column.numeric ? 'table-number' : undefined}>
      {column.head ??
        (column.by || column.orders ? (
          <button type="button" className="table-sort" onClick={onSort}>
            {column.title}
            <Icon size={14} aria-hidden />
          </button>
        ) : column.titleHidden ? (
          <span className="said-only">{column.title}</span>
        ) : (
          column.title
        ))}
    </th>
  );
}

function compare(a: string | number, b: string | number, down: boolean): number {
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'id', { numeric: true });
  return down ? -order : order;
}
