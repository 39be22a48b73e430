/** Which cards of the board are shown. */
import type { Card } from '../reads.ts';

export interface BoardFilter {
  text: string;
  /** A service's code, or one of the two special filters. */
  only: string | null;
}

export const noFilter: BoardFilter = { text: '', only: null };
export const onlyGroups = '#groups';
export const onlyMissed = '#missed';

export function matches(card: Card, { text, only }: BoardFilter): boolean {
  if (only === onlyGroups && card.kind !== 'group') return false;
  if (only === onlyMissed && !card.breached) return false;
  if (only && !only.startsWith('#') && !card.services.some(one => one.service === only)) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hay = [
    card.number,
    card.number.replace('-', ''),
    card.name,
    card.code,
    card.locker && `loker ${card.locker} locker`,
  ]
    .join(' ')
    .toLowerCase();
  return words.every(word => hay.includes(word));
}
