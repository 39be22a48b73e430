/** One TCP connection to a printer: writes, always reads, and ends in a way that loses nothing that was sent. */
import { connect, type Socket } from 'node:net';
import { StatusBytes, type Answer } from './status-bytes.ts';

/** What waiting came to: an answer, the end of the line, or the end of patience. */
export type Heard = Answer | 'lost' | 'nothing';

export class PrinterLine {
  #socket: Socket;
  #bytes = new StatusBytes();
  #heard: Answer[] = [];
  #wake: (() => void) | null = null;
  /** The printer hung up, or the connection broke. */
  lost = false;
  /** It broke rather than ended: what was sent last may never have arrived. */
  broken = false;
  readonly closed: Promise<void>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    // Unread bytes would make the kernel answer our hanging up with a reset, which throws away what is still queued.
    socket.on('data', chunk => this.#listen(chunk));
    socket.on('error', () => {
      this.broken = true;
      this.#lose();
    });
    socket.on('end', () => this.#lose());
    this.closed = new Promise(resolve => {
      socket.on('close', () => {
        this.#lose();
        resolve();
      });
    });
  }

  /** @returns null when nobody answers in time. */
  static open(host: string, port: number, patienceMs: number): Promise<PrinterLine | null> {
    return new Promise(resolve => {
      const socket = connect({ host, port, allowHalfOpen: true });
      const give = (line: PrinterLine | null) => {
        clearTimeout(timer);
        socket.off('error', refuse);
        if (!line) socket.on('error', () => {}).destroy();
        resolve(line);
      };
      const refuse = () => give(null);
      const timer = setTimeout(refuse, patienceMs);
      socket.once('error', refuse);
      socket.once('connect', () => give(new PrinterLine(socket)));
    });
  }

  /** @returns whether the kernel took all of it in time. It need not have reached the printer. */
  write(bytes: Uint8Array, patienceMs: number): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      const settle = (taken: boolean) => {
        clearTimeout(timer);
        resolve(taken);
      };
      this.#socket.write(bytes, error => settle(!error));
      void this.closed.then(() => settle(false));
    });
  }

  /** Answers heard before now cannot be about what is asked next. */
  forget(to: Answer['to']): void {
    this.#heard = this.#heard.filter(answer => answer.to !== to);
  }

  /** The next answer of one kind. */
  async hear(to: Answer['to'], patienceMs: number): Promise<Heard> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const at = this.#heard.findIndex(answer => answer.to === to);
      if (at >= 0) return this.#heard.splice(at, 1)[0]!;
      if (this.lost) return 'lost';
      const left = until - performance.now();
      if (left <= 0) return 'nothing';
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = null;
    }
  }

  /**
   * Hangs up when all is sent and waits for the printer to do the same, so that the next caller finds it free.
   *
   * @param then what becomes of a line the printer keeps: `free` it at once, or let go of it and have the kernel
   *   deliver what it still holds.
   */
  async end(patienceMs: number, then: 'free' | 'let go'): Promise<void> {
    this.#socket.end();
    const timer = new Promise<boolean>(resolve => setTimeout(resolve, patienceMs, false).unref());
    const closed = await Promise.race([this.closed.then(() => true), timer]);
    if (closed) return;
    if (then === 'free') this.breakOff();
    else this.#socket.destroy();
  }

  /** Hangs up at once; what the printer has not been given yet, it will never get. */
  breakOff(): void {
    this.#socket.resetAndDestroy();
  }

  #listen(chunk: Buffer): void {
    for (const byte of chunk) {
      const answer = this.#bytes.read(byte);
      if (answer) this.#heard.push(answer);
    }
    this.#wake?.();
  }

  #lose(): void {
    this.lost = true;
    this.#wake?.();
  }
}
