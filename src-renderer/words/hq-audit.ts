/** Words of the page of the audit. How an entry is told is in `src-central/audit/schema.ts`, for its file says it too. */
export const auditWords = {
  title: { id: 'Audit', en: 'Audit' },
  lead: {
    id: 'Apa yang dilakukan di pusat, oleh siapa, kapan. Catatan hanya bertambah, tidak pernah diubah.',
    en: 'What was done at headquarters, by whom, when. Entries are only ever added.',
  },
  find: { id: 'Cari orang atau jenis', en: 'Search a person or a kind' },
  office: { id: 'Kantor', en: 'Office' },
  officeCode: { id: 'Kode kantor', en: 'Code of the office' },
  at: { id: 'Waktu', en: 'Time' },
  what: { id: 'Apa', en: 'What' },
  who: { id: 'Siapa', en: 'Who' },
  emptyTitle: { id: 'Tidak ada catatan yang cocok', en: 'No entry matches' },
  empty: {
    id: 'Ubah pencarian atau kosongkan kode kantor.',
    en: 'Change the search, or clear the code of the office.',
  },
  file: { id: 'audit', en: 'audit' },
};
