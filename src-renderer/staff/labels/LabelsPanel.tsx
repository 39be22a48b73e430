import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { countPages, sheetFor } from '../../../src-main/labels/rules.ts';
import { paperNames, type LabelKind, type PaperName } from '../../../src-main/labels/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { labelWords as words } from '../../words/staff-labels.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { reads, type Place } from '../reads.ts';
import { SaveLink } from './SaveLink.tsx';
import { SheetPicture } from './SheetPicture.tsx';
import { useLabelFile } from './use-label-file.ts';
import './labels.css';

/** A visitor's card is made where the visitor is; this is for what the office labels once. */
const kinds = ['locker', 'key', 'pocket'] as const satisfies LabelKind[];
type Kind = (typeof kinds)[number];

export function LabelsPanel() {
  const { say } = useWords();
  const [kind, setKind] = useState<Kind>('locker');
  const query = useQuery(reads.places(kind === 'pocket' ? 'pocket' : 'locker'));
  return (
    <div className="stack-wide">
      <p className="soft">{say(words.lead)}</p>
      <ChipChoice
        label={say(words.what)}
        options={kinds.map(one => ({ value: one, label: say(words.kinds[one]) }))}
        value={kind}
        onPick={setKind}
      />
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.length === 0 ? (
        <p className="note">{say(words.none)}</p>
      ) : (
        <LabelsForm key={kind} kind={kind} places={query.data} />
      )}
    </div>
  );
}

function LabelsForm({ kind, places }: { kind: Kind; places: Place[] }) {
  const { say } = useWords();
  const numbers = places.map(place => place.number);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const [paper, setPaper] = useState<PaperName>('a4');
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const [begun, setBegun] = useState(0);

  const sheet = sheetFor(kind, paper);
  const mayBeBegun = sheet.boxes.length > 1 && !sheet.cut;
  const skip = mayBeBegun ? begun : 0;
  const labels = numbers.filter(number => number >= from && number <= to).length;
  const rangeBad = labels === 0 && say(words.rangeBad, { first, last });
  const skipBad = !(skip < sheet.boxes.length) && say(words.skipBad, { most: sheet.boxes.length - 1 });
  const wrong = rangeBad || skipBad;
  const pages = wrong ? 0 : countPages(sheet, labels, skip);
  const file = useLabelFile(kind, wrong ? {} : { paper, from, to, skip });

  const group = (heading: string, start: string) => (
    <optgroup label={heading}>
      {paperNames
        .filter(name => name.startsWith(start))
        .map(name => (
          <option key={name} value={name}>
            {say(words.papers[name])}
          </option>
        ))}
    </optgroup>
  );
  return (
    <div className="labels">
      <div className="stack">
        <SelectField
          label={say(words.paper)}
          value={paper}
          onPick={value => setPaper(paperNames.find(name => name === value)!)}
        >
          {group(say(words.sheets), 'a4')}
          {group(say(words.rolls), 'roll')}
        </SelectField>
        <div className="pair">
          <NumberField label={words.from} value={first} error={rangeBad || null} onNumber={setFrom} />
          <NumberField label={words.to} value={last} onNumber={setTo} />
        </div>
        {mayBeBegun && (
          <NumberField
            label={words.skip}
            hint={words.skipHint}
            value={begun}
            error={skipBad || null}
            onNumber={setBegun}
          />
        )}
        <p className="numbers" aria-live="polite">
          {!wrong && say(file.url ? words.ready : words.sum, { labels, pages })}
        </p>
        <FailureLine failure={file.failure} />
        <div className="row">
          {file.url ? (
            <SaveLink url={file.url} name={`${say(words.files[kind])}-${from}-${to}.pdf`} />
          ) : (
            <ActionButton tone="primary" icon={FileText} busy={file.busy} why={wrong} onClick={file.make}>
              {say(words.make)}
            </ActionButton>
          )}
        </div>
      </div>
      <SheetPicture sheet={sheet} skip={wrong ? 0 : skip} labels={wrong ? 0 : labels} />
    </div>
  );
}
