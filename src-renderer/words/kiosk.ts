/** What the kiosk says around the questions: frame, first screen, last screen, waiting, help. */
import type { Sentence } from '../words.ts';

const both = (id: string, en: string): Sentence => ({ id, en });

export const frameWords = {
  language: both('Bahasa', 'Language'),
  largeText: both('Teks besar', 'Large text'),
  contrast: both('Kontras tinggi', 'High contrast'),
  lowReach: both('Posisi rendah', 'Lower position'),
  view: both('Tampilan', 'Display'),
  help: both('Panggil petugas', 'Call an officer'),
  back: both('Kembali', 'Back'),
  next: both('Lanjut', 'Next'),
  skip: both('Lewati', 'Skip'),
  close: both('Tutup', 'Close'),
  finish: both('Kirim', 'Send'),
  step: both('Langkah {at} dari {of}', 'Step {at} of {of}'),
  demo: both('DEMO', 'DEMO'),
  demoNote: both('Contoh, bukan layanan sebenarnya', 'A sample, not a real service'),
};

export const leaveWords = {
  title: both('Hapus isian dan kembali ke awal?', 'Clear your entries and return to the start?'),
  text: both(
    'Semua yang sudah Anda isi akan dihapus dari layar ini.',
    'Everything you entered will be cleared from this screen.',
  ),
  yes: both('Ya, hapus', 'Yes, clear'),
  no: both('Lanjutkan mengisi', 'Keep going'),
};

export const helpWords = {
  coming: both('Petugas sedang menuju ke sini', 'An officer is on the way'),
  comingText: both(
    'Mohon tunggu sebentar. Isian Anda tetap ada di layar ini.',
    'Please wait a moment. What you entered stays on this screen.',
  ),
  calling: both('Memanggil petugas…', 'Calling an officer…'),
  notSent: both('Silakan datang ke meja petugas', 'Please come to the officers’ desk'),
  notSentText: both(
    'Panggilan belum dapat terkirim dari layar ini. Petugas di meja depan akan membantu Anda.',
    'The call could not be sent from this screen. The officers at the front desk will help you.',
  ),
  understood: both('Baik', 'All right'),
};

export const idleWords = {
  title: both('Apakah Anda masih di sini?', 'Are you still there?'),
  text: both(
    'Demi menjaga data Anda, layar ini akan dihapus dalam {seconds} detik.',
    'To protect your data, this screen will be cleared in {seconds} seconds.',
  ),
  stay: both('Ya, saya masih di sini', 'Yes, I am still here'),
  wipe: both('Hapus sekarang', 'Clear now'),
};

export const attractWords = {
  welcome: both('Selamat datang', 'Welcome'),
  unit: both('Pelayanan Statistik Terpadu', 'Integrated Statistical Services'),
  invite: both(
    'Silakan isi buku tamu. Kami melayani Anda paling lama {minutes} menit kemudian.',
    'Please sign the guestbook. We will serve you within {minutes} minutes.',
  ),
  sign: both('Isi buku tamu', 'Sign the guestbook'),
  signHint: both('Sentuh di sini untuk mulai', 'Touch here to begin'),
  returning: both('Pernah berkunjung', 'Been here before'),
  returningHint: both('Kartu atau nomor telepon', 'Card or phone number'),
  group: both('Rombongan', 'Group visit'),
  groupHint: both('Cukup ketua rombongan', 'Only the leader signs'),
  search: both('Cari publikasi', 'Find publications'),
  searchHint: both('Judul, tahun, daerah', 'Title, year, place'),
  photocopy: both('Fotokopi', 'Photocopies'),
  softcopy: { id: 'Pindai ke softcopy', en: 'Scan to softcopy' },
  softcopyHint: { id: 'PDF ke e-mail, USB, atau ponsel', en: 'PDF to e-mail, USB or phone' },
  photocopyHint: both('Isi formulirnya di sini', 'Fill in the form here'),
  pledge: both('Maklumat pelayanan', 'Service pledge'),
  standard: both('Standar pelayanan', 'Service standard'),
  requirements: both('Persyaratan', 'Requirements'),
  procedure: both('Prosedur', 'Procedure'),
  time: both('Waktu', 'Time'),
  cost: both('Biaya', 'Cost'),
  products: both('Produk', 'Products'),
  complaints: both('Pengaduan', 'Complaints'),
  complaintsHint: both('Pindai dengan ponsel Anda', 'Scan with your phone'),
  openToday: both('Buka hari ini {from}–{to}', 'Open today {from}–{to}'),
  closedNow: both('Hari ini tutup', 'Closed today'),
  hours: both('Jam layanan', 'Opening hours'),
};

export const ticketWords = {
  title: both('Terima kasih, Anda sudah terdaftar', 'Thank you, you are registered'),
  titleAlready: both('Anda sudah terdaftar hari ini', 'You are already registered today'),
  number: both('Nomor Anda', 'Your number'),
  servedBy: both('Anda akan dilayani sebelum pukul {time}', 'You will be served before {time}'),
  meet: both(
    'Silakan temui petugas frontline. Siapkan kartu identitas untuk peminjaman loker.',
    'Please meet the front officer. Have your ID card ready to borrow a locker.',
  ),
  slipPrinting: both(
    'Slip Anda sedang dicetak. Silakan ambil di bawah layar.',
    'Your slip is being printed. Please take it below the screen.',
  ),
  slipScreen: both(
    'Foto kode ini, atau sebutkan nomor Anda kepada petugas.',
    'Take a photo of this code, or tell the officer your number.',
  ),
  slipPrinted: both(
    'Slip Anda sudah tercetak. Silakan ambil di bawah layar.',
    'Your slip is printed. Please take it below the screen.',
  ),
  slipUnsure: both(
    'Slip Anda keluar di bawah layar. Bila tidak ada, foto gambar ini.',
    'Your slip comes out below the screen. If there is none, take a photo of this picture.',
  ),
  slipFailed: both(
    'Slip belum tercetak. Foto gambar ini, atau sebutkan nomor Anda kepada petugas.',
    'Your slip is not printed. Take a photo of this picture, or tell the officer your number.',
  ),
  slipPicture: both('Slip {number} dengan kode {code}', 'Slip {number} with the code {code}'),
  code: both('Kode kunjungan {code}', 'Visit code {code}'),
  wipes: both(
    'Layar ini terhapus sendiri dalam {seconds} detik',
    'This screen clears itself in {seconds} seconds',
  ),
  done: both('Selesai', 'Done'),
};

