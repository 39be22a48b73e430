/**
 * The one catalogue mechanism: a text is a pair of sentences, a screen asks for the one of the current language.
 * The texts themselves lie in `words/` by audience; what comes from the station is already a pair.
 */
import { createContext, use } from 'react';

export type Language = 'id' | 'en';

export interface Sentence {
  id: string;
  en: string;
}

/** The language of everything below; a screen without a provider speaks Indonesian. */
export const LanguageContext = createContext<Language>('id');

export interface Words {
  language: Language;
  /** The sentence in the current language, `{name}` filled in. */
  say: (sentence: Sentence, values?: Record<string, string | number>) => string;
  /** Monday, 23 November 2026 · Senin, 23 November 2026 */
  day: (at: Date | string) => string;
  /** 10.35 WIB · 10:35 WIB */
  time: (at: Date | string) => string;
  /** 10.35 · 10:35, without the zone. */
  clock: (at: Date | string) => string;
  number: (value: number) => string;
}

/** The office's time zone; every date on every screen is shown in it. Set once, from the office profile. */
let zone = 'Asia/Jakarta';
const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export function setZone(next: string): void {
  if (next === zone) return;
  zone = next;
  made.clear();
}

const made = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
  let words = made.get(language);
  if (!words) made.set(language, (words = makeWords(language)));
  return words;
}

export function useWords(): Words {
  return wordsOf(use(LanguageContext));
}

export function fill(text: string, values: Record<string, string | number> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function makeWords(language: Language): Words {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const times = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const numbers = new Intl.NumberFormat(locale);
  const zoneName = zoneNames[zone] ?? '';
  const clock = (at: Date | string) => {
    const text = times.format(new Date(at));
    return language === 'id' ? text.replace(':', '.') : text;
  };
  const day = (at: Date | string) => {
    const text = days.format(new Date(at));
    // British English leaves the comma out; the pattern of the house has one.
    return language === 'en' ? text.replace(/^(\w+) /, '$1, ') : text;
  };
  return {
    language,
    say: (sentence, values) => fill(sentence[language], values),
    day,
    clock,
    time: at => `${clock(at)} ${zoneName}`,
    number: value => numbers.format(value),
  };
}
