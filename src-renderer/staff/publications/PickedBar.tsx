import { Tags } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { useMay } from '../session/session.ts';
import { LabelsDialog } from './LabelsDialog.tsx';

interface Props {
  picked: ReadonlyMap<string, number>;
  onClear: () => void;
}

/** What can be done with several publications at once. */
export function PickedBar({ picked, onClear }: Props) {
  const { say } = useWords();
  const may = useMay();
  const [printing, setPrinting] = useState(false);
  const copies = [...picked.values()].reduce((sum, one) => sum + one, 0);
  return (
    <div className="picked" role="status">
      <strong className="numbers">{say(words.picked, { n: picked.size })}</strong>
      {may('copies.label') && (
        <ActionButton
          icon={Tags}
          why={copies === 0 && say(words.labelsNone)}
          onClick={() => setPrinting(true)}
        >
          {say(words.printLabels)}
        </ActionButton>
      )}
      <ActionButton tone="quiet" onClick={onClear}>
        {say(words.unpick)}
      </ActionButton>
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
