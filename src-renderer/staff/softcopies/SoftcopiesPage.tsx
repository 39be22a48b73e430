import { useQuery } from '@tanstack/react-query';
import { ScanText } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { DeliveryFacts, DeliveryTag } from './DeliveryFacts.tsx';
import { softcopyReads, type Softcopy } from './softcopy-reads.ts';
import './softcopies.css';

const isGiven = ({ deliveries }: Softcopy) => deliveries.some(one => one.state === 'delivered');
const isStuck = (softcopy: Softcopy) => {
  const [last] = softcopy.deliveries;
  return !!last && (last.state === 'failed' || (last.state === 'queued' && last.problem !== null));
};
const shows = {
  all: () => true,
  open: (softcopy: Softcopy) => softcopy.endedAt === null && !isGiven(softcopy),
  stuck: isStuck,
};
type Shown = keyof typeof shows;

/** Every softcopy that is not over, and all of today's: what waits for scans, for its visitor, for a mail server. */
export function SoftcopiesPage() {
  const { say } = useWords();
  const query = useQuery(softcopyReads.current());
  const [shown, setShown] = useState<Shown>('all');
  const columns = useColumns();
  const { field, rows: matching } = useNarrowed(query.data ?? [], row =>
    [row.visitNumber, ...row.titles.map(one => one.title)].join(' '),
  );
  const rows = matching.filter(shows[shown]);
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
          options={(Object.keys(shows) as Shown[]).map(value => ({
            value,
            label: say(words.filters[value]),
          }))}
        />
      </header>
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.length === 0 ? (
        <EmptyState icon={ScanText} title={say(words.none)}>
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
            sorted={{ key: 'since', down: true }}
            onOpen={row => openPanel({ kind: 'softcopy', id: row.id })}
            openLabel={row => say(words.open, { number: row.visitNumber })}
          />
        </div>
      )}
    </>
  );
}

function useColumns(): Column<Softcopy>[] {
  const { say, clock } = useWords();
  return [
    {
      key: 'visit',
      title: say(words.visit),
      oneLine: true,
      cell: row => <strong className="numbers">{row.visitNumber}</strong>,
      by: row => row.visitNumber,
    },
    {
      key: 'titles',
      title: say(words.titlesColumn),
      cell: row => row.titles.map(title => title.title).join(' · '),
      by: row => row.titles[0]?.title ?? '',
    },
    {
      key: 'since',
      yields: 1,
      title: say(words.since),
      oneLine: true,
      cell: row => clock(row.openedAt),
      by: row => row.openedAt,
    },
    {
      key: 'state',
      yields: 2,
      title: say(words.state),
      cell: row => say(words.states[row.state]),
      by: row => say(words.states[row.state]),
    },
    { key: 'delivery', title: say(words.delivery), cell: row => <LastDelivery softcopy={row} /> },
  ];
}

/** How the newest delivery fares, and what can be done when it does not. */
function LastDelivery({ softcopy }: { softcopy: Softcopy }) {
  const { say } = useWords();
  const may = useMay();
  const [last] = softcopy.deliveries;
  const hurry = useAct((id: string) => answer(api.deliveries[':id'].now.$post({ param: { id } })));
  if (!last)
    return <span className="soft">{softcopy.state === 'ready' ? say(words.noDeliveries) : '–'}</span>;
  const number = softcopy.visitNumber;
  return (
    <div className="delivery-cell">
      <span>
        {say(words.ways[last.way])} <DeliveryTag state={last.state} />
        <DeliveryFacts delivery={last} />
      </span>
      {may('softcopies.make') && isStuck(softcopy) && last.state === 'queued' && (
        <ActionButton
          size="small"
          busy={hurry.busy}
          aria-label={say(words.tryNowOf, { number })}
          onClick={() => hurry.run(last.id)}
        >
          {say(words.tryNow)}
        </ActionButton>
      )}
      {may('softcopies.make') && softcopy.state === 'ready' && last.state === 'failed' && (
        <ActionButton
          size="small"
          aria-label={say(words.deliverAgainOf, { number })}
          onClick={() => openPanel({ kind: 'softcopy', id: softcopy.id })}
        >
          {say(words.deliverAgain)}
        </ActionButton>
      )}
    </div>
  );
}
