/** What the kiosk says when a visitor looks for publications and asks for photocopies. Loaded with those screens. */
import type { Sentence } from '../words.ts';

const both = (id: string, en: string): Sentence => ({ id, en });

export const searchWords = {
  title: both('Cari publikasi', 'Find publications'),
  hint: both(
    'Judul, tahun, daerah, atau singkatan seperti IPM dan PDRB.',
    'A title, year, place, or abbreviation such as IPM and PDRB.',
  ),
  erase: both('Hapus', 'Clear'),
  newest: both('Terbaru di koleksi kami', 'Newest in our collection'),
  found: both('{n} publikasi', 'Publications: {n}'),
  foundMore: both('Lebih dari {n} publikasi', 'More than {n} publications'),
  corrected: both('Menampilkan hasil untuk “{text}”', 'Showing results for “{text}”'),
  partly: both(
    'Tidak ada yang cocok seluruhnya. Ini yang paling mendekati.',
    'Nothing matches all of it. These come closest.',
  ),
  looking: both('Sedang mencari…', 'Looking…'),
  more: both('Tampilkan lebih banyak', 'Show more'),
  filter: both('Saring', 'Filter'),
  filterOn: both('Saring ({n})', 'Filter ({n})'),
  filterTitle: both('Saring hasil', 'Filter the results'),
  filterDone: both('Tampilkan', 'Show'),
  filterNone: both('Hapus saringan', 'Clear filters'),
  printed: both('Hanya yang tercetak di sini', 'Only printed here'),
  years: both('Tahun', 'Year'),
  areas: both('Daerah', 'Place'),
  subjects: both('Subjek', 'Subject'),
  kinds: both('Jenis', 'Kind'),
  onShelf: both('Ada di rak', 'On the shelf'),
  allOut: both('Sedang dibaca', 'Being read'),
  pdfOnly: both('Berkas PDF', 'PDF file'),
  notHere: both('Tidak tercetak di sini', 'Not printed here'),
  nothing: both('Belum ada yang cocok dengan “{text}”', 'Nothing matches “{text}” yet'),
  nothingFilter: both('Tidak ada yang cocok dengan saringan ini', 'Nothing matches these filters'),
  nothingText: both(
    'Coba kata yang lebih sedikit, tanpa tahun, atau nama daerahnya saja. Petugas kami juga senang membantu mencari.',
    'Try fewer words, without the year, or the name of the place alone. Our officers are glad to help you look, too.',
  ),
  want: both('Catat sebagai dicari', 'Record as wanted'),
  wanted: both(
    'Terima kasih, sudah kami catat. Pustakawan kami memakai catatan ini untuk melengkapi koleksi.',
    'Thank you, it is recorded. Our librarians use these notes to complete the collection.',
  ),
  silent: both(
    'Sistem kami belum menjawab. Mohon tunggu sebentar, atau tanyakan kepada petugas.',
    'Our system is not answering. Please wait a moment, or ask an officer.',
  ),
  again: both('Coba lagi', 'Try again'),
};

export const publicationWords = {
  where: both('Di mana?', 'Where is it?'),
  shelf: both('Rak {shelf}', 'Shelf {shelf}'),
  noShelf: both('Tanyakan raknya kepada petugas', 'Ask an officer for its shelf'),
  there: both('ada di rak', 'on the shelf'),
  read: both('sedang dibaca pengunjung lain', 'being read by another visitor'),
  coop: both('sedang difotokopi', 'being photocopied'),
  noPrint: both('Tidak ada eksemplar tercetak di kantor ini.', 'This office has no printed copy.'),
  noPrintPdf: both(
    'Tidak tercetak di kantor ini. Petugas dapat memberikan berkas PDF-nya.',
    'Not printed in this office. An officer can give you the PDF file.',
  ),
  noPrintTake: both(
    'Tidak tercetak di kantor ini, tetapi tersedia sebagai PDF.',
    'Not printed in this office, but available as a PDF.',
  ),
  notForCopying: both('Tidak boleh difotokopi', 'Not for photocopying'),
  pages: both('{n} halaman', '{n} pages'),
  about: both('Tentang publikasi ini', 'About this publication'),
  take: both(
    'Silakan ambil dari raknya dan tunjukkan kepada petugas sebelum membaca.',
    'Please take it from its shelf and show it to an officer before reading.',
  ),
  busy: both(
    'Sedang dipakai. Silakan tanyakan kepada petugas.',
    'In use at the moment. Please ask an officer.',
  ),
  copy: both('Fotokopi publikasi ini', 'Photocopy this publication'),
  takePdf: both('Bawa berkas PDF-nya', 'Take its PDF file'),
  scan: both('Pindai publikasi ini', 'Scan this publication'),
};

