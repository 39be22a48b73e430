/** Where a scanned code goes: to the panel that asked for one, else to the action that the station names. */
import { codeLength, readScan, type Wrapping } from '../../../src-main/codes/rules.ts';
import type { Known } from '../../ui/burst.ts';
import { makeStore } from '../../desk/store.ts';

/** @returns true when the panel took the code. */
export type ScanTarget = (typed: string) => boolean;

const targets: ScanTarget[] = [];

export interface ScanEcho {
  /** Counts up, so that the same message twice is seen twice. */
  turn: number;
  tone: 'good' | 'wrong';
  text: string;
}

/** What the scan box says about the last scan. */
export const scanEcho = makeStore<ScanEcho | null>(null);

/** The newest target is asked first. @returns the function that takes it away. */
export function addScanTarget(target: ScanTarget): () => void {
  targets.unshift(target);
  return () => {
    const at = targets.indexOf(target);
    if (at >= 0) targets.splice(at, 1);
  };
}

export function dispatchScan(typed: string): void {
  for (const target of targets) if (target(typed)) return;
}

/** What the office's scanners type for one of our codes. */
export function knownCodes(wrapping: Wrapping): Known {
  const added = wrapping.prefix.length + wrapping.suffix.length;
  return {
    lengths: [codeLength + added, codeLength],
    isCode: text => readScan(text, wrapping).code !== null,
  };
}

/** A scanner's own way to type is put right; what is no code of ours goes on as it came. */
export function dispatchWedge(typed: string, wrapping: Wrapping): void {
  dispatchScan(readScan(typed, wrapping).code ?? typed);
}

let turn = 0;
export function echoScan(tone: ScanEcho['tone'], text: string): void {
  scanEcho.set({ turn: ++turn, tone, text });
}
