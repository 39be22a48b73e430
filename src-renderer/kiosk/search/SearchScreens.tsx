import { Search, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import type { FoundPublication } from '../../../src-main/search/schema.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { searchWords as words } from '../../words/kiosk-library.ts';
import { useWords } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import type { Chosen } from '../photocopy/form.ts';
import { useTurn } from '../session/turn.ts';
import { TypedField } from '../typing/TypedField.tsx';
import { FilterDialog } from './FilterDialog.tsx';
import { NothingFound } from './NothingFound.tsx';
import { PublicationPage } from './PublicationPage.tsx';
import { Results } from './Results.tsx';
import { noFilters, useSearch, type Question } from './use-search.ts';
import './search.css';

interface Props {
  onLeave: () => void;
  /** The visitor wants pages of it copied. */
  onCopy?: (chosen: Chosen) => void;
  /** The visitor wants it as a file: the published one, or scanned by themselves. */
  onSoftcopy?: (found: FoundPublication) => void;
}

const everything: Question = { text: '', filters: noFilters };

/** One box, results as the visitor types, and each publication with where it stands. */
export default function SearchScreens({ onLeave, onCopy, onSoftcopy }: Props) {
  const { say, number } = useWords();
  const { office } = useTurn();
  const [question, setQuestion] = useState(everything);
  const [opened, setOpened] = useState<FoundPublication | null>(null);
  const [filtering, setFiltering] = useState(false);
  const search = useSearch(question);
  const { first, failure } = search;

  if (opened)
    return (
      <Frame back={() => setOpened(null)}>
        <PublicationPage
          found={opened}
          onCopy={onCopy}
          onSoftcopy={office.softcopy.selfService ? onSoftcopy : undefined}
        />
      </Frame>
    );

  const { filters } = question;
  const set = [filters.years, filters.areas, filters.subjects, filters.kinds].flat().length;
  const filterCount = set + (filters.printed ? 1 : 0);
  const told = !first
    ? say(words.looking)
    : question.text.trim() === '' && filterCount === 0
      ? say(words.newest)
      : first.corrected
        ? say(words.corrected, { text: first.corrected })
        : !first.whole && first.total > 0
          ? say(words.partly)
          : say(first.moreAfter !== null ? words.foundMore : words.found, { n: number(first.total) });
  return (
    <Frame back={onLeave}>
      <div className="k-search">
        <div className="k-search-head">
          <h1 id="search-title">
            <Search aria-hidden />
            {say(words.title)}
          </h1>
          <p id="search-hint" className="k-hint">
            {say(words.hint)}
          </p>
        </div>
        <TypedField
          layout="search"
          value={question.text}
          onType={text => setQuestion({ ...question, text })}
          onEnter={() => {}}
          labelledBy="search-title"
          describedBy="search-hint"
        />
        <div className="k-search-tools">
          <p role="status">{told}</p>
          {question.text !== '' && (
            <TouchButton icon={X} onClick={() => setQuestion({ ...question, text: '' })}>
              {say(words.erase)}
            </TouchButton>
          )}
          <TouchButton
            icon={SlidersHorizontal}
            aria-pressed={filterCount > 0}
            onClick={() => setFiltering(true)}
          >
            {filterCount > 0 ? say(words.filterOn, { n: filterCount }) : say(words.filter)}
          </TouchButton>
        </div>
        <div className="k-found">
          {failure ? (
            <div className="k-nothing">
              <p className="k-mend" role="alert">
                {say(words.silent)}
              </p>
              <TouchButton onClick={search.again}>{say(words.again)}</TouchButton>
            </div>
          ) : first && search.found.length === 0 ? (
            !search.looking && (
              <NothingFound
                key={JSON.stringify(question)}
                text={question.text.trim()}
                filtered={filterCount > 0}
                onUnfilter={() => setQuestion({ ...question, filters: noFilters })}
              />
            )
          ) : (
            <Results found={search.found} onOpen={setOpened} onMore={search.hasMore ? search.more : null} />
          )}
        </div>
      </div>
      {filtering && first && (
        <FilterDialog
          facets={first.facets}
          filters={filters}
          onChange={next => setQuestion({ ...question, filters: next })}
          onClose={() => setFiltering(false)}
        />
      )}
    </Frame>
  );
}
