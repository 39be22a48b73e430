import { useQuery } from '@tanstack/react-query';
import { BookCheck, BookOpen } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { useParams } from 'wouter';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { readingWords as words } from '../../words/staff-reading.ts';
import { useWords, type Sentence } from '../../words.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { SectionNav } from '../frame/SectionNav.tsx';
import { openPanel } from '../panel.ts';
import { readingReads, type StillOut, type TitleUse } from './reading-reads.ts';
import './reading.css';

const sections: { key: string; word: Sentence; screen: ComponentType }[] = [
  { key: 'out', word: words.out, screen: OutSection },
  { key: 'use', word: words.use, screen: UseSection },
];

/** Which copies are off their shelves, and which titles are used. */
export function ReadingPage() {
  const { say } = useWords();
  const { section } = useParams<{ section?: string }>();
  const here = sections.find(one => one.key === section) ?? sections[0]!;
  const Screen = here.screen;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          <p>{say(words.lead)}</p>
        </div>
        <SectionNav label={say(words.sections)} page="/reading" sections={sections} here={here.key} />
      </header>
      <Screen />
    </>
  );
}

function OutSection() {
  const { say, day, clock } = useWords();
  const query = useQuery(readingReads.out());
  const { field, rows } = useNarrowed(query.data ?? [], row =>
    [row.title, row.code, row.shelf, row.visitNumber, row.photocopyNumber].join(' '),
  );
  if (!query.data) return <PageState query={query} />;
  if (query.data.length === 0)
    return (
      <EmptyState icon={BookCheck} title={say(words.outNone)}>
        {say(words.outNoneText)}
      </EmptyState>
    );
  const columns: Column<StillOut>[] = [
    { key: 'title', title: say(words.publication), cell: row => row.title, by: row => row.title },
    {
      key: 'code',
      yields: 2,
      title: say(words.code),
      oneLine: true,
      cell: row => row.code,
      by: row => row.code,
    },
    {
      key: 'shelf',
      yields: 1,
      title: say(words.shelf),
      oneLine: true,
      cell: row => row.shelf ?? '–',
      by: row => row.shelf ?? '',
    },
    {
      key: 'with',
      title: say(words.with),
      oneLine: true,
      cell: row =>
        row.photocopyNumber
          ? `${row.visitNumber} · ${say(words.coop, { number: row.photocopyNumber })}`
          : row.visitNumber,
      by: row => row.visitNumber,
    },
    {
      key: 'since',
      yields: 3,
      title: say(words.since),
      oneLine: true,
      cell: row =>
        day(row.takenAt) === day(new Date())
          ? clock(row.takenAt)
          : `${day(row.takenAt)}, ${clock(row.takenAt)}`,
      by: row => row.takenAt,
    },
  ];
  return (
    <div className="stack">
      {field}
      <DataTable
        label={say(words.out)}
        columns={columns}
        rows={rows}
        nothing={say(frame.nothingMatches)}
        rowKey={row => row.id}
        sorted={{ key: 'since', down: false }}
        onOpen={row =>
          openPanel(
            row.photocopyId
              ? { kind: 'photocopy', photocopyId: row.photocopyId }
              : { kind: 'copy', code: row.code },
          )
        }
        openLabel={row => say(words.open, { title: row.title })}
      />
    </div>
  );
}

function UseSection() {
  const { say, number } = useWords();
  const [span, setSpan] = useState({ from: '', to: '' });
  const query = useQuery(readingReads.use(span.from, span.to));
  const { field, rows } = useNarrowed(query.data?.titles ?? [], row => `${row.title} ${row.year ?? ''}`);
  const count = (
    key: 'read' | 'copied' | 'pages' | 'given' | 'wanted',
    title: Sentence,
    yields?: number,
  ): Column<TitleUse> => ({
    key,
    yields,
    title: say(title),
    numeric: true,
    cell: row => number(row[key]),
    by: row => row[key],
  });
  return (
    <div className="stack">
      <div className="reading-span">
        {field}
        <TextField
          label={say(words.from)}
          type="date"
          value={span.from || (query.data?.from ?? '')}
          onText={from => setSpan({ ...span, from })}
        />
        <TextField
          label={say(words.to)}
          type="date"
          value={span.to || (query.data?.to ?? '')}
          onText={to => setSpan({ ...span, to })}
        />
      </div>
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.titles.length === 0 ? (
        <EmptyState icon={BookOpen} title={say(words.unused)}>
          {say(words.unusedText)}
        </EmptyState>
      ) : rows.length === 0 ? (
        <p className="soft">{say(frame.nothingMatches)}</p>
      ) : (
        <DataTable
          label={say(words.use)}
          rows={rows}
          rowKey={row => row.publicationId}
          sorted={{ key: 'read', down: true }}
          onOpen={row => openPanel({ kind: 'publication', id: row.publicationId })}
          openLabel={row => say(words.open, { title: row.title })}
          columns={[
            { key: 'title', title: say(words.publication), cell: row => row.title, by: row => row.title },
            {
              key: 'year',
              yields: 1,
              title: say(words.year),
              numeric: true,
              cell: row => row.year ?? '–',
              by: row => row.year ?? 0,
            },
            count('read', words.timesRead),
            count('copied', words.timesCopied, 5),
            count('pages', words.pagesCopied, 2),
            count('given', words.timesGiven, 3),
            count('wanted', words.timesWanted, 4),
          ]}
        />
      )}
    </div>
  );
}
