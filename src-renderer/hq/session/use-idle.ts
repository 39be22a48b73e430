import { useEffect } from 'react';
import { leave, session } from './session.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** Before the server would end the session of a window that asks for nothing: one with a list asks all the time. */
const idleMs = 25 * 60_000;

/** Ends the session after so long without a touch of mouse or keyboard. */
export function useIdle(): void {
  useEffect(() => {
    let last = Date.now();
    const note = () => {
      last = Date.now();
    };
    for (const sign of signs) addEventListener(sign, note, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (!session.get().lost && Date.now() - last > idleMs) void leave();
    }, 5_000);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, note, { capture: true });
    };
  }, []);
}
