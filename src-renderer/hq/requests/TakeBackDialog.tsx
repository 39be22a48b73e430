import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { AreaField } from '../../ui/Field.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { hqRequestWords as words } from '../../words/hq-requests.ts';
import { useWords } from '../../words.ts';
import { reads, renew, type RequestLine } from '../queries.ts';
import { Reached } from '../rollouts/Reached.tsx';
import '../rollouts/rollouts.css';

interface Props {
  line: RequestLine;
  onCancel: () => void;
  onDone: () => void;
}

/** From how many offices it is taken back, who works on it now, and who has answered already. */
export function TakeBackDialog({ line, onCancel, onDone }: Props) {
  const { say, number } = useWords();
  const { id, title } = line;
  const query = useQuery(reads.reachOfRequest(id));
  const [reason, setReason] = useState('');
  const takeBack = useAct(
    () => answer(hq.requests[':id']['take-back'].$post({ param: { id }, json: { reason: reason.trim() } })),
    {
      onDone: ({ offices }) => {
        renew('requests');
        toast('good', say(words.takenBack, { title, n: number(offices) }));
        onDone();
      },
      onFail: () => true,
    },
  );
  const offices = query.data?.offices;
  const answered = offices?.filter(one => one.state === 'answered' || one.state === 'refused') ?? [];
  const working = offices?.filter(one => one.state === 'claimed' || one.state === 'arriving') ?? [];
  const open = (offices?.length ?? 0) - answered.length;
  const why = !offices
    ? say(words.takeBackLooks)
    : open === 0
      ? say(words.takeBackOver)
      : reason.trim().length < 3 && say(words.needReason);
  return (
    <DeskDialog
      title={say(words.takeBackTitle, { title })}
      onClose={onCancel}
      actions={
        <>
          <ActionButton onClick={onCancel}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton
            tone="danger"
            icon={Undo2}
            busy={takeBack.busy}
            why={why}
            onClick={() => takeBack.run()}
          >
            {say(words.takeBackDo)}
          </ActionButton>
        </>
      }
    >
      {offices ? (
        <>
          <p>{say(words.takeBackText, { n: number(offices.length), open: number(open) })}</p>
          {working.length > 0 && <Reached offices={working} title={words.takeBackWorking} all={false} />}
          {answered.length > 0 && <Reached offices={answered} title={words.takeBackAnswered} all={false} />}
        </>
      ) : (
        <PageState query={query} />
      )}
      <AreaField
        label={say(words.reason)}
        hint={say(words.reasonHint)}
        rows={2}
        value={reason}
        maxLength={300}
        onText={setReason}
      />
      <FailureLine failure={takeBack.failure} />
    </DeskDialog>
  );
}
