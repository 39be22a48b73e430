/** Words of publishing: announcements and synonyms, first to some offices, then to all. */
import { contentWords } from '../../src-central/rollouts/schema.ts';

export const rolloutWords = {
  title: { id: 'Penerbitan', en: 'Publishing' },
  lead: {
    id: 'Terbitkan dahulu ke beberapa kantor, lihat hasilnya, lalu perluas ke semua. Kantor menerimanya saat tersambung berikutnya.',
    en: 'Publish to a few offices first, see how it goes, then widen to all. An office gets it when it next connects.',
  },
  new: { id: 'Terbitkan baru', en: 'Publish something' },
  emptyTitle: { id: 'Belum ada penerbitan', en: 'Nothing was published yet' },
  empty: {
    id: 'Pengumuman, padanan kata, daftar pilihan, dan janji layanan sampai ke kantor dari sini.',
    en: 'Announcements, synonyms, option lists and the service promise reach the offices from here.',
  },
  kind: { id: 'Jenis', en: 'Kind' },
  kinds: contentWords,
  kindHints: {
    announcement: {
      id: 'Pesan untuk kantor, dalam dua bahasa.',
      en: 'A message to the offices, in both languages.',
    },
    synonym: {
      id: 'Kata yang berarti sama dalam pencarian publikasi.',
      en: 'Words that mean the same in the search of publications.',
    },
    list: {
      id: 'Pilihan di buku tamu dan di loket. Kata yang sudah diubah kantor sendiri, dan pilihan milik kantor, tetap.',
      en: 'Choices of the guestbook and the counter. Words that an office changed itself, and choices of its own, stay.',
    },
    profile: {
      id: 'Berapa menit sejak buku tamu diisi sampai tamu dilayani. Kantor yang sudah menetapkan sendiri tidak berubah.',
      en: 'Minutes from the guestbook to being served. An office that has set its own keeps it.',
    },
  },
  what: { id: 'Isi', en: 'Content' },
  stage: { id: 'Tahap', en: 'Stage' },
  stageSome: { id: 'Tahap awal: {n} kantor', en: 'First stage, offices: {n}' },
  stageAll: { id: 'Semua kantor', en: 'All offices' },
  stageWithdrawn: { id: 'Ditarik', en: 'Withdrawn' },
  stageSuperseded: { id: 'Diganti yang lebih baru', en: 'Replaced by a newer one' },
  received: { id: 'Diterima', en: 'Received' },
  receivedOf: { id: '{n} dari {all}', en: '{n} of {all}' },
  receivedHint: {
    id: 'Kantor yang sudah mengambilnya, menurut kabar terakhir stasiunnya.',
    en: 'Offices that have it, by the last word of their stations.',
  },
  by: { id: 'Oleh', en: 'By' },
  when: { id: 'Diterbitkan', en: 'Published' },
  widen: { id: 'Perluas', en: 'Widen' },
  withdraw: { id: 'Tarik', en: 'Withdraw' },
  withdrawTitle: { id: 'Tarik “{title}”?', en: 'Withdraw “{title}”?' },
  withdrawText: {
    id: 'Isi ini diambil kembali dari setiap kantor yang menerimanya, saat kantor itu tersambung berikutnya. Riwayatnya tetap ada di sini.',
    en: 'It is taken back from every office that has it, when that office next connects. It stays in this list.',
  },
  withdrawn: { id: '“{title}” ditarik.', en: '“{title}” is withdrawn.' },
  widenTitle: { id: 'Perluas “{title}”', en: 'Widen “{title}”' },
  widened: { id: 'Sekarang juga ke {n} kantor lagi.', en: 'Widened; offices added: {n}.' },

  newTitle: { id: 'Terbitkan baru', en: 'Publish something' },
  back: { id: 'Semua penerbitan', en: 'All that was published' },
  titleId: { id: 'Judul (Indonesia)', en: 'Title (Indonesian)' },
  titleEn: { id: 'Judul (Inggris)', en: 'Title (English)' },
  bodyId: { id: 'Isi (Indonesia)', en: 'Text (Indonesian)' },
  bodyEn: { id: 'Isi (Inggris)', en: 'Text (English)' },
  until: { id: 'Tampil sampai', en: 'Shown until' },
  phrases: { id: 'Kata yang berarti sama', en: 'Words that mean the same' },
  phrasesHint: { id: 'Satu per baris, sedikitnya dua.', en: 'One a line, at least two.' },
  choices: { id: 'Pilihan', en: 'Choices' },
  choicesHint: {
    id: 'Satu per baris: kode | kata Indonesia | kata Inggris. Kode tetap sama selamanya: huruf kecil, angka, dan tanda hubung.',
    en: 'One a line: code | Indonesian | English. A code never changes: small letters, digits, hyphens.',
  },
  choicesWrong: {
    id: 'Baris {n} belum lengkap, atau kodenya sudah dipakai di atas.',
    en: 'Line {n} is not complete, or its code was used above.',
  },
  promiseMinutes: { id: 'Janji layanan (menit)', en: 'Service promise (minutes)' },
  promiseHint: { id: 'Dari 1 sampai 120.', en: 'From 1 to 120.' },
  promiseOf: { id: 'Dilayani dalam {n} menit', en: 'Served within {n} minutes' },
  needs: {
    announcement: {
      id: 'Isi judul dan isi dalam kedua bahasa dahulu.',
      en: 'Enter title and text in both languages first.',
    },
    synonym: { id: 'Tulis sedikitnya dua kata.', en: 'Write at least two words.' },
    list: { id: 'Perbaiki baris yang belum lengkap dahulu.', en: 'Mend the incomplete line first.' },
    profile: { id: 'Isi jumlah menit, 1 sampai 120.', en: 'Enter the minutes, 1 to 120.' },
  },

  to: { id: 'Ke kantor mana dahulu?', en: 'Which offices first?' },
  toMore: { id: 'Ke kantor mana selanjutnya?', en: 'Which offices next?' },
  tos: {
    percent: { id: 'Sebagian', en: 'A share' },
    offices: { id: 'Kantor pilihan', en: 'Chosen offices' },
    all: { id: 'Semua kantor', en: 'All offices' },
  },
  percent: { id: 'Bagian dari semua kantor', en: 'Share of all offices' },
  percentHint: {
    id: 'Tersebar merata; bagian yang lebih besar memuat yang lebih kecil.',
    en: 'Scattered evenly; a larger share contains a smaller one.',
  },
  pick: { id: 'Cari kantor', en: 'Search an office' },
  pickHint: { id: 'Ketik nama atau kode, lalu pilih.', en: 'Type name or code, then choose.' },
  picked: { id: 'Kantor yang dipilih', en: 'Chosen offices' },
  unpick: { id: 'Keluarkan {name}', en: 'Remove {name}' },
  needOffices: { id: 'Pilih sedikitnya satu kantor.', en: 'Choose at least one office.' },

  preview: { id: 'Pratinjau', en: 'Preview' },
  previewUntil: { id: 'Sampai {day}', en: 'Until {day}' },
  previewEmpty: { id: 'Tampil di sini begitu diisi.', en: 'Shows here as soon as it is filled in.' },
  reaches: { id: 'Sampai ke {n} kantor', en: 'Offices reached: {n}' },
  reachesMore: { id: 'Bertambah {n} kantor', en: 'Offices added: {n}' },
  reachesFuture: {
    id: 'Juga ke kantor yang didaftarkan kemudian.',
    en: 'Also those that are enrolled later.',
  },
  andMore: { id: 'dan {n} kantor lain', en: 'and {n} more' },
  publish: { id: 'Terbitkan ke {n} kantor', en: 'Publish (offices: {n})' },
  publishNow: { id: 'Terbitkan', en: 'Publish' },
  needPreview: { id: 'Menunggu daftar kantor…', en: 'Waiting for the list of offices…' },
  published: { id: '“{title}” diterbitkan ke {n} kantor.', en: '“{title}” was published; offices: {n}.' },
};
