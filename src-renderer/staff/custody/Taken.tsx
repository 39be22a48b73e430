import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { closePanel, openPanel } from '../panel.ts';
import { reads } from '../reads.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { SlipImage } from './SlipImage.tsx';

export interface TakenIn {
  custodyId: string;
  lockerNumber: number | null;
  pocketNumber: number | null;
  slipId: string;
  jobId: string | null;
}

/** After the take-in: which pocket, which locker, and the slip, on paper or on this screen. */
export function Taken({ taken, number, visitId }: { taken: TakenIn; number: string; visitId: string }) {
  const { say } = useWords();
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const undo = useAct(() => answer(api.custodies[':id'].undo.$post({ param: { id: taken.custodyId } })), {
    onDone: () => {
      toast('good', say(words.takeInUndone));
      openPanel({ kind: 'take-in', visitId });
    },
  });
  return (
    <Drawer
      title={say(words.taken)}
      lead={<strong className="numbers">{number}</strong>}
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        <>
          <ActionButton ref={done} tone="primary" size="large" onClick={closePanel}>
            {say(words.done)}
          </ActionButton>
          <ActionButton tone="quiet" size="large" busy={undo.busy} onClick={() => undo.run()}>
            {say(words.undoTakeIn)}
          </ActionButton>
        </>
      }
    >
      <div className="taken">
        {taken.pocketNumber !== null && (
          <p>
            {say(words.putCard)}
            <strong className="taken-pocket numbers">{taken.pocketNumber}</strong>
          </p>
        )}
        {taken.lockerNumber !== null && (
          <p>
            {say(words.tellLocker)}
            <strong className="taken-locker numbers">{String(taken.lockerNumber).padStart(2, '0')}</strong>
          </p>
        )}
        <SlipState slipId={taken.slipId} jobId={taken.jobId} />
      </div>
    </Drawer>
  );
}

const patienceMs = 3_000;

/** On paper when the printer says so; on this screen at once without a printer, and after three seconds of silence. */
function SlipState({ slipId, jobId }: { slipId: string; jobId: string | null }) {
  const { say } = useWords();
  const prints = useQuery({ ...reads.prints(), enabled: jobId !== null }).data;
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const state = prints?.find(print => print.id === jobId)?.state;
  if (jobId !== null && state === 'printed')
    return (
      <p className="note note-green">
        <CircleCheck size={20} aria-hidden />
        {say(words.slipPrinted)}
      </p>
    );
  const trouble = state === 'not-printed' || state === 'maybe' || state === 'cancelled' || waited;
  if (jobId !== null && !trouble)
    return (
      <p className="note">
        <Printer size={20} aria-hidden />
        {say(words.slipPrinting)}
      </p>
    );
  return (
    <div className="stack">
      <p className={jobId === null ? 'note' : 'note note-orange'}>
        <CircleAlert size={20} aria-hidden />
        {say(jobId === null ? words.slipOnScreen : words.slipTrouble)}
      </p>
      <SlipImage slipId={slipId} />
    </div>
  );
}
