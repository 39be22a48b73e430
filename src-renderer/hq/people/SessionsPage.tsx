import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { answer, hq } from '../../api.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { sessionWords as words } from '../../words/hq-people.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { PageHead } from '../PageHead.tsx';
import { reads, renew, type SessionLine } from '../queries.ts';
import { useMay } from '../session/session.ts';

/** Open sessions: of everybody for an administrator, else one's own. */
export function SessionsPage() {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(reads.sessions());
  const { field, rows } = useNarrowed(query.data?.rows ?? [], row =>
    [row.name, row.email, row.browser, row.address].join(' '),
  );
  return (
    <>
      <PageHead title={say(words.title)} lead={say(may('accounts.read') ? words.leadAll : words.leadOwn)} />
      {query.data ? (
        <div className="stack">
          {query.data.rows.length > 1 && field}
          <SessionsTable rows={rows} current={query.data.current} />
        </div>
      ) : (
        <PageState query={query} />
      )}
    </>
  );
}

export function SessionsTable({ rows, current }: { rows: SessionLine[]; current: string }) {
  const { say } = useWords();
  const end = useAct((id: string) => answer(hq.sessions[':id'].$delete({ param: { id } })), {
    onDone: () => {
      renew('sessions');
      toast('good', say(words.ended));
    },
  });
  return (
    <DataTable
      label={say(words.title)}
      rows={rows}
      nothing={say(hqFrame.nothingMatches)}
      rowKey={row => row.id}
      columns={useColumns(current, end)}
    />
  );
}

function useColumns(
  current: string,
  end: { run: (id: string) => void; busy: boolean },
): Column<SessionLine>[] {
  const { say } = useWords();
  const { ago, moment } = useMoments();
  return [
    {
      key: 'who',
      title: say(words.who),
      cell: row => (
        <span className="office-name">
          <strong>{row.name}</strong>
          <small>{row.email}</small>
        </span>
      ),
      by: row => row.name,
    },
    { key: 'browser', title: say(words.browser), cell: row => row.browser, by: row => row.browser },
    { key: 'address', title: say(words.address), cell: row => row.address, by: row => row.address },
    {
      key: 'opened',
      title: say(words.opened),
      oneLine: true,
      cell: row => moment(row.openedAt),
      by: row => row.openedAt,
    },
    {
      key: 'seen',
      title: say(words.seen),
      oneLine: true,
      cell: row => ago(row.seenAt),
      by: row => row.seenAt,
    },
    {
      key: 'end',
      title: say(hqFrame.act),
      titleHidden: true,
      cell: row =>
        row.id === current ? (
          <span className="tag tag-blue">{say(words.current)}</span>
        ) : (
          <ActionButton
            size="small"
            icon={LogOut}
            busy={end.busy}
            aria-label={say(words.endOf, { name: row.name, browser: row.browser })}
            onClick={() => end.run(row.id)}
          >
            {say(words.end)}
          </ActionButton>
        ),
    },
  ];
}
