import { useQuery } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Staff } from '../../../src-main/staff/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame, sessionWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { reads } from '../reads.ts';
import { PinEntry } from './PinEntry.tsx';
import { signOut, unlock } from './session.ts';
import './entrance.css';

/** Over the console, which waits beneath exactly as it was. */
export function LockScreen({ staff, lost }: { staff: Staff; lost: boolean }) {
  const { say } = useWords();
  const demoPin = useQuery(reads.names()).data?.find(one => one.id === staff.id)?.pin;
  const [leaving, setLeaving] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  // Modal, so that it lies above any dialog that was open when the screen locked.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="entrance-lock"
      aria-labelledby="lock-title"
      onCancel={event => event.preventDefault()}
    >
      <section className="entrance-card">
        <LockKeyhole size={32} aria-hidden />
        <h1 id="lock-title">{say(lost ? sessionWords.lostTitle : sessionWords.lockedTitle)}</h1>
        <p className="soft">{say(lost ? sessionWords.lost : sessionWords.locked, { name: staff.name })}</p>
        <h2>{say(sessionWords.pinOf, { name: staff.name })}</h2>
        {demoPin && <p className="soft">{say(sessionWords.demoPin, { pin: demoPin })}</p>}
        <PinEntry onPin={unlock} />
        {leaving ? (
          <div className="row">
            <p>{say(sessionWords.changeAsk)}</p>
            <ActionButton tone="danger" onClick={() => void signOut()}>
              {say(sessionWords.change)}
            </ActionButton>
            <ActionButton onClick={() => setLeaving(false)}>{say(frame.cancel)}</ActionButton>
          </div>
        ) : (
          <ActionButton tone="quiet" onClick={() => setLeaving(true)}>
            {say(sessionWords.change)}
          </ActionButton>
        )}
      </section>
    </dialog>
  );
}
