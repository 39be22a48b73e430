import { useQuery } from '@tanstack/react-query';
import { MessageCircleQuestion, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import {
  type RequestSearch,
  requestStates,
  requestStateWords,
} from '../../../src-central/requests/schema.ts';
import { hq } from '../../api.ts';
import { FindField } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { makeStore } from '../../desk/store.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { hqRequestWords as words } from '../../words/hq-requests.ts';
import { refusalWords, requestKindWords } from '../../../src-central/wire/feed-schema.ts';
import { useWords } from '../../words.ts';
import { ExportButtons } from '../ExportButtons.tsx';
import { ListPager } from '../ListPager.tsx';
import { useMoments, useToday } from '../moments.ts';
import { NewLink } from '../NewLink.tsx';
import { NothingMatches } from '../NothingMatches.tsx';
import { PageHead } from '../PageHead.tsx';
import { reads, type RequestLine } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { StateChips } from '../StateChips.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import { requestLooks, RequestTag } from './RequestTag.tsx';
import '../offices/offices.css';
import './requests.css';

const everything: RequestSearch = { text: '', order: 'made', down: true, page: 0 };

/** What was asked last stays while other pages are looked at. */
const question = makeStore(everything);

/** What headquarters asked, and how far each office is with it. */
export function RequestsPage() {
  const { say } = useWords();
  const may = useMay();
  const asked = question.use();
  const change = (part: Partial<RequestSearch>) => question.set(now => ({ ...now, page: 0, ...part }));
  const query = useQuery(reads.requests(useDeferredValue(asked)));
  const [opened, setOpened] = useState<RequestLine | null>(null);
  const columns = useColumns();
  const found = query.data;
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <ExportButtons
          name={say(words.file)}
          make={(format, language) =>
            hq.exports.requests[':format'].$post({ param: { format }, json: { ...asked, language } })
          }
        />
        <NewLink
          to="/requests/new"
          word={say(words.new)}
          denied={!may('requests.make') && say(hqFrame.notForRole)}
        />
      </PageHead>
      {!found ? (
        <PageState query={query} />
      ) : (
        <div className="stack">
          {(found.total > 0 || asked.text !== '' || asked.state) && (
            <>
              <StateChips
                label={say(words.states)}
                every={say(words.every)}
                states={requestStates}
                counts={found.states}
                looks={requestLooks}
                words={requestStateWords}
                chosen={asked.state}
                onChoose={state => change({ state })}
              />
              <FindField
                className="search-wide"
                label={say(words.find)}
                text={asked.text}
                onText={text => change({ text: text.slice(0, 80) })}
              />
            </>
          )}
          {found.rows.length === 0 ? (
            <Nothing searched={asked.text !== '' || Boolean(asked.state)} />
          ) : (
            <>
              <DataTable
                label={say(words.title)}
                columns={columns}
                rows={found.rows}
                rowKey={row => `${row.id} ${row.office}`}
                order={{
                  key: asked.order,
                  down: asked.down,
                  onOrder: ({ key, down }) => change({ order: key as RequestSearch['order'], down }),
                }}
                onOpen={setOpened}
              />
              <ListPager
                page={asked.page}
                total={found.total}
                onPage={page => question.set(now => ({ ...now, page }))}
              />
            </>
          )}
        </div>
      )}
      {opened && <RequestDialog line={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  const { say } = useWords();
  if (!searched)
    return (
      <EmptyState icon={MessageCircleQuestion} title={say(words.emptyTitle)}>
        <p>{say(words.empty)}</p>
      </EmptyState>
    );
  return (
    <NothingMatches
      title={say(words.nothingTitle)}
      text={say(words.nothing)}
      clear={say(words.clear)}
      onClear={() => question.set(everything)}
    />
  );
}

function useColumns(): Column<RequestLine>[] {
  const { say } = useWords();
  const { ago, moment, shortDay } = useMoments();
  const today = useToday();
  return [
    {
      key: 'title',
      title: say(words.what),
      orders: true,
      cell: row => (
        <span className="office-name">
          {row.title}
          <small>{say(requestKindWords[row.kind])}</small>
        </span>
      ),
    },
    {
      key: 'office',
      title: say(words.office),
      orders: true,
      cell: row => (
        <span className="office-name">
          {row.name}
          <small className="numbers">{row.office}</small>
        </span>
      ),
    },
    {
      key: 'state',
      title: say(words.state),
      orders: true,
      cell: row => (
        <span className="request-state">
          <RequestTag state={row.state} />
          {row.reason && row.state === 'refused' && <small>{say(refusalWords[row.reason])}</small>}
          {row.answers > 0 && row.state === 'taken-back' && <small>{say(words.hasAnswer)}</small>}
        </span>
      ),
    },
    {
      key: 'since',
      yields: 2,
      title: say(words.since),
      orders: true,
      oneLine: true,
      cell: row => (
        <time dateTime={row.since} title={moment(row.since)}>
          {ago(row.since)}
        </time>
      ),
    },
    {
      key: 'due',
      yields: 3,
      title: say(words.due),
      orders: true,
      oneLine: true,
      cell: row =>
        row.due === null ? (
          <span className="soft">–</span>
        ) : row.due < today && isOpen(row) ? (
          <span className="device-trouble" title={say(words.overdue)}>
            <TriangleAlert size={16} aria-label={say(words.overdue)} />
            {shortDay(row.due)}
          </span>
        ) : (
          shortDay(row.due)
        ),
    },
    {
      key: 'made',
      yields: 1,
      title: say(words.made),
      orders: true,
      oneLine: true,
      cell: row => moment(row.madeAt),
    },
  ];
}

const isOpen = ({ state }: RequestLine) => state === 'sent' || state === 'seen' || state === 'claimed';
