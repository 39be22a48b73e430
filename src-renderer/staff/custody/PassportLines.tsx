import { CircleAlert, CircleCheck, ScanText } from 'lucide-react';
import type { PassportPart } from '../../../src-main/custody/passport.ts';
import type { Failure } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { AreaField } from '../../ui/Field.tsx';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { useWords } from '../../words.ts';
import type { usePassport } from './use-passport.ts';

/** Where they are typed. They leave the screen when they are read; only the kind and the last four go further. */
export function PassportLines({ passport }: { passport: ReturnType<typeof usePassport> }) {
  const { say } = useWords();
  return (
    <div className="stack">
      <AreaField
        label={say(words.passport)}
        hint={say(words.passportHint)}
        className="passport-lines"
        rows={2}
        maxLength={250}
        spellCheck={false}
        autoComplete="off"
        value={passport.typed}
        onText={passport.type}
      />
      {passport.failure && <Wrong failure={passport.failure} />}
      {passport.good && (
        <p className="note note-green" role="status">
          <CircleCheck size={20} aria-hidden />
          {say(words.passportGood)}
        </p>
      )}
      {!passport.good && (
        <div className="row">
          <ActionButton
            icon={ScanText}
            busy={passport.busy}
            why={!passport.typed.trim() && say(words.passportHint)}
            onClick={() => passport.read(passport.typed)}
          >
            {say(words.passportRead)}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

function Wrong({ failure }: { failure: Failure }) {
  const { say } = useWords();
  const parts = Array.isArray(failure.details.parts) ? (failure.details.parts as PassportPart[]) : [];
  return (
    <p className="note note-red" role="alert">
      <CircleAlert size={20} aria-hidden />
      <span>
        {say(failure.sentence)}{' '}
        {parts.length > 0 &&
          say(words.passportWhere, { parts: parts.map(part => say(words.passportParts[part])).join(', ') })}
      </span>
    </p>
  );
}
