import { TriangleAlert } from 'lucide-react';
import type { ImportField, Misfit } from '../../../src-main/imports/schema.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { importWords as words } from '../../words/staff-imports.ts';
import { publicationWords } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import type { Preview } from './import-reads.ts';

type Row = Preview['rows'][number];

/** The first rows of a file as they would be stored, and what of them does not fit. */
export function PreviewTable({ rows }: { rows: Row[] }) {
  const { say } = useWords();
  const columns = useColumns();
  return (
    <section className="stack" aria-label={say(words.preview)}>
      <p>
        <strong>{say(words.preview)}</strong>{' '}
        <span className="soft">{say(words.previewLead, { n: rows.length })}</span>
      </p>
      <DataTable label={say(words.preview)} columns={columns} rows={rows} rowKey={row => String(row.row)} />
    </section>
  );
}

function useColumns(): Column<Row>[] {
  const { say } = useWords();
  return [
    { key: 'row', title: say(words.row), numeric: true, cell: row => row.row },
    {
      key: 'title',
      title: say(words.asTitle),
      cell: row => row.publication?.title ?? <span className="tag tag-orange">{say(words.leftOut)}</span>,
    },
    { key: 'year', title: say(publicationWords.year), cell: row => row.publication?.year ?? '–' },
    {
      key: 'area',
      title: say(publicationWords.area),
      cell: row => row.publication?.areaName ?? row.publication?.areaCode ?? '–',
    },
    {
      key: 'numbers',
      title: say(publicationWords.columnNumbers),
      oneLine: true,
      cell: row => row.publication?.catalogueNumber ?? row.publication?.publicationNumber ?? '–',
    },
    {
      key: 'problems',
      title: say(words.problems),
      cell: row =>
        row.misfits.length > 0 && (
          <ul className="misfits">
            {row.misfits.map(misfit => (
              <li key={misfit.field}>
                <TriangleAlert size={14} aria-hidden />
                <MisfitText misfit={misfit} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
}

export function MisfitText({
  misfit,
}: {
  misfit: Pick<Misfit, 'excerpt'> & { field: string; rule: string };
}) {
  const { say } = useWords();
  const field = misfit.field as ImportField;
  const name = field === 'pubId' ? words.pubId : publicationWords.fields[field];
  return (
    <span>
      {name ? say(name) : misfit.field}: {say(words.rules[misfit.rule as Misfit['rule']])}
      {misfit.excerpt && <q>{misfit.excerpt}</q>}
    </span>
  );
}
