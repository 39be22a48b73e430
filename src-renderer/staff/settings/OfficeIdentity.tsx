import type { OfficeProfile } from '../../../src-main/profile/schema.ts';
import { AreaField, SelectField, TextField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';

type Office = OfficeProfile['office'];

interface Props {
  office: Office;
  onOffice: (office: Office) => void;
  errorOf: (path: string) => string | null;
}

/** Name, code, address: also the first screen of the set-up. */
export function OfficeIdentity({ office, onOffice, errorOf }: Props) {
  const { say } = useWords();
  const text = (field: Exclude<keyof Office, 'zone'>) => ({
    label: say(words[field]),
    value: office[field],
    error: errorOf(`office.${field}`),
    onText: (value: string) => onOffice({ ...office, [field]: value }),
  });
  return (
    <div className="stack">
      <TextField {...text('name')} />
      <div className="pair">
        <TextField {...text('shortName')} maxLength={32} hint={say(words.shortNameHint)} />
        <TextField {...text('code')} maxLength={4} inputMode="numeric" hint={say(words.codeHint)} />
      </div>
      <AreaField {...text('address')} rows={2} />
      <div className="pair">
        <TextField {...text('phone')} />
        <TextField {...text('email')} inputMode="email" />
        <TextField {...text('website')} />
        <SelectField
          label={say(words.zone)}
          value={office.zone}
          onPick={zone => onOffice({ ...office, zone: zone as Office['zone'] })}
        >
          <option value="Asia/Jakarta">WIB (UTC+7)</option>
          <option value="Asia/Makassar">WITA (UTC+8)</option>
          <option value="Asia/Jayapura">WIT (UTC+9)</option>
        </SelectField>
      </div>
    </div>
  );
}
