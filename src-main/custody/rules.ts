import { readCode } from '../codes/rules.ts';

export type Part = 'slip' | 'pocket' | 'locker';

/**
 * Which scanned parts do not belong to a custody, and which are still to be scanned.
 * `held` has null for a part that the custody does not have; scanning such a part anyway is a disagreement.
 */
export function disagreement(
  held: Record<Part, string | null>,
  scans: { slipCode?: string; pocketCode?: string; lockerCode?: string },
): { wrong: Part[]; missing: Part[] } {
  const scanned: Record<Part, string | undefined> = {
    slip: scans.slipCode,
    pocket: scans.pocketCode,
    locker: scans.lockerCode,
  };
  const parts: Part[] = ['slip', 'pocket', 'locker'];
  return {
    wrong: parts.filter(part => scanned[part] !== undefined && plain(scanned[part]) !== held[part]),
    missing: parts.filter(part => scanned[part] === undefined && held[part] !== null),
  };
}

function plain(typed: string): string {
  return readCode(typed).code ?? typed;
}

/** How the first line of a passport begins, behind what a reader may be set to send before it. */
const firstPassportLine = /^.{0,16}P[A-Z<][A-Z]{3}[A-Z<]/i;

/** Whether what a scanner sent goes to the passport's check. Some of our pocket codes begin like one, all are short. */
export function mayBePassportLine(typed: string, second: boolean): boolean {
  return typed.length >= 30 && (second || firstPassportLine.test(typed));
}
