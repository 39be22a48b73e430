import { z } from 'zod';
import { listNames } from '../wire/feed-schema.ts';
import type { Sentence } from '../wire/sentence-schema.ts';
import { OfficeId } from '../wire/schema.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const both = (most: number) => z.object({ id: text(most), en: text(most) });

const Choice = both(120).extend({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  skd: z.number().int().min(0).max(10_000).optional(),
});
const Choices = z
  .array(Choice)
  .min(1)
  .max(60)
  .refine(choices => new Set(choices.map(one => one.code)).size === choices.length);

/** What may be published from the screen, in the shape that stations take (docs/sync-protocol.md §5). */
export const Content = z.discriminatedUnion('table', [
  z.object({
    table: z.literal('announcement'),
    data: z.object({ title: both(120), body: both(2_000), until: z.iso.date().nullable() }),
  }),
  z.object({ table: z.literal('synonym'), data: z.object({ phrases: z.array(text(80)).min(2).max(20) }) }),
  z.object({ table: z.literal('list'), list: z.enum(listNames), data: z.object({ choices: Choices }) }),
  /** Parts of the office profile; headquarters signs them when they are published. */
  z.object({
    table: z.literal('profile'),
    data: z.object({ promiseMinutes: z.number().int().min(1).max(120) }),
  }),
]);
export type Content = z.infer<typeof Content>;

/** What each is called; of one that this program does not know there is none. */
export const contentWords: Record<string, Sentence> = {
  announcement: { id: 'Pengumuman', en: 'Announcement' },
  synonym: { id: 'Padanan kata', en: 'Synonyms' },
  list: { id: 'Daftar pilihan', en: 'Option list' },
  profile: { id: 'Janji layanan', en: 'Service promise' },
};

/** Which offices first: chosen ones, a percentage of all, or all at once. */
export const Stage = z.discriminatedUnion('to', [
  z.object({ to: z.literal('offices'), offices: z.array(OfficeId).min(1).max(1_000) }),
  z.object({ to: z.literal('percent'), percent: z.number().int().min(1).max(99) }),
  z.object({ to: z.literal('all') }),
]);
export type Stage = z.infer<typeof Stage>;

export const NextStage = z.object({ stage: Stage });
export const NewRollout = z.object({ content: Content, stage: Stage });

/** The name under which a publication stands in the list: words, or what the screen makes words of. */
export function titleOf(content: Content): string {
  switch (content.table) {
    case 'announcement':
      return content.data.title.id;
    case 'synonym':
      return content.data.phrases.join(' = ');
    case 'list':
      return content.list;
    case 'profile':
      return String(content.data.promiseMinutes);
  }
}

/** The row of a station that a publication says anew; null when it is a row of its own, which can be taken away. */
export function standingRowOf(content: Content): string | null {
  if (content.table === 'list') return content.list;
  return content.table === 'profile' ? 'office' : null;
}

/** What an office had before stays there: of these a newer one is published, none is taken back. */
export const isStanding = (table: string) => table === 'list' || table === 'profile';
