import { Hourglass, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords, waitWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { focusWhenPainted } from '../../ui/focus.ts';
import type { Sending } from './outbox.ts';

interface Props {
  sending: Sending;
  onTryNow: () => void;
  onCheck: () => void;
  onSignAnew: () => void;
}

/** Between the last press and the ticket. Mostly never seen; calm when the station is silent or its disk is full. */
export function SendingScreen({ sending, onTryNow, onCheck, onSignAnew }: Props) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusWhenPainted(heading.current), [sending.state]);

  if (sending.state === 'sending' || sending.state === 'stored')
    return (
      <div className="k-wait k-late" role="status">
        <Hourglass aria-hidden strokeWidth={1.5} />
        <h1>{say(waitWords.sending)}</h1>
      </div>
    );

  const { failure } = sending;
  const waiting = sending.state === 'waiting';
  const notRecognised = failure.code.startsWith('visitors.');
  return (
    <div className="k-wait">
      <ShieldCheck aria-hidden strokeWidth={1.5} />
      <h1 ref={heading} tabIndex={-1}>
        {say(waiting ? waitWords.silent : waitWords.notStored)}
      </h1>
      <p role="status">{say(waiting ? waitWords.silentText : failure.sentence)}</p>
      <p>
        {say(waitWords.silentDesk)} {say(waitWords.errorCode, { code: failure.code })}
      </p>
      <div className="k-wait-actions">
        {waiting && (
          <TouchButton tone="main" onClick={onTryNow}>
            {say(waitWords.now)}
          </TouchButton>
        )}
        {notRecognised && (
          <TouchButton tone="main" onClick={onSignAnew}>
            {say(returningWords.signInstead)}
          </TouchButton>
        )}
        <TouchButton onClick={onCheck}>{say(waitWords.check)}</TouchButton>
      </div>
    </div>
  );
}
