import { useEffect } from 'react';
import { lock, session } from './session.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks the screen after so many minutes without a touch of mouse or keyboard. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    let last = Date.now();
    const note = () => {
      last = Date.now();
    };
    for (const sign of signs) addEventListener(sign, note, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (session.get().gate === 'open' && Date.now() - last > minutes * 60_000) void lock();
    }, 5_000);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, note, { capture: true });
    };
  }, [minutes]);
}
