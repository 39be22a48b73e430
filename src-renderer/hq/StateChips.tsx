import type { LucideIcon } from 'lucide-react';
import { useWords, type Sentence } from '../words.ts';

interface Props<State extends string> {
  label: string;
  every: string;
  states: readonly State[];
  /** How many there are of each. */
  counts: Record<State, number>;
  looks: Record<State, { icon: LucideIcon; tone: string }>;
  words: Record<State, Sentence>;
  chosen: State | undefined;
  onChoose: (state: State | undefined) => void;
}

/** Each state with its number, which filters a list. A state that nothing is in would only be in the way. */
export function StateChips<State extends string>({
  label,
  every,
  states,
  counts,
  looks,
  words,
  chosen,
  onChoose,
}: Props<State>) {
  const { say, number } = useWords();
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  return (
    <div className="summary-states" role="group" aria-label={label}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {every}
        <strong>{number(all)}</strong>
      </button>
      {states
        .filter(state => counts[state] > 0 || state === chosen)
        .map(state => {
          const { icon: Icon, tone } = looks[state];
          return (
            <button
              key={state}
              type="button"
              className={`summary-${tone}`}
              aria-pressed={chosen === state}
              onClick={() => onChoose(chosen === state ? undefined : state)}
            >
              <Icon size={16} aria-hidden />
              {say(words[state])}
              <strong>{number(counts[state])}</strong>
            </button>
          );
        })}
    </div>
  );
}
