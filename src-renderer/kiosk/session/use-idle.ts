import { useCallback, useEffect, useRef, useState } from 'react';
import { idleAfter, type IdleLimits } from './rules.ts';

const lookEveryMs = 250;

/**
 * Watches for touches and keys. While it warns, a touch alone does not count: the warning is answered by its button.
 *
 * @returns the seconds left of a running countdown, or null, and the function that begins anew.
 */
export function useIdle(on: boolean, limits: IdleLimits, onOver: () => void): [number | null, () => void] {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const touchedAt = useRef(0);
  const warning = useRef(false);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });

  const begin = useCallback(() => {
    touchedAt.current = performance.now();
    warning.current = false;
    setSecondsLeft(null);
  }, []);

  const { idleSeconds, countdownSeconds } = limits;
  useEffect(() => {
    begin();
    if (!on) return;
    const touched = () => {
      if (!warning.current) touchedAt.current = performance.now();
    };
    const events = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const name of events) addEventListener(name, touched, { capture: true, passive: true });
    const timer = setInterval(() => {
      const idle = idleAfter(performance.now() - touchedAt.current, { idleSeconds, countdownSeconds });
      warning.current = idle.phase === 'warning';
      if (idle.phase === 'over') over.current();
      else setSecondsLeft(idle.phase === 'warning' ? idle.secondsLeft : null);
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      for (const name of events) removeEventListener(name, touched, { capture: true });
    };
  }, [on, idleSeconds, countdownSeconds, begin]);

  return [secondsLeft, begin];
}
