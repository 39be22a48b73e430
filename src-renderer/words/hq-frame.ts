/** Words of headquarters' frame: rail, banners, signing in, setting an account up. */
import { desk } from './desk.ts';

export const hqFrame = {
  ...desk,
  product: { id: 'Loket PST Pusat', en: 'Loket PST Headquarters' },
  nav: { id: 'Bagian', en: 'Sections' },
  offices: { id: 'Kantor', en: 'Offices' },
  publish: { id: 'Penerbitan', en: 'Publishing' },
  accounts: { id: 'Akun', en: 'Accounts' },
  sessions: { id: 'Sesi', en: 'Sessions' },
  audit: { id: 'Audit', en: 'Audit' },
  me: { id: 'Akun saya', en: 'My account' },
  version: { id: 'Versi {version}', en: 'Version {version}' },
  trial: {
    id: 'Uji coba: basis data ada di satu folder, tidak dicadangkan, dan tidak menjadi bukti arsip bagi kantor mana pun.',
    en: 'Trial: the database lies in one folder, is not backed up, and counts as no office’s archive.',
  },
  notices: { id: 'Yang perlu diketahui', en: 'What to know' },
  trialMark: { id: 'UJI COBA', en: 'TRIAL' },
  demoLong: {
    id: 'Data contoh: kantor dan angkanya bukan sungguhan.',
    en: 'Sample data: neither offices nor figures are real.',
  },
  silent: {
    id: 'Server pusat belum menjawab. Isian Anda tetap tersimpan di layar ini; mohon tunggu sebentar atau coba lagi.',
    en: 'Headquarters’ server is not answering. What you entered is kept on this screen; please wait a moment or try again.',
  },
  silentTitle: { id: 'Server pusat belum menjawab', en: 'Headquarters’ server is not answering' },
  silentBar: {
    id: 'Server pusat belum menjawab. Angka di layar ini dari pembacaan terakhir; layar menyambung lagi dengan sendirinya.',
    en: 'Headquarters’ server is not answering. The figures are those last read; the screen connects again by itself.',
  },
  csv: { id: 'CSV', en: 'CSV' },
  xlsx: { id: 'Excel', en: 'Excel' },
  exportAs: { id: 'Unduh sebagai {format}', en: 'Download as {format}' },
  exported: { id: 'Berkas {name} diunduh.', en: '{name} was downloaded.' },
  previous: { id: 'Sebelumnya', en: 'Previous' },
  next: { id: 'Berikutnya', en: 'Next' },
  range: { id: '{from}–{to} dari {total}', en: '{from}–{to} of {total}' },
  page: { id: 'Halaman', en: 'Pages' },
  copy: { id: 'Salin', en: 'Copy' },
  copied: { id: 'Tersalin.', en: 'Copied.' },
  act: { id: 'Tindakan', en: 'Action' },
  central: { id: 'Server pusat', en: 'Headquarters’ server' },
  commandLine: { id: 'Konsol server', en: 'The server’s console' },
};

export const roleHints = {
  admin: {
    id: 'Semua, termasuk akun, ekspor audit, dan daftar yang bersedia diundang.',
    en: 'Everything, including accounts, the export of the audit and of who may be invited.',
  },
  operator: {
    id: 'Mendaftarkan dan mencabut stasiun, menerbitkan, meminta, memeriksa bukti.',
    en: 'Enrols and revokes stations, publishes, makes requests, verifies.',
  },
  viewer: { id: 'Melihat dan mengunduh angka kantor.', en: 'Looks at the offices and downloads figures.' },
};

