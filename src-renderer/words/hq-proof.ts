/** Words of the proof page: what was verified, and what each finding means, for somebody who knows no hash. */
import type { UpTableName } from '../../src-central/wire/tables-schema.ts';
import type { Sentence } from '../words.ts';

export const proofWords = {
  title: { id: 'Pembuktian', en: 'Proof' },
  lead: {
    id: 'Pemeriksaan membaca ulang setiap byte yang pernah dikirim kantor ini dan membandingkannya dengan isi basis data. Satu byte yang berubah akan ketahuan.',
    en: 'Verifying reads every byte again that this office ever sent, and compares it with the database. One changed byte is found.',
  },
  verify: { id: 'Periksa sekarang', en: 'Verify now' },
  verifying: { id: 'Memeriksa setiap byte…', en: 'Reading every byte…' },
  never: { id: 'Belum pernah diperiksa', en: 'Never verified' },
  neverText: {
    id: 'Tekan “Periksa sekarang”. Untuk satu kantor biasanya perlu beberapa detik.',
    en: 'Press “Verify now”. For one office it mostly takes seconds.',
  },
  good: { id: 'Semuanya cocok', en: 'Everything matches' },
  mostly: { id: 'Kiriman cocok, dengan satu catatan', en: 'What was sent matches, with one remark' },
  bad: { id: 'Ada yang tidak cocok', en: 'Something does not match' },
  verdict: {
    id: '{batches} kiriman dengan {rows} baris dibaca ulang dalam {took}.',
    en: '{batches} batches with {rows} rows were read again in {took}.',
  },
  underSecond: { id: 'kurang dari satu detik', en: 'less than a second' },
  by: { id: 'Diperiksa {ago} oleh {by}', en: 'Verified {ago} by {by}' },
  again: {
    id: 'Mungkin sudah ada kiriman baru sejak itu.',
    en: 'More may have arrived since.',
  },
  findings: { id: 'Temuan', en: 'Findings' },

  complete: { id: 'Tidak ada kiriman yang hilang', en: 'No batch is missing' },
  completeText: {
    id: 'Kiriman bernomor 1 sampai nomor terakhir ada semua, di setiap riwayat.',
    en: 'Batches number 1 to the last are all there, in every history.',
  },
  incomplete: { id: 'Ada kiriman yang hilang', en: 'A batch is missing' },
  chain: { id: 'Rantai dan tanda tangan utuh', en: 'Chain and signatures are whole' },
  chainText: {
    id: 'Setiap kiriman menunjuk kiriman sebelumnya dan bertanda tangan kunci stasiun: tidak ada yang diubah, disisipkan, atau ditukar.',
    en: 'Each batch points to the one before it and is signed with the station’s key: nothing was changed, inserted or swapped.',
  },
  chainBroken: { id: 'Kiriman berubah setelah diterima', en: 'A batch was changed after it was received' },
  brokenAt: { id: 'Kiriman nomor {no}: {why}', en: 'Batch number {no}: {why}' },
  why: {
    missing: { id: 'tidak ada.', en: 'is not there.' },
    sha: { id: 'isinya bukan yang diterima dahulu.', en: 'is not what was received.' },
    chain: { id: 'tidak menyambung ke kiriman sebelumnya.', en: 'does not continue the one before it.' },
    signature: { id: 'tanda tangannya bukan dari stasiun itu.', en: 'is not signed by the station.' },
    content: { id: 'isinya tidak dapat dibaca.', en: 'cannot be read.' },
    parked: {
      id: 'satu barisnya tidak dipakai dan tidak pula tercatat menunggu.',
      en: 'has a row that is neither used nor noted as waiting.',
    },
    cursor: {
      id: 'catatan penerimaan tidak sesuai dengan kirimannya.',
      en: 'the receipt does not agree with what is there.',
    },
  },
  digests: { id: 'Isi basis data sama dengan isi kiriman', en: 'The database is what was sent' },
  digestsText: {
    id: '{rows} baris dalam {n} tabel dicocokkan kolom demi kolom.',
    en: '{rows} rows in {n} tables were compared column by column.',
  },
  digestsBad: { id: 'Isi basis data berbeda dari kiriman', en: 'The database is not what was sent' },
  digestsBadText: {
    id: '{n} baris berbeda, hilang, atau tidak berasal dari kiriman: {tables}.',
    en: 'Rows that differ, are missing, or come from nowhere: {n}, in {tables}.',
  },
  compared: { id: 'Stasiun dan pusat memegang isi yang sama', en: 'Station and headquarters hold the same' },
  comparedText: {
    id: 'Terakhir dibandingkan oleh stasiun: {told}.',
    en: 'Last compared by the station: {told}.',
  },
  comparedDiffers: {
    id: 'Stasiun menemukan perbedaan dan mengirim ulang',
    en: 'The station found a difference and sent again',
  },
  comparedDiffersText: {
    id: '{n} tabel berbeda saat terakhir dibandingkan ({told}). Perbandingan berikutnya akan menunjukkan hasilnya.',
    en: 'Tables that differed when last compared: {n} ({told}). The next comparison shows what came of it.',
  },
  comparedNever: { id: 'Stasiun belum membandingkan isinya', en: 'The station has not compared yet' },
  comparedNeverText: {
    id: 'Stasiun membandingkan isinya dengan pusat seminggu sekali, setelah semuanya terkirim.',
    en: 'A station compares what it has with headquarters once a week, when everything is sent.',
  },
  journal: { id: 'Jurnal kantor lengkap', en: 'The office’s journal is complete' },
  journalText: {
    id: 'Catatan 1 sampai {n} ada semua dan saling menyambung.',
    en: 'Entries 1 to {n} are all there, each continuing the one before.',
  },
  journalNone: { id: 'Belum ada catatan jurnal yang dikirim.', en: 'No entry of the journal was sent yet.' },
  journalMissing: { id: 'Jurnal kantor berlubang', en: 'The office’s journal has gaps' },
  journalMissingText: { id: 'Nomor yang tidak ada: {list}.', en: 'Numbers that are not there: {list}.' },
  journalBroken: { id: 'Jurnal kantor terputus', en: 'The office’s journal is broken' },
  journalBrokenText: {
    id: 'Catatan yang tidak menyambung: {list}.',
    en: 'Entries that do not continue the one before: {list}.',
  },
  journalForks: {
    id: 'Basis data kantor pernah dipulihkan: nomor {list} ada dua kali, dan kedua riwayat disimpan.',
    en: 'The office’s database was restored once: numbers {list} are there twice, and both histories are kept.',
  },
  feed: { id: 'Umpan ke kantor utuh', en: 'The feed to the office is whole' },
  feedText: {
    id: 'Kantor dapat membuktikan {n} baris yang diterimanya dari pusat.',
    en: 'The office can prove the {n} lines that it gets from headquarters.',
  },
  feedBroken: { id: 'Umpan ke kantor berubah', en: 'The feed to the office was changed' },
  feedBrokenText: { id: 'Mulai baris {n}.', en: 'From line {n} on.' },
  files: { id: 'Semua berkas utuh', en: 'Every file is whole' },
  filesText: { id: '{n} berkas dibaca ulang.', en: 'Files that were read again: {n}.' },
  filesBad: { id: 'Ada berkas yang berubah atau hilang', en: 'A file was changed or is missing' },
  filesBadText: {
    id: '{n} berkas bukan lagi yang diterima. Pulihkan dari cadangan, atau minta kantor mengirim ulang.',
    en: 'Files that are not what was received: {n}. Restore them from a backup, or ask the office to send them again.',
  },
  repaired: { id: 'Tidak ada baris yang menunggu perbaikan', en: 'No row waits for repair' },
  repairedText: {
    id: '{n} baris yang pernah menunggu sudah diperbaiki.',
    en: 'Rows that once waited and were repaired: {n}.',
  },
  repairedNone: { id: 'Semua baris dapat dipakai.', en: 'Every row could be used.' },
  parked: { id: '{n} baris menunggu perbaikan', en: 'Rows that wait for repair: {n}' },
  parkedText: {
    id: 'Kirimannya aman dan diakui; baris ini saja yang belum dapat dipakai. Daftarnya ada di bawah.',
    en: 'Their batches are safe and acknowledged; only these rows could not be used yet. They are listed below.',
  },
  archived: { id: 'Semua kiriman ada dalam cadangan', en: 'Every batch is in a backup' },
  archivedText: {
    id: 'Cadangan yang terbukti memuat kiriman sampai {no}; kantor boleh menghapus salinannya setelah 35 hari.',
    en: 'A verified backup holds batches up to {no}; the office may throw its copies away after 35 days.',
  },
  archivedPart: {
    id: 'Sebagian kiriman belum masuk cadangan',
    en: 'Some batches are not in a backup yet',
  },
  archivedPartText: {
    id: '{n} kiriman menunggu cadangan berikutnya; sampai saat itu kantor menyimpan salinannya.',
    en: 'Batches that wait for the next backup: {n}. Until then the office keeps its copies.',
  },
  archivedTrial: { id: 'Uji coba tidak menjadi arsip', en: 'A trial is no archive' },
  archivedTrialText: {
    id: 'Server ini tidak pernah menyatakan kiriman sudah diarsipkan, jadi kantor menyimpan semua salinannya.',
    en: 'This server never says that a batch is archived, so the office keeps all its copies.',
  },

  parkedTitle: { id: 'Baris yang menunggu perbaikan', en: 'Rows that wait for repair' },
  repair: { id: 'Coba terapkan lagi', en: 'Apply them again' },
  repairDone: {
    id: '{applied} baris diterapkan, {waiting} masih menunggu.',
    en: 'Rows applied: {applied}. Still waiting: {waiting}.',
  },
  reason: { id: 'Sebab', en: 'Reason' },
  batch: { id: 'Kiriman', en: 'Batch' },
  lineNo: { id: 'Baris', en: 'Line' },
  since: { id: 'Sejak', en: 'Since' },
  reasons: {
    newer: {
      id: 'Dari versi yang lebih baru. Diterapkan sendiri setelah server diperbarui.',
      en: 'From a newer version. Applied by itself once the server is upgraded.',
    },
    shape: { id: 'Bentuk barisnya keliru.', en: 'The row has not the right form.' },
    table: { id: 'Tabelnya tidak dikenal.', en: 'Its table is not known.' },
    column: { id: 'Ada kolom yang tidak dikenal.', en: 'It has a column that is not known.' },
    type: { id: 'Nilainya tidak sesuai jenis kolom.', en: 'A value is not of its column’s kind.' },
    missing: { id: 'Ada nilai wajib yang kosong.', en: 'A value that must be there is missing.' },
    'append-only': {
      id: 'Mengubah catatan yang tidak boleh berubah.',
      en: 'It changes an entry that may not change.',
    },
    database: { id: 'Ditolak basis data.', en: 'The database refused it.' },
  } as Record<string, { id: string; en: string }>,

  epochs: { id: 'Riwayat kiriman', en: 'Histories of what was sent' },
  epochsLead: {
    id: 'Satu riwayat adalah satu basis data kantor tanpa jeda. Riwayat baru dimulai bila basis data dipulihkan atau disalin; yang lama tetap disimpan.',
    en: 'A history is one database of the office without a break. A new one begins when it is restored or copied; the old one is kept.',
  },
  begun: { id: 'Dimulai {at}', en: 'Begun {at}' },
  receipts: {
    id: 'Tanda terima sampai kiriman {cursor}; dalam cadangan sampai {archived}.',
    en: 'Receipts up to batch {cursor}; in a backup up to {archived}.',
  },
  receiptsTrial: { id: 'Tanda terima sampai kiriman {cursor}.', en: 'Receipts up to batch {cursor}.' },
  nothingYet: { id: 'Belum ada kiriman.', en: 'Nothing was sent yet.' },
  branches: {
    id: 'Bercabang dari riwayat {n} setelah kiriman {no}.',
    en: 'Branches from history {n} after batch {no}.',
  },
  epoch: { id: 'Riwayat {n}', en: 'History {n}' },
  epochReasons: {
    first: { id: 'Pendaftaran pertama', en: 'First enrolment' },
    restored: { id: 'Basis data kantor dipulihkan', en: 'The office’s database was restored' },
    copied: { id: 'Disk kantor disalin', en: 'The office’s disk was copied' },
    fork: { id: 'Riwayat bercabang', en: 'The history forked' },
    rebuilt: { id: 'Kiriman dibuat ulang', en: 'Batches were rebuilt' },
  } as Record<string, { id: string; en: string }>,

  tables: { id: 'Sidik jari setiap tabel', en: 'The digest of each table' },
  table: { id: 'Tabel', en: 'Table' },
  rows: { id: 'Baris', en: 'Rows' },
  digest: { id: 'Sidik jari', en: 'Digest' },
  wrong: { id: 'Berbeda', en: 'Differ' },
};

