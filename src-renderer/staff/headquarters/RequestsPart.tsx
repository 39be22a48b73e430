import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requestKindWords } from '../../../src-central/wire/feed-schema.ts';
import { frame } from '../../words/staff-frame.ts';
import { hqWords as words, requestStateWords } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import { hqReads, type HqRequest } from './headquarters-reads.ts';
import { RequestTag } from './RequestTag.tsx';
import './headquarters.css';

const shows = ['open', 'all'] as const;

/** What headquarters asks: what waits for an answer first. */
export function RequestsPart() {
  const { say } = useWords();
  const query = useQuery(hqReads.requests());
  const [shown, setShown] = useState<(typeof shows)[number]>('open');
  const columns = useColumns();
  const { field, rows: matching } = useNarrowed(query.data ?? [], row =>
    [row.title, row.text, say(requestKindWords[row.kind]), say(requestStateWords[row.state])].join(' '),
  );
  if (!query.data) return <PageState query={query} />;
  if (query.data.length === 0)
    return (
      <EmptyState icon={Inbox} title={say(words.noRequests)}>
        {say(words.noRequestsText)}
      </EmptyState>
    );
  return (
    <div className="stack">
      <div className="row">
        {field}
        <ChipChoice
          label={say(words.filter)}
          labelHidden
          size="small"
          value={shown}
          onPick={setShown}
          options={shows.map(value => ({ value, label: say(words.filters[value]) }))}
        />
      </div>
      <DataTable
        label={say(words.requests)}
        columns={columns}
        rows={shown === 'all' ? matching : matching.filter(row => row.open)}
        nothing={say(matching.length === 0 ? frame.nothingMatches : words.noneOpen)}
        rowKey={row => row.id}
        sorted={{ key: 'received', down: true }}
        onOpen={row => openPanel({ kind: 'request', id: row.id })}
      />
    </div>
  );
}

function useColumns(): Column<HqRequest>[] {
  const { say, day, clock } = useWords();
  return [
    {
      key: 'title',
      title: say(words.what),
      cell: row => (
        <span>
          <strong>{row.title}</strong>
          <small className="soft block">{say(requestKindWords[row.kind])}</small>
        </span>
      ),
      by: row => row.title,
    },
    {
      key: 'state',
      title: say(words.state),
      oneLine: true,
      cell: row => <RequestTag state={row.state} />,
      by: row => Object.keys(requestStateWords).indexOf(row.state),
    },
    {
      key: 'due',
      yields: 2,
      title: say(words.due),
      cell: row => (
        <span>
          {row.due ? day(row.due) : '–'}
          {row.overdue && <small className="late block">{say(words.overdue)}</small>}
        </span>
      ),
      by: row => row.due ?? '9999',
    },
    {
      key: 'received',
      yields: 1,
      title: say(words.received),
      oneLine: true,
      cell: row => `${day(row.receivedAt)}, ${clock(row.receivedAt)}`,
      by: row => row.receivedAt,
    },
  ];
}
