import { TextField } from '../../ui/Field.tsx';
import { scannerWords as words } from '../../words/staff-scanner.ts';
import { useWords } from '../../words.ts';
import type { ProfileFields } from './ProfileForm.tsx';
import { ScannerTrial } from './ScannerTrial.tsx';

export function ScannerFields({ profile, set, errorOf, readOnly }: ProfileFields) {
  const { say } = useWords();
  const { scanner } = profile;
  return (
    <>
      <p className="soft">{say(words.lead)}</p>
      <ScannerTrial
        onWrapping={found => {
          const changed = found.prefix !== scanner.prefix || found.suffix !== scanner.suffix;
          if (changed && !readOnly) set({ scanner: found });
        }}
      />
      <div className="pair">
        <TextField
          label={say(words.prefix)}
          hint={say(words.wrappingHint)}
          value={scanner.prefix}
          maxLength={16}
          spellCheck={false}
          error={errorOf('scanner.prefix')}
          onText={prefix => set({ scanner: { ...scanner, prefix } })}
        />
        <TextField
          label={say(words.suffix)}
          value={scanner.suffix}
          maxLength={16}
          spellCheck={false}
          error={errorOf('scanner.suffix')}
          onText={suffix => set({ scanner: { ...scanner, suffix } })}
        />
      </div>
    </>
  );
}
