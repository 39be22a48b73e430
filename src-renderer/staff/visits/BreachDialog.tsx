import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { clockText } from '../board/promise.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';

export interface Breached {
  id: string;
  number: string;
  waitedMs: number;
  promiseMs: number;
}

interface Props {
  visit: Breached;
  onClose: () => void;
}

export function BreachDialog({ visit, onClose }: Props) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const save = useAct(
    (reason: string) =>
      answer(
        api.visits[':id'].breach.$post({
          param: { id: visit.id },
          json: { reason, note: note || undefined },
        }),
      ),
    {
      onDone: () => {
        toast('good', say(frame.saved));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(visitWords.breachTitle, { minutes: Math.round(visit.promiseMs / 60_000) })}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(visitWords.breachLater)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={!reason && say(visitWords.breachAsk)}
            onClick={() => reason && save.run(reason)}
          >
            {say(visitWords.breachSave)}
          </ActionButton>
        </>
      }
    >
      <p>{say(visitWords.breachText, { number: visit.number, time: clockText(visit.waitedMs) })}</p>
      <ChipChoice
        label={say(visitWords.breachAsk)}
        options={(office?.lists.breachReasons ?? []).map(one => ({ value: one.code, label: say(one) }))}
        value={reason}
        onPick={setReason}
      />
      <TextField
        label={say(visitWords.breachNote)}
        aside={say(frame.optional)}
        value={note}
        maxLength={120}
        onText={setNote}
      />
      <FailureLine failure={save.failure} />
    </DeskDialog>
  );
}
