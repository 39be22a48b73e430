import { CircleDot, Copy, DoorOpen, Hourglass, LogOut } from 'lucide-react';
import { columnWords, emptyColumns, board } from '../../words/staff-board.ts';
import { useWords } from '../../words.ts';
import type { Card } from '../reads.ts';
import { useWaitingMs } from './use-waiting-ms.ts';
import { VisitCard } from './VisitCard.tsx';

const icons = { waiting: Hourglass, serving: CircleDot, inside: DoorOpen, coop: Copy, leaving: LogOut };

interface Props {
  state: keyof typeof columnWords;
  cards: Card[];
  /** True when a filter hides cards: an empty column then says so. */
  filtered: boolean;
}

export function BoardColumn({ state, cards, filtered }: Props) {
  const { say } = useWords();
  const waitingMs = useWaitingMs();
  const Icon = icons[state];
  return (
    <section className={`column column-${state}`} aria-labelledby={`column-${state}`}>
      <header className="column-head">
        <Icon size={20} aria-hidden />
        <h2 id={`column-${state}`}>{say(columnWords[state])}</h2>
        <span className="column-count numbers" aria-label={say(board.cards, { n: cards.length })}>
          {cards.length}
        </span>
      </header>
      {cards.length === 0 ? (
        <p className="column-empty">{say(filtered ? board.nothingFound : emptyColumns[state])}</p>
      ) : (
        <ul className="column-cards">
          {cards.map(card => (
            <VisitCard key={card.id} card={card} waitingMs={waitingMs(card)} />
          ))}
        </ul>
      )}
    </section>
  );
}
