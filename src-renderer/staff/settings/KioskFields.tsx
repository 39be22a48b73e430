import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

export function KioskFields({ profile, set, errorOf }: ProfileFields) {
  const { say } = useWords();
  const { kiosk } = profile;
  return (
    <>
      <ChipChoice
        label={say(words.form)}
        options={[
          { value: 'short', label: say(words.formShort) },
          { value: 'full', label: say(words.formFull) },
        ]}
        value={kiosk.form}
        onPick={form => set({ kiosk: { ...kiosk, form } })}
      />
      <NumberField
        label={words.idle}
        value={kiosk.idleSeconds}
        error={errorOf('kiosk.idleSeconds')}
        onNumber={idleSeconds => set({ kiosk: { ...kiosk, idleSeconds } })}
      />
      <NumberField
        label={words.countdown}
        value={kiosk.countdownSeconds}
        error={errorOf('kiosk.countdownSeconds')}
        onNumber={countdownSeconds => set({ kiosk: { ...kiosk, countdownSeconds } })}
      />
      <CheckField
        label={words.printTicket}
        checked={kiosk.printTicket}
        onCheck={printTicket => set({ kiosk: { ...kiosk, printTicket } })}
      />
      <NumberField
        label={words.lockMinutes}
        value={profile.lockMinutes}
        error={errorOf('lockMinutes')}
        onNumber={lockMinutes => set({ lockMinutes })}
      />
    </>
  );
}
