/** Between the fields that people and sources fill in and the columns that are stored. */
import { hash } from 'node:crypto';
import type { Publication, PublicationTable } from '../database/catalogue-tables.ts';
import { fold } from '../search/rules.ts';
import type { PublicationField, PublicationFields } from './schema.ts';

type Column = Exclude<keyof PublicationTable, 'seq' | 'id' | 'key' | 'pub_id' | 'source' | 'imported'>;

/** Every field but the abstract, which lies in a table of its own, so that lists do not read it. */
export const columnOf: Record<Exclude<PublicationField, 'abstract'>, Column> = {
  title: 'title',
  series: 'series',
  year: 'year',
  areaCode: 'area_code',
  areaName: 'area_name',
  subject: 'subject',
  kind: 'kind',
  publicationNumber: 'publication_number',
  catalogueNumber: 'catalogue_number',
  issn: 'issn',
  isbn: 'isbn',
  language: 'language',
  pages: 'pages',
  releasedOn: 'released_on',
  cover: 'cover',
  pdf: 'pdf',
};
export const fieldNames = [...Object.keys(columnOf), 'abstract'] as PublicationField[];
export const columnEntries = Object.entries(columnOf) as [keyof typeof columnOf, Column][];

export type StoredPublication = Publication & { abstract: string | null };
export type Columns = Pick<PublicationTable, Column>;

export function columnsOf(fields: PublicationFields): Columns {
  return {
    title: fields.title,
    series: fields.series,
    year: fields.year,
    area_code: fields.areaCode,
    area_name: fields.areaName,
    subject: fields.subject,
    kind: fields.kind,
    publication_number: fields.publicationNumber,
    catalogue_number: fields.catalogueNumber,
    issn: fields.issn,
    isbn: fields.isbn,
    language: fields.language,
    pages: fields.pages,
    released_on: fields.releasedOn,
    cover: fields.cover,
    pdf: fields.pdf,
  };
}

export function fieldsOf(row: StoredPublication): PublicationFields {
  const fields = columnEntries.map(([field, column]) => [field, row[column]]);
  return { ...(Object.fromEntries(fields) as PublicationFields), abstract: row.abstract };
}

/** What the source says of the fields that the office has edited. */
export function importedOf(row: Pick<Publication, 'imported'>): Partial<PublicationFields> {
  return row.imported ? (JSON.parse(row.imported) as Partial<PublicationFields>) : {};
}

export function importedText(imported: Partial<PublicationFields>): string | null {
  return Object.keys(imported).length > 0 ? JSON.stringify(imported) : null;
}

/** What stands for a publication without an id of its own: the same title of the same place and year is the same. */
export function titleKey(fields: PublicationFields): string {
  const digest = hash('sha256', fold(fields.title).join(' ')).slice(0, 20);
  return `t:${fields.year ?? 0}:${fields.areaCode ?? ''}:${digest}`;
}
