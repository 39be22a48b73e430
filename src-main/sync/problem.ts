/** What can go wrong between this station and headquarters when an officer asks for something. */
import { section } from '../../src-central/wire/problem-rules.ts';

export const syncProblem = section('sync', {
  absent: [
    409,
    'Stasiun ini belum didaftarkan ke pusat. Daftarkan dahulu dengan kode dari pusat.',
    'This station is not enrolled with headquarters yet. Enrol it with a code from headquarters.',
  ],
  codeUnread: [
    422,
    'Kode pendaftaran tidak terbaca. Pindai QR-nya, atau isi alamat pusat dan kodenya.',
    'The enrolment code cannot be read. Scan the QR, or enter headquarters’ address and the code.',
  ],
  codeRefused: [
    403,
    'Pusat tidak menerima kode ini: keliru, sudah dipakai, atau lewat 48 jam. Minta kode baru.',
    'Headquarters does not accept this code: it is wrong, used, or older than 48 hours. Ask for a new one.',
  ],
  refused: [
    502,
    'Pusat menolak permintaan ini. Coba lagi nanti, atau hubungi pusat.',
    'Headquarters refused this. Try again later, or call headquarters.',
  ],
  unreachable: [
    502,
    'Pusat tidak terjangkau. Periksa jaringan dan alamat pusat.',
    'Headquarters cannot be reached. Check the network and the address.',
  ],
  clock: [
    502,
    'Jam komputer ini tampaknya keliru, sehingga sertifikat pusat tidak berlaku. Betulkan tanggal dan jamnya.',
    'This computer’s clock seems to be wrong, so headquarters’ certificate does not count. Set date and time.',
  ],
  certificate: [
    502,
    'Sertifikat pusat tidak dikenal. Pastikan alamatnya benar, atau minta sertifikat CA dari pusat.',
    'Headquarters’ certificate is not known. Make sure of the address, or ask headquarters for its CA.',
  ],
  cut: [502, 'Sambungan ke pusat terputus. Coba lagi.', 'The link to headquarters was cut. Try again.'],
  unclear: [
    502,
    'Jawaban dari alamat ini bukan dari pusat Loket PST. Periksa alamatnya.',
    'What answers at this address is not Loket PST’s headquarters. Check the address.',
  ],
  takenBack: [
    409,
    'Pusat sudah menarik permintaan ini, jadi tidak perlu dijawab lagi. Tidak ada yang dikirim.',
    'Headquarters has taken this request back, so it needs no answer any more. Nothing was sent.',
  ],
  fileTooLarge: [
    413,
    'Berkas ini lebih besar dari 256 MB. Bagi menjadi beberapa berkas, atau perkecil pindaiannya.',
    'This file is larger than 256 MB. Split it, or make the scan smaller.',
  ],
  fileEmpty: [
    422,
    'Berkas ini kosong. Pilih berkas yang berisi jawabannya.',
    'This file is empty. Choose the one that holds the answer.',
  ],
  parcelUnread: [
    422,
    'Berkas ini bukan paket dari pusat untuk kantor ini, atau rusak.',
    'This file is no parcel from headquarters for this office, or it is damaged.',
  ],
});
