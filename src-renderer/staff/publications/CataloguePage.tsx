import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { BookX, LibraryBig } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { orders } from '../../../src-main/search/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { FindField } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { makeStore } from '../../desk/store.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { CatalogueTable } from './CatalogueTable.tsx';
import { FacetFields } from './FacetFields.tsx';
import { isFiltered, noFilters, publicationReads, type Order, type Question } from './publication-reads.ts';
import { PickedBar } from './PickedBar.tsx';

const everything: Question = { text: '', order: 'relevance', filters: noFilters };

/** What was asked last stays while other pages are looked at. */
export const catalogueQuestion = makeStore(everything);

/**
 * What answers a question, page by page to the last: by relevance the ranked ones and then the others by year, in any
 * other order all of them in it.
 */
function useFound({ order, filters, text }: Question) {
  const question = { order, filters, text: text.trim() };
  const whole = question.text === '' && !isFiltered(filters);
  const search = useInfiniteQuery(publicationReads.search(question));
  const answered = search.data?.pages[0];
  const moreAfter = search.isPlaceholderData ? null : (answered?.moreAfter ?? null);
  const ranked = !whole && (order === 'relevance' || moreAfter === null);
  const others = useInfiniteQuery({
    ...publicationReads.browse(question, ranked ? (moreAfter ?? undefined) : undefined),
    enabled: !ranked || (moreAfter !== null && !search.hasNextPage),
  });
  const list = ranked && (search.hasNextPage || moreAfter === null) ? search : others;
  const pages = [
    ...(ranked ? (search.data?.pages ?? []) : []),
    ...(list === others && !(ranked && others.isPlaceholderData) ? (others.data?.pages ?? []) : []),
  ];
  const rows = [...new Map(pages.flatMap(page => page.results).map(row => [row.id, row])).values()];
  return { whole, answered, list, rows, waiting: !(ranked ? search : others).data };
}

/** All publications: one search box, filters, and a list that is fetched page by page. */
export function CataloguePage() {
  const { say } = useWords();
  const question = catalogueQuestion.use();
  const asked = useDeferredValue(question);
  const { whole, answered, list, rows, waiting } = useFound(asked);
  const [picked, setPicked] = useState<ReadonlyMap<string, number>>(new Map());
  // Copies that were added meanwhile count, too.
  const shown = new Map(rows.map(row => [row.id, row.copies]));
  const counted = new Map([...picked].map(([id, copies]) => [id, shown.get(id) ?? copies]));
  return (
    <div className="stack">
      <div className="list-filters catalogue-filters">
        <FindField
          className="catalogue-search"
          label={say(words.findLabel)}
          placeholder={say(words.find)}
          text={question.text}
          onText={text => catalogueQuestion.set({ ...question, text })}
        />
        <SelectField
          label={say(words.order)}
          value={question.order}
          onPick={order => catalogueQuestion.set({ ...question, order: order as Order })}
        >
          {orders.map(order => (
            <option key={order} value={order}>
              {say(words.orders[order])}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="list-filters catalogue-filters">
        <FacetFields
          filters={question.filters}
          facets={answered?.facets ?? null}
          onFilter={filters => catalogueQuestion.set({ ...question, filters })}
        />
      </div>
      <Told question={asked} whole={whole} answered={answered} />
      {picked.size > 0 && <PickedBar picked={counted} onPicked={setPicked} />}
      {waiting ? (
        <PageState query={list} />
      ) : rows.length === 0 ? (
        <Nothing question={asked} />
      ) : (
        <>
          <CatalogueTable
            rows={rows}
            picked={picked}
            onPick={setPicked}
            order={question.order}
            onOrder={order => catalogueQuestion.set({ ...question, order })}
          />
          {list.hasNextPage && (
            <div>
              <ActionButton busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {say(frame.more)}
              </ActionButton>
            </div>
          )}
        </>
      )}
    </div>
  );
}

interface ToldProps {
  question: Question;
  whole: boolean;
  answered: { total: number; moreAfter: number | null; whole: boolean; corrected: string | null } | undefined;
}

/** How many there are, and how the question was understood. */
function Told({ question, whole, answered }: ToldProps) {
  const { say, number } = useWords();
  const count = useQuery(publicationReads.count());
  const total = whole ? count.data?.publications : answered?.total;
  if (total === undefined || total === 0) return null;
  return (
    <p className="soft numbers" aria-live="polite">
      {whole
        ? say(words.all, { n: number(total) })
        : say(answered && answered.moreAfter !== null ? words.foundMore : words.found, {
            n: number(total),
          })}{' '}
      {question.text && answered?.corrected && (
        <strong>{say(words.corrected, { text: answered.corrected })}</strong>
      )}{' '}
      {answered && !answered.whole && say(words.partly)}
    </p>
  );
}

function Nothing({ question }: { question: Question }) {
  const { say } = useWords();
  const text = question.text.trim();
  const note = useAct(() => answer(api.wanted.$post({ json: { text: text.slice(0, 120) } })), {
    onDone: () => toast('good', say(words.notedWanted)),
  });
  if (text === '' && !isFiltered(question.filters))
    return (
      <EmptyState icon={LibraryBig} title={say(words.none)}>
        <p>{say(words.noneText)}</p>
        <p>
          <Link href="/publications/import" className="act act-primary act-normal">
            {say(words.goImport)}
          </Link>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState icon={BookX} title={say(words.nothing)}>
      <p>{say(words.nothingText)}</p>
      <p className="row row-centre">
        {isFiltered(question.filters) && (
          <ActionButton onClick={() => catalogueQuestion.set({ ...question, filters: noFilters })}>
            {say(words.clear)}
          </ActionButton>
        )}
        {text.length >= 2 && (
          <ActionButton busy={note.busy} onClick={() => note.run()}>
            {say(words.noteWanted, { text })}
          </ActionButton>
        )}
      </p>
    </EmptyState>
  );
}
