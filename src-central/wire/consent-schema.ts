/**
 * M14: who agreed to be named to headquarters for a purpose. The present list and nothing else: whoever is no longer in it
 * is forgotten (docs/decisions/0021).
 */
import { z } from 'zod';
import { isUuid } from './tables-schema.ts';

/** `skd`: an invitation to the yearly Survei Kebutuhan Data. Another purpose is another word here. */
export const consentPurposes = ['skd'] as const;
export const ConsentPurpose = z.enum(consentPurposes);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** A list travels in sixteen parts, by the first digit of the consent's id: what changed is one of them. */
export const consentParts = [...'0123456789abcdef'];
export const ConsentPart = z.string().regex(/^[0-9a-f]$/);

/** The newest of a part; an office that has more of them than it could ever invite hands in no others. */
export const mostInPart = 1_000;
/** No office promises to keep anybody for longer. */
export const longestConsentDays = 730;

const typed = z
  .string()
  .min(1)
  .refine(text => !/\p{Cc}/u.test(text), 'no control characters');

export const ConsentPerson = z.object({
  /** Of the consent, drawn at random: it is in no batch, so nobody can tell which visits were this person's. */
  id: z.string().refine(isUuid, 'a UUID in lowercase'),
  name: typed.max(100),
  phone: typed.max(30).optional(),
  email: typed.max(120).optional(),
  /** The last day on which the person may be named. */
  until: z.iso.date(),
});
export type ConsentPerson = z.infer<typeof ConsentPerson>;

export const ConsentList = z.object({
  /** Counts up with each change of this part at the station: an older list never takes the place of a newer one. */
  no: z.number().int().min(1),
  people: z.array(ConsentPerson).max(mostInPart),
});
export type ConsentList = z.infer<typeof ConsentList>;

export const ConsentAnswer = z.object({
  no: z.number().int(),
  /** Consents of the list that had ended before: the station was restored to a time when it did not know. */
  ended: z.array(z.string()),
});
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;
