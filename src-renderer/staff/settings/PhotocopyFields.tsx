import { papers, type Paper } from '../../../src-main/photocopies/options.ts';
import { ChipChoices } from '../../ui/ChipChoice.tsx';
import { AreaField } from '../../ui/Field.tsx';
import { settingsWords } from '../../words/staff-settings.ts';
import { photocopyWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

const usualPort = 4_312;

/** When the alarm goes, what the co-op has, what every form says, and whether a phone may confirm. */
export function PhotocopyFields({ profile, set, errorOf }: ProfileFields) {
  const { say } = useWords();
  const { photocopy } = profile;
  const change = (part: Partial<typeof photocopy>) => set({ photocopy: { ...photocopy, ...part } });
  const { copyright, phonePort } = photocopy;
  return (
    <section className="stack">
      <NumberField
        label={words.outMinutes}
        value={photocopy.outMinutes}
        error={errorOf('photocopy.outMinutes')}
        onNumber={outMinutes => change({ outMinutes })}
      />
      <ChipChoices<Paper>
        label={say(words.papers)}
        options={papers.map(value => ({ value, label: value.toUpperCase() }))}
        values={photocopy.papers}
        onPick={picked => change({ papers: papers.filter(one => picked.includes(one)) })}
      />
      {errorOf('photocopy.papers') && <p className="field-error">{errorOf('photocopy.papers')}</p>}
      <h3>{say(words.copyrightNote)}</h3>
      <AreaField
        label={say(settingsWords.indonesian)}
        value={copyright.id}
        maxLength={300}
        error={errorOf('photocopy.copyright.id')}
        onText={id => change({ copyright: { ...copyright, id } })}
      />
      <AreaField
        label={say(settingsWords.english)}
        lang="en"
        value={copyright.en}
        maxLength={300}
        error={errorOf('photocopy.copyright.en')}
        onText={en => change({ copyright: { ...copyright, en } })}
      />
      <CheckField
        label={words.phone}
        hint={words.phoneHint}
        checked={phonePort !== null}
        onCheck={on => change({ phonePort: on ? usualPort : null })}
      />
      {phonePort !== null && (
        <NumberField
          label={words.phonePort}
          value={phonePort}
          error={errorOf('photocopy.phonePort')}
          onNumber={port => change({ phonePort: port })}
        />
      )}
    </section>
  );
}