export const waitWords = {
  sending: both('Sedang menyimpan…', 'Storing your entry…'),
  silent: both('Mohon tunggu sebentar', 'Please wait a moment'),
  silentText: both(
    'Isian Anda aman di layar ini dan akan terkirim sendiri begitu sistem kami menjawab. Anda tidak perlu mengisi ulang.',
    'What you entered is safe on this screen and will be sent by itself as soon as our system answers. There is no need to fill it in again.',
  ),
  silentDesk: both(
    'Bila Anda tergesa, silakan langsung ke meja petugas.',
    'If you are in a hurry, please go straight to the officers’ desk.',
  ),
  now: both('Coba sekarang', 'Try now'),
  opening: both('Sebentar, layar ini sedang disiapkan', 'One moment, this screen is getting ready'),
  openingText: both(
    'Silakan menuju meja petugas bila ingin segera dilayani.',
    'Please go to the officers’ desk if you wish to be served right away.',
  ),
  notSetUp: both('Kios ini sedang disiapkan', 'This kiosk is being set up'),
  notSetUpText: both(
    'Petugas kami siap membantu Anda di meja depan.',
    'Our officers are glad to help you at the front desk.',
  ),
  notStored: both('Isian belum dapat disimpan', 'Your entry could not be stored yet'),
  check: both('Periksa isian', 'Check my entries'),
  errorCode: both('Kode: {code}', 'Code: {code}'),
};

export const returningWords = {
  title: both('Selamat datang kembali', 'Welcome back'),
  how: both('Bagaimana kami mengenali Anda?', 'How shall we recognise you?'),
  card: both('Saya punya kartu pengunjung', 'I have a visitor card'),
  cardHint: both('Pindai atau ketik kodenya', 'Scan or type its code'),
  phone: both('Pakai nomor telepon', 'Use my phone number'),
  phoneHint: both('Dengan tahun lahir Anda', 'With your year of birth'),
  scanTitle: both('Pindai kartu pengunjung Anda', 'Scan your visitor card'),
  scanText: both(
    'Dekatkan kartu ke pemindai, atau ketik kode yang tercetak di bawah gambar QR.',
    'Hold the card to the scanner, or type the code printed under the QR picture.',
  ),
  camera: both('Pakai kamera', 'Use the camera'),
  cameraStop: both('Tutup kamera', 'Close the camera'),
  cameraAim: both('Arahkan kode QR ke kamera', 'Hold the QR code in front of the camera'),
  cameraOther: both('Kamera lain', 'Other camera'),
  cameraLight: both('Lampu', 'Light'),
  cameraStarting: both('Membuka kamera…', 'Opening the camera…'),
  cameraMissing: both(
    'Kamera tidak tersedia di kios ini. Silakan ketik kode kartu Anda.',
    'This kiosk has no camera available. Please type your card code.',
  ),
  slipTitle: both('Ini slip kunjungan', 'This is a visit slip'),
  slipText: both(
    'Dengan slip ini Anda dapat mengisi formulir fotokopi. Untuk hal lain, silakan tunjukkan kepada petugas di meja depan.',
    'With this slip you can fill in a photocopy form. For anything else, please show it to the officer at the front desk.',
  ),
  phoneTitle: both('Berapa nomor telepon Anda?', 'What is your phone number?'),
  phoneText: both('Nomor yang Anda berikan pada kunjungan lalu.', 'The number you gave on an earlier visit.'),
  yearTitle: both('Tahun berapa Anda lahir?', 'In which year were you born?'),
  initialsTitle: both('Mana inisial nama Anda?', 'Which are your initials?'),
  initialsText: both(
    'Huruf pertama kata pertama dan kata terakhir nama Anda, tanpa gelar. Nama satu kata: dua huruf pertamanya.',
    'The first letters of your first and last name, without titles. One-word names: the first two letters.',
  ),
  none: both('Tidak ada', 'None of these'),
  looking: both('Sedang mencari…', 'Looking…'),
  notFound: both('Kami belum dapat mengenali Anda', 'We could not recognise you'),
  notFoundText: both(
    'Silakan isi buku tamu seperti biasa; cukup setengah menit.',
    'Please sign the guestbook as usual; it takes half a minute.',
  ),
  notYet: both('Belum berhasil', 'That did not work yet'),
  notACard: both(
    'Ini bukan kode kartu pengunjung kantor ini, atau kodenya tidak terbaca utuh.',
    'This is not the code of a visitor card of this office, or it was not read whole.',
  ),
  silent: both(
    'Sistem kami belum menjawab. Silakan coba lagi sebentar lagi, atau isi buku tamu.',
    'Our system is not answering. Please try again in a moment, or sign the guestbook.',
  ),
  signInstead: both('Isi buku tamu', 'Sign the guestbook'),
  again: both('Coba lagi', 'Try again'),
};
