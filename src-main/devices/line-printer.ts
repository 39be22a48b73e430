/**
 * A receipt printer that takes bytes and may answer: on the network (raw port 9100), behind a device file, on a
 * serial port.
 *
 *     ask status ─► catch up ─► send slip ─► ask in order ("fence") ─► hang up
 *        └───── 'no' ────┘        └────────────┴ from here on only 'yes' or 'maybe'
 *
 * The fence is a question that the printer answers in its turn: its answer proves that all before it was processed.
 * A printer that cannot be asked is given the slip all the same, and its outcome is never better than `maybe`
 * (`unconfirmed`): bytes taken in by a printer without paper look exactly like bytes printed.
 *
 * Answers carry no name. Where one may still be owed from an earlier slip, one more question is asked and waited for
 * first, or a slip would be believed because the one before it came out at last.
 */
import type { PrinterLine } from './printer-line.ts';
import {
  inOrderQuestion,
  isOffline,
  paper,
  paperInOrder,
  realTimeQuestion,
  stopCause,
} from './status-bytes.ts';
import type { PrintOutcome, PrintReason, PrinterStatus, Transport } from './transport.ts';

export interface Way {
  /** @returns null when there is nobody. */
  open(patienceMs: number): Promise<PrinterLine | null>;
  supportsStatus: boolean;
  /** The line knows no conversations: what was asked in one may be answered in the next. */
  outlives: boolean;
}

/** Short enough that a visitor sees the code on the screen within three seconds of a dead printer. */
export const usualPatience = {
  connectMs: 1_500,
  answerMs: 1_000,
  /** While the fence is awaited, how long before asking why it does not come. */
  lookMs: 500,
  /** For a printer that still works on an earlier slip. */
  catchUpMs: 3_000,
  /** Between the answers to two questions with nothing to print between them. */
  quietMs: 250,
  hangUpMs: 1_000,
  /** How long a printer that cannot be asked may take to hang up. */
  closeMs: 4_000,
};
export type Patience = typeof usualPatience;

export class LinePrinter implements Transport {
  #way: Way;
  #patience: Patience;
  #turn: Promise<unknown> = Promise.resolve();
  #line: PrinterLine | null = null;
  #closing = false;
  /** Questions in order that may still be answered. Of an earlier run of the program nothing is known. */
  #owed: number;

  constructor(way: Way, patience: Partial<Patience> = {}) {
    this.#way = way;
    this.#patience = { ...usualPatience, ...patience };
    this.#owed = way.outlives ? 1 : 0;
  }

