import { LockKeyhole } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { entranceWords as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { LoginForm } from './LoginForm.tsx';
import { forget, type Person } from './session.ts';
import './session.css';

/** Over the page, which waits beneath exactly as it was. */
export function LostScreen({ person }: { person: Person }) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  // Modal, so that it lies above any dialog that was open when the session ended.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="entrance-lock"
      aria-labelledby="lost-title"
      onCancel={event => event.preventDefault()}
    >
      <section className="entrance-card">
        <LockKeyhole size={32} aria-hidden />
        <h1 id="lost-title">{say(words.lostTitle)}</h1>
        <p className="soft">{say(words.lost)}</p>
        <LoginForm email={person.email} />
        <ActionButton tone="quiet" onClick={forget}>
          {say(words.other)}
        </ActionButton>
      </section>
    </dialog>
  );
}
