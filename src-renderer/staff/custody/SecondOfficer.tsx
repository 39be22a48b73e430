import { useQuery } from '@tanstack/react-query';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { entryWords } from '../../words/staff-visit.ts';
import { useWords, type Sentence } from '../../words.ts';
import { reads } from '../reads.ts';
import { session } from '../session/session.ts';

export interface Second {
  id: string;
  pin: string;
}

export const noSecond: Second = { id: '', pin: '' };
export const isComplete = (second: Second): boolean => second.id !== '' && /^\d{6}$/.test(second.pin);

interface Props {
  value: Second;
  onChange: (value: Second) => void;
  label?: Sentence;
  pinLabel?: Sentence;
}

/** Another officer, by name and PIN: never the one signed in. */
export function SecondOfficer({ value, onChange, label = words.second, pinLabel = words.secondPin }: Props) {
  const { say } = useWords();
  const me = session.use().staff;
  const people = (useQuery(reads.names()).data ?? []).filter(
    one => one.id !== me?.id && one.role !== 'viewer',
  );
  const demoPin = people.find(one => one.id === value.id)?.pin;
  return (
    <div className="pair">
      <SelectField label={say(label)} value={value.id} onPick={id => onChange({ id, pin: '' })}>
        <option value="">{say(entryWords.choose)}</option>
        {people.map(one => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={say(pinLabel)}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        hint={demoPin && `PIN DEMO ${demoPin}`}
        value={value.pin}
        onText={text => onChange({ ...value, pin: text.replaceAll(/\D/g, '') })}
      />
    </div>
  );
}
