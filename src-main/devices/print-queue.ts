/**
 * Takes one job after the other from the database to the printer. It owns no truth: what waits, what is in the
 * printer and how it ended stands in `print_job`, so a station that dies goes on where it was.
 *
 * A job of which nothing was sent is tried again, until it is too late to be of use; a job in doubt never is.
 */
import { write, type Actor } from '../database/write.ts';
import type { RealPrinter } from '../profile/schema.ts';
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
import { deadlineFor, realTransports, type Transports } from './real-transports.ts';
import { slipContent, type SlipKind } from './slip.ts';
import type { PrinterStatus, PrintOutcome, PrintReason, Transport } from './transport.ts';

const firstRetryMs = 2_000;
const lastRetryMs = 15_000;

/** After so long a slip would come out for somebody who has gone: it stays unprinted, and can be asked for again. */
const usefulMs = {
  ticket: 2 * 60_000,
  locker: 10 * 60_000,
  photocopy: 5 * 60_000,
  test: 30_000,
} as const satisfies Record<SlipKind, number>;

/** How often a printer at rest is looked at, so that paper is there before the next visitor is. */
const lookEveryMs = 60_000;
/** Asking about another printer waits so long for the slip under way. */
const courtesyMs = 4_000;

/** When the start is over, and the screens have what they need. */
const warmUpMs = 5_000;

/** Loaded at the first slip: drawing symbols is a large program, and the station should start at once. */
const layout = () => import('./receipt.ts');

const itself: Actor = { door: 'station', staffId: null };

/** How the first printer was when it was last heard of. */
export interface PrinterSeen extends PrinterStatus {
  at: string;
}

/** A printer of the profile: the first one, or the one that takes over. */
interface Unit {
  printer: RealPrinter;
  settings: string;
  transport: Transport;
  /** The slip before may have broken off in the middle. */
  brokenOff: boolean;
}

export class PrintQueue {
  #station: Station;
  #transports: Transports;
  #units: { first: Unit | null; fallback: Unit | null } = { first: null, fallback: null };
  #seen: PrinterSeen | null = null;
  #choosing: Promise<unknown> = Promise.resolve();
  #waits = new Map<string, { untilMs: number; stepMs: number }>();
  #unsaved: { jobId: string; outcome: PrintOutcome } | null = null;
  #running: Promise<void> | null = null;
  #askedAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #warmUp: NodeJS.Timeout | undefined;
  #lookout: NodeJS.Timeout | undefined;
  #unsubscribe: () => void = () => {};
  #closed = false;
  /** A slip was in a printer when the station stopped, and nobody knows in which. */
  #interrupted = false;

  constructor(station: Station, transports: Transports = realTransports) {
    this.#station = station;
    this.#transports = transports;
  }

