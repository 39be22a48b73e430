/** What every desk screen says, the console as well as headquarters'. */
export const desk = {
  close: { id: 'Tutup', en: 'Close' },
  cancel: { id: 'Batal', en: 'Cancel' },
  add: { id: 'Tambah', en: 'Add' },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  undo: { id: 'Batalkan', en: 'Undo' },
  more: { id: 'Muat lebih banyak', en: 'Load more' },
  print: { id: 'Cetak', en: 'Print' },
  optional: { id: 'boleh kosong', en: 'optional' },
  loading: { id: 'Memuat…', en: 'Loading…' },
  search: { id: 'Cari', en: 'Search' },
  demo: { id: 'DEMO', en: 'DEMO' },
  languageSwitch: { id: 'Bahasa', en: 'Language' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  broken: { id: 'Bagian ini belum dapat dimuat.', en: 'This part could not be loaded yet.' },
  again: { id: 'Coba lagi', en: 'Try again' },
  notForRole: {
    id: 'Peran Anda tidak mencakup tindakan ini.',
    en: 'Your role does not include this.',
  },
};
