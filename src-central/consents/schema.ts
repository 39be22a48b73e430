import { z } from 'zod';
import { ConsentPurpose } from '../wire/consent-schema.ts';
import type { Sentence } from '../wire/sentence-schema.ts';

export const consentPurposeWords: Record<ConsentPurpose, Sentence> = {
  skd: { id: 'Survei Kebutuhan Data', en: 'Data Needs Survey' },
};

export const consentOrders = ['office', 'people', 'received'] as const;

export const ConsentSearch = z.object({
  purpose: ConsentPurpose.default('skd'),
  /** Words of the office's name, or its code. */
  text: z.string().max(80).default(''),
  order: z.enum(consentOrders).default('office'),
  down: z.boolean().default(false),
  page: z.number().int().min(0).max(10_000).default(0),
});
export type ConsentSearch = z.infer<typeof ConsentSearch>;
