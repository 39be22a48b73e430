/** A printer on a serial port, or on Bluetooth, which looks like one. */
import type { SerialPort, SerialPortOpenOptions } from 'serialport';
import type { AutoDetectTypes } from '@serialport/bindings-cpp';
import { PrinterLine } from './printer-line.ts';

const pieceBytes = 512;
const pieceMs = 20;

export interface SerialSettings {
  path: string;
  baud: number;
  /** How the printer says that its buffer is full. Without it a slow printer loses what does not fit. */
  flow: 'none' | 'xonxoff' | 'rtscts';
}

/** Loaded on first use: most offices have no such printer. */
const openPort = async (options: SerialPortOpenOptions<AutoDetectTypes>): Promise<SerialPort> => {
  const { SerialPort } = await import('serialport');
  return new SerialPort(options);
};

export class SerialLine extends PrinterLine {
  #port: SerialPort;
  #ended = false;
  #closed: Promise<void>;

  private constructor(port: SerialPort) {
    super();
    this.#port = port;
    port.on('data', (chunk: Buffer) => this.listen(chunk));
    port.on('error', () => this.lose({ broken: true }));
    this.#closed = new Promise(resolve => {
      port.on('close', () => {
        this.lose({ broken: !this.#ended });
        resolve();
      });
    });
  }

  /** @returns null when there is no such port, or another program has it. */
  static async open({ path, baud, flow }: SerialSettings, patienceMs: number): Promise<SerialLine | null> {
    const port = await openPort({
      path,
      baudRate: baud,
      autoOpen: false,
      rtscts: flow === 'rtscts',
      xon: flow === 'xonxoff',
      xoff: flow === 'xonxoff',
    });
    port.on('error', () => {});
    return new Promise(resolve => {
      // Some Bluetooth drivers take a minute to find out that the printer is off.
      const timer = setTimeout(() => {
        resolve(null);
        port.once('open', () => port.close(() => {}));
      }, patienceMs);
      port.open(error => {
        clearTimeout(timer);
        resolve(error ? null : new SerialLine(port));
      });
    });
  }

  async write(bytes: Uint8Array, patienceMs: number): Promise<boolean> {
    const until = performance.now() + patienceMs;
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      if (!(await this.#offer(piece, until - performance.now()))) return false;
    }
    return true;
  }

  #offer(piece: Uint8Array, patienceMs: number): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      const settle = (taken: boolean) => {
        clearTimeout(timer);
        resolve(taken);
      };
      if (this.lost) return settle(false);
      this.#port.write(Buffer.from(piece), undefined, error => settle(!error));
      void this.#closed.then(() => settle(false));
    });
  }

  /** Waits until the port has sent all of it; what a printer does not take in that time is thrown away. */
  async end(patienceMs: number): Promise<void> {
    const sent = new Promise<boolean>(resolve => this.#port.drain(error => resolve(!error)));
    const timer = new Promise<boolean>(resolve => setTimeout(resolve, patienceMs, false).unref());
    if (this.lost || !(await Promise.race([sent, timer]))) return this.breakOff();
    this.#ended = true;
    this.#port.close(() => {});
    await Promise.race([this.#closed, timer]);
  }

  /**
   * Emptied first: closing a port with bytes in it waits for the printer, and gives them to it half a minute later.
   * Twice, because the piece that was being written moves up.
   */
  breakOff(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.lose({ broken: false });
    if (!this.#port.isOpen) return;
    const again = () => this.#port.flush(() => this.#port.close(() => {}));
    this.#port.flush(() => setTimeout(again, pieceMs));
  }
}
