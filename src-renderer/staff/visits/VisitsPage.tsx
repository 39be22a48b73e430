import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarSearch, Search } from 'lucide-react';
import { useState } from 'react';
import { visitStates } from '../../../src-main/visits/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { board, stateWords } from '../../words/staff-board.ts';
import { frame } from '../../words/staff-frame.ts';
import { listWords as words } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { clockText } from '../board/promise.ts';
import { PageState } from '../../desk/PageState.tsx';
import { openPanel } from '../panel.ts';
import { reads, type VisitFilter, type VisitRow } from '../reads.ts';
import '../board/board.css';
import './visit.css';

const everything: VisitFilter = { text: '', from: '', to: '', state: '' };

/** All visits of all days: search, filter, sort, page by page. */
export function VisitsPage() {
  const { say } = useWords();
  const [filter, setFilter] = useState(everything);
  const query = useInfiniteQuery(reads.visits(filter));
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const columns = useColumns();
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          <p>{say(words.lead)}</p>
        </div>
      </header>
      <Filters filter={filter} onFilter={setFilter} />
      {!query.data ? (
        <PageState query={query} />
      ) : rows.length === 0 ? (
        <EmptyState icon={CalendarSearch} title={say(words.emptyTitle)}>
          <p>{say(filtered ? words.emptyFilter : words.emptyFirst)}</p>
          {filtered && (
            <p>
              <ActionButton onClick={() => setFilter(everything)}>{say(board.clear)}</ActionButton>
            </p>
          )}
        </EmptyState>
      ) : (
        <div className="stack">
          <DataTable
            label={say(words.title)}
            columns={columns}
            rows={rows}
            rowKey={row => row.id}
            onOpen={row => openPanel({ kind: 'visit', visitId: row.id })}
            openLabel={row => say(words.open1, { number: row.number })}
          />
          {query.hasNextPage && (
            <div>
              <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {say(frame.more)}
              </ActionButton>
            </div>
          )}
        </div>
      )}
    </>
  );
}

function useColumns(): Column<VisitRow>[] {
  const { say, day, clock } = useWords();
  const length = (ms: number | null) => (ms === null ? '–' : clockText(ms));
  return [
    { key: 'number', title: say(words.number), cell: row => row.number, by: row => row.number },
    {
      key: 'name',
      title: say(words.name),
      cell: row => row.name ?? say(board.anonymous),
      by: row => row.name ?? '',
    },
    {
      key: 'state',
      oneLine: true,
      title: say(words.state),
      cell: row => <span className={`state state-${row.state}`}>{say(stateWords[row.state])}</span>,
      by: row => row.state,
    },
    {
      key: 'day',
      yields: 5,
      oneLine: true,
      title: say(words.day),
      cell: row => day(row.submittedAt),
      by: row => row.submittedAt,
    },
    {
      key: 'arrived',
      yields: 3,
      title: say(words.arrived),
      cell: row => clock(row.submittedAt),
      by: row => clock(row.submittedAt),
    },
    {
      key: 'waited',
      yields: 4,
      title: say(words.waited),
      numeric: true,
      cell: row =>
        row.waitedMs !== null && row.waitedMs > row.promiseMs && row.entry !== 'late' ? (
          <span className="tag tag-orange">{clockText(row.waitedMs)}</span>
        ) : (
          length(row.waitedMs)
        ),
      by: row => row.waitedMs ?? -1,
    },
    {
      key: 'length',
      yields: 2,
      title: say(words.length),
      numeric: true,
      cell: row => length(row.durationMs),
      by: row => row.durationMs ?? -1,
    },
    {
      key: 'officer',
      yields: 1,
      oneLine: true,
      title: say(words.officer),
      cell: row => row.servedBy ?? '–',
      by: row => row.servedBy ?? '',
    },
  ];
}

function Filters({ filter, onFilter }: { filter: VisitFilter; onFilter: (filter: VisitFilter) => void }) {
  const { say } = useWords();
  return (
    <div className="list-filters">
      <label className="search">
        <Search size={18} aria-hidden />
        <span className="said-only">{say(words.find)}</span>
        <input
          type="search"
          placeholder={say(words.find)}
          maxLength={60}
          value={filter.text}
          onChange={event => onFilter({ ...filter, text: event.target.value })}
        />
      </label>
      <TextField
        label={say(words.from)}
        type="date"
        value={filter.from}
        max={filter.to || undefined}
        onText={from => onFilter({ ...filter, from })}
      />
      <TextField
        label={say(words.to)}
        type="date"
        value={filter.to}
        min={filter.from || undefined}
        onText={to => onFilter({ ...filter, to })}
      />
      <SelectField
        label={say(words.state)}
        value={filter.state}
        onPick={state => onFilter({ ...filter, state: state as VisitFilter['state'] })}
      >
        <option value="">{say(words.any)}</option>
        <option value="open">{say(words.open)}</option>
        <option value="breached">{say(words.breached)}</option>
        {visitStates.map(state => (
          <option key={state} value={state}>
            {say(stateWords[state])}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
