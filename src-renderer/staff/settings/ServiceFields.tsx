import { Field, TextField } from '../../ui/Field.tsx';
import { settingsWords as words, weekdayWords } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

/** The promise, the opening hours, and which services are offered under which letter. */
export function ServiceFields({ profile, set, errorOf }: ProfileFields) {
  const { say } = useWords();
  const { services } = profile;
  const shared = new Set(services.map(one => one.letter)).size !== services.length;
  const change = (index: number, part: Partial<(typeof services)[number]>) =>
    set({ services: services.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      <NumberField
        label={words.promise}
        hint={words.promiseHint}
        value={profile.promiseMinutes}
        error={errorOf('promiseMinutes')}
        onNumber={promiseMinutes => set({ promiseMinutes })}
      />
      <CheckField
        label={words.voice}
        hint={words.voiceHint}
        checked={profile.voice}
        onCheck={voice => set({ voice })}
      />
      <section className="stack">
        <h3>{say(words.services)}</h3>
        {shared && <p className="field-error">{say(words.lettersSame)}</p>}
        {services.map((service, index) => (
          <div key={service.code} className="service-line">
            <TextField
              label={say(words.indonesian)}
              value={service.id}
              error={errorOf(`services.${index}.id`)}
              onText={id => change(index, { id })}
            />
            <TextField
              label={say(words.english)}
              lang="en"
              value={service.en}
              error={errorOf(`services.${index}.en`)}
              onText={en => change(index, { en })}
            />
            <TextField
              label={say(words.letter)}
              value={service.letter}
              maxLength={1}
              error={errorOf(`services.${index}.letter`)}
              onText={letter => change(index, { letter: letter.toUpperCase() })}
            />
            <CheckField
              label={words.active}
              checked={service.active}
              onCheck={active => change(index, { active })}
            />
          </div>
        ))}
      </section>
      <Hours profile={profile} set={set} errorOf={errorOf} />
    </>
  );
}

function Hours({ profile, set, errorOf }: Omit<ProfileFields, 'readOnly'>) {
  const { say } = useWords();
  const { hours } = profile;
  return (
    <section className="stack">
      <h3>{say(words.hours)}</h3>
      {errorOf('hours') && <p className="field-error">{errorOf('hours')}</p>}
      {weekdayWords.map((name, index) => {
        const weekday = index + 1;
        const here = hours.find(one => one.weekday === weekday);
        const change = (next: typeof here) =>
          set({
            hours: [...hours.filter(one => one.weekday !== weekday), ...(next ? [next] : [])].sort(
              (a, b) => a.weekday - b.weekday,
            ),
          });
        return (
          <div key={name.en} className="hours-line">
            <CheckField
              label={name}
              checked={here !== undefined}
              onCheck={on => change(on ? { weekday, open: '08:00', close: '15:30' } : undefined)}
            />
            {here ? (
              <>
                <Field label={say(words.opens)}>
                  {ids => (
                    <input
                      {...ids}
                      type="time"
                      value={here.open}
                      onChange={event => change({ ...here, open: event.target.value })}
                    />
                  )}
                </Field>
                <Field label={say(words.closes)}>
                  {ids => (
                    <input
                      {...ids}
                      type="time"
                      value={here.close}
                      onChange={event => change({ ...here, close: event.target.value })}
                    />
                  )}
                </Field>
              </>
            ) : (
              <span className="soft">{say(words.closedDay)}</span>
            )}
          </div>
        );
      })}
    </section>
  );
}
