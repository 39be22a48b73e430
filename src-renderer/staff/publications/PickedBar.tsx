import { Plus, Tags } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { useMay } from '../session/session.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';

interface Props {
  /** Ids of publications, each with how many copies it has. */
  picked: ReadonlyMap<string, number>;
  onPicked: (picked: ReadonlyMap<string, number>) => void;
}

/** Their ids travel in one address. */
const mostLabelled = 400;

/** What can be done with several publications at once. */
export function PickedBar({ picked, onPicked }: Props) {
  const { say, number } = useWords();
  const may = useMay();
  const [printing, setPrinting] = useState(false);
  const [adding, setAdding] = useState(false);
  const copies = [...picked.values()].reduce((sum, one) => sum + one, 0);
  return (
    <div className="picked" role="status">
      <strong className="numbers">{say(words.picked, { n: number(picked.size) })}</strong>
      {may('publications.change') && (
        <ActionButton icon={Plus} onClick={() => setAdding(true)}>
          {say(words.addCopies)}
        </ActionButton>
      )}
      {may('copies.label') && (
        <ActionButton
          icon={Tags}
          why={
            copies === 0
              ? say(words.labelsNone)
              : picked.size > mostLabelled && say(words.labelsMost, { n: number(mostLabelled) })
          }
          onClick={() => setPrinting(true)}
        >
          {say(words.printLabels)}
        </ActionButton>
      )}
      <ActionButton tone="quiet" onClick={() => onPicked(new Map())}>
        {say(words.unpick)}
      </ActionButton>
      {adding && (
        <CopyDialog
          publicationIds={[...picked.keys()]}
          copy={null}
          onAdded={count => onPicked(new Map([...picked].map(([id, had]) => [id, had + count])))}
          onClose={() => setAdding(false)}
        />
      )}
      {printing && (
        <LabelsDialog
          labels={copies}
          query={{ publications: [...picked.keys()].join(',') }}
          onClose={() => setPrinting(false)}
        />
      )}
    </div>
  );
}
