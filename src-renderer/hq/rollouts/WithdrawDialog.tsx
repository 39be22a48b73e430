import { Undo2 } from 'lucide-react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { renew, type Rollout } from '../queries.ts';

export function WithdrawDialog({ rollout, onClose }: { rollout: Rollout; onClose: () => void }) {
  const { say } = useWords();
  const { id, title } = rollout;
  const withdraw = useAct(() => answer(hq.rollouts[':id'].withdraw.$post({ param: { id } })), {
    onDone: () => {
      renew('rollouts');
      toast('good', say(words.withdrawn, { title }));
      onClose();
    },
    onFail: () => true,
  });
  return (
    <DeskDialog
      title={say(words.withdrawTitle, { title })}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton tone="danger" icon={Undo2} busy={withdraw.busy} onClick={() => withdraw.run()}>
            {say(words.withdraw)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.withdrawText)}</p>
      <FailureLine failure={withdraw.failure} />
    </DeskDialog>
  );
}
