/** Publications in a test office, taken in the way an import takes them. */
import { takeInPublications } from '../../src-main/catalogue/import-store.ts';
import type { PublicationFields } from '../../src-main/catalogue/schema.ts';
import { write } from '../../src-main/database/write.ts';
import type { SearchResult } from '../../src-main/search/schema.ts';
import type { Station } from '../../src-main/station.ts';
import type { SeedPublication } from '../seeds/catalogue.ts';
import type { Asker } from './station.ts';

const nothing: PublicationFields = {
  title: '',
  series: null,
  year: null,
  areaCode: null,
  areaName: null,
  subject: null,
  kind: null,
  publicationNumber: null,
  catalogueNumber: null,
  issn: null,
  isbn: null,
  language: null,
  abstract: null,
  pages: null,
  releasedOn: null,
  cover: null,
  pdf: null,
};

export function fieldsOfSeed(seed: SeedPublication): PublicationFields {
  return {
    ...nothing,
    title: seed.title,
    year: seed.year,
    areaCode: seed.area_code,
    publicationNumber: seed.pub_no,
    catalogueNumber: seed.kat_no,
    issn: seed.issn,
    isbn: seed.isbn,
    language: seed.language,
    abstract: seed.abstract,
    pages: seed.pages,
    releasedOn: seed.rl_date,
    cover: seed.cover,
    pdf: seed.pdf,
  };
}

/** Titles with whatever else is said of them. */
export async function shelve(
  station: Station,
  publications: (Partial<PublicationFields> & { title: string; pubId?: string })[],
) {
  for (let at = 0; at < publications.length; at += 1_000) {
    const rows = publications
      .slice(at, at + 1_000)
      .map(({ pubId, ...fields }) => ({ pubId: pubId ?? null, fields: { ...nothing, ...fields } }));
    await write(station, { door: 'station', staffId: null }, tx => takeInPublications(tx, rows, 'file'));
  }
}

export async function find(asker: Asker, text: string, more: object = {}): Promise<SearchResult> {
  const { status, body } = await asker.post<SearchResult>('/publications/search', { text, ...more });
  if (status !== 200) throw new Error(`search answered ${status}`);
  return body;
}

export async function titles(asker: Asker, text: string, more: object = {}): Promise<string[]> {
  return (await find(asker, text, more)).results.map(one => one.title);
}
