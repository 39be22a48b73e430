import { useQuery } from '@tanstack/react-query';
import { Pencil, Ticket, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { roleWords } from '../../../src-central/access.ts';
import { hqFrame } from '../../words/hq-frame.ts';
import { accountWords as words } from '../../words/hq-people.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { PageHead } from '../PageHead.tsx';
import { reads, type Account } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { CodeDialog } from './CodeDialog.tsx';
import './people.css';

type Asked = { what: 'edit'; account: Account | null } | { what: 'code'; account: Account } | null;

export function AccountsPage() {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(reads.accounts());
  const [asked, setAsked] = useState<Asked>(null);
  const denied = !may('accounts.change') && say(hqFrame.notForRole);
  const columns = useColumns(denied, setAsked);
  const close = () => setAsked(null);
  const { field, rows } = useNarrowed(query.data?.rows ?? [], row =>
    [row.name, row.email, say(roleWords[row.role])].join(' '),
  );
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <ActionButton
          tone="primary"
          icon={UserPlus}
          why={denied}
          onClick={() => setAsked({ what: 'edit', account: null })}
        >
          {say(words.add)}
        </ActionButton>
      </PageHead>
      {query.data ? (
        <div className="stack">
          {field}
          <DataTable
            label={say(words.title)}
            columns={columns}
            rows={rows}
            nothing={say(hqFrame.nothingMatches)}
            rowKey={row => row.id}
            sorted={{ key: 'name', down: false }}
          />
        </div>
      ) : (
        <PageState query={query} />
      )}
      {asked?.what === 'edit' && <AccountDialog account={asked.account} onClose={close} />}
      {asked?.what === 'code' && <CodeDialog account={asked.account} onClose={close} />}
    </>
  );
}

const stateOf = ({ active, setUp }: Account) => (!active ? 'dismissed' : setUp ? 'active' : 'waiting');
const tones = { active: 'green', waiting: 'blue', dismissed: '' };

function useColumns(denied: string | false, onAsk: (asked: Asked) => void): Column<Account>[] {
  const { say } = useWords();
  const { ago, moment } = useMoments();
  return [
    { key: 'name', title: say(words.name), cell: row => <strong>{row.name}</strong>, by: row => row.name },
    { key: 'email', title: say(words.email), cell: row => row.email, by: row => row.email },
    {
      key: 'role',
      title: say(words.role),
      cell: row => say(roleWords[row.role]),
      by: row => row.role,
    },
    {
      key: 'state',
      title: say(words.state),
      oneLine: true,
      cell: row => (
        <span className={`tag tag-${tones[stateOf(row)]}`}>{say(words.states[stateOf(row)])}</span>
      ),
      by: stateOf,
    },
    {
      key: 'seen',
      title: say(words.seen),
      oneLine: true,
      cell: row =>
        row.seenAt ? (
          <time dateTime={row.seenAt} title={moment(row.seenAt)}>
            {ago(row.seenAt)}
          </time>
        ) : (
          <span className="soft">{say(words.never)}</span>
        ),
      by: row => row.seenAt ?? '',
    },
    {
      key: 'act',
      title: say(hqFrame.act),
      titleHidden: true,
      cell: row => (
        <span className="row row-tight">
          <ActionButton
            size="small"
            icon={Pencil}
            why={denied}
            aria-label={say(words.editOf, { name: row.name })}
            onClick={() => onAsk({ what: 'edit', account: row })}
          >
            {say(words.edit)}
          </ActionButton>
          {row.active && (
            <ActionButton
              size="small"
              icon={Ticket}
              why={denied}
              aria-label={say(words.newCodeOf, { name: row.name })}
              onClick={() => onAsk({ what: 'code', account: row })}
            >
              {say(words.newCode)}
            </ActionButton>
          )}
        </span>
      ),
    },
  ];
}
