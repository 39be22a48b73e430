import type { Printer } from '../../../src-main/profile/schema.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { printerWords } from '../../words/staff-printer.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords, type Sentence } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { firstOf, PrinterAddress } from './PrinterAddress.tsx';

const kinds = Object.keys(firstOf) as Printer['kind'][];

/** Also the last screen of the set-up. */
export function PrinterChoice({
  printer,
  onPrinter,
  errorOf,
  label = words.printerKind,
  none = printerWords.kinds.none,
  path = 'printer',
}: {
  printer: Printer;
  onPrinter: (printer: Printer) => void;
  errorOf: (path: string) => string | null;
  label?: Sentence;
  /** Said of having no such printer. */
  none?: Sentence;
  /** Where it stands in the profile. */
  path?: string;
}) {
  const { say } = useWords();
  return (
    <div className="stack">
      <ChipChoice
        label={say(label)}
        options={kinds.map(value => ({
          value,
          label: say(value === 'none' ? none : printerWords.kinds[value]),
        }))}
        value={printer.kind}
        onPick={kind => onPrinter(firstOf[kind])}
      />
      {printer.kind !== 'none' && (
        <>
          <PrinterAddress
            key={printer.kind}
            printer={printer}
            onPrinter={onPrinter}
            errorOf={field => errorOf(`${path}.${field}`)}
          />
          <ChipChoice
            label={say(words.width)}
            options={[
              { value: '58', label: '58 mm' },
              { value: '80', label: '80 mm' },
            ]}
            value={String(printer.widthMm) as '58'}
            onPick={width => onPrinter({ ...printer, widthMm: width === '58' ? 58 : 80 })}
          />
          <ChipChoice
            label={say(printerWords.characters)}
            options={(['pc858', 'ascii'] as const).map(value => ({
              value,
              label: say(printerWords.pages[value]),
            }))}
            value={printer.codePage}
            onPick={codePage => onPrinter({ ...printer, codePage })}
          />
          {printer.kind === 'cups' || printer.kind === 'windows' ? (
            <p className="note">{say(printerWords.cannotAnswer)}</p>
          ) : (
            <CheckField
              label={words.status}
              hint={words.statusHint}
              checked={printer.supportsStatus}
              onCheck={supportsStatus => onPrinter({ ...printer, supportsStatus })}
            />
          )}
        </>
      )}
    </div>
  );
}
