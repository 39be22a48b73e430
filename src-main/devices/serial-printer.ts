/** A receipt printer on a serial port. */
import { LinePrinter, type Patience } from './line-printer.ts';
import { SerialLine, type SerialSettings } from './serial-line.ts';

export class SerialPrinter extends LinePrinter {
  constructor(settings: SerialSettings & { supportsStatus: boolean }, patience?: Partial<Patience>) {
    const open = (patienceMs: number) => SerialLine.open(settings, patienceMs);
    super({ open, supportsStatus: settings.supportsStatus, outlives: true }, patience);
  }
}
