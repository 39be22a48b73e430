/** Words of one office: its days, its stations, enrolling and revoking them. */
export const officePageWords = {
  back: { id: 'Semua kantor', en: 'All offices' },
  parts: { id: 'Bagian kantor', en: 'Parts of the office' },
  days: { id: 'Hari-hari', en: 'Days' },
  stations: { id: 'Stasiun', en: 'Stations' },
  proof: { id: 'Pembuktian', en: 'Proof' },
  seen: { id: 'Terakhir terlihat {ago}', en: 'Last seen {ago}' },
  unseen: { id: 'Belum pernah terlihat', en: 'Never seen' },
};

export const dayWords = {
  range: { id: 'Rentang', en: 'Span' },
  last: { id: '{n} hari', en: '{n} days' },
  visits: { id: 'Kunjungan', en: 'Visits' },
  visitsADay: { id: 'Kunjungan per hari', en: 'Visits a day' },
  people: { id: 'Orang', en: 'People' },
  served: { id: 'Terlayani', en: 'Served' },
  within: { id: 'Tepat janji', en: 'Within the promise' },
  withinADay: { id: 'Dilayani tepat janji, per hari', en: 'Served within the promise, a day' },
  leftEarly: { id: 'Pergi sebelum dilayani', en: 'Left unserved' },
  waited: { id: 'Rata-rata menunggu', en: 'Average wait' },
  day: { id: 'Hari', en: 'Day' },
  table: { id: 'Tabel angka yang sama', en: 'A table of the same figures' },
  charts: {
    id: '{visits} kunjungan dalam {n} hari; {within} dilayani tepat janji. Angkanya ada di tabel.',
    en: '{visits} visits in {n} days; {within} served within the promise. The table has the figures.',
  },
  services: { id: 'Layanan yang diminta', en: 'Services asked for' },
  emptyTitle: { id: 'Belum ada kunjungan dalam rentang ini', en: 'No visits in this span' },
  empty: {
    id: 'Kunjungan tampil di sini begitu kantor mengirimnya, biasanya beberapa detik setelah dicatat.',
    en: 'Visits show here as soon as the office sends them, mostly seconds after they are noted.',
  },
  file: { id: 'hari-{office}', en: 'days-{office}' },
};

export const stationWords = {
  emptyTitle: { id: 'Belum ada stasiun', en: 'No station yet' },
  empty: {
    id: 'Buat kode pendaftaran, lalu pindai atau ketik kode itu di konsol kantor: Pengaturan, Sinkronisasi.',
    en: 'Make an enrolment code, then scan or type it at the office’s console: Settings, Sync.',
  },
  enrol: { id: 'Daftarkan stasiun', en: 'Enrol a station' },
  seen: { id: 'Terakhir terlihat', en: 'Last seen' },
  never: { id: 'Belum pernah', en: 'Never' },
  backlog: { id: 'Menunggu dikirim', en: 'Waiting to be sent' },
  backlogNone: { id: 'Tidak ada', en: 'Nothing' },
  backlogRows: { id: '{n} baris, tertua {ago}', en: 'Rows: {n}, the oldest {ago}' },
  backlogCount: { id: '{n} baris', en: 'Rows: {n}' },
  devices: { id: 'Perangkat', en: 'Devices' },
  app: { id: 'Versi', en: 'Version' },
  system: { id: 'Sistem', en: 'System' },
  enrolled: { id: 'Terdaftar', en: 'Enrolled' },
  key: { id: 'Kunci dibuat', en: 'Key made' },
  id: { id: 'Nomor perangkat', en: 'Device number' },
  revokedTitle: { id: 'Stasiun yang dicabut', en: 'Revoked stations' },
  revokedAt: { id: 'Dicabut {at}', en: 'Revoked {at}' },
  unnamed: { id: 'Stasiun', en: 'Station' },
  again: { id: 'Kode pendaftaran ulang', en: 'Code to enrol again' },
  revoke: { id: 'Cabut', en: 'Revoke' },

  codesTitle: { id: 'Kode yang belum dipakai', en: 'Codes not used yet' },
  codeFor: { id: 'untuk stasiun {name}', en: 'for the station {name}' },
  codeNew: { id: 'untuk stasiun baru', en: 'for a new station' },
  codeLine: {
    id: 'Dibuat {at} oleh {by}, berlaku sampai {until}',
    en: 'Made {at} by {by}, good until {until}',
  },

  enrolTitle: { id: 'Kode pendaftaran', en: 'Enrolment code' },
  enrolFor: { id: '{name} ({office})', en: '{name} ({office})' },
  enrolLead: {
    id: 'Buat kode sekali pakai. Kode berlaku 48 jam dan hanya ditampilkan sekarang.',
    en: 'Make a one-time code. It is good for 48 hours and is shown only now.',
  },
  enrolAgainLead: {
    id: 'Stasiun “{name}” mendapat kunci baru dan melanjutkan riwayat lamanya, misalnya setelah disknya diganti. Kunci lama tidak berlaku lagi begitu kode dipakai.',
    en: 'The station “{name}” gets a new key and takes its history up again, for example on a new disk. The old key ends when the code is used.',
  },
  address: { id: 'Alamat pusat bagi stasiun', en: 'Headquarters’ address for the station' },
  addressHint: {
    id: 'Alamat yang dapat dijangkau dari kantor itu.',
    en: 'The address that can be reached from that office.',
  },
  addressLocal: {
    id: 'Alamat ini hanya berlaku di komputer ini.',
    en: 'This address works on this computer only.',
  },
  makeCode: { id: 'Buat kode', en: 'Make the code' },
  qr: { id: 'QR pendaftaran', en: 'Enrolment QR' },
  steps: [
    { id: 'Buka konsol kantor sebagai kepala atau admin.', en: 'Open the office’s console as its head.' },
    { id: 'Pilih Pengaturan, lalu Sinkronisasi.', en: 'Choose Settings, then Sync.' },
    {
      id: 'Pindai QR ini, atau ketik alamat dan kodenya.',
      en: 'Scan this QR, or type the address and the code.',
    },
  ],
  goodOnce: {
    id: 'Berlaku satu kali, sampai {until}. Simpan seperti kunci: siapa pun yang memegangnya dapat mendaftar sebagai kantor ini.',
    en: 'Good once, until {until}. Keep it like a key: whoever holds it can enrol as this office.',
  },
  done: { id: 'Selesai', en: 'Done' },

  revokeTitle: { id: 'Cabut stasiun “{name}”?', en: 'Revoke the station “{name}”?' },
  revokeLead: {
    id: 'Pusat menolak stasiun ini mulai permintaan berikutnya. Data yang sudah diterima tetap tersimpan; data di kantor tetap utuh di sana. Untuk menyambung lagi diperlukan kode baru.',
    en: 'Headquarters refuses this station from its next request. What was received stays; what is at the office stays there. To connect again it needs a new code.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Tercatat di audit, misalnya “PC dicuri”. Jangan menulis nama orang.',
    en: 'Kept in the audit, for example “PC stolen”. Do not write a person’s name.',
  },
  needReason: { id: 'Isi alasannya dahulu.', en: 'Enter the reason first.' },
  revokeDo: { id: 'Cabut stasiun', en: 'Revoke the station' },
  revoked: { id: 'Stasiun “{name}” dicabut.', en: 'The station “{name}” is revoked.' },
};
