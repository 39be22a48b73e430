/** What can go wrong with softcopies; part of the one catalogue in `problem.ts`. */
import { section } from '../../src-central/wire/problem-rules.ts';

export const softcopyProblems = section('softcopies', {
  unknown: [404, 'Softcopy ini tidak ditemukan.', 'This softcopy was not found.'],
  notServed: [
    409,
    'Kunjungan ini belum dilayani atau sudah selesai. Layani dahulu, lalu buat softcopy.',
    'This visit is not served yet, or is over. Serve it first, then make the softcopy.',
  ],
  wrongState: [
    409,
    'Keadaan softcopy ini sudah berubah. Lihat keadaan terbarunya.',
    'This softcopy has moved on. Look at its newest state.',
  ],
  nothingWaits: [
    409,
    'Surat ini tidak sedang menunggu. Lihat keadaan terbarunya.',
    'This letter does not wait any more. Look at its newest state.',
  ],
  noFolder: [
    409,
    'Folder pemindai belum ditentukan. Isi di Pengaturan › Softcopy.',
    'The scanner’s folder is not set. Enter it under Settings › Softcopies.',
  ],
  folderGone: [
    503,
    'Folder pemindai tidak terjangkau. Periksa pemindai dan jaringannya, lalu coba lagi.',
    'The scanner’s folder cannot be reached. Check the scanner and its network, then try again.',
  ],
  scanGone: [
    409,
    'Berkas pindaian ini sudah diambil atau dihapus. Pilih dari daftar terbaru.',
    'This scan was taken or deleted meanwhile. Choose from the newest list.',
  ],
  scanNotWhole: [
    409,
    'Berkas ini masih ditulis pemindai. Tunggu sampai bertanda siap.',
    'The scanner is still writing this file. Wait until it is marked ready.',
  ],
  scanUnreadable: [
    422,
    'Berkas pindaian ini tidak dapat dibaca utuh. Pindai sekali lagi.',
    'This scan cannot be read whole. Please scan once more.',
  ],
  noMail: [
    409,
    'E-mail kantor belum diatur. Pilih USB atau unduhan, atau minta supervisor mengisi Pengaturan › Softcopy.',
    'The office’s e-mail is not set up. Choose USB or download, or ask a supervisor to fill in Settings › Softcopies.',
  ],
  tooLargeForMail: [
    409,
    'Berkas ini terlalu besar untuk e-mail, dan kantor ini tidak menyediakan unduhan di jaringan. Pilih USB.',
    'This file is too large for e-mail, and this office offers no download on its network. Choose USB.',
  ],
  noNetwork: [
    409,
    'Stasiun ini tidak melayani ponsel di jaringan kantor, sehingga unduhan tidak tersedia. Pilih e-mail atau USB.',
    'This station does not serve phones on the office’s network, so there is no download. Choose e-mail or USB.',
  ],
  linkOver: [
    410,
    'Tautan ini sudah dipakai atau kedaluwarsa. Mohon minta yang baru kepada petugas.',
    'This link was used or has expired. Please ask the officer for a new one.',
  ],
  stickGone: [
    409,
    'USB ini sudah tidak terpasang. Pasang kembali, lalu pilih lagi.',
    'This USB stick is no longer there. Plug it in again and choose it.',
  ],
  stickFull: [
    409,
    'Ruang USB tidak cukup. Gunakan USB lain atau kosongkan sebagian.',
    'There is not enough room on the USB stick. Use another one, or make room.',
  ],
  stickFailed: [
    502,
    'Salinan di USB tidak dapat dipastikan utuh. Coba lagi atau gunakan USB lain.',
    'The copy on the USB stick could not be proved whole. Try again, or use another stick.',
  ],
});
