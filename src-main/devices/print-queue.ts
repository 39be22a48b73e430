/**
 * Takes one job after the other from the database to the printer. It owns no truth: what waits, what is in the
 * printer and how it ended stands in `print_job`, so a station that dies goes on where it was.
 *
 * A job of which nothing was sent is tried again, until it is too late to be of use; a job in doubt never is.
 */
import { write, type Actor } from '../database/write.ts';
import type { Printer } from '../profile/schema.ts';
import { readProfile } from '../profile/store.ts';
import type { Station } from '../station.ts';
import {
  beginPrint,
  doubtInterrupted,
  endPrint,
  keepQueued,
  queuedJobs,
  type QueuedJob,
} from './queue-store.ts';
import { slipContent, type SlipKind } from './slip.ts';
import { TcpPrinter } from './tcp-printer.ts';
import type { PrinterStatus, PrintOutcome, PrintReason, Transport } from './transport.ts';

export type RealPrinter = Exclude<Printer, { kind: 'none' }>;
export type Transports = (printer: RealPrinter) => Transport;

export const realTransports: Transports = printer => new TcpPrinter(printer);

/** Time for a slow printer to get through one slip. */
const deadlineMs = 12_000;
const firstRetryMs = 2_000;
const lastRetryMs = 15_000;

/** After so long a slip would come out for somebody who has gone: it stays unprinted, and can be asked for again. */
const usefulMs = { ticket: 2 * 60_000, locker: 10 * 60_000, test: 30_000 } as const satisfies Record<
  SlipKind,
  number
>;

/** When the start is over, and the screens have what they need. */
const warmUpMs = 5_000;

/** Loaded at the first slip: drawing symbols is a large program, and the station should start at once. */
const layout = () => import('./receipt.ts');

const itself: Actor = { door: 'station', staffId: null };

export class PrintQueue {
  #station: Station;
  #transports: Transports;
  #printer: { settings: string; transport: Transport } | null = null;
  #waits = new Map<string, { untilMs: number; stepMs: number }>();
  #unsaved: { jobId: string; outcome: PrintOutcome } | null = null;
  #running: Promise<void> | null = null;
  #askedAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #warmUp: NodeJS.Timeout | undefined;
  #unsubscribe: () => void = () => {};
  #closed = false;
  /** The slip before may have broken off in the middle. */
  #brokenOff = false;

  constructor(station: Station, transports: Transports) {
    this.#station = station;
    this.#transports = transports;
  }

