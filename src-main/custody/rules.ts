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
