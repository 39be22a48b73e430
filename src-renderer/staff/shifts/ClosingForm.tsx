import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { board, stateWords } from '../../words/staff-board.ts';
import { frame } from '../../words/staff-frame.ts';
import { shiftWords as words } from '../../words/staff-shift.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { openPanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';

export interface Clearance {
  day: string;
  closed: boolean;
  open: {
    id: string;
    number: string;
    name: string | null;
    state: string;
    locker: number | null;
    pocket: number | null;
    cardKind: string | null;
    publications: number;
    leftOpenReason: string | null;
  }[];
}

const long = (reason: string | undefined) => (reason ?? '').trim().length >= 3;

/** Every open visit of the day stands here by name; the day closes when each is finished or has a reason. */
export function ClosingForm({ clearance }: { clearance: Clearance }) {
  const { say, day } = useWords();
  const may = useMay();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const open = clearance.open.filter(visit => !visit.leftOpenReason);
  const close = useAct(
    () =>
      answer(
        api.closings.$post({
          json: {
            onDay: clearance.day,
            leftOpen: open.map(visit => ({ visitId: visit.id, reason: reasons[visit.id]!.trim() })),
          },
        }),
      ),
    { onDone: () => toast('good', say(words.closedDone)), onFail: () => true },
  );
  if (clearance.closed)
    return (
      <p className="note note-green">
        <CircleCheck size={20} aria-hidden />
        {say(words.closedAlready)}
      </p>
    );
  const ready = open.every(visit => long(reasons[visit.id]));
  return (
    <>
      {open.length === 0 ? (
        <p className="note note-green">
          <CircleCheck size={20} aria-hidden />
          {say(words.closeReady)}
        </p>
      ) : (
        <p className="note note-orange">
          <TriangleAlert size={20} aria-hidden />
          {say(words.closeOpen, { n: open.length })}
        </p>
      )}
      <ul className="stack">
        {open.map(visit => (
          <li key={visit.id} className="open-visit">
            <OpenVisit visit={visit} />
            <TextField
              label={say(words.closeReason, { number: visit.number })}
              value={reasons[visit.id] ?? ''}
              maxLength={200}
              onText={text => setReasons(now => ({ ...now, [visit.id]: text }))}
            />
          </li>
        ))}
      </ul>
      <FailureLine failure={close.failure} />
      <div>
        <ActionButton
          tone="primary"
          busy={close.busy}
          why={!may('shifts.close') ? say(frame.notForRole) : !ready && say(words.closeReasonAsk)}
          onClick={() => close.run()}
        >
          {say(words.closeDo, { day: day(`${clearance.day}T12:00:00`) })}
        </ActionButton>
      </div>
    </>
  );
}

function OpenVisit({ visit }: { visit: Clearance['open'][number] }) {
  const { say } = useWords();
  const { choice } = useChoiceWords();
  const held = [
    visit.cardKind && say(words.card, { kind: choice('cards', visit.cardKind), n: visit.pocket ?? 0 }),
    visit.locker !== null && say(words.locker, { n: visit.locker }),
    visit.publications > 0 && say(words.publications, { n: visit.publications }),
  ].filter(Boolean);
  return (
    <div className="row-between">
      <p>
        <strong className="numbers">{visit.number}</strong> · {visit.name ?? say(board.anonymous)}
        <br />
        <span className="soft numbers">
          {[say(stateWords[visit.state as 'inside']), ...held].join(' · ')}
        </span>
      </p>
      <ActionButton size="small" onClick={() => openPanel({ kind: 'visit', visitId: visit.id })}>
        {say(words.go)}
      </ActionButton>
    </div>
  );
}
