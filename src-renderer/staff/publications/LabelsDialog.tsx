import { FileText } from 'lucide-react';
import { useState } from 'react';
import { countPages, sheetFor } from '../../../src-main/labels/rules.ts';
import { paperNames, type PaperName } from '../../../src-main/labels/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { labelWords } from '../../words/staff-labels.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import { SaveLink } from '../labels/SaveLink.tsx';
import { SheetPicture } from '../labels/SheetPicture.tsx';
import { useLabelFile } from '../labels/use-label-file.ts';

interface Props {
  labels: number;
  /** Which copies: `copies` or `publications`, as the route takes them. */
  query: Record<string, string>;
  onClose: () => void;
}

export function LabelsDialog({ labels, query, onClose }: Props) {
  const { say } = useWords();
  const [paper, setPaper] = useState<PaperName>('a4');
  const [begun, setBegun] = useState(0);
  const sheet = sheetFor('copy', paper);
  const mayBeBegun = sheet.boxes.length > 1 && !sheet.cut;
  const skip = mayBeBegun ? begun : 0;
  const skipBad = !(skip < sheet.boxes.length) && say(labelWords.skipBad, { most: sheet.boxes.length - 1 });
  const file = useLabelFile('copy', skipBad ? {} : { ...query, paper, skip });
  return (
    <DeskDialog
      title={say(words.labelsTitle)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.close)}</ActionButton>
          {file.url ? (
            <SaveLink url={file.url} name={`${say(labelWords.files.copy)}.pdf`} />
          ) : (
            <ActionButton tone="primary" icon={FileText} busy={file.busy} why={skipBad} onClick={file.make}>
              {say(labelWords.make)}
            </ActionButton>
          )}
        </>
      }
    >
      <div className="labels">
        <div className="stack">
          <SelectField
            label={say(labelWords.paper)}
            value={paper}
            onPick={value => setPaper(paperNames.find(name => name === value)!)}
          >
            {paperNames.map(name => (
              <option key={name} value={name}>
                {say(labelWords.papers[name])}
              </option>
            ))}
          </SelectField>
          {mayBeBegun && (
            <NumberField
              label={labelWords.skip}
              hint={labelWords.skipHint}
              value={begun}
              error={skipBad || null}
              onNumber={setBegun}
            />
          )}
          <p className="numbers">
            {!skipBad && say(labelWords.sum, { labels, pages: countPages(sheet, labels, skip) })}
          </p>
          <FailureLine failure={file.failure} />
        </div>
        <SheetPicture sheet={sheet} skip={skipBad ? 0 : skip} labels={skipBad ? 0 : labels} />
      </div>
    </DeskDialog>
  );
}
