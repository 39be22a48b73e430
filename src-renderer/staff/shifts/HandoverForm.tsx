import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { AreaField, TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { shiftWords as words } from '../../words/staff-shift.ts';
import { useWords } from '../../words.ts';
import { isComplete, noSecond, SecondOfficer } from '../custody/SecondOfficer.tsx';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { reads } from '../reads.ts';
import { signIn } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';

/** Two officers count the cards together; the one who takes over proves it with a PIN and is signed in. */
export function HandoverForm({ expected }: { expected: number }) {
  const { say } = useWords();
  const names = useQuery(reads.names()).data;
  const [counted, setCounted] = useState('');
  const [note, setNote] = useState('');
  const [to, setTo] = useState(noSecond);
  const differs = counted !== '' && Number(counted) !== expected;
  const hand = useAct(
    async () => {
      const receiver = to;
      await answer(
        api.shifts.$post({
          json: {
            toStaffId: receiver.id,
            toPin: receiver.pin,
            countedCards: Number(counted),
            note: note || undefined,
          },
        }),
      );
      await signIn(receiver.id, receiver.pin);
    },
    {
      onDone: () => {
        toast('good', say(words.handDone, { name: names?.find(one => one.id === to.id)?.name ?? '' }));
      },
      onFail: () => {
        setTo(now => ({ ...now, pin: '' }));
        return true;
      },
    },
  );
  const why =
    counted === ''
      ? say(words.countAsk)
      : differs && !note.trim()
        ? say(words.noteAsk)
        : !isComplete(to)
          ? say(words.toAsk)
          : null;
  return (
    <section className="sheet" aria-labelledby="hand-title">
      <h2 id="hand-title">{say(words.handTitle)}</h2>
      <p className="soft">{say(words.handLead)}</p>
      <TextField
        label={say(words.counted)}
        inputMode="numeric"
        maxLength={3}
        value={counted}
        hint={counted !== '' && !differs ? say(words.equal) : say(words.expected, { n: expected })}
        error={differs ? say(words.differs, { n: expected }) : null}
        onText={text => setCounted(text.replaceAll(/\D/g, ''))}
      />
      <SecondOfficer value={to} onChange={setTo} label={words.to} pinLabel={words.toPin} />
      <AreaField
        label={say(words.note)}
        aside={!differs && say(frame.optional)}
        rows={2}
        maxLength={300}
        value={note}
        onText={setNote}
      />
      <FailureLine failure={hand.failure} />
      <div>
        <ActionButton tone="primary" busy={hand.busy} why={why} onClick={() => hand.run()}>
          {say(words.hand)}
        </ActionButton>
      </div>
    </section>
  );
}
