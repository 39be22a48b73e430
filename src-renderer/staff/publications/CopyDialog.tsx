import { useState } from 'react';
import { copyConditions, type CopyCondition } from '../../../src-main/catalogue/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { conditionWords } from '../../words/publications.ts';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import type { Copy } from './publication-reads.ts';

interface Props {
  /** New copies are added to each of them. */
  publicationIds: string[];
  /** Null: new copies. */
  copy: Copy | null;
  onAdded?: (toEach: number) => void;
  onClose: () => void;
}

export function CopyDialog({ publicationIds, copy, onAdded, onClose }: Props) {
  const { say, number } = useWords();
  const [shelf, setShelf] = useState(copy?.shelf ?? '');
  const [condition, setCondition] = useState<CopyCondition>(copy?.condition ?? 'good');
  const [notForCopying, setNotForCopying] = useState(copy?.notForCopying ?? false);
  const [note, setNote] = useState(copy?.note ?? '');
  const [count, setCount] = useState(1);
  const save = useAct(
    async () => {
      const json = { shelf, condition, notForCopying, note };
      if (copy) await answer(api.copies[':id'].$patch({ param: { id: copy.id }, json }));
      else
        for (const id of publicationIds)
          await answer(api.publications[':id'].copies.$post({ param: { id }, json: { ...json, count } }));
    },
    {
      onDone: () => {
        if (!copy) onAdded?.(count);
        toast('good', say(frame.saved));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={copy ? say(words.copyTitle, { code: copy.code }) : say(words.addCopies)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={!(count >= 1 && count <= 50) && '1–50'}
            onClick={() => save.run()}
          >
            {say(frame.save)}
          </ActionButton>
        </>
      }
    >
      <div className="stack">
        {publicationIds.length > 1 && (
          <p className="soft">{say(words.addCopiesToEach, { n: number(publicationIds.length) })}</p>
        )}
        {!copy && (
          <NumberField
            label={words.count}
            value={count}
            error={count >= 1 && count <= 50 ? null : '1–50'}
            onNumber={setCount}
          />
        )}
        <TextField
          label={say(words.shelf)}
          aside={say(frame.optional)}
          hint={say(words.shelfHint)}
          value={shelf}
          maxLength={40}
          onText={setShelf}
        />
        <ChipChoice
          label={say(words.condition)}
          size="small"
          options={copyConditions.map(value => ({ value, label: say(conditionWords[value]) }))}
          value={condition}
          onPick={setCondition}
        />
        <CheckField
          label={words.notForCopying}
          hint={words.notForCopyingHint}
          checked={notForCopying}
          onCheck={setNotForCopying}
        />
        <TextField
          label={say(words.note)}
          aside={say(frame.optional)}
          value={note}
          maxLength={200}
          onText={setNote}
        />
        <FailureLine failure={save.failure} />
      </div>
    </DeskDialog>
  );
}
