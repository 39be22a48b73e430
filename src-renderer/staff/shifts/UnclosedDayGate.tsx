import { useQuery } from '@tanstack/react-query';
import { CalendarX2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { shiftWords as words } from '../../words/staff-shift.ts';
import { useWords } from '../../words.ts';
import { panel } from '../panel.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { ClosingForm } from './ClosingForm.tsx';
import './shifts.css';

/** An earlier day that nobody closed is shown before anything else, and cannot be passed unseen. */
export function UnclosedDayGate() {
  const may = useMay();
  const today = useQuery({ ...reads.clearance(), enabled: may('shifts.read') }).data;
  const day = today?.earlierUnclosedDay ?? null;
  const [passed, setPassed] = useState<string | null>(null);
  const open = panel.use();
  // A visit opened from the list covers the question until it is done; then the question stands there again.
  if (!day || day === passed || open) return null;
  return <Unclosed key={day} day={day} onPass={() => setPassed(day)} />;
}

function Unclosed({ day, onPass }: { day: string; onPass: () => void }) {
  const { say, day: dayWords } = useWords();
  const may = useMay();
  const dialog = useRef<HTMLDialogElement>(null);
  const clearance = useQuery(reads.clearance(day)).data;
  useEffect(() => dialog.current?.showModal(), []);
  const canClose = may('shifts.close');
  return (
    <dialog
      ref={dialog}
      className="unclosed"
      aria-labelledby="unclosed-title"
      onCancel={event => event.preventDefault()}
    >
      <CalendarX2 size={40} aria-hidden />
      <h1 id="unclosed-title">{say(words.unclosedTitle, { day: dayWords(`${day}T12:00:00`) })}</h1>
      <p>{say(canClose ? words.unclosedLead : words.unclosedOther)}</p>
      {canClose && clearance && <ClosingForm clearance={clearance} />}
      {!canClose && (
        <ActionButton tone="primary" size="large" onClick={onPass}>
          {say(words.unclosedGo)}
        </ActionButton>
      )}
    </dialog>
  );
}
