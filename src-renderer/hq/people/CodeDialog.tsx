import { Ticket } from 'lucide-react';
import { useState } from 'react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { accountWords as words } from '../../words/hq-people.ts';
import { useWords } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';
import type { Account } from '../queries.ts';

/** A new one-time code for somebody who lost password or phone. */
export function CodeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { say } = useWords();
  const [code, setCode] = useState<string | null>(null);
  const make = useAct(() => answer(hq.accounts[':id'].code.$post({ param: { id: account.id } })), {
    onDone: made => setCode(made.code),
    onFail: () => true,
  });
  if (code !== null) return <CodeSheet name={account.name} code={code} onClose={onClose} />;
  return (
    <DeskDialog
      title={say(words.newCodeOf, { name: account.name })}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton tone="primary" icon={Ticket} busy={make.busy} onClick={() => make.run()}>
            {say(words.make)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.askCode)}</p>
      <FailureLine failure={make.failure} />
    </DeskDialog>
  );
}

/** Shown this once. */
export function CodeSheet({ name, code, onClose }: { name: string; code: string; onClose: () => void }) {
  const { say } = useWords();
  return (
    <DeskDialog
      title={say(words.codeTitle, { name })}
      onClose={onClose}
      actions={
        <>
          <CopyButton text={code} />
          <ActionButton tone="primary" onClick={onClose}>
            {say(words.done)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.codeLead)}</p>
      <p className="one-time-code">{code}</p>
      <p className="soft">{say(words.codeWhere)}</p>
    </DeskDialog>
  );
}
