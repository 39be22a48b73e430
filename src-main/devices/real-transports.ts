/** Which way leads to which printer of the profile. */
import type { RealPrinter } from '../profile/schema.ts';
import { CupsPrinter } from './cups-printer.ts';
import { DevicePrinter } from './device-printer.ts';
import { SerialPrinter } from './serial-printer.ts';
import { TcpPrinter } from './tcp-printer.ts';
import type { Transport } from './transport.ts';
import { WindowsPrinter } from './windows-printer.ts';
import { openWinspool } from './winspool.ts';

export type Transports = (printer: RealPrinter) => Transport;

export const realTransports: Transports = printer => {
  switch (printer.kind) {
    case 'tcp':
      return new TcpPrinter(printer);
    case 'device':
      return new DevicePrinter(printer);
    case 'serial':
      return new SerialPrinter(printer);
    case 'cups':
      return new CupsPrinter(printer);
    case 'windows':
      return new WindowsPrinter(printer, openWinspool);
  }
};

const slipMs = 12_000;
const bitsPerByte = 10;

/** Time for a slow printer to get through one slip; on a serial port the line is slower than the paper. */
export function deadlineFor(printer: RealPrinter, bytes: number): number {
  return printer.kind === 'serial' ? slipMs + (bytes * bitsPerByte * 1_000) / printer.baud : slipMs;
}
