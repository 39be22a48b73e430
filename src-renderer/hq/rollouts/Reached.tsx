import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords, type Sentence } from '../../words.ts';
import type { Picked } from './stage.ts';

const shown = 12;

/** The offices that a stage reaches, by name as far as they fit. */
export function Reached({ offices, title, all }: { offices: Picked[]; title: Sentence; all: boolean }) {
  const { say, number } = useWords();
  return (
    <div className="reached" role="status">
      <p className="finding-title">{say(title, { n: number(offices.length) })}</p>
      {all && <p className="soft">{say(words.reachesFuture)}</p>}
      <ul>
        {offices.slice(0, shown).map(({ office, name }) => (
          <li key={office}>
            {name} <span className="soft numbers">{office}</span>
          </li>
        ))}
      </ul>
      {offices.length > shown && (
        <p className="soft">{say(words.andMore, { n: number(offices.length - shown) })}</p>
      )}
    </div>
  );
}
