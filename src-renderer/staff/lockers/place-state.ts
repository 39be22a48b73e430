import { Brush, CircleCheck, CircleUserRound, Wrench } from 'lucide-react';
import type { Place } from '../reads.ts';

export type PlaceState = 'free' | 'used' | 'broken' | 'cleaning';

export const placeIcons = { free: CircleCheck, used: CircleUserRound, broken: Wrench, cleaning: Brush };

export function stateOfPlace(place: Pick<Place, 'visitId' | 'condition'>): PlaceState {
  if (place.visitId) return 'used';
  return place.condition === 'broken' || place.condition === 'cleaning' ? place.condition : 'free';
}
