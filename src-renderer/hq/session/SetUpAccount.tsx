import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { entranceWords as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { reads, queryClient } from '../queries.ts';
import { PasswordStep, type AboutPerson } from './PasswordStep.tsx';
import { PhoneStep } from './PhoneStep.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { begin } from './session.ts';

type Invited = Awaited<ReturnType<typeof readInvitation>>;
type Accepted = Awaited<ReturnType<typeof accept>>;
type Acceptance = Parameters<typeof hq.invitations.accept.$post>[0]['json'];

const readInvitation = (code: string) => answer(hq.invitations.read.$post({ json: { code } }));
const accept = (json: Acceptance) => answer(hq.invitations.accept.$post({ json }));

interface Props {
  /** Nobody has an account yet: whoever holds the code becomes the first administrator. */
  first: boolean;
  onLeave: (() => void) | undefined;
}

/** With a one-time code: password, phone, recovery codes; then the person is signed in. */
export function SetUpAccount({ first, onLeave }: Props) {
  const { say } = useWords();
  const [code, setCode] = useState('');
  const [invited, setInvited] = useState<Invited | null>(null);
  const [person, setPerson] = useState<AboutPerson | null>(null);
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const look = useAct(readInvitation, { onDone: setInvited, onFail: () => true });
  const finish = useAct(
    (phoneCode: string) => {
      const { password, name, email } = person!;
      const own = invited!.email === null ? { first: { name: name.trim(), email: email.trim() } } : {};
      return accept({ code, password, phoneCode, ...own });
    },
    { onDone: setAccepted, onFail: () => true },
  );
  if (accepted)
    return (
      <RecoveryCodes
        codes={accepted.recoveryCodes}
        onKept={() => {
          void queryClient.invalidateQueries(reads.about());
          begin(accepted);
        }}
      />
    );
  if (invited && person)
    return (
      <PhoneStep
        uri={invited.uri}
        secret={invited.secret}
        busy={finish.busy}
        failure={finish.failure}
        onCode={finish.run}
        onBack={() => {
          finish.reset();
          setPerson(null);
        }}
      />
    );
  if (invited) return <PasswordStep known={invited} onDone={setPerson} onBack={() => setInvited(null)} />;
  return (
    <>
      <h2>{say(first ? words.firstTitle : words.inviteTitle)}</h2>
      <p className="soft entrance-lead">{say(first ? words.firstLead : words.inviteLead)}</p>
      <form
        className="entrance-form"
        onSubmit={event => {
          event.preventDefault();
          look.run(code);
        }}
      >
        <TextField
          className="field-code"
          label={say(words.oneTimeCode)}
          hint={say(words.oneTimeHint)}
          value={code}
          spellCheck={false}
          autoFocus
          maxLength={40}
          onText={setCode}
        />
        <FailureLine failure={look.failure} />
        <ActionButton
          tone="primary"
          size="large"
          type="submit"
          icon={ArrowRight}
          busy={look.busy}
          why={code.trim().length < 8 && say(words.needCode)}
        >
          {say(words.next)}
        </ActionButton>
      </form>
      {onLeave && (
        <ActionButton tone="quiet" icon={ArrowLeft} onClick={onLeave}>
          {say(words.backToLogin)}
        </ActionButton>
      )}
    </>
  );
}
