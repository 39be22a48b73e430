import { useQuery } from '@tanstack/react-query';
import { Printer, Siren } from 'lucide-react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { board, stateWords } from '../../words/staff-board.ts';
import { frame } from '../../words/staff-frame.ts';
import { shiftWords as words } from '../../words/staff-shift.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { reads } from '../reads.ts';
import './shifts.css';

/** Everybody who may be in the building, big enough to read aloud, to print and to tick. */
export function EvacuationPage() {
  const { say, clock, time, day } = useWords();
  const query = useQuery(reads.evacuation());
  if (!query.data) return <PageState query={query} />;
  const people = query.data.reduce((sum, row) => sum + row.people, 0);
  const at = new Date(query.dataUpdatedAt);
  return (
    <article className="evacuation">
      <header className="page-head">
        <div>
          <h1>
            {say(words.evacuation)}:{' '}
            <span className="numbers">{say(words.evacuationCount, { n: people })}</span>
          </h1>
          <p className="numbers">{say(words.evacuationAt, { day: day(at), time: time(at) })}</p>
        </div>
        <ActionButton className="no-print" size="large" icon={Printer} onClick={() => print()}>
          {say(frame.print)}
        </ActionButton>
      </header>
      {query.data.length === 0 ? (
        <EmptyState icon={Siren} title={say(words.evacuationNone)} />
      ) : (
        <table className="table numbers">
          <thead>
            <tr>
              <th scope="col">{say(words.seen)}</th>
              <th scope="col">{say(words.number)}</th>
              <th scope="col">{say(words.name)}</th>
              <th scope="col">{say(words.people)}</th>
              <th scope="col">{say(words.where)}</th>
              <th scope="col">{say(words.since)}</th>
              <th scope="col">{say(board.locker)}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.map(row => (
              <tr key={row.id}>
                <td>
                  <input type="checkbox" aria-label={`${say(words.seen)}: ${row.number}`} />
                </td>
                <th scope="row">{row.number}</th>
                <td>{row.name ?? say(board.anonymous)}</td>
                <td>{row.people}</td>
                <td>{say(stateWords[row.state as 'inside'])}</td>
                <td>{clock(row.since)}</td>
                <td>{row.locker ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft">{say(words.evacuationLead)}</p>
    </article>
  );
}
