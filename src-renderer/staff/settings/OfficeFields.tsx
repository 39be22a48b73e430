import { TextField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import type { OfficeProfile } from '../../../src-main/profile/schema.ts';
import { BothField, BothLines } from './BothFields.tsx';
import { ComplaintFields } from './ComplaintFields.tsx';
import { OfficeIdentity } from './OfficeIdentity.tsx';
import type { ProfileFields } from './ProfileForm.tsx';
import { SetupAgain } from './SetupAgain.tsx';

export function OfficeFields({ profile, set, errorOf, readOnly }: ProfileFields) {
  const { say } = useWords();
  const { standard } = profile;
  const setStandard = (change: Partial<OfficeProfile['standard']>) =>
    set({ standard: { ...standard, ...change } });
  return (
    <>
      {!readOnly && <SetupAgain />}
      <OfficeIdentity office={profile.office} onOffice={office => set({ office })} errorOf={errorOf} />
      <TextField
        label={say(words.standardNumber)}
        value={standard.number}
        error={errorOf('standard.number')}
        onText={number => setStandard({ number })}
      />
      <BothField
        label={words.pledge}
        rows={4}
        value={standard.pledge}
        error={errorOf('standard.pledge')}
        onValue={pledge => setStandard({ pledge })}
      />
      {(['requirements', 'procedure', 'time', 'products'] as const).map(part => (
        <BothLines
          key={part}
          label={words[part]}
          value={standard[part]}
          error={errorOf(`standard.${part}`)}
          onValue={value => setStandard({ [part]: value })}
        />
      ))}
      <BothField
        label={words.cost}
        rows={2}
        value={standard.cost}
        error={errorOf('standard.cost')}
        onValue={cost => setStandard({ cost })}
      />
      <ComplaintFields
        channels={standard.complaints}
        onChannels={complaints => setStandard({ complaints })}
        errorOf={errorOf}
      />
    </>
  );
}
