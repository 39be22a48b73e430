/** What is wrong with the devices of an office, from what its station last said of them. */
import { healthWords as words } from '../../words/hq-offices.ts';
import { useWords, type Words } from '../../words.ts';
import { useMoments, type Moments } from '../moments.ts';

export interface HealthTold {
  health: Record<string, string | number | boolean> | null;
  clockAheadMs: number | null;
}

const smallDiskMb = 5_000;
const wrongClockMs = 2 * 60_000;

type PrinterState = keyof typeof words.printerStates;
const isBadPrinter = (state: unknown): state is PrinterState =>
  typeof state === 'string' && Object.hasOwn(words.printerStates, state);

/** The gravest first; empty when all is well. */
export function troublesOf(
  { health, clockAheadMs }: HealthTold,
  { say, number }: Words,
  { length }: Moments,
): string[] {
  const troubles: string[] = [];
  const { integrity, printer, disk_free_mb: disk, set_aside: aside } = health ?? {};
  if (integrity === 'damaged') troubles.push(say(words.damaged));
  if (typeof disk === 'number' && disk < smallDiskMb)
    troubles.push(say(words.disk, { n: number(Math.round(disk / 100) / 10) }));
  if (isBadPrinter(printer)) troubles.push(say(words.printer, { state: say(words.printerStates[printer]) }));
  if (clockAheadMs !== null && Math.abs(clockAheadMs) > wrongClockMs)
    troubles.push(
      say(clockAheadMs > 0 ? words.clockAhead : words.clockBehind, { time: length(Math.abs(clockAheadMs)) }),
    );
  if (typeof aside === 'number' && aside > 0) troubles.push(say(words.aside, { n: number(aside) }));
  return troubles;
}

export function useTroubles(): (told: HealthTold) => string[] {
  const spoken = useWords();
  const moments = useMoments();
  return told => troublesOf(told, spoken, moments);
}
