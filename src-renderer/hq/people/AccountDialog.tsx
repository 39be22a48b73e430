import { useState } from 'react';
import { type Role, roles, roleWords } from '../../../src-central/access.ts';
import { answer, hq } from '../../api.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { hqFrame, roleHints } from '../../words/hq-frame.ts';
import { accountWords as words } from '../../words/hq-people.ts';
import { useWords } from '../../words.ts';
import { renew, type Account } from '../queries.ts';
import { CodeSheet } from './CodeDialog.tsx';

/** A new person, who then gets a one-time code, or a change of one; null for new. */
export function AccountDialog({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState(account?.name ?? '');
  const [email, setEmail] = useState(account?.email ?? '');
  const [role, setRole] = useState<Role>(account?.role ?? 'viewer');
  const [active, setActive] = useState(account?.active ?? true);
  const [code, setCode] = useState<string | null>(null);
  const save = useAct(
    async () => {
      if (!account)
        return (await answer(hq.accounts.$post({ json: { name: name.trim(), email: email.trim(), role } })))
          .code;
      await answer(
        hq.accounts[':id'].$patch({ param: { id: account.id }, json: { name: name.trim(), role, active } }),
      );
      return null;
    },
    {
      onDone: made => {
        renew('accounts', 'sessions');
        if (made !== null) return setCode(made);
        toast('good', say(hqFrame.saved));
        onClose();
      },
      onFail: () => true,
    },
  );
  if (code !== null) return <CodeSheet name={name} code={code} onClose={onClose} />;
  const filled = name.trim().length >= 2 && /^\S+@\S+\.\S+$/.test(email.trim());
  return (
    <DeskDialog
      title={account ? say(words.editOf, { name: account.name }) : say(words.add)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={!filled && say(words.needs)}
            onClick={() => save.run()}
          >
            {say(account ? hqFrame.save : hqFrame.add)}
          </ActionButton>
        </>
      }
    >
      <TextField label={say(words.name)} value={name} maxLength={80} onText={setName} />
      <TextField
        label={say(words.email)}
        type="email"
        readOnly={account !== null}
        value={email}
        maxLength={120}
        onText={setEmail}
      />
      <SelectField
        label={say(words.role)}
        hint={say(roleHints[role])}
        value={role}
        onPick={value => setRole(value as Role)}
      >
        {roles.map(one => (
          <option key={one} value={one}>
            {say(roleWords[one])}
          </option>
        ))}
      </SelectField>
      {account && (
        <CheckField label={words.active} hint={words.activeHint} checked={active} onCheck={setActive} />
      )}
      <FailureLine failure={save.failure} />
    </DeskDialog>
  );
}
