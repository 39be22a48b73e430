import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { hq } from '../../api.ts';
import { PageState } from '../../desk/PageState.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { auditWords as words, happenings, valueWords } from '../../words/hq-audit.ts';
import { hqFrame } from '../../words/hq-frame.ts';
import { fill, useWords } from '../../words.ts';
import { ExportButtons } from '../ExportButtons.tsx';
import { useMoments } from '../moments.ts';
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
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          <p>{say(words.lead)}</p>
        </div>
        <div className="row">
          <ExportButtons
            name={say(words.file)}
            why={!may('audit.export') && say(hqFrame.notForRole)}
            make={format => hq.exports.audit[':format'].$post({ param: { format }, json: asked })}
          />
        </div>
      </header>
      <div className="list-filters">
        <label className="search">
          <Search size={18} aria-hidden />
          <span className="said-only">{say(words.find)}</span>
          <input
            type="search"
            placeholder={say(words.find)}
            maxLength={80}
            value={asked.text}
            onChange={event => setAsked({ ...asked, text: event.target.value })}
          />
        </label>
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
  const tell = useTell();
  const tellActor = useActor();
  return [
    { key: 'at', title: say(words.at), oneLine: true, cell: row => moment(row.at) },
    { key: 'what', title: say(words.what), cell: tell },
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

/** An entry as a sentence; a kind that this program does not know yet stays as it is. */
function useTell(): (entry: AuditEntry) => string {
  const { say, number, language } = useWords();
  return ({ what, data }) => {
    const sentence = happenings[what];
    if (!sentence) return what;
    const values = Object.entries(data).map(([key, value]) => {
      if (typeof value === 'number') return [key, number(value)];
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const word = valueWords[key]?.[text];
      return [key, word ? say(word) : text];
    });
    return fill(sentence[language], Object.fromEntries(values) as Record<string, string>);
  };
}
