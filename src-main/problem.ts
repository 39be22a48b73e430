/** The catalogue of what can go wrong: code, status, and the sentence for the person who reads it. */
import { section } from '../src-central/wire/problem-rules.ts';
import { syncProblem } from './sync/problem.ts';
import { softcopyProblems } from './softcopies/problems.ts';

export { Problem, type ProblemBody } from '../src-central/wire/problem-rules.ts';
export type { Sentence } from '../src-central/wire/sentence-schema.ts';

/** `throw problem.lockers.occupied({ lockerId })`. Sentences say what happened and what to do, and blame nobody. */
export const problem = {
  request: section('request', {
    invalid: [
      400,
      'Ada isian yang belum lengkap atau belum sesuai. Mohon periksa kembali.',
      'Something is missing or not in the right form. Please check what was entered.',
    ],
    tooLarge: [
      413,
      'Isian terlalu panjang. Mohon dipersingkat.',
      'What was sent is too long. Please shorten it.',
    ],
    notFound: [404, 'Yang Anda cari tidak ditemukan.', 'What you are looking for was not found.'],
    elsewhere: [
      403,
      'Permintaan ini tidak berasal dari layar Loket PST.',
      'This request does not come from a Loket PST screen.',
    ],
    failed: [
      500,
      'Terjadi gangguan pada stasiun. Mohon coba lagi; jika berulang, hubungi pengelola.',
      'The station had a fault. Please try again; if it happens again, tell the administrator.',
    ],
    storageFull: [
      507,
      'Penyimpanan stasiun penuh sehingga isian belum tersimpan. Kosongkan ruang disk, lalu coba lagi.',
      'The station’s disk is full, so nothing was stored yet. Free some space, then try again.',
    ],
  }),
  access: section('access', {
    loginNeeded: [401, 'Silakan masuk dengan nama dan PIN Anda.', 'Please sign in with your name and PIN.'],
    locked: [
      423,
      'Layar terkunci. Silakan masukkan PIN untuk melanjutkan.',
      'The screen is locked. Enter your PIN to go on.',
    ],
    denied: [
      403,
      'Peran Anda tidak mencakup tindakan ini. Mintalah bantuan supervisor.',
      'Your role does not include this. Please ask a supervisor.',
    ],
  }),
  staff: section('staff', {
    wrongPin: [
      401,
      'Nama atau PIN tidak cocok. Silakan coba lagi.',
      'Name and PIN do not match. Please try again.',
    ],
    wait: [
      429,
      'Terlalu banyak PIN yang keliru. Mohon tunggu sebentar sebelum mencoba lagi.',
      'Too many wrong PINs. Please wait a moment before trying again.',
    ],
    nameTaken: [
      409,
      'Nama petugas ini sudah dipakai. Gunakan nama lain.',
      'There is already a member of staff with this name. Use another one.',
    ],
    lastAdmin: [409, 'Harus selalu ada satu admin aktif.', 'There must always be one active administrator.'],
    samePerson: [
      409,
      'Diperlukan petugas kedua: pilih petugas lain dari yang sedang masuk.',
      'A second officer is needed: choose someone other than the one signed in.',
    ],
  }),
  setup: section('setup', {
    done: [
      409,
      'Penyiapan awal sudah selesai. Ubah melalui Pengaturan.',
      'Set-up is done already. Make changes in Settings.',
    ],
    needed: [
      409,
      'Stasiun ini belum disiapkan. Selesaikan penyiapan di layar petugas.',
      'This station is not set up yet. Finish the set-up on the staff screen.',
    ],
  }),
  visits: section('visits', {
    unknown: [404, 'Kunjungan ini tidak ditemukan.', 'This visit was not found.'],
    wrongState: [
      409,
      'Keadaan kunjungan sudah berubah. Lihat keadaan terbarunya di papan.',
      'The visit has moved on. See its newest state on the board.',
    ],
    custodyOpen: [
      409,
      'Kartu atau loker kunjungan ini belum kembali. Kembalikan dahulu.',
      'This visit’s card or locker is not back yet. Give it back first.',
    ],
    copiesOpen: [
      409,
      'Masih ada publikasi pada kunjungan ini. Pindai publikasinya agar kembali ke rak, lalu coba lagi.',
      'A publication is still with this visit. Scan it back to its shelf, then try again.',
    ],
    undoTooLate: [409, 'Tindakan ini tidak dapat dibatalkan lagi.', 'This can no longer be undone.'],
    reasonNeeded: [
      409,
      'Janji layanan terlewati. Mohon pilih alasannya.',
      'The promise was missed. Please choose the reason.',
    ],
    futureEntry: [
      400,
      'Waktu kedatangan tidak boleh di masa depan.',
      'The time of arrival cannot lie in the future.',
    ],
  }),
  consents: section('consents', {
    none: [
      404,
      'Tidak ada persetujuan yang masih berlaku untuk tamu ini.',
      'There is no consent of this visitor that still holds.',
    ],
  }),
  visitors: section('visitors', {
    notRecognised: [
      404,
      'Kami belum dapat mengenali Anda. Silakan isi buku tamu seperti biasa.',
      'We could not recognise you. Please sign the guestbook as usual.',
    ],
    wait: [
      429,
      'Mohon tunggu sebentar, atau isi buku tamu seperti biasa.',
      'Please wait a moment, or sign the guestbook as usual.',
    ],
    unknown: [404, 'Pengunjung ini tidak ditemukan.', 'This visitor was not found.'],
  }),
  codes: section('codes', {
    damaged: [
      422,
      'Kode tidak terbaca utuh. Pindai sekali lagi, atau ketik kode yang tercetak di bawahnya.',
      'The code was not read whole. Scan again, or type the characters printed under it.',
    ],
    foreign: [
      422,
      'Ini bukan kode Loket PST. Pindai kode pada slip, kartu pengunjung, loker, atau kantong kartu.',
      'This is not a Loket PST code. Scan the one on a slip, visitor card, locker or card pocket.',
    ],
    unknown: [
      404,
      'Kode ini sah tetapi tidak dikenal di kantor ini.',
      'The code is well formed but not known in this office.',
    ],
  }),
  custody: section('custody', {
    lockerOccupied: [
      409,
      'Loker ini sedang dipakai. Pilih loker lain.',
      'This locker is in use. Choose another one.',
    ],
    pocketOccupied: [
      409,
      'Kantong ini sudah berisi kartu. Pilih kantong lain.',
      'This pocket already holds a card. Choose another one.',
    ],
    unusable: [
      409,
      'Loker atau kantong ini sedang tidak dapat dipakai.',
      'This locker or pocket is out of use.',
    ],
    alreadyOpen: [
      409,
      'Kunjungan ini sudah mempunyai kartu atau loker.',
      'This visit already has a card or locker.',
    ],
    notOpen: [
      409,
      'Kartu dan loker kunjungan ini sudah kembali.',
      'This visit’s card and locker are back already.',
    ],
    noneFree: [409, 'Tidak ada yang kosong saat ini.', 'None is free at the moment.'],
    mismatch: [
      409,
      'BERHENTI. Slip, kantong, dan loker tidak cocok. Jangan serahkan kartu.',
      'STOP. Slip, pocket and locker do not agree. Do not hand over the card.',
    ],
    slipVoid: [409, 'BERHENTI. Slip ini sudah tidak berlaku.', 'STOP. This slip is no longer valid.'],
    incomplete: [400, 'Pindai slip, kantong, dan loker.', 'Scan slip, pocket and locker.'],
    undoTooLate: [409, 'Penitipan ini tidak dapat dibatalkan lagi.', 'This take-in can no longer be undone.'],
    passportWrong: [
      422,
      'Angka periksa paspor tidak cocok: ada huruf atau angka yang keliru. Bandingkan dengan paspor, lalu perbaiki.',
      'The passport’s check digits do not agree: a letter or digit is wrong. Compare with the passport and correct it.',
    ],
    passportUnread: [
      422,
      'Dua baris di bawah paspor belum terbaca utuh. Pindai atau ketik sekali lagi; pilih Paspor dari daftar jika tetap tidak terbaca.',
      'The two lines at the foot of the passport were not read whole. Scan or type them once more, or choose Passport from the list.',
    ],
  }),
  lockers: section('lockers', {
    unknown: [404, 'Loker atau kantong ini tidak ditemukan.', 'This locker or pocket was not found.'],
    inUse: [
      409,
      'Sedang dipakai. Kembalikan dahulu sebelum mengubah keadaannya.',
      'It is in use. Have it given back before changing its condition.',
    ],
  }),
  prints: section('prints', {
    unknown: [404, 'Slip ini tidak ditemukan.', 'This slip was not found.'],
    notUnsure: [409, 'Hasil cetak slip ini sudah jelas.', 'It is already known how this print ended.'],
    notReprintable: [
      409,
      'Slip ini tidak berlaku lagi sehingga tidak dicetak ulang.',
      'This slip is void and is not printed again.',
    ],
    busy: [409, 'Slip ini masih dalam antrean cetak.', 'This slip is still in the print queue.'],
    noPrinter: [
      409,
      'Kantor ini tidak memakai printer slip. Tunjukkan slip di layar.',
      'This office has no slip printer. Show the slip on the screen.',
    ],
  }),
  labels: section('labels', {
    nothing: [
      404,
      'Tidak ada yang dapat dicetak untuk nomor ini. Mohon periksa nomor awal dan akhirnya.',
      'There is nothing to print for these numbers. Please check the first and the last one.',
    ],
    notRemembered: [
      409,
      'Pengunjung ini tidak memilih untuk diingat, sehingga tidak memakai kartu pengunjung.',
      'This visitor did not choose to be remembered, so there is no visitor card to print.',
    ],
  }),
  shifts: section('shifts', {
    countDiffers: [
      409,
      'Jumlah kartu tidak sama dengan catatan. Mohon tulis penjelasannya.',
      'The cards counted differ from the record. Please write down why.',
    ],
    openVisits: [
      409,
      'Masih ada kunjungan terbuka. Selesaikan, atau tulis alasannya satu per satu.',
      'Visits are still open. Finish them, or give a reason for each.',
    ],
    closedAlready: [409, 'Hari ini sudah ditutup.', 'This day is closed already.'],
    futureDay: [
      409,
      'Hari yang belum tiba belum dapat ditutup. Pilih hari ini atau hari sebelumnya.',
      'A day to come cannot be closed yet. Choose today or an earlier day.',
    ],
  }),
  publications: section('publications', {
    unknown: [404, 'Publikasi ini tidak ditemukan.', 'This publication was not found.'],
    exists: [
      409,
      'Publikasi dengan judul, wilayah, dan tahun ini sudah ada. Buka yang sudah ada.',
      'A publication with this title, area and year is there already. Open that one.',
    ],
    copyUnknown: [404, 'Eksemplar ini tidak ditemukan.', 'This copy was not found.'],
    fileMissing: [
      404,
      'Berkas ini belum ada di kantor dan belum dapat diambil dari jaringan. Coba lagi nanti.',
      'This file is not in the office and cannot be fetched from the network now. Try again later.',
    ],
  }),
  reading: section('reading', {
    withOther: [
      409,
      'Eksemplar ini masih tercatat pada kunjungan lain. Kembalikan dahulu ke rak.',
      'This copy is still with another visit. Scan it back to its shelf first.',
    ],
    outAlready: [
      409,
      'Publikasi ini sudah keluar ke koperasi dengan slip fotokopi.',
      'This publication is out at the co-op with a photocopy slip already.',
    ],
    notServed: [
      409,
      'Publikasi diberikan kepada pengunjung yang sedang dilayani atau berada di dalam. Layani dahulu kunjungannya.',
      'Publications go to visitors who are being served or inside. Serve the visit first.',
    ],
    notThere: [
      409,
      'Eksemplar ini tercatat hilang atau tidak dipakai lagi. Perbaiki keadaannya di Publikasi dahulu.',
      'This copy is on record as missing or retired. Correct its condition under Publications first.',
    ],
    notAway: [
      409,
      'Eksemplar ini tidak sedang dibaca siapa pun.',
      'Nobody is reading this copy at the moment.',
    ],
  }),
  photocopies: section('photocopies', {
    unknown: [404, 'Formulir fotokopi ini tidak ditemukan.', 'This photocopy form was not found.'],
    wrongState: [
      409,
      'Keadaan formulir fotokopi ini sudah berubah. Lihat keadaan terbarunya.',
      'This photocopy form has moved on. See its newest state.',
    ],
    notForCopying: [
      409,
      'Publikasi ini tidak boleh difotokopi.',
      'This publication must not be photocopied.',
    ],
    pagesUnclear: [
      400,
      'Halaman belum terbaca. Tulis seperti 1-5, 8, 10-12, paling banyak sampai halaman terakhir.',
      'The pages are not clear. Write them like 1-5, 8, 10-12, up to the last page at most.',
    ],
    notOnForm: [
      409,
      'Publikasi ini tidak ada pada formulir fotokopi ini.',
      'This publication is not on this photocopy form.',
    ],
    notOut: [
      409,
      'Publikasi ini tidak sedang keluar dengan slip ini.',
      'This publication is not out with this slip.',
    ],
    notASlip: [
      422,
      'Pindai tiket buku tamu atau slip loker Anda.',
      'Please scan your guestbook ticket or your locker slip.',
    ],
    notHere: [
      409,
      'Fotokopi tersedia setelah Anda dilayani petugas. Silakan menuju meja petugas.',
      'Photocopies are available once an officer has served you. Please go to the officers’ desk.',
    ],
    tokenUsed: [
      410,
      'Kode ini sudah dipakai atau tidak berlaku lagi.',
      'This code has been used or is no longer valid.',
    ],
  }),
  softcopies: softcopyProblems,
  imports: section('imports', {
    unknown: [404, 'Impor ini tidak ditemukan.', 'This import was not found.'],
    running: [
      409,
      'Impor lain sedang berjalan. Tunggu sampai selesai, atau batalkan dahulu.',
      'Another import is running. Wait until it is done, or cancel it first.',
    ],
    notRunning: [409, 'Impor ini tidak sedang berjalan.', 'This import is not running.'],
    finished: [409, 'Impor ini sudah selesai.', 'This import is done already.'],
    fileGone: [
      410,
      'Berkas impor ini sudah tidak ada. Unggah sekali lagi.',
      'The file of this import is gone. Upload it again.',
    ],
    fileUnreadable: [
      422,
      'Berkas ini tidak dapat dibaca sebagai CSV atau JSON. Periksa isinya.',
      'This file cannot be read as CSV or JSON. Check what is in it.',
    ],
    columnsUnclear: [
      422,
      'Kolom judul tidak ditemukan. Tunjukkan kolom mana yang berisi judul.',
      'There is no column with titles. Say which column has them.',
    ],
    keyMissing: [
      409,
      'Kunci WebAPI BPS belum diisi. Minta kunci gratis di webapi.bps.go.id, lalu isi di Impor.',
      'There is no BPS WebAPI key yet. Get one free of charge at webapi.bps.go.id and enter it under Import.',
    ],
    keyRefused: [
      502,
      'WebAPI BPS menolak kunci ini. Periksa kuncinya.',
      'The BPS WebAPI does not accept this key. Check the key.',
    ],
    firewall: [
      502,
      'Jaringan BPS menolak permintaan ini (403). Coba lagi nanti atau dari jaringan lain, atau impor dari berkas.',
      'The firewall of BPS turned the request away (403). Try later or from another network, or import from a file.',
    ],
    unreachable: [
      502,
      'WebAPI BPS tidak terjangkau. Yang sudah masuk tetap tersimpan; lanjutkan nanti.',
      'The BPS WebAPI cannot be reached. What has come in is kept; go on later.',
    ],
    answerUnclear: [
      502,
      'Jawaban WebAPI BPS tidak dapat dibaca. Yang sudah masuk tetap tersimpan; lanjutkan nanti.',
      'The answer of the BPS WebAPI cannot be understood. What has come in is kept; go on later.',
    ],
  }),
  sync: syncProblem,
};
