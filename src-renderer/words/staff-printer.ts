/** Words about printers: which there are, how they are, why a slip did not come out. */
export const printerWords = {
  kinds: {
    none: { id: 'Tanpa printer, slip di layar', en: 'None, show slips on screen' },
    tcp: { id: 'Jaringan (TCP)', en: 'Network (TCP)' },
    device: { id: 'USB di Linux', en: 'USB on Linux' },
    windows: { id: 'Printer Windows', en: 'Windows printer' },
    cups: { id: 'Antrean CUPS', en: 'CUPS queue' },
    serial: { id: 'Port serial', en: 'Serial port' },
  },
  path: { id: 'Berkas perangkat', en: 'Device file' },
  pathHint: { id: 'Misalnya /dev/usb/lp0.', en: 'For example /dev/usb/lp0.' },
  port: { id: 'Port serial', en: 'Serial port' },
  portHint: { id: 'Misalnya /dev/ttyUSB0 atau COM3.', en: 'For example /dev/ttyUSB0 or COM3.' },
  baud: { id: 'Kecepatan (baud)', en: 'Speed (baud)' },
  baudHint: {
    id: 'Tercetak bila tombol FEED ditahan sewaktu printer dinyalakan.',
    en: 'Printed when FEED is held down while the printer is switched on.',
  },
  flow: { id: 'Tanda penuh', en: 'Flow control' },
  flows: {
    none: { id: 'Tidak ada', en: 'None' },
    xonxoff: { id: 'XON/XOFF', en: 'XON/XOFF' },
    rtscts: { id: 'RTS/CTS', en: 'RTS/CTS' },
  },
  queue: { id: 'Nama antrean', en: 'Name of the queue' },
  queueHint: { id: 'Antrean “raw”, lihat lpstat -v.', en: 'A “raw” queue, see lpstat -v.' },
  name: { id: 'Nama printer', en: 'Name of the printer' },
  nameHint: {
    id: 'Seperti di Pengaturan Windows; driver “Generic / Text Only”.',
    en: 'As in the settings of Windows; driver “Generic / Text Only”.',
  },
  characters: { id: 'Huruf', en: 'Characters' },
  pages: {
    pc858: { id: 'Dengan aksen dan euro', en: 'With accents and euro' },
    ascii: { id: 'Huruf dasar saja', en: 'Basic letters only' },
  },
  cannotAnswer: {
    id: 'Lewat antrean, printer tidak dapat memastikan slip tercetak. Jika bisa, pilih jaringan atau USB langsung.',
    en: 'Through a queue the printer cannot say whether a slip came out. Where possible choose network or USB directly.',
  },

  find: { id: 'Cari printer', en: 'Find printers' },
  foundNone: {
    id: 'Tidak ada printer yang terlihat. Periksa kabel dan dayanya, lalu cari lagi. Printer jaringan ditulis alamatnya.',
    en: 'No printer can be seen. Check its cable and power, then look again. For a network printer write its address.',
  },
  use: { id: 'Pakai', en: 'Use' },
  forbidden: {
    id: 'Akun ini belum boleh memakainya: tambahkan ke grup lp (USB) atau dialout (serial), lalu masuk ulang.',
    en: 'This account may not use it yet: add it to the group lp (USB) or dialout (serial), then sign in again.',
  },
  tryIt: { id: 'Periksa sambungan', en: 'Check connection' },
  tried: {
    ready: { id: 'Printer menjawab dan siap.', en: 'The printer answers and is ready.' },
    unknown: {
      id: 'Printer ada, tetapi tidak dapat ditanya.',
      en: 'The printer is there but cannot be asked.',
    },
  },

  trial: { id: 'Apa yang keluar?', en: 'What came out?' },
  trialLead: {
    id: 'Lihat halaman uji, lalu jawab. Jawaban mengubah isian di atas; simpan bila sudah cocok.',
    en: 'Look at the test page and answer. The answers change the fields above; save when they fit.',
  },
  rulerAsk: { id: '1. Penggaris pada halaman uji', en: '1. The ruler on the test page' },
  rulerFull: { id: 'Penuh satu baris', en: 'Fills one line' },
  rulerBroken: { id: 'Terputus ke baris kedua', en: 'Breaks into a second line' },
  rulerShort: { id: 'Berhenti sebelum tepi', en: 'Stops before the edge' },
  sampleAsk: { id: '2. Baris “é ü € Rp”', en: '2. The line “é ü € Rp”' },
  sampleGood: { id: 'Terbaca benar', en: 'Reads right' },
  sampleBad: { id: 'Huruf aneh', en: 'Strange signs' },
  statusAsk: { id: '3. Jawaban printer', en: '3. The printer’s answers' },
  statusFind: { id: 'Periksa sekarang', en: 'Check now' },
  statusYes: {
    id: 'Printer menjawab: hasil cetak dapat dipastikan.',
    en: 'It answers: the outcome of a print is certain.',
  },
  statusNo: {
    id: 'Printer tidak menjawab: petugas melihat sendiri hasilnya.',
    en: 'It does not answer: an officer looks whether slips came out.',
  },
  fallback: { id: 'Printer cadangan', en: 'Second printer' },
  fallbackLead: {
    id: 'Dipakai hanya bila printer pertama pasti tidak mencetak: mati, kertas habis, atau terbuka.',
    en: 'Used only where the first one surely prints nothing: off, out of paper, or open.',
  },
  noFallback: { id: 'Tanpa printer cadangan', en: 'No second printer' },
  testFallback: { id: 'Uji printer cadangan', en: 'Test the second printer' },

  nearEnd: {
    id: 'Kertas printer hampir habis. Siapkan gulungan baru.',
    en: 'The printer’s paper is about to end. Get a new roll ready.',
  },
  /** What to do now, where somebody at the printer can mend it. */
  cures: {
    unreachable: { id: 'Periksa daya dan kabelnya.', en: 'Check its power and cable.' },
    silent: { id: 'Matikan lalu nyalakan lagi printernya.', en: 'Switch it off and on again.' },
    'paper-out': { id: 'Pasang gulungan baru.', en: 'Put in a new roll.' },
    'cover-open': { id: 'Tutup hingga terkunci.', en: 'Press it shut.' },
    fault: {
      id: 'Matikan, buka, keluarkan kertas yang tersangkut, lalu nyalakan lagi.',
      en: 'Switch it off, open it, take out jammed paper, and switch it on again.',
    },
    offline: { id: 'Tekan tombol FEED, atau lanjutkan antreannya.', en: 'Press FEED, or resume its queue.' },
  },
  reasons: {
    unreachable: {
      id: 'Printer tidak ditemukan: mati atau kabel terlepas.',
      en: 'No printer there: off, or its cable is out.',
    },
    silent: { id: 'Printer tidak menjawab.', en: 'The printer does not answer.' },
    'paper-out': { id: 'Kertas printer habis.', en: 'The printer is out of paper.' },
    'cover-open': { id: 'Tutup printer terbuka.', en: 'The printer’s cover is open.' },
    fault: { id: 'Printer macet atau terlalu panas.', en: 'The printer is jammed or too hot.' },
    offline: { id: 'Printer dijeda atau offline.', en: 'The printer is paused or offline.' },
    'connection-lost': {
      id: 'Sambungan terputus di tengah cetak.',
      en: 'The connection broke in the middle.',
    },
    'too-slow': { id: 'Printer tidak selesai pada waktunya.', en: 'The printer did not finish in time.' },
    unconfirmed: {
      id: 'Terkirim; printer ini tidak dapat memastikan.',
      en: 'Sent; this printer cannot confirm.',
    },
    interrupted: { id: 'Stasiun berhenti di tengah cetak.', en: 'The station stopped in the middle.' },
    layout: {
      id: 'Slip tidak muat pada kertas printer ini.',
      en: 'The slip does not fit this printer’s paper.',
    },
    'no-printer': { id: 'Tidak ada printer di profil.', en: 'The profile has no printer.' },
    'too-late': {
      id: 'Terlalu lama menunggu; tamu sudah pergi.',
      en: 'It waited too long; the visitor has gone.',
    },
    looked: { id: 'Dilihat oleh petugas.', en: 'An officer looked.' },
    wiped: { id: 'Layar tamu sudah dihapus.', en: 'The visitor’s screen was wiped.' },
    'slip-void': { id: 'Slip tidak berlaku lagi.', en: 'The slip is void.' },
  },
} as const;