export const entranceWords = {
  lead: {
    id: 'Keadaan semua kantor, bukti kiriman, dan penerbitan.',
    en: 'How all offices are, the proof of what they sent, and publishing.',
  },
  title: { id: 'Masuk', en: 'Sign in' },
  email: { id: 'E-mail', en: 'E-mail' },
  password: { id: 'Kata sandi', en: 'Password' },
  code: { id: 'Kode dari ponsel', en: 'Code from your phone' },
  codeHint: {
    id: 'Enam angka dari aplikasi autentikator, atau satu kode cadangan.',
    en: 'Six digits of the authenticator app, or one recovery code.',
  },
  enter: { id: 'Masuk', en: 'Sign in' },
  needAll: { id: 'Isi ketiganya dahulu.', en: 'Fill in all three first.' },
  waitSeconds: { id: 'Silakan coba lagi dalam {n} detik.', en: 'Please try again in {n} seconds.' },
  haveCode: { id: 'Saya punya kode sekali pakai', en: 'I have a one-time code' },
  backToLogin: { id: 'Kembali ke halaman masuk', en: 'Back to sign in' },
  lostTitle: { id: 'Silakan masuk kembali', en: 'Please sign in again' },
  lost: {
    id: 'Sesi Anda berakhir. Yang Anda kerjakan tetap ada di balik layar ini.',
    en: 'Your session has ended. What you were doing is still behind this screen.',
  },
  other: { id: 'Masuk sebagai orang lain', en: 'Sign in as somebody else' },

  firstTitle: { id: 'Siapkan admin pertama', en: 'Set the first administrator up' },
  firstLead: {
    id: 'Server ini baru. Kode sekali pakai tercetak di konsolnya saat mulai; hanya yang menjaga server yang membacanya.',
    en: 'This server is new. A one-time code is printed on its console when it starts, where only its keeper reads it.',
  },
  inviteTitle: { id: 'Siapkan akun', en: 'Set your account up' },
  inviteLead: {
    id: 'Untuk akun baru, atau bila kata sandi atau ponsel hilang. Kodenya dibuat oleh admin dan berlaku 48 jam.',
    en: 'For a new account, or when password or phone is lost. An administrator makes the code; it is good for 48 hours.',
  },
  oneTimeCode: { id: 'Kode sekali pakai', en: 'One-time code' },
  oneTimeHint: { id: 'Enam belas huruf dan angka.', en: 'Sixteen letters and digits.' },
  next: { id: 'Lanjut', en: 'Continue' },
  needCode: { id: 'Isi kode sekali pakai dahulu.', en: 'Enter the one-time code first.' },
  back: { id: 'Kembali', en: 'Back' },

  step: { id: 'Langkah {n} dari 3', en: 'Step {n} of 3' },
  aboutYou: { id: 'Tentang Anda', en: 'About you' },
  name: { id: 'Nama', en: 'Name' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  passwordHint: {
    id: 'Sedikitnya 12 karakter. Kalimat yang panjang lebih baik daripada tanda yang rumit.',
    en: 'At least 12 characters. A long sentence is better than complicated signs.',
  },
  passwordAgain: { id: 'Kata sandi sekali lagi', en: 'The password again' },
  passwordsDiffer: { id: 'Kedua kata sandi belum sama.', en: 'The two passwords are not the same yet.' },
  needName: { id: 'Isi nama dan e-mail dahulu.', en: 'Enter name and e-mail first.' },
  needPassword: {
    id: 'Kata sandi sedikitnya 12 karakter, dua kali sama.',
    en: 'A password of at least 12 characters, twice the same.',
  },
  phoneTitle: { id: 'Hubungkan ponsel', en: 'Connect your phone' },
  phoneLead: {
    id: 'Buka aplikasi autentikator (misalnya Google Authenticator, Aegis, atau FreeOTP) dan pindai kode ini.',
    en: 'Open an authenticator app (such as Google Authenticator, Aegis or FreeOTP) and scan this code.',
  },
  phoneQr: { id: 'QR untuk aplikasi autentikator', en: 'QR for the authenticator app' },
  phoneSecret: { id: 'Tidak dapat memindai? Ketik kunci ini:', en: 'Cannot scan? Type this key:' },
  phoneCode: { id: 'Enam angka yang tampil di ponsel', en: 'The six digits that the phone shows' },
  needPhoneCode: { id: 'Ketik enam angka dari ponsel.', en: 'Type the six digits of the phone.' },
  finish: { id: 'Siapkan akun', en: 'Set the account up' },
  recoveryTitle: { id: 'Simpan kode cadangan', en: 'Keep your recovery codes' },
  recoveryLead: {
    id: 'Bila ponsel hilang, satu kode membuka satu kali masuk. Cetak atau salin sekarang: kode ini tidak ditampilkan lagi.',
    en: 'When the phone is lost, each code opens one sign-in. Print or copy them now: they are not shown again.',
  },
  recoveryCodes: { id: 'Kode cadangan', en: 'Recovery codes' },
  recoveryKept: { id: 'Saya sudah menyimpannya di tempat aman.', en: 'I have kept them in a safe place.' },
  recoveryNeeds: { id: 'Simpan dahulu, lalu centang.', en: 'Keep them first, then tick the box.' },
  begin: { id: 'Mulai bekerja', en: 'Begin' },
};
