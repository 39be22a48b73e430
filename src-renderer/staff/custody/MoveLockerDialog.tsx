import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { moveReasons, type MoveReason } from '../../../src-main/custody/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import type { Place } from '../reads.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import { usePlaceScan } from './use-place-scan.ts';

/** The locker jammed or is too small: another one, scanned or the next free, and a new slip. */
export function MoveLockerDialog({ custodyId, onClose }: { custodyId: string; onClose: () => void }) {
  const { say } = useWords();
  const [locker, setLocker] = useState<Place | null>(null);
  const [reason, setReason] = useState<MoveReason | null>(null);
  usePlaceScan((kind, place) => {
    if (kind === 'locker') setLocker(place);
  });
  const move = useAct(
    () =>
      answer(
        api.custodies[':id'].move.$post({
          param: { id: custodyId },
          json: { locker: locker?.code ?? 'next', reason: reason! },
        }),
      ),
    {
      onDone: moved => {
        toast('good', say(words.moved, { n: moved.lockerNumber }));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(words.move)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={move.busy}
            why={!reason && say(words.moveReasonAsk)}
            onClick={() => move.run()}
          >
            {say(words.moveDo)}
          </ActionButton>
        </>
      }
    >
      <p className="soft">{say(words.moveScan)}</p>
      <PlaceChoice kind="locker" chosen={locker} onNext={() => setLocker(null)} />
      <ChipChoice
        label={say(words.moveReason)}
        options={moveReasons.map(value => ({ value, label: say(words.moveReasons[value]) }))}
        value={reason}
        onPick={setReason}
      />
      <FailureLine failure={move.failure} />
    </DeskDialog>
  );
}
