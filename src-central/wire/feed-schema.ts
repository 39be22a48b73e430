/** What headquarters and the offices agree on in the rows of a feed, and in what becomes of them (docs/sync-protocol.md §5). */
import { z } from 'zod';
import type { Sentence } from './sentence-schema.ts';

/** The option lists of the guestbook, by the names that stations know. */
export const listNames = [
  'cards',
  'education',
  'occupations',
  'institutions',
  'purposes',
  'disabilities',
  'relations',
  'breachReasons',
  'leftReasons',
  'noCardReasons',
] as const;
export type ListName = (typeof listNames)[number];

/** What a request is about. */
export const requestKinds = ['publication', 'data', 'document', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestKindWords: Record<RequestKind, Sentence> = {
  publication: { id: 'Softcopy publikasi', en: 'Softcopy of a publication' },
  data: { id: 'Data atau tabel', en: 'Data or a table' },
  document: { id: 'Dokumen', en: 'Document' },
  other: { id: 'Lainnya', en: 'Something else' },
};

/** The row of a request as a station reads it: of what it does not understand only the title must be there. */
export const RequestData = z.object({
  title: z.string().min(1).max(300),
  kind: z.enum(requestKinds).catch('other'),
  text: z.string().max(4_000).catch(''),
  /** By when headquarters hopes for an answer. */
  due: z.iso.date().nullable().catch(null),
  /** There when headquarters took it back: since when, by its own clock, and why. */
  taken_back: z
    .object({ at: z.iso.datetime().nullable().catch(null), reason: z.string().max(600).catch('') })
    .nullable()
    .catch(null),
});
export type RequestData = z.infer<typeof RequestData>;

export const requestSteps = ['seen', 'claimed', 'answered', 'refused'] as const;
export type RequestStepKind = (typeof requestSteps)[number];

/** Why an office cannot meet a request: one of these words, never typed text, for it goes up. */
export const refusals = ['not-here', 'not-printed', 'not-allowed', 'damaged', 'unclear'] as const;
export type Refusal = (typeof refusals)[number];

export const refusalWords: Record<Refusal, Sentence> = {
  'not-here': { id: 'Tidak ada di kantor ini', en: 'Not at this office' },
  'not-printed': { id: 'Tidak pernah dicetak', en: 'Never printed' },
  'not-allowed': { id: 'Tidak boleh diberikan', en: 'May not be given' },
  damaged: { id: 'Rusak, tidak dapat dipindai', en: 'Damaged, cannot be scanned' },
  unclear: { id: 'Permintaannya belum jelas', en: 'The request is not clear' },
};

/** Stands as the reason of a `seen`: the office has read that the request was taken back. */
export const takenBackRead = 'taken-back';

/** A row of `request_event` as people are told of it. */
export function toldAs(kind: string, reason: string | null) {
  return kind === 'seen' && reason === takenBackRead
    ? { kind: 'told' as const, reason: null }
    : { kind: kind as RequestStepKind, reason: reason as Refusal | null };
}
export type RequestHappening = ReturnType<typeof toldAs>['kind'];
