import { consentPurposes } from '../../../src-central/wire/consent-schema.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { consentWords as words } from '../../words/staff-consents.ts';
import { useWords } from '../../words.ts';
import { NumberField } from '../frame/NumberField.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

const usualDays = 365;

/** For what visitors are asked whether headquarters may have their name and contact. */
export function ConsentFields({ profile, set, errorOf }: Omit<ProfileFields, 'readOnly'>) {
  const { say } = useWords();
  const { consents } = profile;
  return (
    <section className="stack">
      <h3>{say(words.title)}</h3>
      <p className="soft">{say(words.lead)}</p>
      {consentPurposes.map(purpose => {
        const at = consents.findIndex(one => one.purpose === purpose);
        const others = consents.filter(one => one.purpose !== purpose);
        return (
          <div key={purpose} className="stack">
            <CheckField
              label={words.ask[purpose]}
              hint={words.askHint[purpose]}
              checked={at >= 0}
              onCheck={on => set({ consents: on ? [...others, { purpose, days: usualDays }] : others })}
            />
            {at >= 0 && (
              <NumberField
                label={words.days}
                hint={words.daysHint}
                value={consents[at]!.days}
                error={errorOf(`consents.${at}.days`)}
                onNumber={days => set({ consents: consents.with(at, { purpose, days }) })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
