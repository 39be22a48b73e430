/** A receipt printer at a device file of Linux, usually on USB. */
import { DeviceLine } from './device-line.ts';
import { LinePrinter, type Patience } from './line-printer.ts';

export interface DevicePrinterSettings {
  path: string;
  supportsStatus: boolean;
}

export class DevicePrinter extends LinePrinter {
  constructor(
    { path, supportsStatus }: DevicePrinterSettings,
    patience?: Partial<Patience>,
    { pipeAllowed = false } = {},
  ) {
    const open = () => DeviceLine.open(path, { listens: supportsStatus, pipeAllowed });
    super({ open, supportsStatus, outlives: true }, patience);
  }
}
