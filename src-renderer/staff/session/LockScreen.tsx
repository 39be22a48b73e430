import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { Staff } from '../../../src-main/staff/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame, sessionWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { PinEntry } from './PinEntry.tsx';
import { signOut, unlock } from './session.ts';
import './entrance.css';

/** Over the console, which waits beneath exactly as it was. */
export function LockScreen({ staff, lost }: { staff: Staff; lost: boolean }) {
  const { say } = useWords();
  const [leaving, setLeaving] = useState(false);
  return (
    <main className="entrance entrance-lock">
      <section className="entrance-card">
        <LockKeyhole size={32} aria-hidden />
        <h1>{say(lost ? sessionWords.lostTitle : sessionWords.lockedTitle)}</h1>
        <p className="soft">{say(lost ? sessionWords.lost : sessionWords.locked, { name: staff.name })}</p>
        <h2>{say(sessionWords.pinOf, { name: staff.name })}</h2>
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
    </main>
  );
}
