/** Words of the scanner's settings and its guided test. */
export const scannerWords = {
  title: { id: 'Pemindai', en: 'Scanner' },
  lead: {
    id: 'Pemindai yang “mengetik” (USB, 2,4 GHz, atau Bluetooth) langsung bekerja tanpa driver. Uji sekali setelah memasangnya.',
    en: 'A scanner that “types” (USB, 2.4 GHz or Bluetooth) works at once without a driver. Test it once after plugging it in.',
  },
  trial: { id: 'Uji pemindai', en: 'Test the scanner' },
  start: { id: 'Mulai uji', en: 'Start the test' },
  stop: { id: 'Selesai menguji', en: 'End the test' },
  again: { id: 'Pindai lagi untuk menguji sekali lagi.', en: 'Scan again to test once more.' },
  scanThis: {
    id: 'Pindai salah satu kode ini dari layar. Pemindai laser tidak dapat membaca layar: pindai slip, label loker, atau halaman uji printer.',
    en: 'Scan one of these codes off the screen. Laser scanners cannot read screens: scan a slip, a locker label or the printer’s test page.',
  },
  waiting: { id: 'Menunggu pindaian…', en: 'Waiting for a scan…' },
  codeQr: { id: 'Kode uji sebagai QR', en: 'Test code as QR' },
  codeBars: { id: 'Kode uji sebagai Code 128', en: 'Test code as Code 128' },
  unread: {
    id: 'Ini bukan kode Loket PST, atau terlalu banyak yang tertukar: {typed}. Atur pemindai ke papan ketik “USA/English”, lalu pindai lagi.',
    en: 'This is no code of Loket PST, or too much of it is swapped: {typed}. Set the scanner to the keyboard “USA/English” and scan again.',
  },
  arrived: { id: 'Yang diterima', en: 'What arrived' },
  layout: { id: 'Tata letak', en: 'Layout' },
  layoutSame: { id: 'Cocok dengan komputer ini.', en: 'Agrees with this computer.' },
  layouts: {
    qwertz: {
      id: 'Jerman (QWERTZ) di satu sisi: dibetulkan otomatis. Lebih baik atur pemindai ke “USA/English”.',
      en: 'German (QWERTZ) on one side: put right automatically. Better set the scanner to “USA/English”.',
    },
    'azerty-computer': {
      id: 'Komputer memakai papan ketik Prancis: dibetulkan otomatis.',
      en: 'The computer reads a French keyboard: put right automatically.',
    },
    'azerty-scanner': {
      id: 'Pemindai memakai papan ketik Prancis: dibetulkan otomatis. Lebih baik atur ke “USA/English”.',
      en: 'The scanner types a French keyboard: put right automatically. Better set it to “USA/English”.',
    },
  },
  pace: { id: 'Kecepatan', en: 'Pace' },
  paces: {
    fast: { id: '{ms} md per huruf: cepat.', en: '{ms} ms a letter: fast.' },
    slow: {
      id: '{ms} md per huruf: lambat seperti Bluetooth, tetap terbaca.',
      en: '{ms} ms a letter: slow as Bluetooth is, and still heard.',
    },
    'too-slow': {
      id: '{ms} md per huruf: terlalu lambat. Perpendek jeda antarhuruf (inter-character delay) pada pemindai.',
      en: '{ms} ms a letter: too slow. Shorten the scanner’s inter-character delay.',
    },
  },
  end: { id: 'Tombol di akhir', en: 'Key at the end' },
  ends: {
    Enter: { id: 'Enter: baik.', en: 'Enter: good.' },
    Tab: { id: 'Tab: baik.', en: 'Tab: good.' },
    none: {
      id: 'Tidak ada: terbaca selama pemindai cepat. Lebih baik tambahkan Enter (suffix CR).',
      en: 'None: heard as long as the scanner is fast. Better add Enter (suffix CR).',
    },
  },
  added: { id: 'Tambahan', en: 'Added' },
  addedNone: { id: 'Tidak ada.', en: 'Nothing.' },
  addedBefore: {
    id: '“{prefix}” di depan kode: diisikan di bawah. Tekan Simpan perubahan.',
    en: '“{prefix}” before the code: filled in below. Press Save changes.',
  },
  addedAfter: {
    id: '“{suffix}” di belakang kode: diisikan di bawah. Tekan Simpan perubahan.',
    en: '“{suffix}” after the code: filled in below. Press Save changes.',
  },
  addedBoth: {
    id: '“{prefix}” di depan kode dan “{suffix}” di belakangnya: diisikan di bawah. Tekan Simpan perubahan.',
    en: '“{prefix}” before the code and “{suffix}” after it: filled in below. Press Save changes.',
  },
  prefix: { id: 'Awalan', en: 'Prefix' },
  suffix: { id: 'Akhiran', en: 'Suffix' },
  wrappingHint: {
    id: 'Yang ditambahkan pemindai pada setiap kode, selain Enter atau Tab. Biasanya kosong.',
    en: 'What the scanner adds to every code besides Enter or Tab. Mostly nothing.',
  },
};
