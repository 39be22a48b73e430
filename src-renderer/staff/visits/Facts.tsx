import type { ReactNode } from 'react';
import { useWords, type Sentence } from '../../words.ts';

/** Names and values in two columns; what is not known is left out. */
export function Facts({ facts }: { facts: [Sentence, ReactNode][] }) {
  const { say } = useWords();
  const known = facts.filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
