import { useQuery } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { entryWords as words } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { reads } from '../reads.ts';
import type { ChosenVisitor } from './entry-form.ts';

interface Props {
  visitor: ChosenVisitor | null;
  onVisitor: (visitor: ChosenVisitor | null) => void;
}

const restMs = 300;

/** Somebody who came before, found by name; the search itself is recorded, so it waits until typing rests. */
export function VisitorFinder({ visitor, onVisitor }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(reads.visitors(text)).data ?? [];
  if (visitor)
    return (
      <div className="note note-green">
        <UserRoundCheck size={20} aria-hidden />
        <p>
          <strong>{visitor.name ?? say(words.chosenByCard)}</strong>
          {visitor.name && ` · ${say(words.chosen)}`}
        </p>
        <ActionButton size="small" onClick={() => onVisitor(null)}>
          {say(words.unchoose)}
        </ActionButton>
      </div>
    );
  return (
    <div className="stack" style={{ gap: 8 }}>
      <TextField
        label={say(words.find)}
        hint={say(words.findHint)}
        value={typed}
        maxLength={60}
        type="search"
        onText={setTyped}
      />
      {text.length >= 2 && found.length > 0 && (
        <ul className="find-list" aria-label={say(words.found)}>
          {found.map(one => (
            <li key={one.id}>
              <button type="button" onClick={() => onVisitor({ id: one.id, name: one.name })}>
                {one.name}
                <span className="soft numbers">
                  {[one.birthYear, one.institution].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
