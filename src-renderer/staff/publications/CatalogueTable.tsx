import { FileText } from 'lucide-react';
import { coverPath } from '../../paths.ts';
import { BookCover } from '../../ui/BookCover.tsx';
import { DataTable, type Column, type Sorted } from '../../ui/DataTable.tsx';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import type { Found, Order } from './publication-reads.ts';

interface Props {
  rows: Found[];
  /** Ids of the publications that were chosen, each with how many copies it has. */
  picked: ReadonlyMap<string, number>;
  onPick: (picked: ReadonlyMap<string, number>) => void;
  order: Order;
  onOrder: (order: Order) => void;
}

/** Where an order shows in the headings; by relevance in none of them. */
const headed: Record<Order, Sorted> = {
  relevance: { key: '', down: false },
  newest: { key: 'year', down: true },
  oldest: { key: 'year', down: false },
  title: { key: 'title', down: false },
};

export function CatalogueTable({ rows, picked, onPick, order, onOrder }: Props) {
  const { say } = useWords();
  const toggle = (row: Found) => {
    const next = new Map(picked);
    if (!next.delete(row.id)) next.set(row.id, row.copies);
    onPick(next);
  };
  const all = rows.every(row => picked.has(row.id));
  const toggleAll = () => {
    const next = new Map(picked);
    for (const row of rows) {
      if (all) next.delete(row.id);
      else next.set(row.id, row.copies);
    }
    onPick(next);
  };
  const columns = useColumns(picked, toggle, { all, toggleAll });
  return (
    <DataTable
      label={say(words.title)}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      order={{
        ...headed[order],
        onOrder: ({ key }) => {
          if (key === 'title') onOrder(order === 'title' ? 'relevance' : 'title');
          else onOrder(order === 'newest' ? 'oldest' : 'newest');
        },
      }}
      onOpen={row => openPanel({ kind: 'publication', id: row.id })}
    />
  );
}

function useColumns(
  picked: Props['picked'],
  toggle: (row: Found) => void,
  every: { all: boolean; toggleAll: () => void },
): Column<Found>[] {
  const { say, number } = useWords();
  return [
    {
      key: 'title',
      title: say(words.columnTitle),
      orders: true,
      cell: row => (
        <span className="catalogue-title">
          <BookCover
            size="small"
            title={row.title}
            year={row.year}
            src={row.hasCover ? coverPath(row.id) : null}
          />
          <span>
            {row.title}
            <small className="soft">
              {[
                row.kind && say(wordOf(kindWords, row.kind)),
                row.subject && say(wordOf(subjectWords, row.subject)),
                row.catalogueNumber,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        </span>
      ),
    },
    { key: 'year', yields: 3, title: say(words.year), orders: true, cell: row => row.year ?? '–' },
    { key: 'area', yields: 2, title: say(words.area), cell: row => row.areaName ?? '–' },
    {
      key: 'copies',
      oneLine: true,
      title: say(words.columnCopies),
      cell: row =>
        row.copies === 0 ? (
          <span className="soft">–</span>
        ) : (
          say(words.copyCount, { usable: number(row.usableCopies), copies: number(row.copies) })
        ),
    },
    {
      key: 'pdf',
      yields: 1,
      title: say(words.softcopy),
      cell: row => (row.hasPdf ? <FileText size={18} role="img" aria-label={say(words.softcopy)} /> : ''),
    },
    {
      key: 'pick',
      title: say(words.pickColumn),
      head: (
        <label className="catalogue-pick">
          <input
            type="checkbox"
            aria-label={say(words.pickAll)}
            checked={every.all}
            onChange={every.toggleAll}
          />
        </label>
      ),
      cell: row => (
        <label className="catalogue-pick">
          <input
            type="checkbox"
            aria-label={say(words.pick, { title: row.title })}
            checked={picked.has(row.id)}
            onChange={() => toggle(row)}
          />
        </label>
      ),
    },
  ];
}
