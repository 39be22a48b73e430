/** Tells apart what an ESC/POS printer says without being framed in any way, by the fixed bits of each answer. */

export type Answer =
  /** To DLE EOT n: given at once, even while the printer is stopped. */
  | { to: 'real-time'; byte: number }
  /** To GS r 1: given when everything sent before it has been processed. */
  | { to: 'in-order'; byte: number };

/**
 * Fixed bits: `0xx1xx10` answers DLE EOT; `0xx1xx00` opens a status report of four bytes that some printers push
 * whenever something changes (ASB), and its other three look like `0xx0xxxx`, the answer to GS r.
 */
export class StatusBytes {
  #restOfReport = 0;

  read(byte: number): Answer | null {
    if ((byte & 0x93) === 0x12) return { to: 'real-time', byte };
    if ((byte & 0x93) === 0x10) {
      this.#restOfReport = 3;
      return null;
    }
    if ((byte & 0x90) !== 0) return null;
    if (this.#restOfReport > 0) {
      this.#restOfReport -= 1;
      return null;
    }
    return { to: 'in-order', byte };
  }
}

export const realTimeQuestion = (n: 1 | 2 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);
export const inOrderQuestion: Uint8Array = Uint8Array.of(0x1d, 0x72, 1);

export const isOffline = (printer: number): boolean => (printer & 0x08) !== 0;
export const stopCause = (cause: number) => ({
  coverOpen: (cause & 0x04) !== 0,
  paperOut: (cause & 0x20) !== 0,
  fault: (cause & 0x40) !== 0,
});
export const paper = (sensor: number) => ({
  nearEnd: (sensor & 0x0c) !== 0,
  out: (sensor & 0x60) !== 0,
});
/** The answer to GS r 1 has its bits elsewhere. */
export const paperInOrder = (sensor: number) => ({
  nearEnd: (sensor & 0x03) !== 0,
  out: (sensor & 0x0c) !== 0,
});
