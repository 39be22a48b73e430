import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { board as words } from '../../words/staff-board.ts';
import { useWords } from '../../words.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { reads, type Board, type Card } from '../reads.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { BoardColumn } from './BoardColumn.tsx';
import { matches, noFilter, onlyGroups, onlyMissed, type BoardFilter } from './board-filter.ts';
import './board.css';

const columns = ['waiting', 'serving', 'inside', 'coop', 'leaving'] as const;

/** Whose publication is at the co-op is there as well; so much of a visit is seen at once. */
const columnOf = (card: Card) => (card.photocopy ? 'coop' : card.state);

/** Everybody who is here, by what they wait for. */
export function BoardPage() {
  const { say, day } = useWords();
  const board = useQuery(reads.board());
  const [filter, setFilter] = useState(noFilter);
  if (!board.data) return <PageState query={board} />;
  const shown = board.data.cards.filter(card => matches(card, filter));
  return (
    <div className="board">
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          <p>{day(board.data.now)}</p>
        </div>
        <DayFigures today={board.data.today} />
      </header>
      <Filters filter={filter} onFilter={setFilter} cards={board.data.cards} />
      <div className="columns">
        {columns.map(state => (
          <BoardColumn
            key={state}
            state={state}
            cards={shown.filter(card => columnOf(card) === state)}
            filtered={filter.text !== '' || filter.only !== null}
          />
        ))}
      </div>
    </div>
  );
}

function DayFigures({ today }: { today: Board['today'] }) {
  const { say, number } = useWords();
  const share = today.served === 0 ? null : Math.round((today.withinPromise / today.served) * 100);
  return (
    <dl className="figures numbers">
      <div>
        <dd>{number(today.served)}</dd>
        <dt>{say(words.served)}</dt>
      </div>
      <div>
        <dd>{share === null ? '–' : `${number(share)} %`}</dd>
        <dt>{say(words.within)}</dt>
      </div>
      <div>
        <dd>{number(today.closed)}</dd>
        <dt>{say(words.closed)}</dt>
      </div>
      {today.left > 0 && (
        <div>
          <dd>{number(today.left)}</dd>
          <dt>{say(words.left)}</dt>
        </div>
      )}
    </dl>
  );
}

interface FilterProps {
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  cards: Card[];
}

function Filters({ filter, onFilter, cards }: FilterProps) {
  const { say } = useWords();
  const { service } = useChoiceWords();
  const present = [...new Set(cards.flatMap(card => card.services.map(one => one.service)))];
  const options = [
    { value: '', label: say(words.all) },
    ...present.map(code => ({ value: code, label: service(code) })),
    ...(cards.some(card => card.kind === 'group') ? [{ value: onlyGroups, label: say(words.groups) }] : []),
    ...(cards.some(card => card.breached) ? [{ value: onlyMissed, label: say(words.missed) }] : []),
  ];
  return (
    <div className="board-filters">
      <label className="search">
        <Search size={18} aria-hidden />
        <span className="said-only">{say(words.find)}</span>
        <input
          type="search"
          placeholder={say(words.find)}
          value={filter.text}
          onChange={event => onFilter({ ...filter, text: event.target.value })}
        />
      </label>
      {options.length > 2 && (
        <ChipChoice
          label={say(words.filter)}
          labelHidden
          size="small"
          options={options}
          value={filter.only ?? ''}
          onPick={only => onFilter({ ...filter, only: only || null })}
        />
      )}
    </div>
  );
}
