/** One TCP connection to a printer. */
import { connect, type Socket } from 'node:net';
import { PrinterLine } from './printer-line.ts';

export class TcpLine extends PrinterLine {
  #socket: Socket;
  #closed: Promise<void>;

  private constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.setNoDelay(true);
    // Unread bytes would make the kernel answer our hanging up with a reset, which throws away what is still queued.
    socket.on('data', chunk => this.listen(chunk));
    socket.on('error', () => this.lose({ broken: true }));
    socket.on('end', () => this.lose({ broken: false }));
    this.#closed = new Promise(resolve => {
      socket.on('close', () => {
        this.lose({ broken: false });
        resolve();
      });
    });
  }

  /** @returns null when nobody answers in time. */
  static open(host: string, port: number, patienceMs: number): Promise<TcpLine | null> {
    return new Promise(resolve => {
      const socket = connect({ host, port, allowHalfOpen: true });
      const give = (line: TcpLine | null) => {
        clearTimeout(timer);
        socket.off('error', refuse);
        if (!line) socket.on('error', () => {}).destroy();
        resolve(line);
      };
      const refuse = () => give(null);
      const timer = setTimeout(refuse, patienceMs);
      socket.once('error', refuse);
      socket.once('connect', () => give(new TcpLine(socket)));
    });
  }

  write(bytes: Uint8Array, patienceMs: number): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      const settle = (taken: boolean) => {
        clearTimeout(timer);
        resolve(taken);
      };
      this.#socket.write(bytes, error => settle(!error));
      void this.#closed.then(() => settle(false));
    });
  }

  async end(patienceMs: number, then: 'free' | 'let go'): Promise<void> {
    this.#socket.end();
    const timer = new Promise<boolean>(resolve => setTimeout(resolve, patienceMs, false).unref());
    const closed = await Promise.race([this.#closed.then(() => true), timer]);
    if (closed) return;
    if (then === 'free') this.breakOff();
    else this.#socket.destroy();
  }

  breakOff(): void {
    this.#socket.resetAndDestroy();
  }
}
