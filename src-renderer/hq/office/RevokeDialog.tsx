import { Ban } from 'lucide-react';
import { useState } from 'react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { stationWords as words } from '../../words/hq-office.ts';
import { useWords } from '../../words.ts';
import { renew, type StationLine } from '../queries.ts';

interface Props {
  office: string;
  station: StationLine;
  onClose: () => void;
}

export function RevokeDialog({ office, station, onClose }: Props) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const name = station.name || say(words.unnamed);
  const revoke = useAct(
    () =>
      answer(
        hq.offices[':office'].stations[':device'].revoke.$post({
          param: { office, device: station.device },
          json: { reason: reason.trim() },
        }),
      ),
    {
      onDone: () => {
        renew('office', 'offices');
        toast('good', say(words.revoked, { name }));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(words.revokeTitle, { name })}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton
            tone="danger"
            icon={Ban}
            busy={revoke.busy}
            why={reason.trim().length < 3 && say(words.needReason)}
            onClick={() => revoke.run()}
          >
            {say(words.revokeDo)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.revokeLead)}</p>
      <TextField
        label={say(words.reason)}
        hint={say(words.reasonHint)}
        value={reason}
        maxLength={200}
        onText={setReason}
      />
      <FailureLine failure={revoke.failure} />
    </DeskDialog>
  );
}
