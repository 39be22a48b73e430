/** Times on headquarters' screens: how long ago, and the exact moment in short. */
import { useSyncExternalStore } from 'react';
import { useWords, type Words } from '../words.ts';

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export interface Moments {
  /** 5 menit lalu · 5 minutes ago */
  ago: (at: string | Date) => string;
  /** 23 Nov 2026, 10.35 */
  moment: (at: string | Date) => string;
  /** Sen, 23 Nov, of a day YYYY-MM-DD */
  shortDay: (day: string) => string;
  /** 12 menit · 12 minutes */
  length: (ms: number) => string;
  /** 93,4 % */
  percent: (part: number, whole: number) => string;
}

export function useMoments(): Moments {
  return momentsOf(useWords());
}

function momentsOf({ language, clock }: Words): Moments {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const shorts = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const inUnit = (seconds: number) => units.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return {
    ago: at => {
      const seconds = Math.max(0, (Date.now() - new Date(at).getTime()) / 1_000);
      if (seconds < 60) return relative.format(0, 'second');
      const [unit, size] = inUnit(seconds);
      // The house says it shorter than the dictionary.
      return relative.format(-Math.floor(seconds / size), unit).replace(' yang lalu', ' lalu');
    },
    moment: at => `${days.format(new Date(at))}, ${clock(at)}`,
    shortDay: day => shorts.format(new Date(`${day}T00:00:00Z`)),
    length: ms => {
      const [unit, size] = inUnit(ms / 1_000);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        Math.round(ms / 1_000 / size),
      );
    },
    percent: (part, whole) => (whole === 0 ? '–' : percents.format(part / whole)),
  };
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', dateStyle: 'short' });
const today = () => days.format(new Date());
const lookEveryMs = 60_000;
const eachMinute = (listener: () => void) => {
  const timer = setInterval(listener, lookEveryMs);
  return () => clearInterval(timer);
};

/** YYYY-MM-DD, and the next day soon after midnight. */
export const useToday = () => useSyncExternalStore(eachMinute, today);
