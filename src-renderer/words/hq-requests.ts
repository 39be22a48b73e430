/** Words of what headquarters asks of the offices. */
import type { RequestHappening } from '../../src-central/wire/feed-schema.ts';
import type { Sentence } from '../words.ts';

export const requestStepWords: Record<RequestHappening, Sentence> = {
  seen: { id: 'Dibaca di kantor', en: 'Seen at the office' },
  claimed: { id: 'Mulai dikerjakan', en: 'Work begun' },
  answered: { id: 'Dijawab dengan berkas', en: 'Answered with a file' },
  refused: { id: 'Tidak dapat dipenuhi', en: 'Cannot be met' },
  told: { id: 'Kantor sudah membaca penarikannya', en: 'The office has read that it was taken back' },
};

export const hqRequestWords = {
  rail: { id: 'Permintaan', en: 'Requests' },
  title: { id: 'Permintaan ke kantor', en: 'Requests to offices' },
  lead: {
    id: 'Kantor menerima permintaan saat tersambung berikutnya, lalu menjawab dengan berkas atau mengatakan mengapa tidak dapat.',
    en: 'An office gets a request when it next connects, and answers with a file or says why it cannot.',
  },
  new: { id: 'Minta sesuatu', en: 'Ask for something' },
  emptyTitle: { id: 'Belum ada permintaan', en: 'Nothing was asked yet' },
  empty: {
    id: 'Mintalah softcopy publikasi, data, atau dokumen dari satu kantor, beberapa, atau semuanya.',
    en: 'Ask one office, some or all of them for the softcopy of a publication, for data, or for a document.',
  },
  find: { id: 'Cari judul atau kantor', en: 'Search a title or an office' },
  nothingTitle: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
  nothing: {
    id: 'Ubah pencarian, atau lihat semua keadaan.',
    en: 'Change the search, or look at every state.',
  },
  clear: { id: 'Tampilkan semua', en: 'Show all' },
  states: { id: 'Keadaan permintaan', en: 'States of requests' },
  every: { id: 'Semua', en: 'All' },
  what: { id: 'Permintaan', en: 'Request' },
  office: { id: 'Kantor', en: 'Office' },
  state: { id: 'Keadaan', en: 'State' },
  since: { id: 'Sejak', en: 'Since' },
  due: { id: 'Diharapkan', en: 'Hoped for by' },
  overdue: { id: 'Lewat tanggal yang diharapkan', en: 'Later than hoped for' },
  made: { id: 'Dibuat', en: 'Made' },

  file: { id: 'permintaan', en: 'requests' },

  newTitle: { id: 'Minta sesuatu dari kantor', en: 'Ask something of offices' },
  back: { id: 'Semua permintaan', en: 'All requests' },
  kind: { id: 'Yang diminta', en: 'What is asked for' },
  titleField: { id: 'Judul', en: 'Title' },
  titleHint: {
    id: 'Misalnya: Softcopy Kabupaten Dalam Angka 2024',
    en: 'For example: softcopy of Regency in Figures 2024',
  },
  textField: { id: 'Keterangan', en: 'Details' },
  textHint: {
    id: 'Apa tepatnya, dan untuk apa. Jangan tulis nama atau nomor tamu.',
    en: 'What exactly, and what for. Write no names or numbers of visitors.',
  },
  dueField: { id: 'Diharapkan sebelum', en: 'Hoped for by' },
  to: { id: 'Kepada', en: 'To' },
  tos: {
    offices: { id: 'Kantor pilihan', en: 'Chosen offices' },
    all: { id: 'Semua kantor', en: 'All offices' },
  },
  preview: { id: 'Yang dibaca kantor', en: 'What the office reads' },
  previewEmpty: { id: 'Isi judulnya dahulu.', en: 'Enter the title first.' },
  previewDue: { id: 'Diharapkan sebelum {day}', en: 'Hoped for by {day}' },
  reaches: { id: 'Sampai ke {n} kantor', en: 'Offices that get it: {n}' },
  needTitle: {
    id: 'Isi judulnya dahulu, sedikitnya tiga huruf.',
    en: 'Enter the title first, three letters or more.',
  },
  needOffices: { id: 'Pilih kantornya dahulu.', en: 'Choose the offices first.' },
  noOffices: { id: 'Belum ada kantor di daftar.', en: 'There are no offices yet.' },
  send: { id: 'Kirim permintaan', en: 'Send the request' },
  sent: { id: 'Permintaan “{title}” dikirim ke {n} kantor.', en: '“{title}” was sent; offices: {n}.' },

  madeBy: { id: 'Diminta oleh {who}, {at}', en: 'Asked by {who}, {at}' },
  history: { id: 'Yang terjadi', en: 'What happened' },
  waits: { id: 'Belum dibaca kantor.', en: 'The office has not seen it yet.' },
  superseded: {
    id: 'Jawaban kemudian; yang pertama yang dipakai',
    en: 'A later answer; the first one counts',
  },
  onItsWay: { id: 'Berkas masih dalam perjalanan.', en: 'The file is still on its way.' },
  fetch: { id: 'Unduh jawaban', en: 'Download the answer' },
  hasAnswer: { id: 'Ada jawaban', en: 'There is an answer' },

  takeBack: { id: 'Tarik permintaan', en: 'Take back' },
  takeBackTitle: { id: 'Tarik “{title}”?', en: 'Take “{title}” back?' },
  takeBackText: {
    id: 'Permintaan ini dikirim ke {n} kantor, dan akan ditarik dari {open} kantor yang belum menjawab. Kantor diberi tahu saat tersambung berikutnya. Jawaban yang sudah di jalan tetap sampai dan tersimpan di sini.',
    en: 'Offices that it was sent to: {n}. Offices that it is taken back from, for they have not answered: {open}. They are told when they next connect. An answer that is on its way still arrives and is kept here.',
  },
  takeBackWorking: { id: 'Sedang mengerjakannya: {n} kantor', en: 'At work on it, offices: {n}' },
  takeBackAnswered: {
    id: 'Sudah menjawab, dan tetap tercatat begitu: {n} kantor',
    en: 'Have answered, and stay so, offices: {n}',
  },
  takeBackOver: {
    id: 'Tidak ada lagi yang dapat ditarik: setiap kantor sudah menjawab.',
    en: 'There is nothing left to take back: every office has answered.',
  },
  takeBackLooks: { id: 'Menunggu daftar kantor…', en: 'Waiting for the list of offices…' },
  takeBackDo: { id: 'Tarik', en: 'Take it back' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Kantor membacanya, dan tercatat di audit. Misalnya: sudah ditemukan di perpustakaan pusat. Jangan tulis nama orang.',
    en: 'The offices read it, and the audit keeps it. For example: found in the central library. Do not write a person’s name.',
  },
  needReason: {
    id: 'Tulis alasannya dahulu, sedikitnya tiga huruf.',
    en: 'Write the reason first, three letters or more.',
  },
  takenBack: { id: '“{title}” ditarik dari {n} kantor.', en: '“{title}” was taken back; offices: {n}.' },
  takenBackBy: { id: 'Ditarik oleh {who}', en: 'Taken back by {who}' },
  late: { id: 'Datang setelah permintaan ditarik.', en: 'Came after the request was taken back.' },
  toOffice: { id: 'Lihat kantor ini', en: 'Look at this office' },
};
