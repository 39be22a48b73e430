import type { Station } from '../station.ts';

export interface Transports {
  none?: never;
}
export const realTransports: Transports = {};

export class PrintQueue {
  constructor(_station: Station, _transports: Transports) {}
  async start(): Promise<void> {}
  async close(): Promise<void> {}
}
