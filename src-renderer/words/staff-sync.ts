/** Words about headquarters: what waits, what it said, why it is not reached, and how one becomes its station. */
import type { Sentence } from '../words.ts';
import type { SyncProblem } from '../../src-main/sync/schema.ts';

const problems: Record<SyncProblem, Sentence> = {
  unreachable: {
    id: 'Pusat tidak terjangkau. Periksa kabel jaringan atau Wi-Fi; kiriman dicoba lagi sendiri.',
    en: 'Headquarters cannot be reached. Check the network cable or Wi-Fi; sending is tried again by itself.',
  },
  clock: {
    id: 'Jam komputer ini keliru, sehingga sambungan aman ditolak. Betulkan tanggal dan jamnya.',
    en: 'This computer’s clock is wrong, so the secure link is refused. Set date and time.',
  },
  certificate: {
    id: 'Sertifikat pusat tidak dikenal, sehingga tidak ada yang dikirim. Hubungi pengelola pusat.',
    en: 'Headquarters’ certificate is not known, so nothing is sent. Call headquarters’ administrator.',
  },
  cut: {
    id: 'Sambungan terputus di tengah jalan. Kiriman dilanjutkan sendiri dari tempatnya berhenti.',
    en: 'The link was cut on the way. Sending goes on by itself where it stopped.',
  },
  unclear: {
    id: 'Yang menjawab di alamat pusat bukan Loket PST; mungkin halaman masuk Wi-Fi. Buka peramban dan masuk dahulu.',
    en: 'What answers at headquarters’ address is not Loket PST; it may be a Wi-Fi login page. Open a browser and sign in first.',
  },
  revoked: {
    id: 'Pusat mencabut stasiun ini. Data kantor tetap utuh di sini; minta kode pendaftaran baru dari pusat.',
    en: 'Headquarters revoked this station. The office’s data is whole here; ask headquarters for a new enrolment code.',
  },
  unknown: {
    id: 'Pusat tidak mengenal stasiun ini. Minta kode pendaftaran baru dari pusat.',
    en: 'Headquarters does not know this station. Ask headquarters for a new enrolment code.',
  },
  signature: {
    id: 'Pusat tidak menerima tanda tangan stasiun ini. Minta kode pendaftaran baru dari pusat.',
    en: 'Headquarters does not accept this station’s signature. Ask headquarters for a new enrolment code.',
  },
  full: {
    id: 'Penyimpanan pusat penuh. Tidak ada yang hilang; kiriman menunggu di sini.',
    en: 'Headquarters’ storage is full. Nothing is lost; what is to be sent waits here.',
  },
  busy: {
    id: 'Pusat sedang sibuk dan meminta stasiun ini kembali sebentar lagi.',
    en: 'Headquarters is busy and asks this station to come back shortly.',
  },
  quota: {
    id: 'Jatah kiriman hari ini habis. Sisanya dikirim besok.',
    en: 'Today’s share of sending is used up. The rest is sent tomorrow.',
  },
  disk: {
    id: 'Disk komputer ini penuh, sehingga kiriman tidak dapat disiapkan. Kosongkan ruang.',
    en: 'This computer’s disk is full, so nothing can be made ready. Free some space.',
  },
  program: {
    id: 'Terjadi gangguan pada program. Tidak ada yang hilang; beri tahu pengelola dan lampirkan berkas log.',
    en: 'The program had a fault. Nothing is lost; tell the administrator and send the log file.',
  },
};

