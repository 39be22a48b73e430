import { useQuery } from '@tanstack/react-query';
import { Building2, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import type { OfficeSearch } from '../../../src-central/offices/schema.ts';
import { hq } from '../../api.ts';
import { FindField } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { makeStore } from '../../desk/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { officeWords as words } from '../../words/hq-offices.ts';
import { useWords } from '../../words.ts';
import { ExportButtons } from '../ExportButtons.tsx';
import { ListPager } from '../ListPager.tsx';
import { NothingMatches } from '../NothingMatches.tsx';
import { PageHead } from '../PageHead.tsx';
import { reads } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { OfficeDialog } from './OfficeDialog.tsx';
import { OfficesTable } from './OfficesTable.tsx';
import { Summary } from './Summary.tsx';
import './offices.css';

const everything: OfficeSearch = { text: '', order: 'state', down: false, page: 0 };

/** What was asked last stays while other pages are looked at. */
const question = makeStore(everything);

export function OfficesPage() {
  const { say } = useWords();
  const may = useMay();
  const [, go] = useLocation();
  const asked = question.use();
  const change = (part: Partial<OfficeSearch>) => question.set(now => ({ ...now, page: 0, ...part }));
  const query = useQuery(reads.offices(useDeferredValue(asked)));
  const [adding, setAdding] = useState(false);
  const found = query.data;
  const total = found?.total ?? 0;
  return (
    <>
      <PageHead title={say(words.title)}>
        <ExportButtons
          name={say(words.fileOffices)}
          make={(format, language) =>
            hq.exports.offices[':format'].$post({ param: { format }, json: { ...asked, language } })
          }
        />
        <ActionButton
          tone="primary"
          icon={Plus}
          why={!may('offices.change') && say(hqFrame.notForRole)}
          onClick={() => setAdding(true)}
        >
          {say(words.add)}
        </ActionButton>
      </PageHead>
      {!found ? (
        <PageState query={query} />
      ) : (
        <div className="stack">
          <Summary answer={found} chosen={asked.state} onChoose={state => change({ state })} />
          <FindField
            className="search-wide"
            label={say(words.find)}
            text={asked.text}
            onText={text => change({ text: text.slice(0, 60) })}
          />
          {found.rows.length === 0 ? (
            <Nothing asked={asked} onAll={() => question.set(everything)} onAdd={() => setAdding(true)} />
          ) : (
            <>
              <OfficesTable
                rows={found.rows}
                order={{ key: asked.order, down: asked.down }}
                onOrder={change}
                onOpen={row => go(`/offices/${row.office}`)}
              />
              <ListPager
                page={asked.page}
                total={total}
                onPage={page => question.set(now => ({ ...now, page }))}
              />
            </>
          )}
        </div>
      )}
      {adding && (
        <OfficeDialog
          office={null}
          onClose={() => setAdding(false)}
          onDone={office => go(`/offices/${office}/stations`)}
        />
      )}
    </>
  );
}

interface NothingProps {
  asked: OfficeSearch;
  onAll: () => void;
  onAdd: () => void;
}

function Nothing({ asked, onAll, onAdd }: NothingProps) {
  const { say } = useWords();
  const may = useMay();
  if (asked.text !== '' || asked.state)
    return (
      <NothingMatches
        title={say(words.nothingTitle)}
        text={say(words.nothing)}
        clear={say(words.clear)}
        onClear={onAll}
      />
    );
  return (
    <EmptyState icon={Building2} title={say(words.firstTitle)}>
      <p>{say(words.first)}</p>
      {may('offices.change') && (
        <p>
          <ActionButton tone="primary" icon={Plus} onClick={onAdd}>
            {say(words.add)}
          </ActionButton>
        </p>
      )}
    </EmptyState>
  );
}
