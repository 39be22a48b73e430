/** Words of what comes from headquarters: requests, and survey instruments. */
import type { RequestState } from '../../src-main/sync/requests-store.ts';
import type { RequestHappening } from '../../src-central/wire/feed-schema.ts';
import type { Sentence } from '../words.ts';

export const requestStateWords: Record<RequestState, Sentence> = {
  new: { id: 'Baru', en: 'New' },
  seen: { id: 'Dibaca', en: 'Seen' },
  claimed: { id: 'Dikerjakan', en: 'Being worked on' },
  answered: { id: 'Dijawab', en: 'Answered' },
  refused: { id: 'Tidak dapat dipenuhi', en: 'Cannot be met' },
  'taken-back': { id: 'Ditarik pusat', en: 'Taken back' },
};

export const hqWords = {
  rail: { id: 'Pusat', en: 'HQ' },
  title: { id: 'Dari pusat', en: 'From headquarters' },
  sections: { id: 'Bagian halaman ini', en: 'Parts of this page' },
  requests: { id: 'Permintaan', en: 'Requests' },
  instruments: { id: 'Instrumen survei', en: 'Survey instruments' },

  bar: { id: 'Pusat meminta: {title}.', en: 'Headquarters asks for: {title}.' },
  barMany: { id: '{n} permintaan baru dari pusat.', en: 'New requests from headquarters: {n}.' },
  barBack: {
    id: 'Pusat menarik permintaan yang sedang dikerjakan: {title}.',
    en: 'Headquarters has taken back what is being worked on: {title}.',
  },
  barSee: { id: 'Lihat', en: 'Look' },

  filter: { id: 'Tampilkan', en: 'Show' },
  filters: {
    open: { id: 'Belum dijawab', en: 'Not answered' },
    all: { id: 'Semua', en: 'All' },
  },
  noRequests: { id: 'Belum ada permintaan', en: 'No requests yet' },
  noRequestsText: {
    id: 'Bila pusat meminta softcopy, data, atau dokumen, permintaannya muncul di sini.',
    en: 'When headquarters asks for a softcopy, data or a document, the request appears here.',
  },
  noneOpen: { id: 'Tidak ada permintaan yang menunggu jawaban.', en: 'No request waits for an answer.' },
  what: { id: 'Permintaan', en: 'Request' },
  state: { id: 'Keadaan', en: 'State' },
  due: { id: 'Diharapkan sebelum', en: 'Hoped for by' },
  overdue: { id: 'Lewat tanggal yang diharapkan', en: 'Later than hoped for' },
  received: { id: 'Diterima', en: 'Received' },

  history: { id: 'Yang sudah dilakukan', en: 'What was done' },
  steps: {
    seen: { id: 'Dibaca', en: 'Seen' },
    claimed: { id: 'Mulai dikerjakan', en: 'Work begun' },
    answered: { id: 'Dijawab dengan berkas', en: 'Answered with a file' },
    refused: { id: 'Dijawab: tidak dapat dipenuhi', en: 'Answered: cannot be met' },
    told: { id: 'Penarikannya dibaca', en: 'Read that it was taken back' },
  } satisfies Record<RequestHappening, Sentence>,
  fileStates: {
    waiting: {
      id: 'Berkas menunggu dikirim atau sedang dikirim.',
      en: 'The file waits to be sent, or is being sent.',
    },
    done: { id: 'Berkas sudah di pusat.', en: 'The file is at headquarters.' },
    refused: {
      id: 'Pusat menolak berkas ini. Jawab lagi dengan berkas lain.',
      en: 'Headquarters refused this file. Answer again with another one.',
    },
  },

  takenBack: {
    id: 'Pusat menarik permintaan ini. Tidak perlu dikerjakan atau dijawab lagi.',
    en: 'Headquarters has taken this request back. It needs no more work and no answer.',
  },
  takenBackWhy: { id: 'Alasannya: {reason}', en: 'The reason: {reason}' },
  takenBackAt: { id: 'Ditarik', en: 'Taken back' },
  takenBackHere: {
    id: 'Pusat baru saja menarik permintaan ini, jadi tidak ada lagi yang perlu dikirim. Pilihan Anda tidak dikirim; berkas Anda tetap di komputer ini.',
    en: 'Headquarters has just taken this request back, so nothing needs to be sent any more. What you chose was not sent; your file stays on this computer.',
  },
  takenBackClose: {
    id: 'Tutup saja; permintaan ini sudah ditarik.',
    en: 'Just close it; the request was taken back.',
  },

  claim: { id: 'Saya kerjakan', en: 'I will do it' },
  claimed: {
    id: 'Pusat akan tahu permintaan ini sedang dikerjakan.',
    en: 'Headquarters will know it is being worked on.',
  },
  answer: { id: 'Jawab dengan berkas', en: 'Answer with a file' },
  answerTitle: { id: 'Kirim berkas ini ke pusat?', en: 'Send this file to headquarters?' },
  answerText: {
    id: '“{name}” ({size}) dikirim seutuhnya. Pastikan tidak ada nama, nomor telepon, atau data lain tentang tamu di dalamnya.',
    en: '“{name}” ({size}) is sent as it is. Make sure that it holds no name, phone number or anything else about visitors.',
  },
  answerSend: { id: 'Kirim ke pusat', en: 'Send to headquarters' },
  answered: {
    id: 'Jawaban tersimpan. Berkasnya dikirim begitu ada sambungan.',
    en: 'The answer is stored. Its file goes as soon as there is a link.',
  },
  refuse: { id: 'Tidak dapat', en: 'Cannot do it' },
  refuseTitle: { id: 'Mengapa tidak dapat dipenuhi?', en: 'Why can it not be met?' },
  refuseNeeds: { id: 'Pilih alasannya dahulu.', en: 'Choose the reason first.' },
  refuseSend: { id: 'Jawab pusat', en: 'Tell headquarters' },
  refused: {
    id: 'Jawaban tersimpan dan dikirim ke pusat.',
    en: 'The answer is stored and goes to headquarters.',
  },

  noInstruments: { id: 'Belum ada instrumen survei', en: 'No survey instruments yet' },
  noInstrumentsText: {
    id: 'Instrumen yang diterbitkan pusat, misalnya SKM atau SKD, tercantum di sini dengan versi dan masa berlakunya.',
    en: 'Instruments that headquarters publishes, such as SKM or SKD, are listed here with version and period.',
  },
  instrument: { id: 'Instrumen', en: 'Instrument' },
  version: { id: 'Versi', en: 'Version' },
  period: { id: 'Masa berlaku', en: 'Period' },
  fromTo: { id: '{from} – {until}', en: '{from} – {until}' },
  from: { id: 'Sejak {from}', en: 'From {from}' },
  until: { id: 'Sampai {until}', en: 'Until {until}' },
  always: { id: 'Tidak dibatasi', en: 'Not limited' },
  isNow: { id: 'Berlaku', en: 'In force' },
  isLater: { id: 'Belum berlaku', en: 'Not yet in force' },
  isOver: { id: 'Sudah lewat', en: 'Over' },
};