  async start(): Promise<void> {
    this.#brokenOff = (await write(this.#station, itself, doubtInterrupted)) > 0;
    this.#unsubscribe = this.#station.changes.subscribe(({ topics }) => {
      if (topics.includes('print') || topics.includes('profile')) this.#wake();
    });
    this.#wake();
    this.#warmUp = setTimeout(() => {
      this.#layOutForNobody().catch((error: unknown) =>
        this.#station.log.warn({ err: error }, 'print warm-up'),
      );
    }, warmUpMs);
    this.#warmUp.unref();
  }

  /** What is in the printer is broken off and stays in doubt; what waits goes on at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
    clearTimeout(this.#warmUp);
    await this.#printer?.transport.close();
    await this.#running;
  }

  /** Asks the printer now; null where the profile has none. */
  async status(): Promise<PrinterStatus | null> {
    const transport = await this.#transport();
    return transport ? transport.status() : null;
  }

  #wake(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#askedAgain = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#run()
      .catch((error: unknown) => {
        this.#station.log.error({ err: error }, 'print queue');
        this.#wakeIn(lastRetryMs);
      })
      .finally(() => {
        this.#running = null;
        if (this.#askedAgain) this.#wake();
      });
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => this.#wake(), ms);
  }

  async #run(): Promise<void> {
    for (;;) {
      this.#askedAgain = false;
      if (this.#unsaved) await this.#end(this.#unsaved.jobId, this.#unsaved.outcome);
      const jobs = this.#closed ? [] : await queuedJobs(this.#station.db);
      const now = performance.now();
      const due = jobs.find(job => (this.#waits.get(job.id)?.untilMs ?? 0) <= now);
      if (due) {
        await this.#print(due);
        continue;
      }
      const next = Math.min(...jobs.map(job => this.#waits.get(job.id)!.untilMs));
      if (jobs.length > 0) this.#wakeIn(Math.max(50, next - now));
      return;
    }
  }

  async #print(job: QueuedJob): Promise<void> {
    const transport = await this.#transport();
    if (!transport) return this.#end(job.id, { printed: 'no', reason: 'no-printer' });
    if (this.#isTooLate(job))
      return this.#end(job.id, { printed: 'no', reason: (job.reason as PrintReason | null) ?? 'too-late' });
    if (job.tries > 0) {
      // Asking leaves no trace in the journal; a printer that stays off all day would fill it.
      const { state } = await transport.status();
      if (state !== 'ready' && state !== 'unknown') return this.#keep(job, state);
    }
    const bytes = await this.#layout(job);
    if (!bytes) return this.#end(job.id, { printed: 'no', reason: 'layout' });
    if (this.#closed || !(await write(this.#station, itself, tx => beginPrint(tx, job.id)))) return;
    const sent = this.#brokenOff ? Buffer.concat([(await layout()).clearingBytes(), bytes]) : bytes;
    const outcome = await transport.send(sent, deadlineMs);
    if (outcome.printed !== 'no') {
      this.#brokenOff = outcome.printed === 'maybe' && outcome.reason !== 'unconfirmed';
      this.#waits.clear();
      return this.#end(job.id, outcome);
    }
    // Whoever asked for a test page stands before the printer and wants to know now.
    if (job.content.kind === 'test') return this.#end(job.id, outcome);
    return this.#keep(job, outcome.reason ?? 'unreachable');
  }

  async #layout(job: QueuedJob): Promise<Buffer | null> {
    const { profile } = await readProfile(this.#station.db);
    if (profile.printer.kind === 'none') return null;
    const { widthMm, codePage } = profile.printer;
    try {
      const { receiptBytes } = await layout();
      return receiptBytes(job.content, { widthMm, codePage, copyNo: job.copyNo });
    } catch (error) {
      this.#station.log.error({ err: error, jobId: job.id }, 'a slip cannot be laid out');
      return null;
    }
  }

  /** The first slip of the day takes as little time as the second: program loaded, letters unpacked. */
  async #layOutForNobody(): Promise<void> {
    const { profile } = await readProfile(this.#station.db);
    if (this.#closed || profile.printer.kind === 'none') return;
    const { widthMm, codePage } = profile.printer;
    const facts = { kind: 'test', bigNumber: '0', code: '0' } as const;
    const { receiptBytes } = await layout();
    receiptBytes(slipContent(facts, profile, this.#station.clock.now(), false), {
      widthMm,
      codePage,
      copyNo: 0,
    });
  }

  #isTooLate(job: QueuedJob): boolean {
    const ageMs = this.#station.clock.now().getTime() - Date.parse(job.queuedAt);
    return ageMs > usefulMs[job.content.kind];
  }

  async #keep(job: QueuedJob, reason: PrintReason): Promise<void> {
    const before = this.#waits.get(job.id)?.stepMs;
    const stepMs = before ? Math.min(before * 2, lastRetryMs) : firstRetryMs;
    this.#waits.set(job.id, { stepMs, untilMs: performance.now() + stepMs });
    await write(this.#station, itself, tx => keepQueued(tx, job.id, reason));
  }

  /** How it ended is kept in mind until it is on disk: a full disk must not turn a printed slip into a new one. */
  async #end(jobId: string, outcome: PrintOutcome): Promise<void> {
    this.#unsaved = { jobId, outcome };
    await write(this.#station, itself, tx => endPrint(tx, jobId, outcome));
    this.#unsaved = null;
    this.#waits.delete(jobId);
  }

  /** One transport per printer; another printer in the profile means another transport. */
  async #transport(): Promise<Transport | null> {
    const { profile } = await readProfile(this.#station.db);
    const settings = JSON.stringify(profile.printer);
    if (this.#printer && this.#printer.settings !== settings) {
      await this.#printer.transport.close();
      this.#printer = null;
      this.#waits.clear();
    }
    if (profile.printer.kind === 'none') return null;
    this.#printer ??= { settings, transport: this.#transports(profile.printer) };
    return this.#printer.transport;
  }
}
