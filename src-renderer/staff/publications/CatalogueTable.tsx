import { FileText } from 'lucide-react';
import { coverPath } from '../../paths.ts';
import { BookCover } from '../../ui/BookCover.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import type { Found } from './publication-reads.ts';

interface Props {
  rows: Found[];
  /** Ids of the publications that were chosen, each with how many copies it has. */
  picked: ReadonlyMap<string, number>;
  onPick: (picked: ReadonlyMap<string, number>) => void;
}

export function CatalogueTable({ rows, picked, onPick }: Props) {
  const { say } = useWords();
  const toggle = (row: Found) => {
    const next = new Map(picked);
    if (!next.delete(row.id)) next.set(row.id, row.copies);
    onPick(next);
  };
  const columns = useColumns(picked, toggle);
  return (
    <DataTable
      label={say(words.title)}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      onOpen={row => openPanel({ kind: 'publication', id: row.id })}
    />
  );
}

function useColumns(picked: Props['picked'], toggle: (row: Found) => void): Column<Found>[] {
  const { say, number } = useWords();
  return [
    {
      key: 'title',
      title: say(words.columnTitle),
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
    { key: 'year', title: say(words.year), cell: row => row.year ?? '–' },
    { key: 'area', title: say(words.area), cell: row => row.areaName ?? '–' },
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
      title: say(words.softcopy),
      cell: row => (row.hasPdf ? <FileText size={18} role="img" aria-label={say(words.softcopy)} /> : ''),
    },
    {
      key: 'pick',
      title: say(words.pickColumn),
      titleHidden: true,
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
