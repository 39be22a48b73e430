import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, ScrollText, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { frame } from '../../words/staff-frame.ts';
import { journalFrame as words } from '../../words/staff-journal.ts';
import { useWords } from '../../words.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { useJournalWords } from '../visits/use-journal-words.ts';

export function JournalSettings() {
  const { say, clock, day, number } = useWords();
  const tell = useJournalWords();
  const query = useInfiniteQuery(reads.journal());
  const loaded = query.data?.pages.flatMap(page => page.rows) ?? [];
  const whoOf = (row: (typeof loaded)[number]) => row.staff ?? say(words.doors[row.door]);
  const { field, rows } = useNarrowed(loaded, row => `${row.seq} ${day(row.at)} ${tell(row)} ${whoOf(row)}`);
  return (
    <div className="stack">
      <p className="soft">{say(words.lead)}</p>
      <Verify />
      {!query.data ? (
        <PageState query={query} />
      ) : loaded.length === 0 ? (
        <EmptyState icon={ScrollText} title={say(words.empty)} />
      ) : (
        <>
          {field}
          <DataTable
            label={say(words.title)}
            rows={rows}
            nothing={say(frame.nothingMatches)}
            rowKey={row => String(row.seq)}
            columns={[
              {
                key: 'seq',
                title: say(words.seq),
                cell: row => number(row.seq),
                by: row => row.seq,
                numeric: true,
              },
              {
                key: 'at',
                oneLine: true,
                title: say(words.at),
                cell: row => `${day(row.at)}, ${clock(row.at)}`,
              },
              { key: 'what', title: say(words.what), cell: row => tell(row) },
              { key: 'who', title: say(words.who), cell: whoOf, by: whoOf },
            ]}
          />
          {query.hasNextPage && (
            <div>
              <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {say(frame.more)}
              </ActionButton>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Verify() {
  const { say, number } = useWords();
  const may = useMay();
  const [found, setFound] = useState<{ rows: number; brokenAt: number | null } | null>(null);
  const verify = useAct(() => answer(api.journal.verify.$post()), { onDone: setFound });
  return (
    <div className="row">
      <ActionButton
        icon={ShieldCheck}
        busy={verify.busy}
        why={!may('journal.verify') && say(frame.notForRole)}
        onClick={() => verify.run()}
      >
        {say(words.verify)}
      </ActionButton>
      {found &&
        (found.brokenAt === null ? (
          <p className="tag tag-green" role="status">
            <CircleCheck size={16} aria-hidden />
            {say(words.whole, { n: number(found.rows) })}
          </p>
        ) : (
          <p className="note note-red" role="alert">
            <CircleAlert size={20} aria-hidden />
            {say(words.broken, { n: number(found.brokenAt) })}
          </p>
        ))}
    </div>
  );
}
