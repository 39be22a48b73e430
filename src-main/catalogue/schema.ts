import { z } from 'zod';

export const sources = ['webapi', 'file', 'office'] as const;
export type PublicationSource = (typeof sources)[number];
export const copyConditions = ['good', 'worn', 'damaged', 'missing', 'retired'] as const;
export type CopyCondition = (typeof copyConditions)[number];
export const wantedOutcomes = ['obtained', 'not-published', 'elsewhere', 'found', 'unclear'] as const;
export type WantedOutcome = (typeof wantedOutcomes)[number];

export const subjects = [
  'general',
  'population',
  'employment',
  'consumption',
  'poverty',
  'social',
  'education',
  'health',
  'agriculture',
  'industry',
  'energy',
  'construction',
  'prices',
  'finance',
  'trade',
  'tourism',
  'transport',
  'accounts',
  'environment',
] as const;
export type Subject = (typeof subjects)[number];

export const kinds = [
  'yearbook',
  'statistics',
  'indicators',
  'analysis',
  'census',
  'directory',
  'guide',
] as const;
export type Kind = (typeof kinds)[number];

const text = (max: number) => z.string().trim().max(max);
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform(value => value || null);

/** Every field that a source or an officer fills in; what is missing is null. */
export const PublicationFields = z.object({
  title: text(500).min(2),
  series: optional(text(200)),
  year: z
    .number()
    .int()
    .min(1_800)
    .max(2_200)
    .nullish()
    .transform(value => value ?? null),
  areaCode: optional(z.string().regex(/^\d{4}$/)),
  areaName: optional(text(120)),
  subject: optional(text(80)),
  kind: optional(text(80)),
  publicationNumber: optional(text(40)),
  catalogueNumber: optional(text(40)),
  issn: optional(text(20)),
  isbn: optional(text(30)),
  language: z
    .enum(['id', 'en'])
    .nullish()
    .transform(value => value ?? null),
  abstract: optional(text(20_000)),
  pages: z
    .number()
    .int()
    .min(1)
    .max(20_000)
    .nullish()
    .transform(value => value ?? null),
  releasedOn: optional(z.iso.date()),
  cover: optional(text(1_000)),
  pdf: optional(text(1_000)),
});
export type PublicationFields = z.infer<typeof PublicationFields>;
export type PublicationField = keyof PublicationFields;

export const NewPublication = PublicationFields;

const blank = PublicationFields.parse({ title: '--' });

/** `PublicationFields.safeParse`, which takes its time over the fields that are not there: most of half a million. */
export function readPublication(input: Record<string, unknown>): PublicationFields | null {
  const fields: Record<string, unknown> = { ...blank, title: undefined };
  for (const [field, schema] of Object.entries(PublicationFields.shape)) {
    const value = input[field];
    if (value === undefined || (value === null && field !== 'title')) continue;
    const read = schema.safeParse(value);
    if (!read.success) return null;
    fields[field] = read.data;
  }
  return fields.title === undefined ? null : (fields as PublicationFields);
}

/** Fields that are left out stay as they are; `takeBack` gives fields back to the source. */
export const PublicationChange = PublicationFields.partial().extend({
  takeBack: z.array(z.enum(Object.keys(PublicationFields.shape) as [PublicationField])).optional(),
});
export type PublicationChange = z.input<typeof PublicationChange>;

export const NewCopy = z.object({
  shelf: optional(text(40)),
  condition: z.enum(copyConditions).default('good'),
  notForCopying: z.boolean().default(false),
  note: optional(text(200)),
  /** How many copies of the same kind. */
  count: z.number().int().min(1).max(50).default(1),
});
export type NewCopy = z.output<typeof NewCopy>;

export const CopyChange = z.object({
  shelf: text(40).nullable().optional(),
  condition: z.enum(copyConditions).optional(),
  notForCopying: z.boolean().optional(),
  note: text(200).nullable().optional(),
});
export type CopyChange = z.infer<typeof CopyChange>;

export const NewWanted = z.object({
  text: text(120).min(2),
  publicationId: z.uuid().optional(),
  visitId: z.uuid().optional(),
});
export type NewWanted = z.infer<typeof NewWanted>;
export const WantedSettled = z.object({ outcome: z.enum(wantedOutcomes) });
