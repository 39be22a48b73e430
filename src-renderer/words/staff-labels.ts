/** Words of printing labels for lockers, keys, pockets and visitor cards. */
import type { LabelKind, PaperName } from '../../src-main/labels/schema.ts';
import type { Sentence } from '../words.ts';

export const labelWords = {
  title: { id: 'Label', en: 'Labels' },
  lead: {
    id: 'Setiap label memuat nomor, kode batang, dan kode QR yang dikenali kotak pindai. Cetak pada skala 100 %.',
    en: 'Each label carries the number, bars and a QR code that the scan box knows. Print at a scale of 100 %.',
  },
  what: { id: 'Untuk apa', en: 'For what' },
  paper: { id: 'Kertas', en: 'Paper' },
  sheets: { id: 'Lembar A4', en: 'A4 sheets' },
  rolls: { id: 'Gulungan printer label', en: 'Label printer rolls' },
  from: { id: 'Dari nomor', en: 'From number' },
  to: { id: 'Sampai nomor', en: 'To number' },
  skip: { id: 'Label yang sudah terpakai', en: 'Labels used up already' },
  skipHint: {
    id: 'Pada lembar pertama, dihitung dari kiri atas.',
    en: 'On the first sheet, counted from the top left.',
  },
  skipBad: { id: 'Isi 0 sampai {most}.', en: 'Enter 0 to {most}.' },
  rangeBad: { id: 'Isi nomor dari {first} sampai {last}.', en: 'Enter numbers from {first} to {last}.' },
  none: {
    id: 'Belum ada yang dapat diberi label. Tentukan jumlahnya di Loker dan kantong.',
    en: 'There is nothing to label yet. Set how many there are under Lockers and pockets.',
  },
  sum: { id: '{labels} label, {pages} halaman.', en: 'Labels: {labels}. Pages: {pages}.' },
  make: { id: 'Buat berkas PDF', en: 'Make the PDF file' },
  save: { id: 'Simpan {name}', en: 'Save {name}' },
  ready: { id: 'Berkas siap: {pages} halaman.', en: 'The file is ready. Pages: {pages}.' },
  firstPage: { id: 'Susunan halaman pertama', en: 'Layout of the first page' },
  card: { id: 'Buat kartu pengunjung', en: 'Make a visitor card' },
  kinds: {
    locker: { id: 'Pintu loker', en: 'Locker doors' },
    key: { id: 'Kunci loker', en: 'Locker keys' },
    pocket: { id: 'Kantong kartu', en: 'Card pockets' },
    visitor: { id: 'Kartu pengunjung', en: 'Visitor card' },
    copy: { id: 'Publikasi', en: 'Publications' },
  } satisfies Record<LabelKind, Sentence>,
  papers: {
    a4: { id: 'A4 polos, dipotong sendiri', en: 'Plain A4, to be cut' },
    'a4-3x7': { id: 'Label 3 × 7 (63,5 × 38,1 mm)', en: 'Labels 3 × 7 (63.5 × 38.1 mm)' },
    'a4-3x8': { id: 'Label 3 × 8 (63,5 × 33,9 mm)', en: 'Labels 3 × 8 (63.5 × 33.9 mm)' },
    'a4-70x37': { id: 'Label 3 × 8 penuh (70 × 37 mm)', en: 'Labels 3 × 8 to the edge (70 × 37 mm)' },
    'roll-62': { id: 'Gulungan 62 mm', en: 'Roll of 62 mm' },
    'roll-29': { id: 'Gulungan 29 mm', en: 'Roll of 29 mm' },
    'roll-50x30': { id: 'Gulungan label 50 × 30 mm', en: 'Roll of labels 50 × 30 mm' },
  } satisfies Record<PaperName, Sentence>,
  files: {
    locker: { id: 'label-loker', en: 'locker-labels' },
    key: { id: 'label-kunci', en: 'key-labels' },
    pocket: { id: 'label-kantong', en: 'pocket-labels' },
    visitor: { id: 'kartu-pengunjung', en: 'visitor-card' },
    copy: { id: 'label-publikasi', en: 'publication-labels' },
  } satisfies Record<LabelKind, Sentence>,
};
