import { useQuery } from '@tanstack/react-query';
import { Copy, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { isLate } from '../../../src-main/photocopies/rules.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { photocopyWords as words } from '../../words/staff-reading.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { openPanel } from '../panel.ts';
import { readingReads, type FormRow } from '../reading/reading-reads.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { useTick } from '../../desk/use-tick.ts';
import '../reading/reading.css';

type Shown = 'all' | 'open' | 'ended';

/** Every photocopy form that is open, and all of today's. */
export function PhotocopiesPage() {
  const { say } = useWords();
  const query = useQuery(readingReads.forms());
  const [shown, setShown] = useState<Shown>('all');
  const columns = useColumns();
  const { field, rows: matching } = useNarrowed(query.data ?? [], row =>
    [row.number, row.visitNumber, ...row.titles.map(one => one.title)].join(' '),
  );
  const rows = matching.filter(row => shown === 'all' || (row.endedAt === null) === (shown === 'open'));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          <p>{say(words.lead)}</p>
        </div>
        <ChipChoice
          label={say(words.filter)}
          labelHidden
          size="small"
          value={shown}
          onPick={setShown}
          options={[
            { value: 'all', label: say(words.all) },
            { value: 'open', label: say(words.openOnes) },
            { value: 'ended', label: say(words.ended) },
          ]}
        />
      </header>
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.length === 0 ? (
        <EmptyState icon={Copy} title={say(words.none)}>
          {say(words.noneText)}
        </EmptyState>
      ) : (
        <div className="stack">
          {field}
          <DataTable
            label={say(words.title)}
            columns={columns}
            rows={rows}
            nothing={say(matching.length === 0 ? frame.nothingMatches : words.noneFilter)}
            rowKey={row => row.id}
            sorted={{ key: 'requested', down: true }}
            onOpen={row => openPanel({ kind: 'photocopy', photocopyId: row.id })}
            openLabel={row => say(words.open, { number: row.number })}
          />
        </div>
      )}
    </>
  );
}

function useColumns(): Column<FormRow>[] {
  const { say, clock, number } = useWords();
  return [
    {
      key: 'number',
      title: say(words.number),
      oneLine: true,
      cell: row => <strong className="numbers">{row.number}</strong>,
      by: row => row.requestedAt,
    },
    {
      key: 'visit',
      yields: 2,
      title: say(words.visit),
      oneLine: true,
      cell: row => row.visitNumber,
      by: row => row.visitNumber,
    },
    {
      key: 'titles',
      title: say(words.titles),
      cell: row => row.titles.map(title => title.title).join(' · '),
      by: row => row.titles[0]?.title ?? '',
    },
    {
      key: 'sheets',
      yields: 1,
      title: say(words.sheets),
      numeric: true,
      cell: row => number(row.sheets),
      by: row => row.sheets,
    },
    {
      key: 'requested',
      yields: 3,
      title: say(words.since),
      oneLine: true,
      cell: row => clock(row.requestedAt),
      by: row => row.requestedAt,
    },
    {
      key: 'state',
      title: say(words.state),
      cell: row => <FormState form={row} />,
      by: row => say(words.states[row.state]),
    },
  ];
}

/** The state of a form; how long it is out, and whether that is too long. */
export function FormState({ form }: { form: Pick<FormRow, 'state' | 'outAt'> }) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const now = useTick();
  const word = say(words.states[form.state]);
  if (form.outAt === null || (form.state !== 'out' && form.state !== 'copied')) return word;
  const minutes = Math.max(0, Math.floor((now - Date.parse(form.outAt)) / 60_000));
  if (office && isLate(form.outAt, new Date(now), office.photocopy.outMinutes))
    return (
      <span className="tag tag-red tag-lines numbers">
        <TriangleAlert size={14} aria-hidden />
        {say(words.late, { minutes })}
      </span>
    );
  return <span className="numbers">{`${word} · ${say(words.outFor, { minutes })}`}</span>;
}
