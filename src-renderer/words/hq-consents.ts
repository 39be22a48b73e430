/** Words of the page with who agreed to be invited. */
export const hqConsentWords = {
  rail: { id: 'Undangan', en: 'Invitations' },
  title: { id: 'Bersedia diundang', en: 'Who may be invited' },
  lead: {
    id: 'Tamu yang setuju diundang ke Survei Kebutuhan Data. Di layar hanya angka; nama dan kontak ada di berkas unduhan, dan setiap unduhan tercatat di audit.',
    en: 'Visitors who agreed to be invited to the Data Needs Survey. The screen has figures only; names and contacts are in the file, and each download is in the audit.',
  },
  duty: {
    id: 'Hanya untuk undangan survei ini. Pakai berkas terbaru, lalu hapus: siapa pun dapat mencabut persetujuannya kapan saja.',
    en: 'For this survey’s invitation only. Use the newest file and erase it after: anybody may take their consent back at any time.',
  },
  people: { id: 'Orang yang bersedia', en: 'People who agreed' },
  offices: { id: 'Kantor yang menanyakan', en: 'Offices that ask' },
  find: { id: 'Cari kantor', en: 'Search an office' },
  office: { id: 'Kantor', en: 'Office' },
  count: { id: 'Orang', en: 'People' },
  byPhone: { id: 'Ada nomor HP', en: 'With a phone' },
  byEmail: { id: 'Ada email', en: 'With an e-mail' },
  received: { id: 'Diperbarui', en: 'Updated' },
  emptyTitle: { id: 'Belum ada kantor yang menanyakan', en: 'No office asks yet' },
  empty: {
    id: 'Kepala kantor menyalakannya di Pengaturan → Privasi. Dari pusat tidak dapat dinyalakan.',
    en: 'The head of an office switches it on under Settings → Privacy. It cannot be switched on from here.',
  },
  nothingTitle: { id: 'Tidak ada kantor yang cocok', en: 'No office matches' },
  nothing: { id: 'Ubah atau kosongkan pencarian.', en: 'Change or clear the search.' },
  clear: { id: 'Tampilkan semua kantor', en: 'Show every office' },
  file: { id: 'bersedia-skd', en: 'agreed-skd' },
};
