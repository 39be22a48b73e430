/** What visitors are asked to agree to: in the settings, and at the visitor. */
export const consentWords = {
  title: { id: 'Persetujuan tamu', en: 'Visitors’ consent' },
  lead: {
    id: 'Tanpa persetujuan, nama dan kontak tamu tidak meninggalkan kantor ini. Hanya kepala kantor yang dapat menyalakan tujuan di bawah ini; pusat tidak.',
    en: 'Without consent no name or contact leaves this office. Only the head of office can switch on a purpose below; headquarters cannot.',
  },
  ask: {
    skd: {
      id: 'Tanyakan kesediaan diundang ke Survei Kebutuhan Data',
      en: 'Ask whether visitors may be invited to the Data Needs Survey',
    },
  },
  askHint: {
    skd: {
      id: 'Satu pertanyaan di buku tamu, hanya kepada orang dewasa yang mengisi kontak. Bila bersedia: nama serta nomor HP atau email diserahkan ke BPS Pusat. Mematikannya menghapus seluruh daftar di pusat.',
      en: 'One question in the guestbook, put to grown-ups who left a contact. If they agree, name and phone or email go to BPS headquarters. Switching it off erases the whole list there.',
    },
  },
  days: { id: 'Berlaku (hari sejak kunjungan)', en: 'Holds for (days after the visit)' },
  daysHint: {
    id: '1 sampai 730. Yang sudah setuju tidak diperpanjang; bila dipendekkan, langsung berlaku.',
    en: '1 to 730. Consents already given are not made longer; a shorter period holds at once.',
  },

  names: { skd: { id: 'Undangan SKD', en: 'Survey invitation' } },
  until: { id: 'Bersedia, sampai {day}', en: 'Agreed, until {day}' },
  withdraw: { id: 'Cabut persetujuan', en: 'Take consent back' },
  withdrawHint: {
    id: 'Bila tamu memintanya. Di pusat namanya terhapus saat stasiun tersambung.',
    en: 'When the visitor asks. Headquarters erases the name when the station next connects.',
  },
  withdrawn: { id: 'Persetujuan dicabut.', en: 'The consent was taken back.' },
};
