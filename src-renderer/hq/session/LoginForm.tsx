import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useAct } from '../../desk/use-act.ts';
import { useTick } from '../../desk/use-tick.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { entranceWords as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { signIn } from './session.ts';

/** E-mail, password and the phone's code at once; after wrong tries the wait is counted down. */
export function LoginForm({ email: known }: { email?: string }) {
  const { say } = useWords();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [until, setUntil] = useState(0);
  const seconds = Math.max(0, Math.ceil((until - useTick()) / 1_000));
  const enter = useAct(() => signIn({ email: email.trim(), password, code: code.trim() }), {
    onFail: failure => {
      setCode('');
      const waits = Number(failure.details.retry_after_s ?? 0);
      if (waits > 0) setUntil(Date.now() + waits * 1_000);
      return true;
    },
  });
  return (
    <form
      className="entrance-form"
      onSubmit={event => {
        event.preventDefault();
        enter.run();
      }}
    >
      <TextField
        label={say(words.email)}
        type="email"
        autoComplete="username"
        value={email}
        readOnly={known !== undefined}
        autoFocus={known === undefined}
        maxLength={200}
        onText={setEmail}
      />
      <TextField
        label={say(words.password)}
        type="password"
        autoComplete="current-password"
        value={password}
        autoFocus={known !== undefined}
        maxLength={200}
        onText={setPassword}
      />
      <TextField
        label={say(words.code)}
        hint={say(words.codeHint)}
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        maxLength={40}
        onText={setCode}
      />
      <FailureLine failure={enter.failure} />
      <ActionButton
        tone="primary"
        size="large"
        type="submit"
        icon={LogIn}
        busy={enter.busy}
        why={
          seconds > 0
            ? say(words.waitSeconds, { n: seconds })
            : (!email.trim() || !password || !code.trim()) && say(words.needAll)
        }
      >
        {seconds > 0 ? say(words.waitSeconds, { n: seconds }) : say(words.enter)}
      </ActionButton>
    </form>
  );
}
