/** What can be told of a publication from its title and its numbers when its source does not say it. */
import { areaOf, areaOfTitle } from '../areas/rules.ts';
import { fold, yearOfTitle } from '../search/rules.ts';
import type { Kind, PublicationFields, Subject } from './schema.ts';

/** The first digits of a catalogue number are a subject class; the longest that fits counts. */
const subjectOfClass: Record<string, Subject> = {
  1: 'general',
  2: 'population',
  22: 'employment',
  23: 'employment',
  3: 'consumption',
  32: 'poverty',
  33: 'environment',
  3201: 'consumption',
  4: 'social',
  42: 'health',
  43: 'education',
  5: 'agriculture',
  6: 'industry',
  62: 'energy',
  63: 'construction',
  7: 'prices',
  72: 'finance',
  8: 'trade',
  83: 'transport',
  84: 'tourism',
  9: 'accounts',
};

const subjectOfWords: [RegExp, Subject][] = [
  [/\b(kemiskinan|miskin|gini)\b/, 'poverty'],
  [/\b(ketenagakerjaan|pengangguran|angkatan kerja|upah|pekerja)\b/, 'employment'],
  [/\b(domestik|neraca|input output|pendapatan nasional)\b/, 'accounts'],
  [/\b(harga|inflasi|nilai tukar|kemahalan)\b/, 'prices'],
  [/\b(padi|pertanian|hortikultura|perkebunan|peternakan|perikanan|tanaman|panen|ternak)\b/, 'agriculture'],
  [/\b(industri|manufaktur)\b/, 'industry'],
  [/\b(listrik|energi|minyak|gas|air bersih|pertambangan)\b/, 'energy'],
  [/\bkonstruksi\b/, 'construction'],
  [/\b(ekspor|impor|perdagangan)\b/, 'trade'],
  [/\b(hotel|wisatawan|pariwisata|akomodasi)\b/, 'tourism'],
  [/\b(transportasi|komunikasi|telekomunikasi|angkutan)\b/, 'transport'],
  [/\b(keuangan|perbankan)\b/, 'finance'],
  [/\b(pendidikan|sekolah)\b/, 'education'],
  [/\b(kesehatan|stunting)\b/, 'health'],
  [/\b(lingkungan|perumahan)\b/, 'environment'],
  [/\b(konsumsi|pengeluaran)\b/, 'consumption'],
  [/\b(penduduk|kependudukan|gender)\b/, 'population'],
  [/\b(kesejahteraan|pembangunan manusia|sosial|kriminal|politik|demokrasi)\b/, 'social'],
];

const kindOfWords: [RegExp, Kind][] = [
  [/\b(dalam angka|in figures|statistik daerah|statistik indonesia|yearbook)\b/, 'yearbook'],
  [/\bpedoman\b/, 'guide'],
  [/\b(direktori|directory|master file)\b/, 'directory'],
  [/\bsensus\b/, 'census'],
  [/\b(indikator|indeks|tingkat|rasio|nilai tukar)\b/, 'indicators'],
  [/\b(analisis|profil|tinjauan|laporan|kajian|perkembangan|proyeksi)\b/, 'analysis'],
];

function subjectOf(words: string, catalogueNumber: string | null): Subject {
  const digits = /^\d{7}/.exec(catalogueNumber ?? '')?.[0];
  if (digits) {
    for (const length of [4, 2, 1]) {
      const subject = subjectOfClass[digits.slice(0, length)];
      if (subject) return subject;
    }
  }
  return subjectOfWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'general';
}

function kindOf(words: string): Kind {
  return kindOfWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'statistics';
}

/** The area in a publication's own numbers: 13110.2301, 1102001.1311 and 1102001.1311010 are all of 1311. */
export function areaOfNumbers(fields: Pick<PublicationFields, 'publicationNumber' | 'catalogueNumber'>) {
  const fromCatalogue = /^\d{7}\.(\d{4})(?:\d{3})?$/.exec(fields.catalogueNumber ?? '')?.[1];
  const fromPublication = /^(\d{4})0\.\d{4,5}$/.exec(fields.publicationNumber ?? '')?.[1];
  return areaOf(fromCatalogue) ?? areaOf(fromPublication);
}

/** Fills in year, area, subject and kind where the source is silent. */
export function completed(fields: PublicationFields): PublicationFields {
  const words = fold(fields.title);
  const text = words.join(' ');
  const area = areaOf(fields.areaCode) ?? areaOfNumbers(fields) ?? areaOfTitle(words);
  const released = fields.releasedOn ? Number(fields.releasedOn.slice(0, 4)) : null;
  return {
    ...fields,
    year: fields.year ?? yearOfTitle(fields.title) ?? released,
    areaCode: fields.areaCode ?? area?.code ?? null,
    areaName: fields.areaName ?? area?.name ?? null,
    subject: fields.subject ?? subjectOf(text, fields.catalogueNumber),
    kind: fields.kind ?? kindOf(text),
  };
}

const perYear = 10_000_000;

/** Where a year's publications begin in the order of the full text: the newest year first, no year last. */
export function seqRange(year: number | null): { from: number; to: number } {
  const from = (3_000 - (year ?? 0)) * perYear;
  return { from, to: from + perYear };
}
