import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { tellEntry } from '../../../src-central/audit/schema.ts';
import { hq } from '../../api.ts';
import { FindField } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { auditWords as words } from '../../words/hq-audit.ts';
import { hqFrame } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { ExportButtons } from '../ExportButtons.tsx';
import { useMoments } from '../moments.ts';
import { PageHead } from '../PageHead.tsx';
import { reads, type AuditEntry } from '../queries.ts';
import { useActor } from '../use-actor.ts';
import { useMay } from '../session/session.ts';
import './people.css';

/** What was done at headquarters, the newest first, page by page. */
export function AuditPage() {
  const { say } = useWords();
  const may = useMay();
  const [asked, setAsked] = useState({ text: '', office: '' });
  const query = useInfiniteQuery(reads.audit(useDeferredValue(asked)));
  const columns = useColumns();
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <ExportButtons
          name={say(words.file)}
          why={!may('audit.export') && say(hqFrame.notForRole)}
          make={(format, language) =>
            hq.exports.audit[':format'].$post({ param: { format }, json: { ...asked, language } })
          }
        />
      </PageHead>
      <div className="list-filters">
        <FindField
          label={say(words.find)}
          text={asked.text}
          onText={text => setAsked({ ...asked, text: text.slice(0, 80) })}
        />
        <TextField
          className="field-office"
          label={say(words.officeCode)}
          inputMode="numeric"
          maxLength={4}
          value={asked.office}
          onText={text => setAsked({ ...asked, office: text.replaceAll(/\D/g, '') })}
        />
      </div>
      {!query.data ? (
        <PageState query={query} />
      ) : rows.length === 0 ? (
        <EmptyState icon={ScrollText} title={say(words.emptyTitle)}>
          {say(words.empty)}
        </EmptyState>
      ) : (
        <div className="stack">
          <DataTable label={say(words.title)} columns={columns} rows={rows} rowKey={row => row.id} />
          {query.hasNextPage && (
            <div>
              <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {say(hqFrame.more)}
              </ActionButton>
            </div>
          )}
        </div>
      )}
    </>
  );
}

function useColumns(): Column<AuditEntry>[] {
  const { say } = useWords();
  const { moment } = useMoments();
  const tellActor = useActor();
  return [
    { key: 'at', title: say(words.at), oneLine: true, cell: row => moment(row.at) },
    { key: 'what', title: say(words.what), cell: row => say(tellEntry(row)) },
    {
      key: 'who',
      title: say(words.who),
      cell: row => tellActor(row.actor),
    },
    {
      key: 'office',
      title: say(words.office),
      cell: row => row.office && <Link href={`/offices/${row.office}`}>{row.office}</Link>,
    },
  ];
}
