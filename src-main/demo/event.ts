import type { Tx } from '../database/write.ts';
import type { demoStaff } from './morning.ts';

/** Something that happened some minutes before now. */
export interface Event {
  ago: number;
  actor: 'kiosk' | keyof typeof demoStaff;
  happens: (tx: Tx) => Promise<unknown>;
}
