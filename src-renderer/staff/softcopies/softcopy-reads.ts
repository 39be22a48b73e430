import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api.ts';

const askOne = (id: string) => answer(api.softcopies[':id'].$get({ param: { id } }));
const askScans = () => answer(api.softcopies.scans.$get());

export type Softcopy = Awaited<ReturnType<typeof askOne>>;
export type Scan = Awaited<ReturnType<typeof askScans>>[number];

/** Files and sticks come without a word of the journal, so they are looked for while they are shown. */
const lookEveryMs = 1_500;

export const softcopyReads = {
  one: (id: string) => queryOptions({ queryKey: ['softcopies', id], queryFn: () => askOne(id) }),
  ofVisit: (visit: string) =>
    queryOptions({
      queryKey: ['softcopies', 'visit', visit],
      queryFn: () => answer(api.visits[':id'].softcopies.$get({ param: { id: visit } })),
    }),
  /** What is not over, and all of today. */
  current: () =>
    queryOptions({ queryKey: ['softcopies', 'current'], queryFn: () => answer(api.softcopies.$get()) }),
  scans: () =>
    queryOptions({ queryKey: ['scans'], queryFn: askScans, refetchInterval: lookEveryMs, retry: false }),
  volumes: () =>
    queryOptions({
      queryKey: ['volumes'],
      queryFn: () => answer(api.softcopies.volumes.$get()),
      refetchInterval: lookEveryMs,
    }),
  ways: () =>
    queryOptions({ queryKey: ['softcopies', 'ways'], queryFn: () => answer(api.softcopies.ways.$get()) }),
  password: () =>
    queryOptions({
      queryKey: ['softcopies', 'password'],
      queryFn: () => answer(api.softcopies['mail-password'].$get()),
    }),
};