export const photocopyWords = {
  slipTitle: both('Pindai tiket atau slip loker Anda', 'Scan your ticket or locker slip'),
  slipText: both(
    'Dekatkan ke pemindai, atau ketik kode yang tercetak di bawah garis-garisnya.',
    'Hold it to the scanner, or type the code printed under its bars.',
  ),
  notASlip: both(
    'Ini bukan tiket atau slip loker kantor ini, atau kodenya tidak terbaca utuh.',
    'This is not a ticket or locker slip of this office, or it was not read whole.',
  ),
  titlesTitle: both('Publikasi mana yang difotokopi?', 'Which publications shall be copied?'),
  titlesText: both(
    'Yang Anda baca hari ini, atau cari judul lain.',
    'What you read today, or look for another title.',
  ),
  titlesNone: both('Cari publikasi yang ingin Anda fotokopi.', 'Look for the publication you want copied.'),
  other: both('Cari judul lain', 'Find another title'),
  notForCopying: both('Tidak boleh difotokopi', 'Not for photocopying'),
  pickOne: both('Mohon pilih publikasinya.', 'Please choose a publication.'),
  tooMany: both('Paling banyak {n} publikasi dalam satu formulir.', 'At most {n} publications on one form.'),
  pagesTitle: both('Halaman berapa?', 'Which pages?'),
  pagesHint: both('Contoh: 1-5, 8, 10-12.', 'For example: 1-5, 8, 10-12.'),
  pagesOf: both(
    'Contoh: 1-5, 8, 10-12. Halaman terakhir {last}.',
    'For example: 1-5, 8, 10-12. The last page is {last}.',
  ),
  howTitle: both('Bagaimana difotokopi?', 'How shall it be copied?'),
  sets: both('Berapa rangkap', 'How many sets'),
  fewer: both('Kurangi', 'One fewer'),
  more: both('Tambah', 'One more'),
  paper: both('Kertas', 'Paper'),
  sides: both('Sisi kertas', 'Sides'),
  duplex: both('Bolak-balik', 'Both sides'),
  simplex: both('Satu sisi', 'One side'),
  checkTitle: both('Sudah benar?', 'Is this right?'),
  checkText: both(
    'Periksa sekali lagi sebelum formulir dibuat.',
    'Please look once more before the form is made.',
  ),
  pagesLine: both('Halaman {pages}', 'Pages {pages}'),
  sheets: both(
    '{sets} rangkap · {paper} · {sides} · {n} lembar',
    'Sets: {sets} · {paper} · {sides} · sheets: {n}',
  ),
  copyright: both('Hak cipta', 'Copyright'),
  send: both('Buat formulir', 'Make the form'),
  failed: both('Formulir belum dapat dibuat', 'The form could not be made'),
  check: both('Periksa isian', 'Check my entries'),
  doneTitle: both('Formulir fotokopi Anda sudah dibuat', 'Your photocopy form is made'),
  number: both('Nomor formulir', 'Form number'),
  next: both(
    'Bawa publikasi dan formulir ini ke meja petugas, lalu ke koperasi.',
    'Take the publication and this form to the co-op by way of the officers’ desk.',
  ),
  slipPrinting: both(
    'Formulir Anda sedang dicetak. Silakan ambil di bawah layar.',
    'Your form is being printed. Please take it below the screen.',
  ),
  slipScreen: both(
    'Foto kode ini, atau sebutkan nomor formulir kepada petugas.',
    'Take a photo of this code, or tell an officer the form number.',
  ),
  slipPrinted: both(
    'Formulir Anda sudah tercetak. Silakan ambil di bawah layar.',
    'Your form is printed. Please take it below the screen.',
  ),
  slipUnsure: both(
    'Formulir Anda keluar di bawah layar. Bila tidak ada, petugas mencetaknya untuk Anda.',
    'Your form comes out below the screen. If there is none, an officer prints it for you.',
  ),
  slipFailed: both(
    'Formulir belum tercetak. Foto gambar ini, atau sebutkan nomornya kepada petugas.',
    'Your form is not printed. Take a photo of this picture, or tell an officer its number.',
  ),
  slipPicture: both('Formulir {number} dengan kode {code}', 'Form {number} with the code {code}'),
  code: both('Kode formulir {code}', 'Form code {code}'),
};
