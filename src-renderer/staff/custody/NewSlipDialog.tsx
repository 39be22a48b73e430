import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { isComplete, noSecond, SecondOfficer } from './SecondOfficer.tsx';

export function NewSlipDialog({ custodyId, onClose }: { custodyId: string; onClose: () => void }) {
  const { say } = useWords();
  const [second, setSecond] = useState(noSecond);
  const make = useAct(
    () =>
      answer(
        api.custodies[':id']['new-slip'].$post({
          param: { id: custodyId },
          json: { secondStaffId: second.id, secondPin: second.pin },
        }),
      ),
    {
      onDone: () => {
        toast('good', say(words.newSlipDone));
        onClose();
      },
      onFail: () => {
        setSecond(now => ({ ...now, pin: '' }));
        return true;
      },
    },
  );
  return (
    <DeskDialog
      title={say(words.newSlip)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={make.busy}
            why={!isComplete(second) && say(words.secondHint)}
            onClick={() => make.run()}
          >
            {say(words.newSlipDo)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.newSlipText)}</p>
      <SecondOfficer value={second} onChange={setSecond} />
      <FailureLine failure={make.failure} />
    </DeskDialog>
  );
}
