/** What a printer needs of the spooler of Windows, in its own terms; `winspool.ts` is the real one. */

export type SpoolerHandle = unknown;

/** A call of the spooler refused. */
export class SpoolerRefused extends Error {
  override name = 'SpoolerRefused';
}

export interface Spooler {
  /** Names of the printers this user can print on. */
  printers(): Promise<string[]>;
  open(printer: string): Promise<SpoolerHandle>;
  /** PRINTER_STATUS_* and PRINTER_ATTRIBUTE_*. */
  state(handle: SpoolerHandle): Promise<{ status: number; attributes: number }>;
  /** @returns the job's number */
  startDocument(handle: SpoolerHandle, title: string): Promise<number>;
  /** @returns how many bytes were taken. */
  write(handle: SpoolerHandle, bytes: Uint8Array): Promise<number>;
  endDocument(handle: SpoolerHandle): Promise<void>;
  /** Drops the document that was begun. */
  abort(handle: SpoolerHandle): Promise<void>;
  /** JOB_STATUS_*; null when the job is no longer in the queue. */
  job(handle: SpoolerHandle, jobId: number): Promise<number | null>;
  deleteJob(handle: SpoolerHandle, jobId: number): Promise<void>;
  close(handle: SpoolerHandle): Promise<void>;
}
