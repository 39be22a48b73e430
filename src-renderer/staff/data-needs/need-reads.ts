import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api.ts';

const askNeeds = (id: string) => answer(api.visits[':id'].needs.$get({ param: { id } }));
export type Need = Awaited<ReturnType<typeof askNeeds>>['needs'][number];

export const needsOf = (visitId: string) =>
  queryOptions({ queryKey: ['needs', visitId], queryFn: () => askNeeds(visitId) });
