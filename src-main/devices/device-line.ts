/**
 * A printer behind a character device of Linux such as /dev/usb/lp0.
 *
 * Opened without waiting and written in pieces: a printer without paper takes nothing in, and a write that waits for
 * it would park one of the four threads that all files and all passwords of the station share.
 */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { PrinterLine } from './printer-line.ts';

const pieceBytes = 4_096;
const fullWaitMs = 50;
const listenEveryMs = 20;
/** A printer passes over it; that it was taken says that the driver is done with all that was written before. */
const nothingToPrint = Uint8Array.of(0);

export interface DeviceOpening {
  /** Whether the printer is going to be asked, too. */
  listens: boolean;
  /** For tests, where a pipe stands for a printer that cannot be asked. */
  pipeAllowed?: boolean;
}

export class DeviceLine extends PrinterLine {
  #file: FileHandle;
  #ended = false;

  private constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  /**
   * Without O_CREAT: an unplugged printer must not become a file that swallows slips.
   *
   * @returns null when there is no printer at this path, or another program has it.
   */
  static async open(path: string, { listens, pipeAllowed }: DeviceOpening): Promise<DeviceLine | null> {
    const way = listens ? constants.O_RDWR : constants.O_WRONLY;
    const file = await open(path, way | constants.O_NONBLOCK | constants.O_NOCTTY).catch(() => null);
    if (!file) return null;
    const kind = await file.stat();
    if (!kind.isCharacterDevice() && !(pipeAllowed && kind.isFIFO())) {
      await file.close();
      return null;
    }
    const line = new DeviceLine(file);
    if (listens) {
      // Answers to what was asked in an earlier conversation.
      while (((await line.#read()) ?? 0) > 0) line.#forgetAll();
      void line.#keepListening();
    }
    return line;
  }

  async write(bytes: Uint8Array, patienceMs: number): Promise<boolean> {
    const until = performance.now() + patienceMs;
    for (let at = 0; at < bytes.length;) {
      if (this.lost || this.#ended) return false;
      const taken = await this.#offer(bytes.subarray(at, at + pieceBytes));
      at += taken;
      if (taken > 0) continue;
      const left = until - performance.now();
      if (left <= 0) return false;
      await pause(Math.min(fullWaitMs, left));
    }
    return true;
  }

  /** The driver drops what is still under way when the device is closed, so that is waited for. */
  async end(patienceMs: number): Promise<void> {
    if (!this.lost) await this.write(nothingToPrint, patienceMs);
    this.breakOff();
  }

  breakOff(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.lose({ broken: false });
    this.#file.close().catch(() => undefined);
  }

  /** @returns how many bytes were taken, 0 when there is no room now. */
  async #offer(piece: Uint8Array): Promise<number> {
    try {
      return (await this.#file.write(piece, 0, piece.length, null)).bytesWritten;
    } catch (error) {
      if (!isBusy(error)) this.lose({ broken: true });
      return 0;
    }
  }

  async #keepListening(): Promise<void> {
    while (!this.lost && !this.#ended) {
      if (((await this.#read()) ?? 0) === 0) await pause(listenEveryMs);
    }
  }

  /** @returns null when nothing can be read any more; 0 is what some drivers say when there is nothing now. */
  async #read(): Promise<number | null> {
    const chunk = Buffer.alloc(64);
    try {
      const { bytesRead } = await this.#file.read(chunk, 0, chunk.length, null);
      this.listen(chunk.subarray(0, bytesRead));
      return bytesRead;
    } catch (error) {
      if (isBusy(error)) return 0;
      this.lose({ broken: true });
      return null;
    }
  }

  #forgetAll(): void {
    this.forget('in-order');
    this.forget('real-time');
  }
}

function isBusy(error: unknown): boolean {
  return ['EAGAIN', 'EWOULDBLOCK', 'EINTR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
