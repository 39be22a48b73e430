import { useQuery } from '@tanstack/react-query';
import { Check, ListPlus, Plus, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { reads } from '../queries.ts';
import type { Picked } from './stage.ts';
import './rollouts.css';

const atOnce = 6;

/** Offices found by name or number, and those that were picked. */
export function OfficePicker({ picked, onPick }: { picked: Picked[]; onPick: (picked: Picked[]) => void }) {
  const { say, number } = useWords();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { rows, total = 0 } =
    useQuery({
      ...reads.offices({ text: asked, order: 'name', down: false, page: 0 }),
      enabled: asked.length >= 2,
    }).data ?? {};
  const found = rows?.slice(0, atOnce);
  const has = (office: string) => picked.some(one => one.office === office);
  return (
    <div className="stack-tight">
      <TextField
        label={say(words.pick)}
        hint={say(words.pickHint)}
        type="search"
        value={text}
        onText={setText}
      />
      {asked.length >= 2 && found && (
        <ul className="office-found">
          {found.map(({ office, name }) => (
            <li key={office}>
              <button
                type="button"
                disabled={has(office)}
                onClick={() => onPick([...picked, { office, name }])}
              >
                {has(office) ? <Check size={16} aria-hidden /> : <Plus size={16} aria-hidden />}
                {name} <span className="soft numbers">{office}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="soft">{say(words.pickNone)}</li>}
        </ul>
      )}
      {asked.length >= 2 && rows && total > 1 && (
        <div className="row">
          {rows.length === total ? (
            <ActionButton
              size="small"
              icon={ListPlus}
              why={rows.every(one => has(one.office)) && say(words.pickAllDone)}
              onClick={() =>
                onPick([
                  ...picked,
                  ...rows.filter(one => !has(one.office)).map(({ office, name }) => ({ office, name })),
                ])
              }
            >
              {say(words.pickAll, { n: number(total) })}
            </ActionButton>
          ) : (
            <p className="soft">{say(words.pickMany, { n: number(total), most: number(rows.length) })}</p>
          )}
        </div>
      )}
      {picked.length > 0 && (
        <ul className="office-picked" aria-label={say(words.picked)}>
          {picked.map(({ office, name }) => (
            <li key={office} className="tag tag-blue">
              {name}
              <button
                type="button"
                aria-label={say(words.unpick, { name })}
                onClick={() => onPick(picked.filter(one => one.office !== office))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
