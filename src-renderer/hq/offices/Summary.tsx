import { CircleCheck, TriangleAlert } from 'lucide-react';
import { type OfficeState, officeStateWords } from '../../../src-central/offices/schema.ts';
import { officeWords as words } from '../../words/hq-offices.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import type { OfficesAnswer } from '../queries.ts';
import { StateChips } from '../StateChips.tsx';
import { allStates, needing, stateLooks } from './office-state.ts';

interface Props {
  answer: Pick<OfficesAnswer, 'states' | 'all'>;
  chosen: OfficeState | undefined;
  onChoose: (state: OfficeState | undefined) => void;
}

/** What needs attention, in one sentence; each state with its number, which filters the list. */
export function Summary({ answer: { states, all }, chosen, onChoose }: Props) {
  const { say, number } = useWords();
  const { percent } = useMoments();
  const need = needing.reduce((sum, state) => sum + states[state], 0);
  const total = allStates.reduce((sum, state) => sum + states[state], 0);
  const sentence =
    need > 1 ? words.needSome : need === 1 ? words.needOne : total === 1 ? words.needNoneOne : words.needNone;
  const Icon = need > 0 ? TriangleAlert : CircleCheck;
  return (
    <section className="summary" aria-label={say(words.states)}>
      <p className={`summary-said summary-${need > 0 ? 'needs' : 'well'}`} role="status">
        <Icon size={28} aria-hidden />
        {say(sentence, { n: number(need), all: number(total) })}
      </p>
      <StateChips
        label={say(words.states)}
        every={say(words.every)}
        states={allStates}
        counts={states}
        looks={stateLooks}
        words={officeStateWords}
        chosen={chosen}
        onChoose={onChoose}
      />
      <dl className="figures" aria-label={say(words.figures)}>
        <div>
          <dd>{number(all.visits)}</dd>
          <dt>{say(words.visits30)}</dt>
        </div>
        <div>
          <dd>{percent(all.within, all.served)}</dd>
          <dt>{say(words.within30)}</dt>
        </div>
        <div>
          <dd>{number(all.backlog)}</dd>
          <dt>{say(words.backlogAll)}</dt>
        </div>
      </dl>
    </section>
  );
}
