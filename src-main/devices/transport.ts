/** How bytes get to a printer, and the three things that can be known afterwards. */

/**
 * `yes`: the printer itself said that everything sent was processed. `no`: not one byte of the slip left this
 * machine, so nothing can come out, now or later. `maybe`: all else; a person looks, nothing prints it again by itself.
 */
export type Printed = 'yes' | 'no' | 'maybe';

export const printReasons = [
  /** Nobody answers at this address: off, unplugged, wrong address. */
  'unreachable',
  /** The connection stands but the printer does not answer questions: hung, or busy with another computer. */
  'silent',
  'paper-out',
  'cover-open',
  /** Cutter jam, overheated head and the like. */
  'fault',
  'offline',
  'connection-lost',
  /** Everything was sent and the time ran out before the printer said that it was done. */
  'too-slow',
  /** Everything was taken in by a printer that cannot say whether it printed. */
  'unconfirmed',
  /** The station stopped meanwhile. */
  'interrupted',
  /** The slip could not be laid out for this printer. */
  'layout',
  /** The profile has no printer any more. */
  'no-printer',
  /** It waited for so long that nobody stands there any more. */
  'too-late',
] as const;
export type PrintReason = (typeof printReasons)[number];

export interface PrintOutcome {
  printed: Printed;
  /** Why not `yes`. */
  reason?: PrintReason;
  paperNearEnd?: boolean;
  /** It came from the printer that takes over. */
  byFallback?: boolean;
}

export interface PrinterStatus {
  /** `unknown`: it can be reached and cannot be asked. */
  state: 'ready' | 'unknown' | PrintReason;
  paperNearEnd: boolean;
}

export interface Transport {
  /**
   * Never rejects. One job at a time; a second one waits.
   *
   * @param deadlineMs from its turn to the outcome
   * @param before ends and cuts off a slip that broke off, and is no part of this one
   */
  send(bytes: Uint8Array, deadlineMs: number, before?: Uint8Array): Promise<PrintOutcome>;
  status(): Promise<PrinterStatus>;
  /** Breaks off what is under way, whose outcome then says `interrupted`. */
  close(): Promise<void>;
}
