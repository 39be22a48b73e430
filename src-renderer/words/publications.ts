/** What every audience calls subjects, kinds and conditions of publications. */
import type { CopyCondition, Kind, Subject } from '../../src-main/catalogue/schema.ts';
import type { Sentence } from '../words.ts';

export const subjectWords: Record<Subject, Sentence> = {
  general: { id: 'Umum', en: 'General' },
  population: { id: 'Kependudukan', en: 'Population' },
  employment: { id: 'Ketenagakerjaan', en: 'Employment' },
  consumption: { id: 'Konsumsi dan pengeluaran', en: 'Consumption and expenditure' },
  poverty: { id: 'Kemiskinan dan ketimpangan', en: 'Poverty and inequality' },
  social: { id: 'Sosial dan kesejahteraan', en: 'Social welfare' },
  education: { id: 'Pendidikan', en: 'Education' },
  health: { id: 'Kesehatan', en: 'Health' },
  agriculture: { id: 'Pertanian', en: 'Agriculture' },
  industry: { id: 'Industri', en: 'Industry' },
  energy: { id: 'Energi dan pertambangan', en: 'Energy and mining' },
  construction: { id: 'Konstruksi', en: 'Construction' },
  prices: { id: 'Harga dan inflasi', en: 'Prices and inflation' },
  finance: { id: 'Keuangan', en: 'Finance' },
  trade: { id: 'Perdagangan', en: 'Trade' },
  tourism: { id: 'Pariwisata', en: 'Tourism' },
  transport: { id: 'Transportasi dan komunikasi', en: 'Transport and communication' },
  accounts: { id: 'Neraca ekonomi', en: 'National accounts' },
  environment: { id: 'Lingkungan dan perumahan', en: 'Environment and housing' },
};

export const kindWords: Record<Kind, Sentence> = {
  yearbook: { id: 'Dalam Angka', en: 'Yearbook' },
  statistics: { id: 'Statistik', en: 'Statistics' },
  indicators: { id: 'Indikator', en: 'Indicators' },
  analysis: { id: 'Analisis', en: 'Analysis' },
  census: { id: 'Sensus', en: 'Census' },
  directory: { id: 'Direktori', en: 'Directory' },
  guide: { id: 'Pedoman', en: 'Guide' },
};

export const conditionWords: Record<CopyCondition, Sentence> = {
  good: { id: 'Baik', en: 'Good' },
  worn: { id: 'Usang', en: 'Worn' },
  damaged: { id: 'Rusak', en: 'Damaged' },
  missing: { id: 'Tidak ditemukan', en: 'Missing' },
  retired: { id: 'Ditarik dari koleksi', en: 'Retired' },
};

/** A subject or kind in plain words; one of a source's own making is shown as it is. */
export function wordOf(words: Record<string, Sentence>, value: string): Sentence {
  return words[value] ?? { id: value, en: value };
}
