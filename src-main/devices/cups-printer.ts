/**
 * A printer behind a raw queue of CUPS.
 *
 *     look at the queue ─► lp ─► look after the job ─► gone: 'maybe'
 *          └ 'no'                      └ deadline ─► cancel ─► it never reached a printer: 'no', else 'maybe'
 *
 * CUPS keeps a job for a printer that is off and prints it when that comes back. A slip that late is dangerous, so no
 * job outlives its deadline: we cancel it, and CUPS itself does when we are gone. CUPS cannot tell what came out, only
 * what was handed over; a slip is never better than `maybe`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  askCups,
  readJob,
  readQueueState,
  type CupsCommand,
  type CupsJob,
  type Said,
} from './cups-commands.ts';
import type { PrintOutcome, PrintReason, PrinterStatus, Transport } from './transport.ts';

export interface CupsPrinterSettings {
  queue: string;
}

export const usualCupsPatience = {
  commandMs: 4_000,
  lookMs: 250,
  /** For a printer that does not answer its backend: long enough for one that wakes up. */
  reachMs: 3_000,
  cancelMs: 3_000,
  /** CUPS begins a failed job anew after thirty seconds, and would print it twice. */
  longestMs: 25_000,
};
export type CupsPatience = typeof usualCupsPatience;

/** What backends say until they have a connection. Whatever else they say, something may have been printed. */
const notReached =
  /may not exist or is unavailable|^Connecting to printer|^Unable to locate printer|Waiting for printer to become available/;
/** What `lp` says when there is no job. */
const notTaken =
  /does not exist|not accepting|not responding|Unable to connect|Connection refused|No such file|Not authorized|Forbidden|Bad file descriptor/i;

export class CupsPrinter implements Transport {
  #queue: string;
  #patience: CupsPatience;
  #server: string | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closing = false;

  constructor(
    { queue }: CupsPrinterSettings,
    patience: Partial<CupsPatience> = {},
    { server }: { server?: string } = {},
  ) {
    this.#queue = queue;
    this.#patience = { ...usualCupsPatience, ...patience };
    this.#server = server;
  }

  send(bytes: Uint8Array, deadlineMs: number, before?: Uint8Array): Promise<PrintOutcome> {
    return this.#inTurn(async () => {
      const until = performance.now() + Math.min(deadlineMs, this.#patience.longestMs);
      const { state } = this.#closing ? { state: 'interrupted' as const } : await this.#look();
      if (this.#closing) return { printed: 'no', reason: 'interrupted' };
      if (state !== 'unknown') return { printed: 'no', reason: state as PrintReason };
      const seconds = Math.ceil((until - performance.now()) / 1_000) + 5;
      const slip = before ? Buffer.concat([before, bytes]) : bytes;
      const options = ['-o', 'raw', '-o', `job-cancel-after=${seconds}`, '-t', 'slip'];
      const said = await this.#ask('lp', ['-d', this.#queue, ...options, '-'], slip);
      const id = /request id is (\S+-\d+)/.exec(said.out)?.[1];
      if (id) return this.#lookAfter(id, until);
      const never = said.code !== null && said.code !== 0 && notTaken.test(said.err);
      return never ? { printed: 'no', reason: 'unreachable' } : maybe('connection-lost');
    });
  }

  status(): Promise<PrinterStatus> {
    return this.#inTurn(() => this.#look());
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#turn;
  }

  async #look(): Promise<PrinterStatus> {
    const said = await this.#ask('lpstat', ['-l', '-p', this.#queue]);
    if (said.code !== 0) return { state: 'unreachable', paperNearEnd: false };
    const { disabled, reasons } = readQueueState(said.out);
    const stopped = disabled ? 'offline' : stopReason(reasons);
    return { state: stopped ?? 'unknown', paperNearEnd: reasons.some(one => one.startsWith('media-low')) };
  }

  async #lookAfter(id: string, until: number): Promise<PrintOutcome> {
    const giveUpReaching = performance.now() + this.#patience.reachMs;
    let reached = false;
    while (performance.now() < until && !this.#closing) {
      await pause(this.#patience.lookMs);
      const job = await this.#job(id, 'not-completed');
      if (job === 'gone') return this.#ended(id);
      if (job === 'unknown') continue;
      reached ||= job.status !== '' && !notReached.test(job.status);
      if (!reached && notReached.test(job.status) && performance.now() > giveUpReaching) break;
    }
    return this.#cancel(id, reached);
  }

  async #cancel(id: string, reached: boolean): Promise<PrintOutcome> {
    const { state } = await this.#look();
    await this.#ask('cancel', [id]);
    const until = performance.now() + this.#patience.cancelMs;
    let job = await this.#job(id, 'not-completed');
    while (job !== 'gone' && performance.now() < until) {
      await pause(this.#patience.lookMs / 5);
      job = await this.#job(id, 'not-completed');
    }
    const ended = job === 'gone' ? await this.#job(id, 'completed') : job;
    const reason = this.#closing ? 'interrupted' : state === 'unknown' ? 'too-slow' : (state as PrintReason);
    if (typeof ended === 'string') return maybe(reason);
    if (!ended.reasons.some(one => one.startsWith('job-canceled')))
      return this.#closing ? maybe(reason) : over(ended);
    // Said by the backend before it ended, and it ended before this was asked: it had no connection at any time.
    if (!reached && notReached.test(ended.status))
      return { printed: 'no', reason: this.#closing ? 'interrupted' : 'unreachable' };
    return maybe(reason);
  }

  async #ended(id: string): Promise<PrintOutcome> {
    const job = await this.#job(id, 'completed');
    return typeof job === 'string' ? maybe('unconfirmed') : over(job);
  }

  async #job(id: string, which: 'completed' | 'not-completed'): Promise<CupsJob | 'gone' | 'unknown'> {
    const said = await this.#ask('lpstat', ['-l', '-W', which, '-o', this.#queue]);
    if (said.code !== 0) return 'unknown';
    return readJob(said.out, id) ?? 'gone';
  }

  #ask(command: CupsCommand, args: string[], input?: Uint8Array): Promise<Said> {
    return askCups(command, args, { patienceMs: this.#patience.commandMs, server: this.#server, input });
  }

  #inTurn<T>(talk: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(talk);
    this.#turn = mine;
    return mine;
  }
}

const maybe = (reason: PrintReason): PrintOutcome => ({ printed: 'maybe', reason });

/** CUPS is done with it: handed over as far as it knows, or given up. */
function over(job: CupsJob): PrintOutcome {
  return maybe(job.reasons.some(one => /abort|cancel/.test(one)) ? 'connection-lost' : 'unconfirmed');
}

/** From what the backend passes on of the printer's own state; most of them pass on nothing. */
export function stopReason(reasons: string[]): PrintReason | null {
  const any = (pattern: RegExp) =>
    reasons.some(reason => !reason.endsWith('-report') && pattern.test(reason));
  if (any(/^media-(empty|needed)/)) return 'paper-out';
  if (any(/^(cover|door|interlock)-open/)) return 'cover-open';
  if (any(/^(media-jam|cutter|other-error)|-jam/)) return 'fault';
  return any(/^(offline|paused|shutdown|timed-out)/) ? 'offline' : null;
}
