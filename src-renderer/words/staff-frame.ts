import { desk } from './desk.ts';

/** Words of the console's frame: rail, top bar, scan box, banners, login and lock. */
export const frame = {
  ...desk,
  product: { id: 'Loket PST', en: 'Loket PST' },
  nav: { id: 'Bagian', en: 'Sections' },
  board: { id: 'Papan', en: 'Board' },
  visits: { id: 'Kunjungan', en: 'Visits' },
  lockers: { id: 'Loker', en: 'Lockers' },
  shift: { id: 'Serah terima', en: 'Hand-over' },
  settings: { id: 'Pengaturan', en: 'Settings' },
  demoLong: {
    id: 'Kantor contoh: tidak ada data orang sungguhan.',
    en: 'A sample office: nobody in it is real.',
  },
  addVisitor: { id: 'Tambah tamu', en: 'Add visitor' },
  sound: { id: 'Suara', en: 'Sound' },
  soundOn: { id: 'Suara menyala. Tekan untuk membisukan.', en: 'Sound is on. Press to mute.' },
  soundOff: { id: 'Suara dibisukan. Tekan untuk menyalakan.', en: 'Sound is muted. Press to turn it on.' },
  lock: { id: 'Kunci layar', en: 'Lock screen' },
  silentTitle: { id: 'Stasiun belum menjawab', en: 'The station is not answering' },
  silent: {
    id: 'Yang Anda ketik tetap tersimpan di layar ini. Layar menyambung lagi dengan sendirinya.',
    en: 'What you typed is kept on this screen. It connects again by itself.',
  },
  damagedTitle: { id: 'Berkas data rusak', en: 'The data file is damaged' },
  damaged: {
    id: 'Catat di kertas mulai sekarang, tutup program, lalu pulihkan salinan terbaru dari folder "backups" bersama pengelola.',
    en: 'Write on paper from now on, stop the program, and restore the newest copy from the folder "backups" with your administrator.',
  },
  help: { id: 'Panggilan bantuan: {kiosk}', en: 'Call for help: {kiosk}' },
  helpSince: { id: 'sejak {time}', en: 'since {time}' },
  helpAnswer: { id: 'Saya datang', en: 'I am coming' },
  printsUnsure: {
    id: '{n} slip mungkin belum tercetak. Mohon lihat printer.',
    en: '{n} slip(s) may not have been printed. Please look at the printer.',
  },
  printsFailed: { id: '{n} slip tidak tercetak.', en: '{n} slip(s) were not printed.' },
  printsSee: { id: 'Lihat slip', en: 'See slips' },
};

export const roleWords = {
  front: { id: 'Petugas frontline', en: 'Frontline officer' },
  librarian: { id: 'Pustakawan', en: 'Librarian' },
  supervisor: { id: 'Supervisor', en: 'Supervisor' },
  admin: { id: 'Kepala/admin', en: 'Head/administrator' },
  viewer: { id: 'Pengamat', en: 'Viewer' },
};

