/** How long a screen may stay untouched. Durations are measured on a clock that cannot be turned back. */
export interface IdleLimits {
  idleSeconds: number;
  countdownSeconds: number;
}

export type Idle = { phase: 'active' } | { phase: 'warning'; secondsLeft: number } | { phase: 'over' };

export function idleAfter(untouchedMs: number, { idleSeconds, countdownSeconds }: IdleLimits): Idle {
  const leftMs = (idleSeconds + countdownSeconds) * 1_000 - untouchedMs;
  if (untouchedMs < idleSeconds * 1_000) return { phase: 'active' };
  return leftMs <= 0 ? { phase: 'over' } : { phase: 'warning', secondsLeft: Math.ceil(leftMs / 1_000) };
}
