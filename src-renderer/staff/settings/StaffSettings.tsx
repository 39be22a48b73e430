import { useQuery } from '@tanstack/react-query';
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { frame, roleWords } from '../../words/staff-frame.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { StaffDialog, type StaffRow } from './StaffDialog.tsx';

export function StaffSettings() {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(reads.staff());
  const [asked, setAsked] = useState<StaffRow | 'new' | null>(null);
  const denied = !may('staff.change') && say(frame.notForRole);
  const columns = useColumns(denied, setAsked);
  const { field, rows } = useNarrowed(query.data ?? [], row => `${row.name} ${say(roleWords[row.role])}`);
  if (!query.data) return <PageState query={query} />;
  return (
    <div className="stack">
      <div className="row-between">
        <p className="soft">{say(words.staffLead)}</p>
        <ActionButton tone="primary" icon={UserPlus} why={denied} onClick={() => setAsked('new')}>
          {say(words.addStaff)}
        </ActionButton>
      </div>
      {field}
      <DataTable
        label={say(words.staff)}
        rows={rows}
        nothing={say(frame.nothingMatches)}
        rowKey={row => row.id}
        columns={columns}
      />
      {asked && <StaffDialog person={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function useColumns(denied: string | false, onEdit: (person: StaffRow) => void): Column<StaffRow>[] {
  const { say } = useWords();
  return [
    {
      key: 'name',
      title: say(words.staffName),
      cell: row => <strong>{row.name}</strong>,
      by: row => row.name,
    },
    { key: 'role', title: say(words.role), cell: row => say(roleWords[row.role]), by: row => row.role },
    {
      key: 'active',
      title: say(words.activeTitle),
      cell: row => (
        <span className={`tag tag-${row.active ? 'green' : ''}`}>
          {say(row.active ? words.activeYes : words.activeNo)}
        </span>
      ),
    },
    {
      key: 'edit',
      title: say(words.act),
      cell: row => (
        <ActionButton
          size="small"
          icon={Pencil}
          why={denied}
          aria-label={say(words.editOf, { name: row.name })}
          onClick={() => onEdit(row)}
        >
          {say(words.edit)}
        </ActionButton>
      ),
    },
  ];
}