export const scanWords = {
  label: { id: 'Pindai atau ketik kode', en: 'Scan or type a code' },
  placeholder: {
    id: 'Slip, kartu pengunjung, loker, kantong, publikasi…',
    en: 'Slip, visitor card, locker, pocket, publication…',
  },
  ready: { id: 'Siap memindai', en: 'Ready to scan' },
  open: { id: 'Buka', en: 'Open' },
  looking: { id: 'Mencari {code}…', en: 'Looking up {code}…' },
  freePlace: { id: '{place} {number} kosong', en: '{place} {number} is free' },
  damaged: {
    id: 'Kode tidak terbaca utuh. Pindai sekali lagi, atau ketik kode yang tercetak.',
    en: 'The code was not read whole. Scan again, or type the printed characters.',
  },
  foreign: {
    id: 'Ini bukan kode Loket PST. Pindai kode pada slip, kartu pengunjung, loker, atau kantong.',
    en: 'This is not a Loket PST code. Scan a slip, visitor card, locker or pocket.',
  },
  voidSlip: {
    id: 'Slip ini sudah tidak berlaku. Jangan serahkan kartu atas slip ini.',
    en: 'This slip is no longer valid. Do not hand over a card for it.',
  },
  usedForm: {
    id: 'Formulir fotokopi ini sudah berakhir.',
    en: 'This photocopy form has ended.',
  },
  camera: { id: 'Pindai dengan kamera', en: 'Scan with the camera' },
  cameraClose: { id: 'Tutup kamera', en: 'Close the camera' },
  cameraAim: {
    id: 'Dekatkan kode ke kamera, garis-garisnya tegak.',
    en: 'Hold the code to the camera, its bars upright.',
  },
  cameraOpening: { id: 'Membuka kamera…', en: 'Opening the camera…' },
  cameraOther: { id: 'Kamera lain', en: 'Other camera' },
  cameraLight: { id: 'Lampu', en: 'Light' },
  cameraFaults: {
    refused: {
      id: 'Kamera tidak diizinkan. Izinkan di peramban atau Windows (Setelan → Privasi → Kamera), atau ketik kodenya.',
      en: 'The camera is not allowed. Allow it in the browser or in Windows (Settings → Privacy → Camera), or type the code.',
    },
    missing: {
      id: 'Tidak ada kamera pada komputer ini. Sambungkan kamera, atau ketik kodenya.',
      en: 'There is no camera on this computer. Plug one in, or type the code.',
    },
    busy: {
      id: 'Kamera sedang dipakai program lain. Tutup program itu, atau ketik kodenya.',
      en: 'Another program is using the camera. Close it, or type the code.',
    },
  },
  testSlip: {
    id: 'Halaman uji terbaca dengan baik. Printer dan pemindai siap dipakai.',
    en: 'The test page was read well. Printer and scanner are ready for use.',
  },
  dialogFirst: {
    id: 'Selesaikan dulu pertanyaan di layar, lalu pindai lagi.',
    en: 'Finish the question on the screen first, then scan again.',
  },
};

export const sessionWords = {
  welcome: { id: 'Selamat bertugas', en: 'Welcome' },
  who: { id: 'Siapa yang bertugas?', en: 'Who is on duty?' },
  pinOf: { id: 'PIN {name}', en: 'PIN of {name}' },
  pinHint: { id: 'Tekan atau ketik enam angka.', en: 'Press or type six digits.' },
  other: { id: 'Bukan saya', en: 'Not me' },
  pad: { id: 'PIN', en: 'PIN' },
  digit: { id: 'Angka {n}', en: 'Digit {n}' },
  back: { id: 'Hapus angka terakhir', en: 'Delete the last digit' },
  filled: { id: '{n} dari {of} angka', en: '{n} of {of} digits' },
  demoPin: { id: 'PIN contoh: {pin}', en: 'Sample PIN: {pin}' },
  checking: { id: 'Memeriksa…', en: 'Checking…' },
  waitSeconds: { id: 'Silakan coba lagi dalam {n} detik.', en: 'Please try again in {n} seconds.' },
  lockedTitle: { id: 'Layar terkunci', en: 'Screen locked' },
  locked: {
    id: 'Pekerjaan {name} menunggu di balik layar ini, tepat seperti ditinggalkan.',
    en: '{name}’s work is behind this screen, exactly as it was left.',
  },
  lostTitle: { id: 'Silakan masuk kembali', en: 'Please sign in again' },
  lost: {
    id: 'Stasiun sempat dimulai ulang. Yang Anda kerjakan tetap ada di balik layar ini.',
    en: 'The station was restarted. What you were doing is still behind this screen.',
  },
  change: { id: 'Ganti petugas', en: 'Change officer' },
  changeAsk: {
    id: 'Yang belum disimpan di layar ini akan hilang.',
    en: 'What is not yet saved on this screen will be lost.',
  },
  nobody: { id: 'Belum ada petugas.', en: 'There is no staff yet.' },
};
