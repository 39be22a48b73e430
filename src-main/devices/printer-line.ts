/** An open way to a printer: it writes, always listens, and ends so that nothing that was sent is lost. */
import { StatusBytes, type Answer } from './status-bytes.ts';

/** What waiting came to: an answer, the end of the line, or the end of patience. */
export type Heard = Answer | 'lost' | 'nothing';

export abstract class PrinterLine {
  /** The printer hung up, or the connection broke. */
  lost = false;
  /** It broke rather than ended: what was sent last may never have arrived. */
  broken = false;
  #bytes = new StatusBytes();
  #heard: Answer[] = [];
  #wake: (() => void) | null = null;

  /** @returns whether the system took all of it in time. It need not have reached the printer. */
  abstract write(bytes: Uint8Array, patienceMs: number): Promise<boolean>;

  /**
   * Hangs up when all is sent, so that the next caller finds the printer free.
   *
   * @param then what becomes of a line the printer keeps: `free` it at once, or let go of it and have the system
   *   deliver what it still holds.
   */
  abstract end(patienceMs: number, then: 'free' | 'let go'): Promise<void>;

  /** Hangs up at once; what the printer has not been given yet, it will never get. */
  abstract breakOff(): void;

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

  protected listen(chunk: Uint8Array): void {
    for (const byte of chunk) {
      const answer = this.#bytes.read(byte);
      if (answer) this.#heard.push(answer);
    }
    this.#wake?.();
  }

  protected lose({ broken }: { broken: boolean }): void {
    this.lost = true;
    this.broken ||= broken;
    this.#wake?.();
  }
}
