/** What the kiosk knows of its office: asked at the start and whenever the profile changes, never given up on. */
import { useEffect, useState } from 'react';
import { answer, api } from '../api.ts';
import { onChange, onLink } from '../live.ts';
import { setZone } from '../words.ts';

const ask = () => answer(api.office.$get());
export type Office = Awaited<ReturnType<typeof ask>>;

const retryMs = 2_000;
/** Keeps the year and the hours right over midnight. */
const refreshMs = 10 * 60_000;

/** Null until the station has answered for the first time. */
export function useOffice(): Office | null {
  const [office, setOffice] = useState<Office | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    let asking = false;
    async function load() {
      if (asking) return;
      asking = true;
      clearTimeout(timer);
      const next = await ask().catch(() => null);
      asking = false;
      if (gone) return;
      if (next) {
        setZone(next.office.zone);
        setOffice(next);
      }
      timer = setTimeout(() => void load(), next ? refreshMs : retryMs);
    }
    void load();
    const stopChange = onChange(topics => topics.includes('profile') && void load());
    const stopLink = onLink(up => up && void load());
    return () => {
      gone = true;
      clearTimeout(timer);
      stopChange();
      stopLink();
    };
  }, []);
  return office;
}
