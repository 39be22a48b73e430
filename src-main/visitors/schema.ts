import { z } from 'zod';
import type { ConsentPurpose } from '../../src-central/wire/consent-schema.ts';

/** A returning visitor: by the code of the visitor card, or by phone and birth year. */
export const Recognise = z.union([
  z.object({ code: z.string().max(20) }),
  z.object({ phone: z.string().max(30), birthYear: z.number().int() }),
]);
export type Recognise = z.infer<typeof Recognise>;

export const Answer = z.object({ challenge: z.string().max(64), answer: z.string().max(8) });

/**
 * A card is its own proof and gives a token at once. Phone and birth year give a question: choose your initials.
 * The question looks the same whether or not anybody was found. `mayAsk`: the consents that this visitor may be asked for.
 */
export type Recognised =
  | { step: 'welcome'; token: string; mayAsk: ConsentPurpose[] }
  | { step: 'question'; challenge: string; choices: string[] };
