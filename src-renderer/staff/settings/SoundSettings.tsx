import { Volume2 } from 'lucide-react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { play, sound, type Sound } from '../sound.ts';
import { CheckField } from '../../desk/CheckField.tsx';

export function SoundSettings() {
  const { say } = useWords();
  const { muted, volume } = sound.use();
  return (
    <div className="stack">
      <p className="soft">{say(words.soundLead)}</p>
      <CheckField
        label={words.mute}
        checked={muted}
        onCheck={on => sound.set(now => ({ ...now, muted: on }))}
      />
      <Field label={say(words.volume)} className="field-range">
        {ids => (
          <input
            {...ids}
            type="range"
            min={0}
            max={1}
            step={0.1}
            value={volume}
            onChange={event => sound.set(now => ({ ...now, volume: Number(event.target.value) }))}
          />
        )}
      </Field>
      <h3>{say(words.hear)}</h3>
      <div className="row">
        {(Object.keys(words.sounds) as Sound[]).map(name => (
          <ActionButton key={name} icon={Volume2} onClick={() => play(name)}>
            {say(words.sounds[name])}
          </ActionButton>
        ))}
      </div>
    </div>
  );
}
