/**
 * Carries the office's changes to headquarters and brings what is new. A machine of five states:
 *
 *   absent   not enrolled: nothing is captured, nobody is asked
 *   resting  waits for a change, its minute of the night, the end of a wait, or an officer
 *   busy     one errand is under way
 *   stopped  headquarters refuses this station; an officer, a new key or the next start tries again
 *   closed   the station ends
 *
 * 1. One errand at a time: `#running` is set in `busy` and nowhere else.
 * 2. Nothing that matters is in memory. An errand begins from the database, so the process may end at any point.
 * 3. A failure ends in `sync_state`: what it was, and when to try again, with full jitter. A clock that is set
 *    meanwhile cannot make that wait longer than it was meant to be.
 * 4. Only the protocol moves a cursor; the courier itself decides nothing but when.
 */
import { DateTime } from 'luxon';
import { join } from 'node:path';
import { isDiskFull } from '../database/open.ts';
import type { Actor } from '../database/write.ts';
import { readProfile } from '../profile/store.ts';
import type { Station } from '../station.ts';
import { backlogOf, enrolmentOf, keepState, stateOf, type Enrolment } from './books-store.ts';
import { packParcel, unpackParcel, type Carrier, type Unpacked } from './carry.ts';
import { enrolHere, rotateKey, wake } from './enrolment.ts';
import { ComeBackLater, Errand, type Point, type Step } from './errand.ts';
import { FileCourier } from './files.ts';
import { Headquarters, Refusal } from './headquarters.ts';
import { KeyFile, type Vault } from './keys.ts';
import { Link, LinkFailure, type LinkSettings, type Wire } from './link.ts';
import { Names } from './names.ts';
import { syncProblem } from './problem.ts';
import { leftOf, nightMinuteOf, waitAfter } from './rules.ts';
import type { EnrolInput, SyncPhase, SyncProblem } from './schema.ts';

export interface CourierOptions {
  vault?: Vault;
  /** Where a test pulls the plug. */
  at?: (point: Point) => void | Promise<void>;
  /** Never by itself: a test says when. */
  byHand?: boolean;
  random?: () => number;
  link?: (settings: LinkSettings) => Wire;
}

type Errands = 'change' | 'whole';

/** So long after a change, in case more follow it. */
const gatherMs = 300;
const startMs = 3_000;
const lookEveryMs = 10 * 60_000;
/** Shorter than headquarters' own fifteen minutes. */
const sessionMs = 12 * 60_000;

export class Courier {
  readonly keys: KeyFile;
  readonly files: FileCourier;
  #station: Station;
  #options: CourierOptions;
  #snapshotDir: string;
  #phase: SyncPhase = 'absent';
  #step: Step | null = null;
  #running: Promise<void> | null = null;
  #abort = new AbortController();
  #open: { headquarters: Headquarters; untilMonoMs: number } | null = null;
  #names: Names | null = null;
  #planned: { atMonoMs: number } | null = null;
  /** Something changed while an errand was under way. */
  #more = false;
  /** The link that breaks now has carried something in this errand: it is tried again soon. */
  #carried = false;
  /** After a failure, changes do not shorten the wait. */
  #waiting = false;
  #timer: NodeJS.Timeout | undefined;
  #night: NodeJS.Timeout | undefined;
  #unsubscribe: () => void = () => {};

  constructor(station: Station, dataDir: string, options: CourierOptions = {}) {
    this.#station = station;
    this.#options = options;
    this.keys = new KeyFile(dataDir, options.vault);
    this.files = new FileCourier(station, dataDir);
    this.#snapshotDir = join(dataDir, 'snapshots');
  }

