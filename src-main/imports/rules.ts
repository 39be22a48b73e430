/** From a row of a file or an item of the WebAPI to a publication, and what of it does not fit. */
import type { PublicationFields } from '../catalogue/schema.ts';
import { fold } from '../search/rules.ts';
import type { Columns, ImportField, Misfit } from './schema.ts';

export type Cells = Partial<Record<ImportField, unknown>>;

/** What people and BPS call the columns. */
const names: Record<ImportField, string> = {
  pubId: 'pubid,idpublikasi,publicationid',
  title: 'title,judul,judulpublikasi,namapublikasi,publikasi',
  series: 'series,seri',
  year: 'year,tahun,tahunterbit,tahundata',
  areaCode: 'areacode,kodewilayah,kodearea,domain,domainid,mfd,kode',
  areaName: 'areaname,wilayah,namawilayah,daerah,area',
  subject: 'subject,subjek,subyek',
  kind: 'kind,jenis,jenispublikasi,tipe',
  publicationNumber: 'pubno,nomorpublikasi,nopublikasi,publicationnumber,nopub',
  catalogueNumber: 'katno,nomorkatalog,nokatalog,katalog,cataloguenumber,catalognumber,kodekatalog',
  issn: 'issn',
  isbn: 'isbn,issnisbn',
  language: 'language,bahasa,lang',
  abstract: 'abstract,abstrak,ringkasan',
  pages: 'pages,halaman,jumlahhalaman,jmlhalaman',
  releasedOn: 'rldate,releasedon,tanggalrilis,tglrilis,tanggal,releasedate',
  cover: 'cover,sampul',
  pdf: 'pdf,tautan,unduh,url,link',
};
const fieldOfName = new Map(
  Object.entries(names).flatMap(([field, list]) => list.split(',').map(name => [name, field as ImportField])),
);

/** Which columns hold what, by their names. */
export function guessColumns(header: readonly string[]): Columns {
  const columns: Columns = {};
  const taken = new Set<ImportField>();
  for (const name of header) {
    const field = fieldOfName.get(fold(name).join(''));
    if (!field || taken.has(field)) continue;
    columns[name] = field;
    taken.add(field);
  }
  return columns;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#039': "'",
};

/** Plain text: no markup, no entities, single spaces. Null when nothing is left. */
export function plainText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  let text = String(value);
  if (text.includes('<')) text = text.replaceAll(/<[^>]*>/g, ' ');
  if (text.includes('&'))
    text = text.replaceAll(/&(#?\w{2,6});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
  text = text.replaceAll(/\s+/g, ' ').trim();
  return text === '' || text === '-' || text === 'null' ? null : text;
}

/** @returns the publication, or null when the row cannot be one; and everything that did not fit. */
export function readRow(
  row: number,
  cells: Cells,
): { pubId: string | null; fields: PublicationFields | null; misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const misfit = (field: ImportField, rule: Misfit['rule']) => {
    misfits.push({ row, field, rule, excerpt: (plainText(cells[field]) ?? '').slice(0, 60) });
    return null;
  };
  const text = (field: ImportField, most: number) => {
    const value = plainText(cells[field]);
    return value !== null && value.length > most ? misfit(field, 'unclear') : value;
  };
  const parsed = <T>(field: ImportField, parse: (value: string) => T | null): T | null => {
    const value = plainText(cells[field]);
    return value === null ? null : (parse(value) ?? misfit(field, 'unclear'));
  };
  const title = plainText(cells.title);
  if (title === null || title.length < 2) misfit('title', 'missing');
  else if (title.length > 500) misfit('title', 'tooLong');
  if (title === null || misfits.length > 0) return { pubId: null, fields: null, misfits };
  const fields: PublicationFields = {
    title,
    series: text('series', 200),
    year: parsed('year', yearIn),
    areaCode: parsed('areaCode', value => /^\d{4}$/.exec(value.replaceAll('.', ''))?.[0] ?? null),
    areaName: text('areaName', 120),
    subject: text('subject', 80),
    kind: text('kind', 80),
    publicationNumber: text('publicationNumber', 40),
    catalogueNumber: text('catalogueNumber', 40),
    issn: text('issn', 20),
    isbn: text('isbn', 30),
    language: parsed('language', languageIn),
    abstract: plainText(cells.abstract)?.slice(0, 20_000) ?? null,
    pages: parsed('pages', pagesIn),
    releasedOn: parsed('releasedOn', dayIn),
    cover: text('cover', 1_000),
    pdf: text('pdf', 1_000),
  };
  return { pubId: text('pubId', 64), fields, misfits };
}

function yearIn(text: string): number | null {
  const years = text.match(/\b(?:1[89]|20|21)\d\d\b/g);
  return years ? Number(years.at(-1)) : null;
}

function pagesIn(text: string): number | null {
  const pages = Number(/\d+(?!.*\d)/.exec(text)?.[0] ?? 0);
  return pages > 0 && pages <= 20_000 ? pages : null;
}

function languageIn(text: string): 'id' | 'en' | null {
  if (/^(?:id|in|ind|indonesia|bahasa indonesia)$/i.test(text)) return 'id';
  return /^(?:en|eng|english|inggris)$/i.test(text) ? 'en' : null;
}

/** 2023-02-28, 2023-02-28 10:00:00, 28/02/2023, 28-2-2023. 0000-00-00 is the WebAPI's way to say nothing. */
function dayIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}

/** An item of the WebAPI's publication list; any field may be missing, and two versions name the update differently. */
export function cellsOfItem(item: Record<string, unknown>, domain: string, language: 'ind' | 'eng'): Cells {
  const released = plainText(item.rl_date);
  return {
    pubId: item.pub_id,
    title: item.title,
    areaCode: domain,
    publicationNumber: item.pub_no,
    catalogueNumber: item.kat_no ?? item.cat_no,
    issn: item.issn,
    isbn: item.isbn,
    language: language === 'ind' ? 'id' : 'en',
    abstract: item.abstract,
    releasedOn: released?.startsWith('0000') ? null : released,
    cover: item.cover,
    pdf: item.pdf,
  };
}
