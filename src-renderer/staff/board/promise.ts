/** How a waiting visitor's promise stands: calm, then soon at 60 %, urgent at 90 %, missed at the end. */
export type Stage = 'calm' | 'soon' | 'urgent' | 'missed';

export function stageOf(waitingMs: number, promiseMs: number): Stage {
  if (waitingMs > promiseMs) return 'missed';
  if (waitingMs >= promiseMs * 0.9) return 'urgent';
  return waitingMs >= promiseMs * 0.6 ? 'soon' : 'calm';
}

/** 4:07, or 1:02:07 from an hour on. */
export function clockText(ms: number): string {
  const all = Math.floor(Math.abs(ms) / 1_000);
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
