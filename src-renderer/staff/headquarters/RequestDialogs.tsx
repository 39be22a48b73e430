import { Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { type Refusal, refusals, refusalWords } from '../../../src-central/wire/feed-schema.ts';
import { answer, api, sendFile } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { requestAnswerPath } from '../../paths.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { frame } from '../../words/staff-frame.ts';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import type { HqRequest } from './headquarters-reads.ts';

interface Props {
  request: HqRequest;
  onClose: () => void;
}

/** Headquarters took it back while an officer was about to answer. */
function TakenBack({ request: { takenBack } }: Pick<Props, 'request'>) {
  const { say } = useWords();
  if (!takenBack) return null;
  return (
    <p className="note note-orange" role="alert">
      <Undo2 size={20} aria-hidden />
      <span>
        {say(words.takenBackHere)} {takenBack.reason && say(words.takenBackWhy, { reason: takenBack.reason })}
      </span>
    </p>
  );
}

/** A file leaves the office: what it is, and what must not be in it, before it goes. */
export function AnswerDialog({ request, file, onClose }: Props & { file: File }) {
  const { say, number } = useWords();
  const { id, takenBack } = request;
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
          <ActionButton
            tone="primary"
            icon={Send}
            busy={send.busy}
            why={takenBack !== null && say(words.takenBackClose)}
            onClick={() => send.run()}
          >
            {say(words.answerSend)}
          </ActionButton>
        </>
      }
    >
      <TakenBack request={request} />
      {!takenBack && <p>{say(words.answerText, { name: file.name, size })}</p>}
      <FailureLine failure={takenBack ? null : send.failure} />
    </DeskDialog>
  );
}

/** Why a request cannot be met, in one of headquarters' words. */
export function RefuseDialog({ request, onClose }: Props) {
  const { say } = useWords();
  const { id, takenBack } = request;
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
            why={takenBack ? say(words.takenBackClose) : !reason && say(words.refuseNeeds)}
            onClick={() => reason && refuse.run(reason)}
          >
            {say(words.refuseSend)}
          </ActionButton>
        </>
      }
    >
      <TakenBack request={request} />
      <ChipChoice
        label={say(words.refuseTitle)}
        labelHidden
        value={reason}
        onPick={setReason}
        options={refusals.map(value => ({ value, label: say(refusalWords[value]) }))}
      />
      <FailureLine failure={takenBack ? null : refuse.failure} />
    </DeskDialog>
  );
}
