import { Send } from 'lucide-react';
import { useState } from 'react';
import { refusals, type Refusal } from '../../../src-central/wire/feed-schema.ts';
import { answer, api, sendFile } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { requestAnswerPath } from '../../paths.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { refusalWords } from '../../words/requests.ts';
import { frame } from '../../words/staff-frame.ts';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';

/** A file leaves the office: what it is, and what must not be in it, before it goes. */
export function AnswerDialog({ id, file, onClose }: { id: string; file: File; onClose: () => void }) {
  const { say, number } = useWords();
  const send = useAct(() => sendFile(requestAnswerPath(id), file), {
    onDone: () => {
      toast('good', say(words.answered));
      onClose();
    },
    onFail: () => true,
  });
  const size = `${number(Math.max(1, Math.round(file.size / 1_024)))} kB`;
  return (
    <DeskDialog
      title={say(words.answerTitle)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton tone="primary" icon={Send} busy={send.busy} onClick={() => send.run()}>
            {say(words.answerSend)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.answerText, { name: file.name, size })}</p>
      <FailureLine failure={send.failure} />
    </DeskDialog>
  );
}

/** Why a request cannot be met, in one of headquarters' words. */
export function RefuseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState<Refusal | null>(null);
  const refuse = useAct(
    (reason: Refusal) =>
      answer(api.requests[':id'].steps.$post({ param: { id }, json: { kind: 'refused', reason } })),
    {
      onDone: () => {
        toast('good', say(words.refused));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(words.refuseTitle)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            icon={Send}
            busy={refuse.busy}
            why={!reason && say(words.refuseNeeds)}
            onClick={() => reason && refuse.run(reason)}
          >
            {say(words.refuseSend)}
          </ActionButton>
        </>
      }
    >
      <ChipChoice
        label={say(words.refuseTitle)}
        labelHidden
        value={reason}
        onPick={setReason}
        options={refusals.map(value => ({ value, label: say(refusalWords[value]) }))}
      />
      <FailureLine failure={refuse.failure} />
    </DeskDialog>
  );
}
