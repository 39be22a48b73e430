import { useState } from 'react';
import { roles, type Role } from '../../../src-main/staff/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { frame, roleWords } from '../../words/staff-frame.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { CheckField } from '../../desk/CheckField.tsx';

export interface StaffRow {
  id: string;
  name: string;
  role: Role;
  active: number;
}

/** A new member of staff, or a change of one; null for new. */
export function StaffDialog({ person, onClose }: { person: StaffRow | null; onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'front');
  const [pin, setPin] = useState('');
  const [active, setActive] = useState(person ? Boolean(person.active) : true);
  const save = useAct(
    async () => {
      if (!person) await answer(api.staff.$post({ json: { name: name.trim(), role, pin } }));
      else
        await answer(
          api.staff[':id'].$patch({
            param: { id: person.id },
            json: { name: name.trim(), role, active, pin: pin || undefined },
          }),
        );
    },
    {
      onDone: () => {
        toast('good', say(frame.saved));
        onClose();
      },
      onFail: () => true,
    },
  );
  const pinRight = /^\d{6}$/.test(pin) || (person !== null && pin === '');
  return (
    <DeskDialog
      title={person ? say(words.editOf, { name: person.name }) : say(words.addStaff)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={(name.trim().length < 2 || !pinRight) && say(words.staffNeeds)}
            onClick={() => save.run()}
          >
            {say(frame.save)}
          </ActionButton>
        </>
      }
    >
      <TextField label={say(words.staffName)} value={name} maxLength={60} onText={setName} />
      <SelectField label={say(words.role)} value={role} onPick={value => setRole(value as Role)}>
        {roles.map(one => (
          <option key={one} value={one}>
            {say(roleWords[one])}
          </option>
        ))}
      </SelectField>
      <TextField
        label={say(person ? words.newPin : words.pin)}
        hint={`${say(words.pinHint)} ${person ? say(words.pinKeep) : ''}`}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={6}
        value={pin}
        onText={text => setPin(text.replaceAll(/\D/g, ''))}
      />
      {person && (
        <CheckField label={words.activeYes} hint={words.signedOut} checked={active} onCheck={setActive} />
      )}
      <FailureLine failure={save.failure} />
    </DeskDialog>
  );
}
