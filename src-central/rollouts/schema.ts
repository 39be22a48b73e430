import { z } from 'zod';
import { OfficeId } from '../wire/schema.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const both = (most: number) => z.object({ id: text(most), en: text(most) });

/** What may be published from the screen, in the shape that stations take (docs/sync-protocol.md §5). */
export const Content = z.discriminatedUnion('table', [
  z.object({
    table: z.literal('announcement'),
    data: z.object({ title: both(120), body: both(2_000), until: z.iso.date().nullable() }),
  }),
  z.object({ table: z.literal('synonym'), data: z.object({ phrases: z.array(text(80)).min(2).max(20) }) }),
]);
export type Content = z.infer<typeof Content>;

/** Which offices first: chosen ones, a percentage of all, or all at once. */
export const Stage = z.discriminatedUnion('to', [
  z.object({ to: z.literal('offices'), offices: z.array(OfficeId).min(1).max(1_000) }),
  z.object({ to: z.literal('percent'), percent: z.number().int().min(1).max(99) }),
  z.object({ to: z.literal('all') }),
]);
export type Stage = z.infer<typeof Stage>;

export const NextStage = z.object({ stage: Stage });
export const NewRollout = z.object({ content: Content, stage: Stage });