  send(bytes: Uint8Array, deadlineMs: number, before: Uint8Array = new Uint8Array()): Promise<PrintOutcome> {
    return this.#inTurn(async line => {
      const until = performance.now() + deadlineMs;
      const left = () => Math.max(0, until - performance.now());
      const no = (reason: PrintReason): PrintOutcome => ({
        printed: 'no',
        reason: this.#closing ? 'interrupted' : reason,
      });
      if (!line) return no('unreachable');
      let paperNearEnd = false;
      if (this.#way.supportsStatus) {
        const status = await this.#ask(line);
        if (status.state !== 'ready' || this.#closing) return no(status.state as PrintReason);
        paperNearEnd = status.paperNearEnd;
      }
      if (before.length > 0 && !(await line.write(before, left())))
        return no(line.lost ? 'connection-lost' : 'silent');
      if (this.#way.supportsStatus && this.#owed > 0 && !(await this.#catchUp(line)))
        return no(line.lost ? 'connection-lost' : 'silent');
      if (this.#closing) return no('interrupted');
      // From here on something may be on paper.
      const outcome = await this.#deliver(line, bytes, until);
      if (this.#closing && outcome.printed !== 'yes') outcome.reason = 'interrupted';
      return { ...outcome, paperNearEnd: paperNearEnd || (outcome.paperNearEnd ?? false) };
    });
  }

  status(): Promise<PrinterStatus> {
    return this.#inTurn(async line => {
      if (!line) return { state: 'unreachable', paperNearEnd: false };
      if (!this.#way.supportsStatus) return { state: 'unknown', paperNearEnd: false };
      const status = await this.#ask(line);
      if (status.state !== 'ready') return status;
      // A printer that answers at once but never in its turn would leave every slip in doubt.
      return (await this.#catchUp(line)) ? status : { ...status, state: 'silent' };
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#line?.breakOff();
    await this.#turn;
  }

  async #deliver(line: PrinterLine, bytes: Uint8Array, until: number): Promise<PrintOutcome> {
    const left = () => Math.max(0, until - performance.now());
    if (!(await line.write(bytes, left()))) return maybe(line.lost ? 'connection-lost' : 'too-slow');
    if (!this.#way.supportsStatus) {
      await line.end(Math.min(left(), this.#patience.closeMs), 'let go');
      return maybe(line.broken ? 'connection-lost' : 'unconfirmed');
    }
    if (!(await this.#askInOrder(line, left()))) return maybe(line.lost ? 'connection-lost' : 'too-slow');
    while (left() > 0) {
      const fence = await line.hear('in-order', Math.min(left(), this.#patience.lookMs));
      if (fence === 'lost') return maybe('connection-lost');
      if (fence !== 'nothing') {
        this.#owed = 0;
        const sensor = paperInOrder(fence.byte);
        return sensor.out ? maybe('paper-out') : { printed: 'yes', paperNearEnd: sensor.nearEnd };
      }
      const stopped = await this.#whyStopped(line, left());
      if (stopped) return maybe(stopped);
    }
    return maybe('too-slow');
  }

  /** Asks in order until it is certain that no older answer is under way. */
  async #catchUp(line: PrinterLine): Promise<boolean> {
    await this.#askInOrder(line, this.#patience.answerMs);
    const first = await line.hear(
      'in-order',
      this.#owed > 1 ? this.#patience.catchUpMs : this.#patience.answerMs,
    );
    if (typeof first === 'string') return false;
    for (let older = this.#owed - 1; older > 0; older--) {
      const next = await line.hear('in-order', this.#patience.quietMs);
      if (next === 'lost') return false;
      if (next === 'nothing') break;
    }
    this.#owed = 0;
    return true;
  }

  #askInOrder(line: PrinterLine, patienceMs: number): Promise<boolean> {
    line.forget('in-order');
    this.#owed += 1;
    return line.write(inOrderQuestion, patienceMs);
  }

  /** Asks in real time: also a printer that is stopped answers. */
  async #ask(line: PrinterLine): Promise<PrinterStatus> {
    const answers: number[] = [];
    for (const n of [1, 2, 4] as const) {
      line.forget('real-time');
      await line.write(realTimeQuestion(n), this.#patience.answerMs);
      const heard = await line.hear('real-time', this.#patience.answerMs);
      if (heard === 'lost') return { state: 'connection-lost', paperNearEnd: false };
      if (heard === 'nothing') return { state: 'silent', paperNearEnd: false };
      answers.push(heard.byte);
    }
    const [printer, cause, sensor] = answers as [number, number, number];
    const { nearEnd } = paper(sensor);
    return {
      state: stateOf(cause, sensor) ?? (isOffline(printer) ? 'offline' : 'ready'),
      paperNearEnd: nearEnd,
    };
  }

  async #whyStopped(line: PrinterLine, leftMs: number): Promise<PrintReason | null> {
    const answers: number[] = [];
    for (const n of [2, 4] as const) {
      line.forget('real-time');
      await line.write(realTimeQuestion(n), Math.min(leftMs, this.#patience.answerMs));
      const heard = await line.hear('real-time', Math.min(leftMs, this.#patience.answerMs));
      if (typeof heard === 'string') return null;
      answers.push(heard.byte);
    }
    return stateOf(answers[0]!, answers[1]!);
  }

  /** One conversation at a time, and the next only after this one has been closed. */
  #inTurn<T>(talk: (line: PrinterLine | null) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(async () => {
      const line = this.#closing ? null : await this.#way.open(this.#patience.connectMs);
      if (this.#closing) {
        line?.breakOff();
        return { line: null, result: await talk(null) };
      }
      this.#line = line;
      return { line, result: await talk(line) };
    });
    this.#turn = mine.then(async ({ line, result }) => {
      this.#line = null;
      if (!line) return;
      if (isDoubtful(result)) line.breakOff();
      else await line.end(this.#patience.hangUpMs, 'free');
    });
    return mine.then(({ result }) => result);
  }
}

/** What is in doubt must not come out much later: what the printer has not taken yet, it does not get. */
function isDoubtful(result: unknown): boolean {
  const outcome = result as Partial<PrintOutcome>;
  return outcome.printed === 'maybe' && outcome.reason !== 'unconfirmed';
}

const maybe = (reason: PrintReason): PrintOutcome => ({ printed: 'maybe', reason });

function stateOf(cause: number, sensor: number): PrintReason | null {
  const { coverOpen, paperOut, fault } = stopCause(cause);
  if (coverOpen) return 'cover-open';
  if (paperOut || paper(sensor).out) return 'paper-out';
  return fault ? 'fault' : null;
}
