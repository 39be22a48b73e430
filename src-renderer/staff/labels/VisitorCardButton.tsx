import { IdCard } from 'lucide-react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { labelWords as words } from '../../words/staff-labels.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { SaveLink } from './SaveLink.tsx';
import { useLabelFile } from './use-label-file.ts';

/** A card for the visitor of a visit who asked to be remembered. */
export function VisitorCardButton({ visitId }: { visitId: string }) {
  const { say } = useWords();
  const file = useLabelFile('visitor', { visit: visitId });
  return (
    <>
      {file.url ? (
        <SaveLink url={file.url} name={`${say(words.files.visitor)}.pdf`} />
      ) : (
        <ActionButton icon={IdCard} busy={file.busy} onClick={file.make}>
          {say(words.card)}
        </ActionButton>
      )}
      <FailureLine failure={file.failure} />
    </>
  );
}
