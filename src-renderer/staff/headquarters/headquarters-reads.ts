/** What the console asks about headquarters' requests and instruments. */
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api.ts';

const askRequests = () => answer(api.requests.$get());
const askInstruments = () => answer(api.sync.instruments.$get());

export type HqRequest = Awaited<ReturnType<typeof askRequests>>[number];
export type Instrument = Awaited<ReturnType<typeof askInstruments>>[number];

export const hqReads = {
  requests: () => queryOptions({ queryKey: ['sync', 'requests'], queryFn: askRequests }),
  instruments: () => queryOptions({ queryKey: ['sync', 'instruments'], queryFn: askInstruments }),
};
