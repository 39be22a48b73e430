/** Words of the board. */
export const board = {
  title: { id: 'Papan hari ini', en: 'Today’s board' },
  today: { id: 'Hari ini', en: 'Today' },
  served: { id: 'dilayani', en: 'served' },
  within: { id: 'dalam janji', en: 'within the promise' },
  closed: { id: 'selesai', en: 'finished' },
  left: { id: 'pulang sebelum dilayani', en: 'left before service' },
  find: { id: 'Cari nama, nomor, loker…', en: 'Find name, number, locker…' },
  filter: { id: 'Saring menurut layanan', en: 'Filter by service' },
  all: { id: 'Semua', en: 'All' },
  groups: { id: 'Rombongan', en: 'Groups' },
  missed: { id: 'Lewat janji', en: 'Promise missed' },
  clear: { id: 'Hapus saringan', en: 'Clear filters' },
  nothingFound: { id: 'Tidak ada yang cocok.', en: 'Nothing matches.' },
  cards: { id: '{n} kunjungan', en: '{n} visits' },
  anonymous: { id: 'Tamu tanpa nama', en: 'Visitor without a name' },
  group: { id: 'Rombongan {n} orang', en: 'Group of {n}' },
  child: { id: 'Anak', en: 'Child' },
  accompanied: { id: 'Didampingi', en: 'Accompanied' },
  since: { id: 'sejak {time}', en: 'since {time}' },
  signed: { id: 'masuk {time}', en: 'signed {time}' },
  reading: { id: '{n} publikasi', en: 'Publications: {n}' },
  locker: { id: 'Loker', en: 'Locker' },
  pocket: { id: 'Kantong', en: 'Pocket' },
  noLocker: { id: 'Tanpa loker', en: 'No locker' },
  noCard: { id: 'Tanpa kartu', en: 'No card' },
  reasonMissing: { id: 'Alasan belum diisi', en: 'Reason still missing' },
  open: { id: 'Buka kunjungan {number}', en: 'Open visit {number}' },
  serve: { id: 'Layani', en: 'Serve' },
  takeIn: { id: 'Terima kartu', en: 'Take card' },
  giveBack: { id: 'Kembalikan', en: 'Give back' },
  leaving: { id: 'Akan pulang', en: 'Leaving' },
  close: { id: 'Selesai', en: 'Finish' },
  late: { id: 'entri susulan', en: 'late entry' },
  counter: { id: 'entri petugas', en: 'officer entry' },
  english: { id: 'Bahasa Inggris', en: 'English' },
};

export const columnWords = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  serving: { id: 'Dilayani', en: 'Serving' },
  inside: { id: 'Di dalam', en: 'Inside' },
  coop: { id: 'Di koperasi', en: 'At the co-op' },
  leaving: { id: 'Akan pulang', en: 'Leaving' },
};

export const stateWords = {
  ...columnWords,
  closed: { id: 'Selesai', en: 'Finished' },
  left: { id: 'Pulang sebelum dilayani', en: 'Left before service' },
};

export const emptyColumns = {
  waiting: {
    id: 'Belum ada yang menunggu. Tamu muncul di sini begitu mengisi buku tamu.',
    en: 'Nobody is waiting. Visitors appear here as soon as they sign the guestbook.',
  },
  serving: {
    id: 'Tekan “Layani” pada kartu yang menunggu, atau pindai slipnya.',
    en: 'Press “Serve” on a waiting card, or scan its slip.',
  },
  inside: { id: 'Belum ada tamu di ruang baca.', en: 'Nobody is in the reading room.' },
  coop: {
    id: 'Belum ada publikasi yang keluar untuk difotokopi.',
    en: 'No publication is out for copying.',
  },
  leaving: {
    id: 'Pindai slip tamu yang pulang untuk mengembalikan kartunya.',
    en: 'Scan the slip of a visitor who leaves to give the card back.',
  },
};

export const stageWords = {
  calm: { id: 'sisa {time}', en: '{time} left' },
  soon: { id: 'segera, sisa {time}', en: 'soon, {time} left' },
  urgent: { id: 'hampir lewat {time}', en: 'nearly over {time}' },
  missed: { id: 'lewat {time}', en: 'over by {time}' },
};

export const promiseClock = { id: 'Janji layanan', en: 'Service promise' };
