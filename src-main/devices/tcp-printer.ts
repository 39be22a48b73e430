/** A receipt printer on the network (raw port 9100). */
import { LinePrinter, type Patience } from './line-printer.ts';
import { TcpLine } from './tcp-line.ts';

export interface TcpPrinterSettings {
  host: string;
  port: number;
  supportsStatus: boolean;
}

export class TcpPrinter extends LinePrinter {
  constructor({ host, port, supportsStatus }: TcpPrinterSettings, patience?: Partial<Patience>) {
    const open = (patienceMs: number) => TcpLine.open(host, port, patienceMs);
    super({ open, supportsStatus, outlives: false }, patience);
  }
}
