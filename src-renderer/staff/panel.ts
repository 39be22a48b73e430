/** Which panel stands open in the right drawer. Not in the address: it stays while pages change beneath it. */
import { makeStore } from '../desk/store.ts';

export type PlaceName = 'locker' | 'pocket';

export type Panel =
  | { kind: 'visit'; visitId: string }
  /** `code`: a locker or pocket that was scanned before. */
  | { kind: 'take-in'; visitId: string; code?: string }
  | { kind: 'give-back'; visitId: string; code?: string }
  | { kind: 'lost-slip'; visitId: string }
  | { kind: 'place'; place: PlaceName; id: string }
  | { kind: 'entry'; visitorId?: string }
  /** One printed copy, by the code of its label. */
  | { kind: 'copy'; code: string }
  /** `code`: a copy, slip or stub that was scanned before. */
  | { kind: 'photocopy'; photocopyId: string; code?: string }
  | { kind: 'photocopy-form'; visitId: string }
  | { kind: 'softcopy'; id: string }
  | { kind: 'softcopy-form'; visitId: string }
  /** What headquarters asks. */
  | { kind: 'request'; id: string }
  | { kind: 'publication'; id: string }
  /** Without an id a new one. */
  | { kind: 'publication-form'; id?: string };

export const panel = makeStore<Panel | null>(null);
export const openPanel = (next: Panel): void => panel.set(next);
export const closePanel = (): void => panel.set(null);