export const syncWords = {
  title: { id: 'Sinkronisasi', en: 'Sync' },
  lead: {
    id: 'Angka kunjungan dikirim ke pusat. Nama, nomor HP, e-mail, dan tulisan bebas tidak pernah meninggalkan kantor ini.',
    en: 'The figures of visits go to headquarters. Names, phones, e-mails and typed text never leave this office.',
  },
  problems,
  states: {
    well: { id: 'Semua sudah di pusat', en: 'Everything is at headquarters' },
    waiting: { id: '{n} perubahan menunggu dikirim', en: '{n} changes wait to be sent' },
    busy: { id: 'Sedang terhubung dengan pusat', en: 'Talking to headquarters' },
    failing: { id: 'Pusat belum terjangkau', en: 'Headquarters is not reached' },
    stopped: { id: 'Pusat menolak stasiun ini', en: 'Headquarters refuses this station' },
    absent: { id: 'Belum terdaftar di pusat', en: 'Not enrolled with headquarters' },
  },
  steps: {
    greeting: { id: 'Menyapa pusat…', en: 'Greeting headquarters…' },
    receiving: { id: 'Mengambil kabar dari pusat…', en: 'Fetching what is new…' },
    sending: { id: 'Mengirim, tersisa {n} perubahan…', en: 'Sending, {n} changes left…' },
    files: { id: 'Mengirim berkas…', en: 'Sending files…' },
    comparing: { id: 'Mencocokkan catatan dengan pusat…', en: 'Comparing the records with headquarters…' },
  },
  office: { id: 'Terdaftar sebagai', en: 'Enrolled as' },
  address: { id: 'Alamat pusat', en: 'Headquarters’ address' },
  backlog: { id: 'Menunggu dikirim', en: 'Waiting to be sent' },
  backlogNone: { id: 'Tidak ada', en: 'Nothing' },
  backlogRows: { id: '{n} perubahan', en: '{n} changes' },
  backlogSince: { id: 'sejak {at}', en: 'since {at}' },
  receipt: { id: 'Tanda terima terakhir', en: 'Last receipt' },
  seen: { id: 'Terakhir terhubung', en: 'Last reached' },
  compared: { id: 'Terakhir dicocokkan', en: 'Last compared' },
  never: { id: 'Belum pernah', en: 'Not yet' },
  night: { id: 'Kiriman malam', en: 'Nightly' },
  nightAt: { id: 'setiap malam sekitar pukul {time}', en: 'each night at about {time}' },
  again: { id: 'Dicoba lagi sekitar pukul {time}.', en: 'It is tried again at about {time}.' },
  aside: {
    id: '{n} baris dari pusat disisihkan karena tidak cocok dengan data di sini. Beri tahu pengelola.',
    en: '{n} rows from headquarters were set aside because they do not fit the data here. Tell the administrator.',
  },
  trial: {
    id: 'Pusat ini hanya untuk mencoba: jangan andalkan sebagai satu-satunya salinan.',
    en: 'This headquarters is for trying out only: do not rely on it as the only copy.',
  },
  sendNow: { id: 'Kirim sekarang', en: 'Send now' },
  sent: { id: 'Terkirim. Semua sudah di pusat.', en: 'Sent. Everything is at headquarters.' },
  enrolTitle: { id: 'Daftarkan ke pusat', en: 'Enrol with headquarters' },
  enrolAgain: { id: 'Daftarkan ulang', en: 'Enrol again' },
  enrolLead: {
    id: 'Pusat membuat kode sekali pakai untuk kantor ini. Pindai QR-nya, atau ketik alamat dan kodenya.',
    en: 'Headquarters makes a one-time code for this office. Scan its QR, or type address and code.',
  },
  scan: { id: 'Pindai QR dengan kamera', en: 'Scan the QR with the camera' },
  scanAim: { id: 'Arahkan QR ke kamera.', en: 'Hold the QR in front of the camera.' },
  url: { id: 'Alamat pusat', en: 'Headquarters’ address' },
  urlHint: { id: 'Misalnya https://sinkron.contoh.go.id', en: 'For example https://sync.example.go.id' },
  code: { id: 'Kode pendaftaran', en: 'Enrolment code' },
  codeHint: {
    id: 'Enam belas huruf dan angka, atau isi QR.',
    en: 'Sixteen letters and digits, or what the QR holds.',
  },
  ca: { id: 'Sertifikat CA (opsional)', en: 'CA certificate (optional)' },
  caHint: {
    id: 'PEM dari pusat, bila pusat memakai CA sendiri. Hanya CA ini yang lalu dipercaya.',
    en: 'PEM from headquarters, when it has a CA of its own. Only this CA is believed then.',
  },
  enrol: { id: 'Daftarkan', en: 'Enrol' },
  enrolled: {
    id: 'Stasiun ini terdaftar. Pengiriman pertama dimulai.',
    en: 'This station is enrolled. The first sending begins.',
  },
  needCode: { id: 'Isi kode pendaftaran dahulu.', en: 'Enter the enrolment code first.' },
  carryTitle: { id: 'Bawa dengan USB', en: 'Carry by USB' },
  carryLead: {
    id: 'Tanpa jaringan pun kiriman sampai: simpan paket ke flashdisk, bawa ke pusat, lalu ambil balasannya di sini. Paket terkunci; yang menemukan flashdisk tidak dapat membacanya.',
    en: 'It arrives without any network: save the parcel to a stick, take it to headquarters, and bring the answer back here. The parcel is locked; whoever finds the stick cannot read it.',
  },
  pack: { id: 'Buat paket', en: 'Make a parcel' },
  save: { id: 'Simpan {name}', en: 'Save {name}' },
  unpack: { id: 'Ambil balasan dari pusat', en: 'Take in headquarters’ answer' },
  unpacked: {
    id: 'Balasan diterima: {n} bundel diakui pusat.',
    en: 'The answer is in: headquarters acknowledged {n} batches.',
  },
  keyTitle: { id: 'Kunci stasiun', en: 'The station’s key' },
  keyLead: {
    id: 'Kunci dibuat di komputer ini dan tidak pernah dikirim. Ganti bila ada orang lain yang mungkin menyalinnya.',
    en: 'The key was made on this computer and is never sent. Change it when somebody may have copied it.',
  },
  rotate: { id: 'Ganti kunci', en: 'Change the key' },
  rotated: { id: 'Kunci diganti.', en: 'The key is changed.' },
  announced: { id: 'Dari pusat, {day}.', en: 'From headquarters, {day}.' },
  announcementRead: { id: 'Sudah dibaca', en: 'Read' },
  eventsTitle: { id: 'Riwayat dengan pusat', en: 'History with headquarters' },
} as const;
