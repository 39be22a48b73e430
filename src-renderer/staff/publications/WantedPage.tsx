import { useQuery } from '@tanstack/react-query';
import { SearchCheck } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { wantedOutcomes } from '../../../src-main/catalogue/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { catalogueQuestion } from './CataloguePage.tsx';
import { noFilters, publicationReads, type Wish } from './publication-reads.ts';

/** What was asked for in vain, for the librarian to look after. */
export function WantedPage() {
  const { say } = useWords();
  const [, go] = useLocation();
  const query = useQuery(publicationReads.wanted());
  const [settling, setSettling] = useState<Wish | null>(null);
  const look = (wish: Wish) => {
    catalogueQuestion.set({ text: wish.text, order: 'relevance', filters: noFilters });
    go('/publications/catalogue');
  };
  const columns = useColumns(look, setSettling);
  const { field, rows } = useNarrowed(query.data ?? [], wish => `${wish.text} ${wish.title ?? ''}`);
  return (
    <div className="stack">
      <p className="soft">{say(words.wantedLead)}</p>
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.length === 0 ? (
        <EmptyState icon={SearchCheck} title={say(words.wantedNone)}>
          {say(words.wantedNoneText)}
        </EmptyState>
      ) : (
        <>
          {field}
          <DataTable
            label={say(words.wanted)}
            columns={columns}
            rows={rows}
            nothing={say(frame.nothingMatches)}
            rowKey={wish => wish.key}
            sorted={{ key: 'times', down: true }}
          />
        </>
      )}
      {settling && <SettleDialog wish={settling} onClose={() => setSettling(null)} />}
    </div>
  );
}

function useColumns(look: (wish: Wish) => void, settle: (wish: Wish) => void): Column<Wish>[] {
  const { say, day, number } = useWords();
  const may = useMay();
  return [
    {
      key: 'text',
      title: say(words.wantedText),
      cell: wish => (
        <span>
          <strong>{wish.text}</strong>
          {wish.title && <small className="soft block">{wish.title}</small>}
        </span>
      ),
      by: wish => wish.text,
    },
    {
      key: 'times',
      title: say(words.times),
      numeric: true,
      cell: wish => number(wish.times),
      by: wish => wish.times,
    },
    {
      key: 'last',
      title: say(words.lastAsked),
      oneLine: true,
      cell: wish => day(wish.lastAskedAt),
      by: wish => wish.lastAskedAt,
    },
    {
      key: 'actions',
      title: say(words.settle),
      titleHidden: true,
      cell: wish => (
        <span className="row row-end">
          <ActionButton size="small" onClick={() => look(wish)}>
            {say(words.search)}
          </ActionButton>
          {may('publications.change') && (
            <ActionButton size="small" onClick={() => settle(wish)}>
              {say(words.settle)}
            </ActionButton>
          )}
        </span>
      ),
    },
  ];
}

function SettleDialog({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const { say } = useWords();
  const settle = useAct(
    (outcome: (typeof wantedOutcomes)[number]) =>
      answer(api.wanted.settle.$post({ json: { key: wish.key, outcome } })),
    {
      onDone: () => {
        toast('good', say(frame.saved));
        onClose();
      },
    },
  );
  return (
    <DeskDialog
      title={`${wish.text}: ${say(words.settleTitle)}`}
      onClose={onClose}
      actions={<ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>}
    >
      <div className="stack">
        {wantedOutcomes.map(outcome => (
          <ActionButton key={outcome} busy={settle.busy} onClick={() => settle.run(outcome)}>
            {say(words.outcomes[outcome])}
          </ActionButton>
        ))}
      </div>
    </DeskDialog>
  );
}