/** The tables of an office, as its people call what is in them. */
const tableWords: Record<UpTableName, Sentence> = {
  visit: { id: 'Kunjungan', en: 'Visits' },
  visit_service: { id: 'Layanan kunjungan', en: 'Services of visits' },
  visitor: { id: 'Tamu (samaran)', en: 'Visitors (pseudonyms)' },
  custody: { id: 'Titipan kartu', en: 'Cards in custody' },
  handover: { id: 'Serah terima', en: 'Handovers' },
  closing: { id: 'Tutup hari', en: 'Closed days' },
  help_call: { id: 'Panggilan bantuan', en: 'Calls for help' },
  locker: { id: 'Loker', en: 'Lockers' },
  pocket: { id: 'Kantong kartu', en: 'Card pockets' },
  staff: { id: 'Petugas (tanpa nama)', en: 'Staff (no names)' },
  wanted: { id: 'Dicari tetapi tidak ada', en: 'Wanted titles' },
  publication_copy: { id: 'Eksemplar', en: 'Copies of publications' },
  journal: { id: 'Jurnal', en: 'Journal' },
  request_event: { id: 'Tanggapan atas permintaan', en: 'What became of requests' },
  copy_away: { id: 'Eksemplar yang dibaca', en: 'Copies being read' },
  photocopy: { id: 'Fotokopi', en: 'Photocopies' },
  softcopy: { id: 'Softcopy', en: 'Softcopies' },
  delivery: { id: 'Penyerahan softcopy', en: 'Deliveries of softcopies' },
  data_need: { id: 'Kebutuhan data', en: 'Data needs' },
};

/** A table that these words do not know yet goes by its name. */
export const tableWordOf = (name: string): Sentence =>
  (tableWords as Partial<Record<string, Sentence>>)[name] ?? { id: name, en: name };
