import { Signal } from 'lucide-react';
import { useState } from 'react';
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
import { Reached } from './Reached.tsx';
import { stageOf, useReached, type ChosenStage } from './stage.ts';
import { StageFields } from './StageFields.tsx';
import { useTitle } from './use-title.ts';

/** The next stage of what was published: more offices, or all. */
export function WidenDialog({ rollout, onClose }: { rollout: Rollout; onClose: () => void }) {
  const { say, number } = useWords();
  const { id, title } = rollout;
  const tellTitle = useTitle();
  const [chosen, setChosen] = useState<ChosenStage>({ to: 'all', percent: 50, offices: [] });
  const stage = stageOf(chosen);
  const reached = useReached(id, chosen);
  const widen = useAct(
    () => answer(hq.rollouts[':id'].widen.$post({ param: { id }, json: { stage: stage! } })),
    {
      onDone: () => {
        renew('rollouts');
        toast('good', say(words.widened, { n: number(reached?.length ?? 0) }));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(words.widenTitle, { title: tellTitle(rollout.table, title) })}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            icon={Signal}
            busy={widen.busy}
            why={!stage ? say(words.needOffices) : !reached && say(words.needPreview)}
            onClick={() => widen.run()}
          >
            {say(words.widen)}
          </ActionButton>
        </>
      }
    >
      <StageFields label={say(words.toMore)} stage={chosen} onStage={setChosen} />
      {stage && reached && <Reached offices={reached} title={words.reachesMore} all={chosen.to === 'all'} />}
      <FailureLine failure={widen.failure} />
    </DeskDialog>
  );
}
