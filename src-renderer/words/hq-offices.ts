/** Words of the list of offices: what each needs, how its devices are, what it promised and kept. */
export const stateHints = {
  broken: {
    id: 'Pemeriksaan terakhir menemukan data yang tidak sama dengan kiriman kantor. Buka pembuktiannya.',
    en: 'The last verification found data that is not what the office sent. Open its proof.',
  },
  parked: {
    id: 'Ada baris kiriman yang belum dapat dipakai. Buka pembuktian, lalu coba terapkan lagi.',
    en: 'Some rows could not be used yet. Open the proof and apply them again.',
  },
  gaps: {
    id: 'Pada pemeriksaan terakhir ada nomor jurnal yang tidak sampai. Buka pembuktian, lalu mintalah kantor mengirim ulang.',
    en: 'The last verification found numbers of the journal that did not arrive. Open the proof, then ask the office.',
  },
  silent: {
    id: 'Tidak ada kabar tiga hari atau lebih. Hubungi kantor: mungkin listrik, jaringan, atau komputernya.',
    en: 'No word for three days or more. Call the office: power, network or computer may be down.',
  },
  behind: {
    id: 'Ada data yang menunggu dikirim lebih dari sehari. Biasanya jaringan lambat; bila berlanjut, pakai USB.',
    en: 'Data waits to be sent for more than a day. Mostly a slow link; if it goes on, carry it by USB.',
  },
  new: {
    id: 'Belum ada stasiun yang menyapa. Buat kode pendaftaran untuk kantor ini.',
    en: 'No station has said hello. Make an enrolment code for this office.',
  },
  good: { id: 'Terhubung dan terkirim.', en: 'Connected, and everything is sent.' },
};

export const officeWords = {
  title: { id: 'Kantor', en: 'Offices' },
  needOne: { id: 'Satu dari {all} kantor perlu perhatian', en: 'One of {all} offices needs attention' },
  needSome: { id: '{n} dari {all} kantor perlu perhatian', en: '{n} of {all} offices need attention' },
  needNone: { id: 'Semua {all} kantor dalam keadaan baik', en: 'All {all} offices are well' },
  needNoneOne: { id: 'Kantor ini dalam keadaan baik', en: 'The office is well' },
  states: { id: 'Keadaan', en: 'State' },
  every: { id: 'Semua', en: 'All' },
  figures: { id: 'Angka 30 hari terakhir', en: 'Figures of the last 30 days' },
  visits30: { id: 'kunjungan, 30 hari', en: 'visits, 30 days' },
  within30: { id: 'dilayani tepat janji', en: 'served within the promise' },
  backlogAll: { id: 'baris menunggu dikirim', en: 'rows wait to be sent' },

  find: { id: 'Cari nama atau kode kantor', en: 'Search name or code' },
  clear: { id: 'Tampilkan semua kantor', en: 'Show all offices' },
  state: { id: 'Keadaan', en: 'State' },
  office: { id: 'Kantor', en: 'Office' },
  seen: { id: 'Terakhir terlihat', en: 'Last seen' },
  backlog: { id: 'Tunggakan', en: 'Backlog' },
  backlogSince: { id: 'sejak {ago}', en: 'since {ago}' },
  parked: { id: 'Diparkir', en: 'Parked' },
  devices: { id: 'Perangkat', en: 'Devices' },
  version: { id: 'Versi', en: 'Version' },
  promise: { id: 'Tepat janji', en: 'Promise kept' },
  visits: { id: 'Kunjungan', en: 'Visits' },
  never: { id: 'belum pernah', en: 'never' },
  none: { id: '–', en: '–' },
  demo: { id: 'Contoh', en: 'Sample' },

  nothingTitle: { id: 'Tidak ada kantor yang cocok', en: 'No office matches' },
  nothing: {
    id: 'Periksa ejaannya, atau tampilkan semua kantor.',
    en: 'Check the spelling, or show all offices.',
  },
  firstTitle: { id: 'Belum ada kantor', en: 'There is no office yet' },
  first: {
    id: 'Tambahkan kantor pertama, lalu buat kode pendaftaran untuk stasiunnya.',
    en: 'Add the first office, then make an enrolment code for its station.',
  },
  add: { id: 'Tambah kantor', en: 'Add an office' },
  rename: { id: 'Ganti nama', en: 'Rename' },
  code: { id: 'Kode kantor', en: 'Code of the office' },
  codeHint: { id: 'Empat angka, misalnya 1311.', en: 'Four digits, such as 1311.' },
  name: { id: 'Nama kantor', en: 'Name of the office' },
  nameHint: { id: 'Misalnya BPS Kabupaten Dharmasraya.', en: 'For example BPS Kabupaten Dharmasraya.' },
  needFields: { id: 'Isi empat angka dan nama kantor.', en: 'Enter four digits and the name.' },
  added: { id: '{name} ditambahkan.', en: '{name} was added.' },
  fileOffices: { id: 'kantor', en: 'offices' },
};

export const healthWords = {
  well: { id: 'Baik', en: 'Well' },
  unknown: { id: 'Belum ada kabar', en: 'Not told yet' },
  more: { id: '+{n} lagi', en: '+{n} more' },
  damaged: { id: 'Berkas data rusak', en: 'Data file damaged' },
  printer: { id: 'Printer: {state}', en: 'Printer: {state}' },
  disk: { id: 'Sisa disk {n} GB', en: 'Disk: {n} GB left' },
  aside: { id: '{n} baris dari pusat disisihkan', en: 'Rows from headquarters set aside: {n}' },
  clockAhead: { id: 'Jam maju {time}', en: 'Clock {time} fast' },
  clockBehind: { id: 'Jam mundur {time}', en: 'Clock {time} slow' },
  printerStates: {
    unreachable: { id: 'tidak ditemukan', en: 'not found' },
    silent: { id: 'tidak menjawab', en: 'not answering' },
    'paper-out': { id: 'kertas habis', en: 'out of paper' },
    'cover-open': { id: 'tutup terbuka', en: 'cover open' },
    fault: { id: 'macet', en: 'jammed' },
    offline: { id: 'offline', en: 'offline' },
  },
};
