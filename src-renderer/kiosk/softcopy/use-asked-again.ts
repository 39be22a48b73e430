import { useEffect, useEffectEvent, useState } from 'react';

const everyMs = 1_500;

/** The answer to a question that is asked again and again while the screen is there; null before the first. */
export function useAskedAgain<T>(question: () => Promise<T>): T | null {
  const [answered, setAnswered] = useState<T | null>(null);
  const ask = useEffectEvent(question);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      const next = await ask().catch(() => null);
      if (gone) return;
      if (next) setAnswered(next);
      timer = setTimeout(() => void again(), everyMs);
    };
    void again();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return answered;
}
