import { baudRates, type Printer, type RealPrinter } from '../../../src-main/profile/schema.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { printerWords as words } from '../../words/staff-printer.ts';
import { settingsWords } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { NumberField } from '../frame/NumberField.tsx';

const paper = { widthMm: 58, codePage: 'pc858' } as const;
const asked = { ...paper, supportsStatus: true } as const;
const spooled = { ...paper, supportsStatus: false } as const;

/** What a printer of each kind begins with. */
export const firstOf: { [K in Printer['kind']]: Extract<Printer, { kind: K }> } = {
  none: { kind: 'none' },
  tcp: { kind: 'tcp', host: '', port: 9_100, ...asked },
  device: { kind: 'device', path: '/dev/usb/lp0', ...asked },
  windows: { kind: 'windows', name: '', ...spooled },
  cups: { kind: 'cups', queue: '', ...spooled },
  serial: { kind: 'serial', path: '', baud: 9_600, flow: 'none', ...asked },
};

interface Props<P extends RealPrinter = RealPrinter> {
  printer: P;
  onPrinter: (printer: Printer) => void;
  errorOf: (field: string) => string | null;
}

/** How a printer is reached. */
export function PrinterAddress({ printer, onPrinter, errorOf }: Props) {
  const { say } = useWords();
  switch (printer.kind) {
    case 'tcp':
      return (
        <div className="pair">
          <TextField
            label={say(settingsWords.host)}
            hint={say(settingsWords.hostHint)}
            value={printer.host}
            error={errorOf('host')}
            onText={host => onPrinter({ ...printer, host })}
          />
          <NumberField
            label={settingsWords.port}
            value={printer.port}
            error={errorOf('port')}
            onNumber={port => onPrinter({ ...printer, port })}
          />
        </div>
      );
    case 'device':
      return (
        <TextField
          label={say(words.path)}
          hint={say(words.pathHint)}
          value={printer.path}
          error={errorOf('path')}
          onText={path => onPrinter({ ...printer, path: path.trim() })}
        />
      );
    case 'windows':
      return (
        <TextField
          label={say(words.name)}
          hint={say(words.nameHint)}
          value={printer.name}
          error={errorOf('name')}
          onText={name => onPrinter({ ...printer, name })}
        />
      );
    case 'cups':
      return (
        <TextField
          label={say(words.queue)}
          hint={say(words.queueHint)}
          value={printer.queue}
          error={errorOf('queue')}
          onText={queue => onPrinter({ ...printer, queue: queue.trim() })}
        />
      );
    case 'serial':
      return <SerialAddress printer={printer} onPrinter={onPrinter} errorOf={errorOf} />;
  }
}

function SerialAddress({ printer, onPrinter, errorOf }: Props<Extract<Printer, { kind: 'serial' }>>) {
  const { say } = useWords();
  return (
    <>
      <TextField
        label={say(words.port)}
        hint={say(words.portHint)}
        value={printer.path}
        error={errorOf('path')}
        onText={path => onPrinter({ ...printer, path: path.trim() })}
      />
      <ChipChoice
        label={say(words.baud)}
        options={baudRates.map(baud => ({ value: String(baud), label: String(baud) }))}
        value={String(printer.baud)}
        onPick={picked =>
          onPrinter({ ...printer, baud: baudRates.find(baud => String(baud) === picked) ?? printer.baud })
        }
      />
      <p className="soft">{say(words.baudHint)}</p>
      <ChipChoice
        label={say(words.flow)}
        options={(['none', 'xonxoff', 'rtscts'] as const).map(value => ({
          value,
          label: say(words.flows[value]),
        }))}
        value={printer.flow}
        onPick={flow => onPrinter({ ...printer, flow })}
      />
    </>
  );
}
