import { useQuery } from '@tanstack/react-query';
import { CornerUpLeft, Globe, History, Megaphone, Signal, Undo2, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { isStanding } from '../../../src-central/rollouts/schema.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { NewLink } from '../NewLink.tsx';
import { PageHead } from '../PageHead.tsx';
import { reads, type Rollout } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { useActor } from '../use-actor.ts';
import { useTitle } from './use-title.ts';
import { WidenDialog } from './WidenDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import './rollouts.css';

type Asked = { what: 'widen' | 'withdraw'; rollout: Rollout } | null;

export function RolloutsPage() {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(reads.rollouts());
  const [asked, setAsked] = useState<Asked>(null);
  const denied = !may('rollouts.publish') && say(hqFrame.notForRole);
  const columns = useColumns(denied, setAsked);
  const rows = query.data?.rows;
  const tellTitle = useTitle();
  const { field, rows: matching } = useNarrowed(rows ?? [], row =>
    [tellTitle(row.table, row.title), words.kinds[row.table] && say(words.kinds[row.table]!)].join(' '),
  );
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <NewLink to="/publish/new" word={say(words.new)} denied={denied} />
      </PageHead>
      {!rows ? (
        <PageState query={query} />
      ) : rows.length === 0 ? (
        <EmptyState icon={Megaphone} title={say(words.emptyTitle)}>
          <p>{say(words.empty)}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          {field}
          <DataTable
            label={say(words.title)}
            columns={columns}
            rows={matching}
            nothing={say(hqFrame.nothingMatches)}
            rowKey={row => row.id}
          />
        </div>
      )}
      {asked?.what === 'widen' && <WidenDialog rollout={asked.rollout} onClose={() => setAsked(null)} />}
      {asked?.what === 'withdraw' && (
        <WithdrawDialog rollout={asked.rollout} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function useColumns(denied: string | false, onAsk: (asked: Asked) => void): Column<Rollout>[] {
  const { say, number } = useWords();
  const { moment } = useMoments();
  const tellActor = useActor();
  const tellTitle = useTitle();
  return [
    {
      key: 'title',
      title: say(words.what),
      cell: row => (
        <span className="office-name">
          <strong>{tellTitle(row.table, row.title)}</strong>
          <small>{words.kinds[row.table] ? say(words.kinds[row.table]!) : row.table}</small>
        </span>
      ),
      by: row => row.title,
    },
    {
      key: 'stage',
      title: say(words.stage),
      oneLine: true,
      cell: row => <StageTag rollout={row} />,
      by: row => (row.withdrawnAt ? 3 : row.superseded ? 2 : row.everywhereAt ? 1 : 0),
    },
    {
      key: 'received',
      title: say(words.received),
      numeric: true,
      cell: row => (
        <span title={say(words.receivedHint)}>
          {say(words.receivedOf, { n: number(row.received), all: number(row.meant) })}
        </span>
      ),
      by: row => row.received / Math.max(1, row.meant),
    },
    {
      key: 'when',
      yields: 2,
      title: say(words.when),
      oneLine: true,
      cell: row => moment(row.madeAt),
      by: row => row.madeAt,
    },
    { key: 'by', yields: 1, title: say(words.by), cell: row => tellActor(row.madeBy), by: row => row.madeBy },
    {
      key: 'act',
      title: say(hqFrame.act),
      titleHidden: true,
      cell: row =>
        row.withdrawnAt === null && (
          <span className="row row-tight">
            {row.everywhereAt === null && !row.superseded && (
              <ActionButton
                size="small"
                icon={Signal}
                why={denied}
                onClick={() => onAsk({ what: 'widen', rollout: row })}
              >
                {say(words.widen)}
              </ActionButton>
            )}
            {!isStanding(row.table) && (
              <ActionButton
                size="small"
                icon={Undo2}
                why={denied}
                onClick={() => onAsk({ what: 'withdraw', rollout: row })}
              >
                {say(words.withdraw)}
              </ActionButton>
            )}
          </span>
        ),
    },
  ];
}

function StageTag({ rollout }: { rollout: Rollout }) {
  const { say, number } = useWords();
  if (rollout.withdrawnAt)
    return (
      <span className="tag">
        <CornerUpLeft size={15} aria-hidden />
        {say(words.stageWithdrawn)}
      </span>
    );
  if (rollout.superseded)
    return (
      <span className="tag">
        <History size={15} aria-hidden />
        {say(words.stageSuperseded)}
      </span>
    );
  if (rollout.everywhereAt)
    return (
      <span className="tag tag-green">
        <Globe size={15} aria-hidden />
        {say(words.stageAll)}
      </span>
    );
  return (
    <span className="tag tag-blue">
      <UsersRound size={15} aria-hidden />
      {say(words.stageSome, { n: number(rollout.offices ?? 0) })}
    </span>
  );
}
