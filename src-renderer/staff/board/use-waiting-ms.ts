import { useQuery } from '@tanstack/react-query';
import { reads, type Card } from '../reads.ts';
import { useTick } from '../../desk/use-tick.ts';

/** How long a visitor has waited by now: what the station said, plus what passed on this window since. */
export function useWaitingMs(): (card: Pick<Card, 'waitingMs'>) => number {
  const { dataUpdatedAt } = useQuery(reads.board());
  const now = useTick();
  return card => (card.waitingMs ?? 0) + Math.max(0, now - dataUpdatedAt);
}
