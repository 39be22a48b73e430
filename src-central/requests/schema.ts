import { z } from 'zod';
import { requestKinds } from '../wire/feed-schema.ts';
import type { Sentence } from '../wire/sentence-schema.ts';
import { OfficeId } from '../wire/schema.ts';

/** How far an office is with a request. `arriving`: answered, its file is still on the way. */
export const requestStates = [
  'sent',
  'seen',
  'claimed',
  'arriving',
  'answered',
  'refused',
  'taken-back',
] as const;
export type RequestState = (typeof requestStates)[number];

export const requestStateWords: Record<RequestState, Sentence> = {
  sent: { id: 'Terkirim', en: 'Sent' },
  seen: { id: 'Dibaca', en: 'Seen' },
  claimed: { id: 'Dikerjakan', en: 'Being worked on' },
  arriving: { id: 'Dijawab, berkas menyusul', en: 'Answered, file arriving' },
  answered: { id: 'Dijawab', en: 'Answered' },
  refused: { id: 'Tidak dapat dipenuhi', en: 'Cannot be met' },
  'taken-back': { id: 'Ditarik', en: 'Taken back' },
};

export const requestOrders = ['title', 'office', 'state', 'since', 'due', 'made'] as const;

export const RequestSearch = z.object({
  /** Words of the title, the office's name or its number. */
  text: z.string().max(80).default(''),
  state: z.enum(requestStates).optional(),
  order: z.enum(requestOrders).default('made'),
  down: z.boolean().default(true),
  page: z.number().int().min(0).max(10_000).default(0),
});
export type RequestSearch = z.infer<typeof RequestSearch>;

export const NewRequest = z.object({
  kind: z.enum(requestKinds),
  title: z.string().trim().min(3).max(200),
  text: z.string().trim().max(2_000),
  due: z.iso.date().nullable(),
  /** Chosen offices, or every one that headquarters knows now. */
  to: z.union([z.literal('all'), z.array(OfficeId).min(1).max(1_000)]),
});
export type NewRequest = z.infer<typeof NewRequest>;

/** Why a request is taken back: the offices read it. */
export const TakeBack = z.object({ reason: z.string().trim().min(3).max(300) });
