import { useQuery } from '@tanstack/react-query';
import { Info, MailCheck } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Link } from 'wouter';
import type { ConsentSearch } from '../../../src-central/consents/schema.ts';
import { hq } from '../../api.ts';
import { FindField } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { makeStore } from '../../desk/store.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hqConsentWords as words } from '../../words/hq-consents.ts';
import { hqFrame } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { ExportButtons } from '../ExportButtons.tsx';
import { ListPager } from '../ListPager.tsx';
import { useMoments } from '../moments.ts';
import { NothingMatches } from '../NothingMatches.tsx';
import { PageHead } from '../PageHead.tsx';
import { reads, type ConsentLine } from '../queries.ts';
import { useMay } from '../session/session.ts';
import '../offices/offices.css';

const question = makeStore<ConsentSearch>({
  purpose: 'skd',
  text: '',
  order: 'office',
  down: false,
  page: 0,
});

/** How many people agreed to be invited, by office. Who they are is in a file that only an administrator may take. */
export function ConsentsPage() {
  const { say, number } = useWords();
  const may = useMay();
  const asked = question.use();
  const change = (part: Partial<ConsentSearch>) => question.set(now => ({ ...now, page: 0, ...part }));
  const query = useQuery(reads.consents(useDeferredValue(asked)));
  const columns = useColumns();
  const found = query.data;
  const nobody = found && found.total === 0 && asked.text === '';
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <ExportButtons
          name={say(words.file)}
          why={
            (!may('consents.export') && say(hqFrame.notForRole)) || (Boolean(nobody) && say(words.emptyTitle))
          }
          make={(format, language) =>
            hq.exports.consents[':format'].$post({ param: { format }, json: { ...asked, language } })
          }
        />
      </PageHead>
      {!found ? (
        <PageState query={query} />
      ) : nobody ? (
        <EmptyState icon={MailCheck} title={say(words.emptyTitle)}>
          <p>{say(words.empty)}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          <p className="note">
            <Info size={20} aria-hidden />
            {say(words.duty)}
          </p>
          <dl className="figures">
            <div>
              <dd>{number(found.people)}</dd>
              <dt>{say(words.people)}</dt>
            </div>
            <div>
              <dd>{number(found.total)}</dd>
              <dt>{say(words.offices)}</dt>
            </div>
          </dl>
          <FindField
            className="search-wide"
            label={say(words.find)}
            text={asked.text}
            onText={text => change({ text: text.slice(0, 80) })}
          />
          {found.rows.length === 0 ? (
            <NothingMatches
              title={say(words.nothingTitle)}
              text={say(words.nothing)}
              clear={say(words.clear)}
              onClear={() => change({ text: '' })}
            />
          ) : (
            <>
              <DataTable
                label={say(words.title)}
                columns={columns}
                rows={found.rows}
                rowKey={row => row.office}
                order={{
                  key: asked.order,
                  down: asked.down,
                  onOrder: ({ key, down }) => change({ order: key as ConsentSearch['order'], down }),
                }}
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
    </>
  );
}

function useColumns(): Column<ConsentLine>[] {
  const { say, number } = useWords();
  const { ago, moment } = useMoments();
  return [
    {
      key: 'office',
      title: say(words.office),
      orders: true,
      cell: row => (
        <span className="office-name">
          <Link href={`/offices/${row.office}`}>{row.name}</Link>
          <small className="numbers">{row.office}</small>
        </span>
      ),
    },
    { key: 'people', title: say(words.count), orders: true, numeric: true, cell: row => number(row.people) },
    { key: 'byPhone', title: say(words.byPhone), numeric: true, cell: row => number(row.byPhone) },
    { key: 'byEmail', title: say(words.byEmail), numeric: true, cell: row => number(row.byEmail) },
    {
      key: 'received',
      title: say(words.received),
      orders: true,
      oneLine: true,
      cell: row => (
        <time dateTime={row.receivedAt} title={moment(row.receivedAt)}>
          {ago(row.receivedAt)}
        </time>
      ),
    },
  ];
}
