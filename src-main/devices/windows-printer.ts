/**
 * A printer installed in Windows, given its bytes as they are (datatype RAW). Not run on Windows yet.
 *
 *     open ─► ask state ─► begin a document ─► write ─► end it ─► look after the job ─► gone or done: 'maybe'
 *          └───── 'no' ─────────┘                                    └ deadline ─► delete it ─► 'maybe'
 *
 * Like CUPS, the spooler keeps a job for a printer that is off, so no job outlives its deadline, and like CUPS it
 * cannot tell what came out. A call of it may hang, on a printer shared by a computer that is off: then it is not
 * called again before it returns, or four such calls would hold all threads of the station.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { SpoolerRefused, type Spooler, type SpoolerHandle } from './spooler.ts';
import type { PrintOutcome, PrintReason, PrinterStatus, Transport } from './transport.ts';

export interface WindowsPrinterSettings {
  name: string;
}

export const usualSpoolerPatience = { callMs: 3_000, lookMs: 250, deleteMs: 2_000 };
export type SpoolerPatience = typeof usualSpoolerPatience;

/** winspool.h */
const printerStatus = {
  error: 0x2,
  jam: 0x8,
  paperOut: 0x10,
  paperProblem: 0x40,
  offline: 0x80,
  notAvailable: 0x1000,
};
const moreStatus = { intervention: 0x100000, doorOpen: 0x400000, paused: 0x1, unknown: 0x800000 };
const workOffline = 0x400;
const jobStatus = { deleting: 0x4, printed: 0x80, deleted: 0x100, complete: 0x1000 };
const jobTrouble = { error: 0x2, offline: 0x20, paperOut: 0x40, intervention: 0x400 };

class Stuck extends Error {
  override name = 'Stuck';
}

export class WindowsPrinter implements Transport {
  #name: string;
  #openSpooler: () => Promise<Spooler>;
  #spooler: Spooler | null = null;
  #patience: SpoolerPatience;
  #turn: Promise<unknown> = Promise.resolve();
  #stuck: Promise<unknown> | null = null;
  #closing = false;

  constructor(
    { name }: WindowsPrinterSettings,
    openSpooler: () => Promise<Spooler>,
    patience: Partial<SpoolerPatience> = {},
  ) {
    this.#name = name;
    this.#openSpooler = openSpooler;
    this.#patience = { ...usualSpoolerPatience, ...patience };
  }

  send(bytes: Uint8Array, deadlineMs: number, before?: Uint8Array): Promise<PrintOutcome> {
    return this.#withPrinter<PrintOutcome>(
      reason => ({ printed: 'no', reason }),
      async (spooler, handle) => {
        const until = performance.now() + deadlineMs;
        const { state, paperNearEnd } = await this.#look(spooler, handle);
        if (state !== 'unknown') return { printed: 'no', reason: state as PrintReason };
        const jobId = await this.#call(spooler.startDocument(handle, 'slip')).catch(notRefused);
        if (jobId === null) return { printed: 'no', reason: 'unreachable' };
        try {
          await this.#write(spooler, handle, before ? Buffer.concat([before, bytes]) : bytes);
          await this.#call(spooler.endDocument(handle));
          return { ...(await this.#lookAfter(spooler, handle, jobId, until)), paperNearEnd };
        } catch (error) {
          if (error instanceof SpoolerRefused) await this.#call(spooler.abort(handle)).catch(() => null);
          return maybe(error instanceof Stuck ? 'too-slow' : 'connection-lost');
        }
      },
    );
  }

  status(): Promise<PrinterStatus> {
    return this.#withPrinter<PrinterStatus>(
      state => ({ state, paperNearEnd: false }),
      (spooler, handle) => this.#look(spooler, handle),
    );
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#turn;
  }