  async start(): Promise<void> {
    if (!(await enrolmentOf(this.#station.db))) return;
    await wake(this.#station);
    this.#rest();
    const { next_at, wait_ms } = await stateOf(this.#station.db);
    this.#plan('whole', Math.max(startMs, leftOf(next_at, wait_ms, this.#station.clock.now())));
  }

  /** Ends the errand under way wherever it is: the next one goes on there. */
  async close(): Promise<void> {
    this.#phase = 'closed';
    this.#unsubscribe();
    clearTimeout(this.#timer);
    clearTimeout(this.#night);
    this.#abort.abort();
    await this.#running;
    this.#open?.headquarters.close();
  }

  /** An officer does not want to wait. @returns when the errand has ended, well or not. */
  async sendNow(): Promise<void> {
    if (this.#phase === 'absent' || this.#phase === 'closed') return;
    await this.#running;
    await this.#run('whole');
  }

  async enrol(input: EnrolInput): Promise<Enrolment> {
    await this.#running;
    const enrolment = await enrolHere(
      this.#station,
      this.keys,
      input,
      settings => this.#link(settings),
      this.#abort.signal,
    );
    this.#forgetSession();
    await keepState(this.#station, { problem: null, next_at: null, wait_ms: 0, tries: 0 });
    await wake(this.#station);
    this.#rest();
    this.#plan('whole', 0);
    return enrolment;
  }

  /**
   * A new key, as one may want after somebody had the old machine.
   * @throws syncProblem
   */
  async rotate(): Promise<void> {
    await this.#running;
    const enrolment = await enrolmentOf(this.#station.db);
    const keys = this.keys.read();
    if (!enrolment || !keys) return;
    // The key is changed inside a session.
    await this.#run('whole');
    if (!this.#open) throw await this.#whyNoSession();
    await rotateKey(this.#station, this.keys, this.#open.headquarters, enrolment);
    this.#forgetSession();
    await this.#run('whole');
  }

  async #whyNoSession() {
    const { problem } = await stateOf(this.#station.db);
    const said =
      problem !== null && problem in syncProblem ? (problem as keyof typeof syncProblem) : 'refused';
    return syncProblem[said]();
  }

  /** @throws syncProblem.absent */
  async pack(actor: Actor): Promise<{ name: string; bytes: Buffer }> {
    return this.#quietly(async () => packParcel(await this.#carrier(), actor));
  }

  /** @throws syncProblem.absent, syncProblem.parcelUnread */
  async unpack(actor: Actor, bytes: Buffer): Promise<Unpacked> {
    return this.#quietly(async () => unpackParcel(await this.#carrier(), actor, bytes));
  }

  /** While no errand is under way, and none begins. */
  async #quietly<T>(work: () => Promise<T>): Promise<T> {
    while (this.#running) await this.#running;
    const done = work();
    this.#running = done.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await done;
    } finally {
      this.#running = null;
      this.#plan('change', gatherMs);
    }
  }

  async #carrier(): Promise<Carrier> {
    const enrolment = await enrolmentOf(this.#station.db);
    const keys = this.keys.read();
    if (!enrolment || !keys) throw syncProblem.absent();
    return {
      station: this.#station,
      enrolment,
      keys,
      names: await this.names(),
      files: this.files,
      snapshotDir: this.#snapshotDir,
    };
  }

  async status() {
    const { db } = this.#station;
    const enrolment = await enrolmentOf(db);
    const state = await stateOf(db);
    const { aside } = await db
      .selectFrom('sync_aside')
      .select(eb => eb.fn.countAll<number>().as('aside'))
      .executeTakeFirstOrThrow();
    return {
      phase: this.#phase,
      step: this.#step,
      office: enrolment && { code: enrolment.office, name: enrolment.office_name },
      url: enrolment?.url ?? null,
      device: enrolment?.device ?? null,
      enrolledAt: enrolment?.enrolled_at ?? null,
      backlog: await backlogOf(db),
      aside,
      seenAt: state.seen_at,
      receiptAt: state.receipt_at,
      comparedAt: state.compared_at,
      nextAt: state.tries > 0 ? state.next_at : null,
      problem: state.problem as SyncProblem | null,
      trial: state.trial === 1,
      nightMinute: enrolment ? nightMinuteOf(enrolment.device) : null,
    };
  }

  async names(): Promise<Names> {
    this.#names ??= await Names.of(this.#station.db);
    return this.#names;
  }

  #rest(): void {
    this.#phase = 'resting';
    this.#unsubscribe();
    if (this.#options.byHand) return;
    this.#unsubscribe = this.#station.changes.subscribe(() => {
      if (!this.#waiting) this.#plan('change', gatherMs);
    });
    void this.#planNight();
  }

  /** The sooner of what is planned already and this. What comes up during an errand is looked at after it. */
  #plan(what: Errands, inMs: number): void {
    if (this.#options.byHand) return;
    if (this.#phase === 'busy') this.#more = true;
    if (this.#phase !== 'resting') return;
    const atMonoMs = this.#station.clock.monoMs() + inMs;
    if (this.#planned && this.#planned.atMonoMs <= atMonoMs) return;
    this.#planned = { atMonoMs };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(what), inMs).unref();
  }

  async #planNight(): Promise<void> {
    clearTimeout(this.#night);
    const enrolment = await enrolmentOf(this.#station.db);
    if (!enrolment || this.#phase === 'closed') return;
    const { profile } = await readProfile(this.#station.db);
    const now = DateTime.fromJSDate(this.#station.clock.now()).setZone(profile.office.zone);
    const minute = nightMinuteOf(enrolment.device);
    const today = now.startOf('day').plus({ minutes: minute, seconds: Math.random() * 60 });
    const next = today > now ? today : today.plus({ days: 1 });
    // A clock that is set in between is noticed within the hour.
    const inMs = Math.min(next.diff(now).toMillis(), 3_600_000);
    this.#night = setTimeout(() => {
      if (next.diff(DateTime.fromJSDate(this.#station.clock.now())).toMillis() <= 60_000)
        this.#plan('whole', 0);
      void this.#planNight();
    }, inMs).unref();
  }

  #run(what: Errands): Promise<void> {
    if (this.#running) return this.#running;
    clearTimeout(this.#timer);
    this.#planned = null;
    this.#more = false;
    this.#carried = false;
    this.#phase = 'busy';
    this.#running = this.#errand(what)
      .catch((error: Error) =>
        this.#station.log.error({ message: error.message, stack: error.stack }, 'courier failed'),
      )
      .finally(() => {
        this.#running = null;
        this.#step = null;
      });
    return this.#running;
  }

  async #errand(what: Errands): Promise<void> {
    const enrolment = await enrolmentOf(this.#station.db);
    const keys = this.keys.read();
    if (!enrolment || !keys) {
      this.#settle('stopped');
      if (enrolment) await keepState(this.#station, { problem: 'unknown' });
      return;
    }
    try {
      await this.#attempt(what, enrolment, keys);
      await keepState(this.#station, { tries: 0, next_at: null, wait_ms: 0, problem: null });
      this.#waiting = false;
      this.#settle('resting');
      if (this.#more) this.#plan('change', gatherMs);
      else this.#plan('whole', lookEveryMs * (0.75 + Math.random() / 2));
    } catch (error) {
      if (this.#phase === 'closed') return;
      await this.#failed(error as Error);
    }
  }

  #settle(phase: SyncPhase): void {
    if (this.#phase !== 'closed') this.#phase = phase;
  }

  async #attempt(what: Errands, enrolment: Enrolment, keys: NonNullable<ReturnType<KeyFile['read']>>) {
    const { clock } = this.#station;
    const fresh = this.#open === null || clock.monoMs() >= this.#open.untilMonoMs;
    if (fresh) this.#forgetSession();
    this.#open ??= {
      headquarters: new Headquarters(this.#link(enrolment), keys, this.#abort.signal),
      untilMonoMs: clock.monoMs() + sessionMs,
    };
    const errand = new Errand({
      station: this.#station,
      enrolment,
      keys,
      headquarters: this.#open.headquarters,
      names: await this.names(),
      files: this.files,
      snapshotDir: this.#snapshotDir,
      tell: step => (this.#step = step),
      carried: () => (this.#carried = true),
      at: this.#options.at ?? (() => undefined),
    });
    if (what === 'change' && !fresh) {
      try {
        await errand.quick();
        return;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    this.#open.untilMonoMs = clock.monoMs() + sessionMs;
    await errand.whole();
  }

  async #failed(error: Error): Promise<void> {
    const { log, clock, db } = this.#station;
    this.#forgetSession();
    const problem = problemOf(error);
    log.warn({ problem, message: error.message }, 'headquarters was not reached');
    const tries = this.#carried ? 0 : (await stateOf(db)).tries;
    const how = this.#carried || (problem === 'cut' && this.#step !== 'greeting') ? 'broken' : 'unanswered';
    const asked =
      error instanceof ComeBackLater ? error.seconds : error instanceof Refusal ? (error.retryAfter ?? 0) : 0;
    const random = this.#options.random ?? Math.random;
    const wait_ms = Math.max(asked * 1_000, waitAfter(tries, how, random()));
    const next_at = new Date(clock.now().getTime() + wait_ms).toISOString();
    // A full disk cannot remember it either: then only this process knows when to try again.
    await keepState(this.#station, { tries: tries + 1, wait_ms, next_at, problem }).catch((full: Error) =>
      log.error({ message: full.message }, 'the wait could not be kept'),
    );
    if (isFinal(problem)) {
      this.#settle('stopped');
      return;
    }
    this.#waiting = true;
    this.#settle('resting');
    this.#plan('whole', wait_ms);
  }

  #link({ url, ca }: LinkSettings): Wire {
    return this.#options.link?.({ url, ca }) ?? new Link({ url, ca });
  }

  #forgetSession(): void {
    this.#open?.headquarters.close();
    this.#open = null;
  }
}

const finalProblems: SyncProblem[] = ['revoked', 'unknown', 'signature'];
const isFinal = (problem: SyncProblem | null) => problem !== null && finalProblems.includes(problem);

const problemOfCode: Record<string, SyncProblem> = {
  'sync.revoked': 'revoked',
  'sync.unknown': 'unknown',
  'sync.signature': 'signature',
  'sync.scope': 'unknown',
  'sync.full': 'full',
  'files.quota': 'full',
  'sync.busy': 'busy',
  'sync.rate': 'busy',
  'sync.quota': 'quota',
  'link.unclear': 'unclear',
};

/** Being asked to come back later is no problem of the office's. */
function problemOf(error: Error & { code?: string }): SyncProblem | null {
  if (error instanceof ComeBackLater) return 'busy';
  if (error instanceof LinkFailure) return error.reason;
  if (error instanceof Refusal) return problemOfCode[error.code] ?? 'program';
  if (isDiskFull(error)) return 'disk';
  return 'program';
}
