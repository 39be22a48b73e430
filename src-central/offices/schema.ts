import { z } from 'zod';
import type { Sentence } from '../wire/sentence-schema.ts';
import { OfficeId } from '../wire/schema.ts';

/** What an office needs from somebody, the gravest first. */
export const officeStates = ['broken', 'parked', 'gaps', 'silent', 'behind', 'new', 'good'] as const;
export type OfficeState = (typeof officeStates)[number];

export const officeStateWords: Record<OfficeState, Sentence> = {
  broken: { id: 'Tidak cocok', en: 'Does not match' },
  parked: { id: 'Perlu diperbaiki', en: 'Needs repair' },
  gaps: { id: 'Ada celah', en: 'Has gaps' },
  silent: { id: 'Tidak terdengar', en: 'Silent' },
  behind: { id: 'Tertinggal', en: 'Behind' },
  new: { id: 'Belum tersambung', en: 'Not connected yet' },
  good: { id: 'Baik', en: 'Well' },
};

export const officeOrders = [
  'state',
  'office',
  'name',
  'seen',
  'backlog',
  'parked',
  'promise',
  'visits',
  'version',
] as const;

export const OfficeSearch = z.object({
  text: z.string().max(60).default(''),
  state: z.enum(officeStates).optional(),
  order: z.enum(officeOrders).default('state'),
  down: z.boolean().default(false),
  page: z.number().int().min(0).max(10_000).default(0),
});
export type OfficeSearch = z.infer<typeof OfficeSearch>;

export const NewOffice = z.object({ id: OfficeId, name: z.string().trim().min(3).max(120) });
export const CodeAsked = z.object({ device: z.uuid().optional() });
export const Revocation = z.object({ reason: z.string().trim().min(3).max(200) });
export const DaySpan = z.object({ from: z.iso.date(), to: z.iso.date() });
