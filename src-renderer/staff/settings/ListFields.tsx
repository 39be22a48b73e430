import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Choice, OfficeProfile } from '../../../src-main/profile/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import type { ProfileFields } from './ProfileForm.tsx';

type ListName = keyof OfficeProfile['lists'];

/** The words of the option lists. Lists that map onto the survey keep their codes; only the words change. */
export function ListFields({ profile, set, errorOf, readOnly }: ProfileFields) {
  const { say } = useWords();
  const [name, setName] = useState<ListName>('cards');
  const list = profile.lists[name];
  const put = (next: Choice[]) => set({ lists: { ...profile.lists, [name]: next } });
  const change = (index: number, part: Partial<Choice>) =>
    put(list.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const fixed = list.some(one => one.skd !== undefined);
  return (
    <>
      <SelectField
        label={say(words.listChoose)}
        hint={say(words.listHint)}
        value={name}
        onPick={value => setName(value as ListName)}
      >
        {(Object.keys(words.listNames) as ListName[]).map(key => (
          <option key={key} value={key}>
            {say(words.listNames[key])}
          </option>
        ))}
      </SelectField>
      <ul className="stack">
        {list.map((one, index) => (
          <li key={one.code} className="choice-line">
            <TextField
              label={say(words.indonesian)}
              value={one.id}
              error={errorOf(`lists.${name}.${index}.id`)}
              onText={id => change(index, { id })}
            />
            <TextField
              label={say(words.english)}
              lang="en"
              value={one.en}
              error={errorOf(`lists.${name}.${index}.en`)}
              onText={en => change(index, { en })}
            />
            {!fixed && !readOnly && (
              <button
                type="button"
                className="icon-button"
                aria-label={say(words.removeChoice, { name: say(one) })}
                title={say(words.removeChoice, { name: say(one) })}
                onClick={() => put(list.filter((_, at) => at !== index))}
              >
                <Trash2 size={18} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!fixed && !readOnly && (
        <div>
          <ActionButton
            icon={Plus}
            onClick={() => put([...list, { code: `own-${crypto.randomUUID().slice(0, 8)}`, id: '', en: '' }])}
          >
            {say(words.addChoice)}
          </ActionButton>
        </div>
      )}
    </>
  );
}
