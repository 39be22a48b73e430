/** What can go wrong at headquarters: code, status, and the sentence for the person who reads it. */
import { section } from './wire/problem-rules.ts';

export { Problem } from './wire/problem-rules.ts';

export const problem = {
  request: section('request', {
    invalid: [400, 'Permintaan tidak sesuai bentuknya.', 'The request has not the right form.'],
    notFound: [404, 'Yang Anda cari tidak ditemukan.', 'What you are looking for was not found.'],
    tooLarge: [413, 'Isian terlalu panjang.', 'What was entered is too long.'],
    noScreens: [
      503,
      'Layar pusat belum dibangun. Jalankan npm run build, lalu muat ulang.',
      'Headquarters’ screens were not built yet. Run npm run build, then load this page again.',
    ],
    failed: [
      500,
      'Server pusat mengalami gangguan. Mohon coba lagi; jika berulang, hubungi pengelola.',
      'The central server had a fault. Please try again; if it happens again, tell the administrator.',
    ],
  }),
  sync: section('sync', {
    nonce: [401, 'Salam ini sudah dipakai atau kedaluwarsa.', 'This greeting was used before or is too old.'],
    session: [
      401,
      'Sesi berakhir. Stasiun akan menyapa kembali.',
      'The session ended. The station says hello again.',
    ],
    signature: [
      403,
      'Tanda tangan stasiun tidak cocok dengan kuncinya.',
      'The signature of the station is not that of its key.',
    ],
    unknown: [
      403,
      'Stasiun atau kunci ini tidak dikenal pusat.',
      'Headquarters does not know this station or key.',
    ],
    revoked: [
      403,
      'Izin stasiun ini telah dicabut oleh pusat. Data kantor tetap aman di sini.',
      'Headquarters has revoked this station. The office’s data stays safe here.',
    ],
    scope: [
      403,
      'Ini bukan milik kantor stasiun ini.',
      'This does not belong to the office of this station.',
    ],
    gap: [409, 'Ada kiriman yang belum diterima sebelum ini.', 'Something before this was not received yet.'],
    older: [409, 'Daftar yang lebih baru sudah diterima.', 'A newer list than this was received already.'],
    fork: [
      409,
      'Pusat memiliki riwayat lain dengan nomor ini; basis data pernah dipulihkan atau disalin.',
      'Headquarters has another history under this number: a database was restored or copied.',
    ],
    reset: [409, 'Umpan ini dimulai kembali oleh pusat.', 'Headquarters has begun this feed anew.'],
    snapshot: [410, 'Bagian umpan ini sudah diringkas.', 'This part of the feed was condensed.'],
    tooLarge: [413, 'Kiriman terlalu besar.', 'This is too large.'],
    corrupt: [
      422,
      'Kiriman rusak di jalan dan akan dikirim ulang.',
      'This was damaged on the way and is sent again.',
    ],
    rate: [429, 'Terlalu banyak permintaan sekaligus.', 'Too many requests at once.'],
    quota: [429, 'Batas kiriman hari ini tercapai.', 'The limit for today is reached.'],
    busy: [
      503,
      'Pusat sedang sibuk. Stasiun akan mencoba lagi.',
      'Headquarters is busy. The station tries again.',
    ],
    full: [
      507,
      'Penyimpanan pusat penuh. Belum ada yang hilang; stasiun akan mencoba lagi.',
      'Headquarters’ disk is full. Nothing is lost; the station tries again.',
    ],
  }),
  enrol: section('enrol', {
    code: [
      403,
      'Kode pendaftaran tidak berlaku: keliru, sudah dipakai, atau lewat 48 jam. Mintalah kode baru.',
      'This enrolment code is not good: wrong, used, or older than 48 hours. Ask for a new one.',
    ],
    wait: [
      429,
      'Terlalu banyak kode yang keliru dari alamat ini. Mohon tunggu sebentar.',
      'Too many wrong codes from this address. Please wait a moment.',
    ],
  }),
  files: section('files', {
    unknown: [404, 'Berkas ini tidak ada di pusat.', 'Headquarters does not have this file.'],
    mismatch: [
      422,
      'Isi berkas tidak sesuai dengan sidik jarinya, jadi dibuang.',
      'The file is not what its fingerprint says, so it was thrown away.',
    ],
    tooLarge: [413, 'Berkas terlalu besar.', 'The file is too large.'],
    quota: [
      507,
      'Ruang berkas kantor ini di pusat sudah penuh.',
      'The room for files of this office is used up.',
    ],
  }),
  stations: section('stations', {
    noOffice: [404, 'Kantor ini belum ada di daftar pusat.', 'Headquarters has no such office.'],
    noDevice: [404, 'Stasiun ini tidak ada.', 'There is no such station.'],
  }),
  accounts: section('accounts', {
    login: [401, 'Silakan masuk terlebih dahulu.', 'Please sign in first.'],
    role: [403, 'Peran Anda tidak mencakup tindakan ini.', 'Your role does not include this.'],
    wrong: [
      403,
      'E-mail, kata sandi, atau kode tidak cocok. Kode ponsel berlaku sekali; tunggulah kode berikutnya.',
      'E-mail, password or code do not match. A code of the phone is good once; wait for the next one.',
    ],
    wait: [
      429,
      'Terlalu banyak percobaan yang keliru. Mohon tunggu sebentar sebelum mencoba lagi.',
      'Too many wrong tries. Please wait a moment before trying again.',
    ],
    code: [
      403,
      'Kode sekali pakai ini tidak berlaku: keliru, sudah dipakai, atau lewat 48 jam.',
      'This one-time code is not good: wrong, used, or older than 48 hours.',
    ],
    phoneCode: [
      422,
      'Enam angka itu tidak cocok. Periksa jam ponsel, lalu ketik angka yang sedang tampil.',
      'These six digits do not match. Check the clock of the phone, and type the digits it shows now.',
    ],
    known: [409, 'E-mail ini sudah terdaftar.', 'This e-mail is registered already.'],
    lastAdmin: [
      409,
      'Ini satu-satunya admin. Angkat admin lain lebih dahulu.',
      'This is the only administrator. Appoint another one first.',
    ],
  }),
  demo: section('demo', {
    notEmpty: [
      409,
      'Kantor contoh hanya dapat dibuat di pangkalan data yang masih kosong.',
      'Sample offices can be made in an empty database only.',
    ],
    tooMany: [422, 'Jumlah kantor contoh tidak sesuai.', 'This is no possible number of sample offices.'],
  }),
  rollouts: section('rollouts', {
    over: [
      409,
      'Penerbitan ini sudah selesai atau ditarik.',
      'This publication is finished or was withdrawn.',
    ],
    superseded: [
      409,
      'Isi yang sama sudah diterbitkan lagi dengan isi baru. Perluas yang terbaru.',
      'The same has been published anew since. Widen the newest one.',
    ],
    stays: [
      409,
      'Daftar dan janji layanan tidak ditarik: terbitkan yang benar sebagai gantinya.',
      'Lists and the service promise are not withdrawn: publish the right one instead.',
    ],
    nobody: [
      422,
      'Tahap ini tidak menjangkau kantor baru.',
      'This stage reaches no office that was not reached before.',
    ],
  }),
  requests: section('requests', {
    over: [
      409,
      'Tidak ada lagi yang dapat ditarik: setiap kantor sudah menjawab.',
      'There is nothing left to take back: every office has answered.',
    ],
    takenBack: [
      409,
      'Permintaan ini sudah ditarik. Buatlah permintaan baru.',
      'This request was taken back. Make a new one.',
    ],
  }),
  proof: section('proof', {
    underWay: [
      409,
      'Pemeriksaan kantor lain sedang berjalan. Mohon coba lagi sebentar.',
      'Another office is being verified. Please try again in a moment.',
    ],
  }),
};
