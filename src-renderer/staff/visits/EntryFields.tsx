import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { entryWords as words, visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import type { EntryForm } from './entry-form.ts';

interface Props {
  form: EntryForm;
  set: (change: Partial<EntryForm>) => void;
  errorOf: (field: string) => string | null;
}

export function PersonFields({ form, set, errorOf }: Props) {
  const { say } = useWords();
  const group = form.kind === 'group';
  return (
    <>
      <TextField
        label={say(group ? words.leaderName : words.name)}
        value={form.name}
        maxLength={100}
        error={errorOf('name')}
        onText={name => set({ name })}
      />
      {!group && (
        <>
          <ChipChoice
            label={say(visitWords.sex)}
            options={(['male', 'female'] as const).map(value => ({ value, label: say(visitWords[value]) }))}
            value={form.sex}
            onPick={sex => set({ sex })}
          />
          {errorOf('sex') && <p className="field-error">{errorOf('sex')}</p>}
          <TextField
            label={say(visitWords.birthYear)}
            inputMode="numeric"
            maxLength={4}
            value={form.birthYear}
            error={errorOf('birthYear')}
            onText={text => set({ birthYear: text.replaceAll(/\D/g, '') })}
          />
        </>
      )}
      <div className="pair">
        <TextField
          label={say(visitWords.phone)}
          inputMode="tel"
          maxLength={30}
          value={form.phone}
          error={errorOf('phone')}
          hint={say(words.contactHint)}
          onText={phone => set({ phone })}
        />
        <TextField
          label={say(visitWords.email)}
          inputMode="email"
          maxLength={120}
          value={form.email}
          error={errorOf('email')}
          onText={email => set({ email })}
        />
      </div>
    </>
  );
}

export function GroupFields({ form, set, errorOf }: Props) {
  const { say } = useWords();
  return (
    <div className="pair">
      {(['men', 'women'] as const).map(field => (
        <TextField
          key={field}
          label={say(words[field])}
          inputMode="numeric"
          maxLength={3}
          value={form[field]}
          error={field === 'men' ? errorOf('men') : null}
          onText={text => set({ [field]: text.replaceAll(/\D/g, '') })}
        />
      ))}
    </div>
  );
}

export function CompanionFields({ form, set, errorOf }: Props) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  return (
    <div className="pair">
      <TextField
        label={say(words.companionName)}
        aside={form.visitor && say(frame.optional)}
        value={form.companionName}
        maxLength={100}
        error={errorOf('companionName')}
        onText={companionName => set({ companionName })}
      />
      <SelectField
        label={say(words.companionRelation)}
        value={form.companionRelation}
        error={errorOf('companionRelation')}
        onPick={companionRelation => set({ companionRelation })}
      >
        <option value="">{say(words.choose)}</option>
        {(office?.lists.relations ?? []).map(one => (
          <option key={one.code} value={one.code}>
            {say(one)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
