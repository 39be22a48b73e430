/** Which offices a publication goes to: what was chosen on the screen, and what is asked of the server. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Stage } from '../../../src-central/rollouts/schema.ts';
import { answer, hq } from '../../api.ts';

export interface Picked {
  office: string;
  name: string;
}

export interface ChosenStage {
  to: Stage['to'];
  percent: number;
  offices: Picked[];
}

export const firstChoice: ChosenStage = { to: 'percent', percent: 10, offices: [] };

/** Null while it is not complete. */
export function stageOf({ to, percent, offices }: ChosenStage): Stage | null {
  if (to === 'all') return { to };
  if (to === 'percent') return { to, percent };
  return offices.length === 0 ? null : { to, offices: offices.map(one => one.office) };
}

/** The offices that the stage reaches; undefined while they are not known. */
export function useReached(id: string, chosen: ChosenStage) {
  const stage = stageOf(useDeferredValue(chosen));
  return useQuery({
    queryKey: ['reached', id, stage],
    queryFn: () => answer(hq.rollouts[':id'].preview.$post({ param: { id }, json: { stage: stage! } })),
    enabled: stage !== null,
    // What was published since must not be shown as still to come.
    staleTime: 0,
    gcTime: 0,
  }).data?.offices;
}
