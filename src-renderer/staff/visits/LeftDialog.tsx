import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { frame } from '../../words/staff-frame.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';

export function LeftDialog({
  visit,
  onClose,
}: {
  visit: { id: string; number: string };
  onClose: () => void;
}) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const [reason, setReason] = useState<string | null>(null);
  const save = useAct(
    (reason: string) => answer(api.visits[':id'].left.$post({ param: { id: visit.id }, json: { reason } })),
    {
      onDone: () => {
        toast('good', say(visitWords.doneLeft, { number: visit.number }));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(visitWords.leftTitle, { number: visit.number })}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={!reason && say(visitWords.leftAsk)}
            onClick={() => reason && save.run(reason)}
          >
            {say(visitWords.leftSave)}
          </ActionButton>
        </>
      }
    >
      <ChipChoice
        label={say(visitWords.leftAsk)}
        options={(office?.lists.leftReasons ?? []).map(one => ({ value: one.code, label: say(one) }))}
        value={reason}
        onPick={setReason}
      />
      <FailureLine failure={save.failure} />
    </DeskDialog>
  );
}
