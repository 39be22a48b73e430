import { useQuery } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { Link } from 'wouter';
import { DataTable } from '../../ui/DataTable.tsx';
import { shiftWords as words } from '../../words/staff-shift.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { ClosingForm } from './ClosingForm.tsx';
import { HandoverForm } from './HandoverForm.tsx';
import '../board/board.css';
import '../visits/visit.css';
import './shifts.css';

/** What is in care now, the hand-over to the next officer, the evacuation list, the closing of the day. */
export function ShiftPage() {
  const { say, number } = useWords();
  const may = useMay();
  const counts = useQuery(reads.shiftCounts());
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          <p>{say(words.lead)}</p>
        </div>
        {may('evacuation.read') && (
          <Link href="/evacuation" className="act act-danger act-large">
            <Siren size={20} aria-hidden />
            {say(words.evacuationOpen)}
          </Link>
        )}
      </header>
      {counts.data ? (
        <div className="stack-wide">
          <dl className="care numbers">
            {(
              [
                [counts.data.cards, words.cards],
                [counts.data.lockers, words.lockers],
                [counts.data.reading, words.reading],
                [counts.data.atCoop, words.coop],
                [counts.data.openVisits, words.visits],
              ] as const
            ).map(([value, word]) => (
              <div key={word.en}>
                <dd>{number(value)}</dd>
                <dt>{say(word)}</dt>
              </div>
            ))}
          </dl>
          <div className="sheets">
            {may('shifts.hand') && <HandoverForm expected={counts.data.cards} />}
            <TodayClosing />
          </div>
          <Earlier />
        </div>
      ) : (
        <PageState query={counts} />
      )}
    </>
  );
}

function TodayClosing() {
  const { say } = useWords();
  const clearance = useQuery(reads.clearance());
  return (
    <section className="sheet" aria-labelledby="closing-title">
      <h2 id="closing-title">{say(words.closeTitle)}</h2>
      <p className="soft">{say(words.closeLead)}</p>
      {clearance.data ? <ClosingForm clearance={clearance.data} /> : <PageState query={clearance} />}
    </section>
  );
}

function Earlier() {
  const { say, day, clock } = useWords();
  const query = useQuery(reads.shifts());
  if (!query.data) return <PageState query={query} />;
  return (
    <section className="part">
      <h2>{say(words.earlier)}</h2>
      {query.data.length === 0 ? (
        <p className="soft">{say(words.noEarlier)}</p>
      ) : (
        <DataTable
          label={say(words.earlier)}
          rows={query.data}
          rowKey={row => row.id}
          columns={[
            {
              key: 'at',
              oneLine: true,
              title: say(words.at),
              cell: row => `${day(row.at)}, ${clock(row.at)}`,
              by: row => row.at,
            },
            {
              key: 'from',
              oneLine: true,
              title: say(words.from),
              cell: row => row.from,
              by: row => row.from,
            },
            { key: 'to', oneLine: true, title: say(words.receiver), cell: row => row.to, by: row => row.to },
            {
              key: 'counted',
              title: say(words.countedShort),
              cell: row => row.countedCards,
              by: row => row.countedCards,
              numeric: true,
            },
            {
              key: 'expected',
              title: say(words.expectedShort),
              cell: row => row.expectedCards,
              by: row => row.expectedCards,
              numeric: true,
            },
            { key: 'note', title: say(words.note), cell: row => row.note ?? '–' },
          ]}
        />
      )}
    </section>
  );
}
