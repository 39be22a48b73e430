import { useQuery } from '@tanstack/react-query';
import type { PlaceName } from '../panel.ts';
import { reads, type Place } from '../reads.ts';

/** The places of one kind: by code, and the next free one. */
export function usePlaces(kind: PlaceName) {
  const places = useQuery(reads.places(kind)).data;
  return {
    byCode: (code: string): Place | undefined => places?.find(place => place.code === code),
    nextFree: places?.find(isFree),
    loaded: places !== undefined,
  };
}

export function isFree(place: Place): boolean {
  return place.condition === 'usable' && place.visitId === null;
}
