import { useState } from 'react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { officeWords as words } from '../../words/hq-offices.ts';
import { useWords } from '../../words.ts';
import { renew } from '../queries.ts';

interface Props {
  /** The one to rename; null for a new one. */
  office: { office: string; name: string } | null;
  onClose: () => void;
  onDone?: (office: string) => void;
}

export function OfficeDialog({ office, onClose, onDone }: Props) {
  const { say } = useWords();
  const [id, setId] = useState(office?.office ?? '');
  const [name, setName] = useState(office?.name ?? '');
  const save = useAct(() => answer(hq.offices.$post({ json: { id, name: name.trim() } })), {
    onDone: () => {
      renew('offices', 'office');
      toast('good', office ? say(hqFrame.saved) : say(words.added, { name: name.trim() }));
      onClose();
      onDone?.(id);
    },
    onFail: () => true,
  });
  return (
    <DeskDialog
      title={say(office ? words.rename : words.add)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={(!/^\d{4}$/.test(id) || name.trim().length < 3) && say(words.needFields)}
            onClick={() => save.run()}
          >
            {say(office ? hqFrame.save : hqFrame.add)}
          </ActionButton>
        </>
      }
    >
      <TextField
        label={say(words.code)}
        hint={say(words.codeHint)}
        inputMode="numeric"
        readOnly={office !== null}
        value={id}
        maxLength={4}
        onText={text => setId(text.replaceAll(/\D/g, ''))}
      />
      <TextField
        label={say(words.name)}
        hint={say(words.nameHint)}
        value={name}
        maxLength={120}
        onText={setName}
      />
      <FailureLine failure={save.failure} />
    </DeskDialog>
  );
}
