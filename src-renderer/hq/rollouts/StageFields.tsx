import { useQuery } from '@tanstack/react-query';
import { Check, Plus, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { reads } from '../queries.ts';
import type { ChosenStage, Picked } from './stage.ts';

interface Props {
  label: string;
  stage: ChosenStage;
  onStage: (stage: ChosenStage) => void;
}

const tos = ['percent', 'offices', 'all'] as const;
const shares = ['5', '10', '25', '50'] as const;

/** A share of all offices, chosen ones, or all. */
export function StageFields({ label, stage, onStage }: Props) {
  const { say } = useWords();
  return (
    <div className="stack">
      <ChipChoice
        label={label}
        value={stage.to}
        options={tos.map(value => ({ value, label: say(words.tos[value]) }))}
        onPick={to => onStage({ ...stage, to })}
      />
      {stage.to === 'percent' && (
        <div className="stack-tight">
          <ChipChoice
            label={say(words.percent)}
            size="small"
            value={shares.find(one => Number(one) === stage.percent) ?? null}
            options={shares.map(value => ({ value, label: `${value} %` }))}
            onPick={value => onStage({ ...stage, percent: Number(value) })}
          />
          <p className="soft">{say(words.percentHint)}</p>
        </div>
      )}
      {stage.to === 'offices' && (
        <OfficePicker picked={stage.offices} onPick={offices => onStage({ ...stage, offices })} />
      )}
    </div>
  );
}

const atOnce = 6;

function OfficePicker({ picked, onPick }: { picked: Picked[]; onPick: (picked: Picked[]) => void }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    ...reads.offices({ text: asked, order: 'name', down: false, page: 0 }),
    enabled: asked.length >= 2,
  }).data?.rows.slice(0, atOnce);
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
        </ul>
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
