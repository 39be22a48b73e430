import type { Printer } from '../../../src-main/profile/schema.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../frame/CheckField.tsx';
import { NumberField } from '../frame/NumberField.tsx';

const firstTcp: Printer = {
  kind: 'tcp',
  host: '',
  port: 9_100,
  widthMm: 58,
  supportsStatus: true,
  codePage: 'pc858',
};

/** Also the last screen of the set-up. */
export function PrinterChoice({
  printer,
  onPrinter,
  errorOf,
}: {
  printer: Printer;
  onPrinter: (printer: Printer) => void;
  errorOf: (path: string) => string | null;
}) {
  const { say } = useWords();
  return (
    <div className="stack">
      <ChipChoice
        label={say(words.printerKind)}
        options={[
          { value: 'none', label: say(words.printerNone) },
          { value: 'tcp', label: say(words.printerTcp) },
        ]}
        value={printer.kind}
        onPick={kind => onPrinter(kind === 'none' ? { kind } : firstTcp)}
      />
      {printer.kind === 'tcp' && (
        <>
          <div className="pair">
            <TextField
              label={say(words.host)}
              hint={say(words.hostHint)}
              value={printer.host}
              error={errorOf('printer.host')}
              onText={host => onPrinter({ ...printer, host })}
            />
            <NumberField
              label={words.port}
              value={printer.port}
              error={errorOf('printer.port')}
              onNumber={port => onPrinter({ ...printer, port })}
            />
          </div>
          <ChipChoice
            label={say(words.width)}
            options={[
              { value: '58', label: '58 mm' },
              { value: '80', label: '80 mm' },
            ]}
            value={String(printer.widthMm) as '58'}
            onPick={width => onPrinter({ ...printer, widthMm: width === '58' ? 58 : 80 })}
          />
          <CheckField
            label={words.status}
            hint={words.statusHint}
            checked={printer.supportsStatus}
            onCheck={supportsStatus => onPrinter({ ...printer, supportsStatus })}
          />
        </>
      )}
    </div>
  );
}