  async start(): Promise<void> {
    this.#interrupted = (await write(this.#station, itself, doubtInterrupted)) > 0;
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
    this.#lookout = setInterval(() => {
      if (!this.#running) this.status().catch(() => undefined);
    }, lookEveryMs);
    this.#lookout.unref();
  }

  /** What is in the printer is broken off and stays in doubt; what waits goes on at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
    clearTimeout(this.#warmUp);
    clearInterval(this.#lookout);
    await Promise.all([this.#units.first?.transport.close(), this.#units.fallback?.transport.close()]);
    await this.#running;
  }

  /** Asks the printer now; null where the profile has none. */
  async status(): Promise<PrinterStatus | null> {
    const [unit] = await this.#inUse();
    if (!unit) return null;
    const status = await unit.transport.status();
    this.#notice(unit, status.state, status.paperNearEnd);
    return status;
  }

  /** What is known of the printer without asking it; null before anything is, and where the profile has none. */
  get seen(): PrinterSeen | null {
    return this.#units.first ? this.#seen : null;
  }

  /** Asks a printer that may not be in the profile, as if it could be asked. */
  async tryOut(printer: RealPrinter): Promise<PrinterStatus> {
    await Promise.race([this.#running, new Promise(resolve => setTimeout(resolve, courtesyMs).unref())]);
    const asked =
      printer.kind === 'cups' || printer.kind === 'windows' ? printer : { ...printer, supportsStatus: true };
    const transport = this.#transports(asked);
    try {
      return await transport.status();
    } finally {
      await transport.close();
    }
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
      const now = this.#station.clock.monoMs();
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
    const all = await this.#inUse();
    const units = job.content.kind === 'test' ? all.slice(...(job.content.onFallback ? [1] : [0, 1])) : all;
    if (units.length === 0) return this.#end(job.id, { printed: 'no', reason: 'no-printer' });
    if (this.#isTooLate(job))
      return this.#end(job.id, { printed: 'no', reason: (job.reason as PrintReason | null) ?? 'too-late' });
    let outcome: PrintOutcome | null = null;
    let begun = false;
    for (const unit of units) {
      const kept: PrintReason | undefined = outcome?.reason;
      if (job.tries > 0 && !unit.brokenOff) {
        // Asking leaves no trace in the journal; a printer that stays off all day would fill it.
        const { state, paperNearEnd } = await unit.transport.status();
        this.#notice(unit, state, paperNearEnd);
        if (state !== 'ready' && state !== 'unknown') {
          outcome ??= { printed: 'no', reason: state };
          continue;
        }
      }
      const bytes = await this.#layout(job, unit.printer);
      if (!bytes) {
        outcome ??= { printed: 'no', reason: 'layout' };
        continue;
      }
      begun ||= !this.#closed && (await write(this.#station, itself, tx => beginPrint(tx, job.id)));
      if (!begun || this.#closed) return begun ? this.#keep(job, kept ?? 'interrupted') : undefined;
      const sent = await this.#send(unit, bytes);
      if (sent.printed !== 'no') {
        this.#waits.clear();
        return this.#end(job.id, { ...sent, byFallback: unit === this.#units.fallback });
      }
      outcome ??= sent;
    }
    // Whoever asked for a test page stands before the printer and wants to know now; a layout does not get better.
    if (job.content.kind === 'test' || outcome?.reason === 'layout') return this.#end(job.id, outcome!);
    return this.#keep(job, outcome?.reason ?? 'unreachable');
  }

  async #send(unit: Unit, bytes: Buffer): Promise<PrintOutcome> {
    const before = unit.brokenOff ? (await layout()).clearingBytes() : undefined;
    const deadlineMs = deadlineFor(unit.printer, bytes.length + (before?.length ?? 0));
    const outcome = await unit.transport.send(bytes, deadlineMs, before);
    if (outcome.printed !== 'no')
      unit.brokenOff = outcome.printed === 'maybe' && outcome.reason !== 'unconfirmed';
    const state =
      outcome.printed === 'yes' ? 'ready' : outcome.reason === 'unconfirmed' ? 'unknown' : outcome.reason;
    this.#notice(unit, state ?? 'unknown', outcome.paperNearEnd ?? false);
    return outcome;
  }

  #notice(unit: Unit, state: PrinterStatus['state'], paperNearEnd: boolean): void {
    if (unit !== this.#units.first || state === 'interrupted') return;
    this.#seen = { state, paperNearEnd, at: this.#station.clock.now().toISOString() };
  }

  async #layout(job: QueuedJob, { widthMm, codePage }: RealPrinter): Promise<Buffer | null> {
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
    this.#waits.set(job.id, { stepMs, untilMs: this.#station.clock.monoMs() + stepMs });
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
  #inUse(): Promise<Unit[]> {
    const chosen = this.#choosing.then(() => this.#choose());
    this.#choosing = chosen.catch(() => undefined);
    return chosen;
  }

  async #choose(): Promise<Unit[]> {
    const { profile } = await readProfile(this.#station.db);
    const wanted = { first: profile.printer, fallback: profile.fallbackPrinter ?? { kind: 'none' as const } };
    if (wanted.first.kind === 'none') wanted.fallback = wanted.first;
    for (const place of ['first', 'fallback'] as const) {
      const printer = wanted[place];
      const settings = JSON.stringify(printer);
      if (this.#units[place]?.settings === settings) continue;
      const old = this.#units[place];
      this.#units[place] = null;
      await old?.transport.close();
      if (old) this.#waits.clear();
      if (place === 'first') this.#seen = null;
      if (printer.kind !== 'none')
        this.#units[place] = {
          printer,
          settings,
          transport: this.#transports(printer),
          brokenOff: !old && this.#interrupted,
        };
    }
    return [this.#units.first, this.#units.fallback].filter(unit => unit !== null);
  }
}
