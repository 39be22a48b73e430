import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { entranceWords as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';

export interface AboutPerson {
  name: string;
  email: string;
  password: string;
}

interface Props {
  /** What headquarters knows of the person; nothing of the first administrator. */
  known: { name: string | null; email: string | null };
  onDone: (person: AboutPerson) => void;
  onBack: () => void;
}

const shortest = 12;

export function PasswordStep({ known, onDone, onBack }: Props) {
  const { say } = useWords();
  const [name, setName] = useState(known.name ?? '');
  const [email, setEmail] = useState(known.email ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isNew = known.email === null;
  const differ = again !== '' && again !== password;
  const why =
    name.trim().length < 2 || !/^\S+@\S+\.\S+$/.test(email.trim())
      ? say(words.needName)
      : (password.length < shortest || again !== password) && say(words.needPassword);
  return (
    <>
      <p className="soft">{say(words.step, { n: 1 })}</p>
      <h2>{isNew ? say(words.aboutYou) : name}</h2>
      <form
        className="entrance-form"
        onSubmit={event => {
          event.preventDefault();
          if (!why) onDone({ name, email, password });
        }}
      >
        {isNew && (
          <TextField label={say(words.name)} value={name} autoFocus maxLength={80} onText={setName} />
        )}
        <TextField
          label={say(words.email)}
          type="email"
          autoComplete="username"
          readOnly={!isNew}
          value={email}
          maxLength={120}
          onText={setEmail}
        />
        <TextField
          label={say(words.newPassword)}
          hint={say(words.passwordHint)}
          type="password"
          autoComplete="new-password"
          autoFocus={!isNew}
          value={password}
          maxLength={200}
          onText={setPassword}
        />
        <TextField
          label={say(words.passwordAgain)}
          type="password"
          autoComplete="new-password"
          error={differ ? say(words.passwordsDiffer) : null}
          value={again}
          maxLength={200}
          onText={setAgain}
        />
        <div className="row entrance-acts">
          <ActionButton icon={ArrowLeft} onClick={onBack}>
            {say(words.back)}
          </ActionButton>
          <ActionButton tone="primary" type="submit" icon={ArrowRight} why={why}>
            {say(words.next)}
          </ActionButton>
        </div>
      </form>
    </>
  );
}