  async #look(spooler: Spooler, handle: SpoolerHandle): Promise<PrinterStatus> {
    const { status, attributes } = await this.#call(spooler.state(handle));
    return { state: stateOfPrinter(status, attributes) ?? 'unknown', paperNearEnd: false };
  }

  async #write(spooler: Spooler, handle: SpoolerHandle, bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const taken = await this.#call(spooler.write(handle, bytes.subarray(at)));
      if (taken <= 0) throw new SpoolerRefused('WritePrinter took nothing');
      at += taken;
    }
  }

  async #lookAfter(
    spooler: Spooler,
    handle: SpoolerHandle,
    jobId: number,
    until: number,
  ): Promise<PrintOutcome> {
    let trouble: PrintReason | null = null;
    while (performance.now() < until && !this.#closing) {
      const status = await this.#call(spooler.job(handle, jobId));
      if (status === null || (status & (jobStatus.printed | jobStatus.complete)) !== 0)
        return maybe(trouble ?? 'unconfirmed');
      if ((status & (jobStatus.deleting | jobStatus.deleted)) !== 0) return maybe('connection-lost');
      trouble = troubleOfJob(status);
      await pause(this.#patience.lookMs);
    }
    await this.#call(spooler.deleteJob(handle, jobId));
    const gone = performance.now() + this.#patience.deleteMs;
    while (performance.now() < gone && (await this.#call(spooler.job(handle, jobId))) !== null)
      await pause(this.#patience.lookMs / 5);
    return maybe(this.#closing ? 'interrupted' : (trouble ?? 'too-slow'));
  }

  /** One conversation at a time; nobody is asked while a call of an earlier one has not come back. */
  #withPrinter<T>(
    instead: (reason: PrintReason) => T,
    talk: (spooler: Spooler, handle: SpoolerHandle) => Promise<T>,
  ): Promise<T> {
    const mine = this.#turn.then(async () => {
      if (this.#closing) return instead('interrupted');
      if (this.#stuck) return instead('silent');
      let handle: SpoolerHandle;
      try {
        this.#spooler ??= await this.#openSpooler();
        handle = await this.#call(this.#spooler.open(this.#name));
      } catch (error) {
        return instead(error instanceof Stuck ? 'silent' : 'unreachable');
      }
      try {
        return await talk(this.#spooler, handle);
      } catch (error) {
        return instead(error instanceof Stuck ? 'silent' : 'unreachable');
      } finally {
        const spooler = this.#spooler;
        const stuck = this.#stuck as Promise<unknown> | null;
        if (stuck) void stuck.then(() => spooler.close(handle)).catch(() => undefined);
        else await this.#call(spooler.close(handle)).catch(() => undefined);
      }
    });
    this.#turn = mine;
    return mine;
  }

  #call<T>(called: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const done = called.then(
          () => undefined,
          () => undefined,
        );
        this.#stuck = done;
        void done.then(() => {
          if (this.#stuck === done) this.#stuck = null;
        });
        reject(new Stuck('a call of the spooler did not return'));
      }, this.#patience.callMs);
      called.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

export function stateOfPrinter(status: number, attributes: number): PrintReason | null {
  const any = (bits: number) => (status & bits) !== 0;
  if (any(moreStatus.doorOpen)) return 'cover-open';
  if (any(printerStatus.paperOut)) return 'paper-out';
  if (any(printerStatus.jam | printerStatus.paperProblem)) return 'fault';
  if ((attributes & workOffline) !== 0) return 'offline';
  if (any(printerStatus.offline | printerStatus.notAvailable | moreStatus.paused)) return 'offline';
  return any(printerStatus.error | moreStatus.intervention | moreStatus.unknown) ? 'fault' : null;
}

export function troubleOfJob(status: number): PrintReason | null {
  if ((status & jobTrouble.paperOut) !== 0) return 'paper-out';
  if ((status & jobTrouble.offline) !== 0) return 'offline';
  return (status & (jobTrouble.error | jobTrouble.intervention)) !== 0 ? 'fault' : null;
}

const maybe = (reason: PrintReason): PrintOutcome => ({ printed: 'maybe', reason });

/** Null where the spooler refused. */
function notRefused(error: unknown): null {
  if (error instanceof SpoolerRefused) return null;
  throw error;
}
