import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { SetupAgainDialog } from '../setup/SetupAgainDialog.tsx';

export function SetupAgain() {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="row-between again">
      <p className="soft">{say(words.setupAgainLead)}</p>
      <ActionButton onClick={() => setOpen(true)}>{say(words.setupAgain)}</ActionButton>
      {open && <SetupAgainDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
