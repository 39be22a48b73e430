import { z } from 'zod';

export const importKinds = ['webapi', 'csv', 'json'] as const;
export type ImportKind = (typeof importKinds)[number];
/** `interrupted`: the station stopped meanwhile. Every run but `done` can be taken up where it ended. */
export const importStates = ['running', 'done', 'cancelled', 'failed', 'interrupted'] as const;
export type ImportState = (typeof importStates)[number];

/** What a column of a file can hold: the fields of a publication, and the source's own id. */
export const importFields = [
  'pubId',
  'title',
  'series',
  'year',
  'areaCode',
  'areaName',
  'subject',
  'kind',
  'publicationNumber',
  'catalogueNumber',
  'issn',
  'isbn',
  'language',
  'abstract',
  'pages',
  'releasedOn',
  'cover',
  'pdf',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which field each column holds; a column that is not named is left out. */
export const Columns = z.record(z.string(), z.enum(importFields));
export type Columns = z.infer<typeof Columns>;

const fileId = z.string().regex(/^[0-9a-f-]{36}\.(?:csv|json)$/);

export const FilePreview = z.object({ fileId, columns: Columns.optional() });

export const WebApiSource = z.object({
  kind: z.literal('webapi'),
  /** Codes of BPS offices: 0000 national, 1300 a province, 1311 a regency. */
  domains: z
    .array(z.string().regex(/^\d{4}$/))
    .min(1)
    .max(600),
  language: z.enum(['ind', 'eng']).default('ind'),
});
export type WebApiSource = z.output<typeof WebApiSource>;

export const FileSource = z.object({
  kind: z.literal('file'),
  fileId,
  /** As the person knows the file. */
  name: z.string().trim().min(1).max(200),
  columns: Columns.optional(),
});
export type FileSource = z.output<typeof FileSource>;

export const ImportSource = z.discriminatedUnion('kind', [WebApiSource, FileSource]);
export type ImportSource = z.output<typeof ImportSource>;

export const WebApiKey = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[\w-]{8,128}$/),
});

export interface Misfit {
  row: number;
  field: string;
  /** `missing` and `tooLong` keep the row out; `unclear` leaves the field empty. */
  rule: 'missing' | 'tooLong' | 'unclear' | 'unreadable';
  excerpt: string;
}
