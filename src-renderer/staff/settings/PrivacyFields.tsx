import { TextField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { BothField } from './BothFields.tsx';
import { ConsentFields } from './ConsentFields.tsx';
import { CheckField } from '../../desk/CheckField.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

/** What is stored and for how long, and the notice that visitors read, made from just that. */
export function PrivacyFields({ profile, set, errorOf }: ProfileFields) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const { privacy } = profile;
  return (
    <>
      <CheckField
        label={words.askLastFour}
        checked={profile.custody.askLastFour}
        onCheck={askLastFour => set({ custody: { askLastFour } })}
      />
      <NumberField
        label={words.identityMonths}
        hint={words.identityMonthsHint}
        value={privacy.identityMonths}
        error={errorOf('privacy.identityMonths')}
        onNumber={months =>
          set({ privacy: { ...privacy, identityMonths: Number.isNaN(months) ? null : months } })
        }
      />
      <BothField
        label={words.legalBasis}
        value={privacy.legalBasis}
        error={errorOf('privacy.legalBasis')}
        onValue={legalBasis => set({ privacy: { ...privacy, legalBasis } })}
      />
      <TextField
        label={say(words.privacyContact)}
        value={privacy.contact}
        error={errorOf('privacy.contact')}
        onText={contact => set({ privacy: { ...privacy, contact } })}
      />
      <ConsentFields profile={profile} set={set} errorOf={errorOf} />
      {office?.notice && (
        <section className="notice">
          <h3>{say(words.notice, { n: office.notice.version })}</h3>
          <p className="soft">{say(words.noticeLead)}</p>
          <p>
            <strong>{say(office.notice.body.title)}</strong>
          </p>
          <p>{say(office.notice.body.short)}</p>
          <ul>
            {office.notice.body.points.map(point => (
              <li key={point.en}>{say(point)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
