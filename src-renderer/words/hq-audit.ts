/** Every kind of the audit as a sentence; `{…}` is what the entry holds. A test compares it with the server's source. */
import type { Sentence } from '../words.ts';
import { roleWords } from './hq-frame.ts';
import { rolloutWords } from './hq-rollouts.ts';
import { requestKindWords } from './requests.ts';

export const auditWords = {
  title: { id: 'Audit', en: 'Audit' },
  lead: {
    id: 'Apa yang dilakukan di pusat, oleh siapa, kapan. Catatan hanya bertambah, tidak pernah diubah.',
    en: 'What was done at headquarters, by whom, when. Entries are only ever added.',
  },
  find: { id: 'Cari orang atau jenis', en: 'Search a person or a kind' },
  office: { id: 'Kantor', en: 'Office' },
  officeCode: { id: 'Kode kantor', en: 'Code of the office' },
  at: { id: 'Waktu', en: 'Time' },
  what: { id: 'Apa', en: 'What' },
  who: { id: 'Siapa', en: 'Who' },
  emptyTitle: { id: 'Tidak ada catatan yang cocok', en: 'No entry matches' },
  empty: {
    id: 'Ubah pencarian atau kosongkan kode kantor.',
    en: 'Change the search, or clear the code of the office.',
  },
  file: { id: 'audit', en: 'audit' },
};

export const actorWords: Record<string, Sentence> = {
  central: { id: 'Server pusat', en: 'Headquarters’ server' },
  station: { id: 'Stasiun', en: 'The station' },
  'command line': { id: 'Konsol server', en: 'The server’s console' },
  'first code': { id: 'Kode pertama', en: 'The first code' },
  unknown: { id: 'Tidak dikenal', en: 'Nobody known' },
  demo: { id: 'Data contoh', en: 'Sample data' },
};

/** What stands in a sentence for a value that is no word for people. */
export const valueWords: Record<string, Record<string, Sentence>> = {
  ok: {
    true: { id: 'semuanya cocok', en: 'everything matches' },
    false: { id: 'ada yang tidak cocok', en: 'something does not match' },
  },
  with: {
    phone: { id: 'kode ponsel', en: 'a code of the phone' },
    recovery: { id: 'kode cadangan', en: 'a recovery code' },
  },
  role: roleWords,
  table: rolloutWords.kinds,
  kind: requestKindWords,
};

export const happenings: Record<string, Sentence> = {
  'account.added': { id: 'Akun {email} ditambahkan sebagai {role}', en: 'Account {email} added as {role}' },
  'account.admin-offered': {
    id: 'Kode sekali pakai untuk seorang admin dibuat',
    en: 'A one-time code for an administrator was made',
  },
  'account.changed': { id: 'Akun {email} diubah', en: 'Account {email} changed' },
  'account.offered-again': {
    id: 'Kode sekali pakai baru untuk {email}',
    en: 'A new one-time code for {email}',
  },
  'account.set-up': { id: 'Kata sandi dan ponsel disiapkan', en: 'Password and phone were set up' },
  'backup.made': { id: 'Cadangan dibuat dan dibaca ulang', en: 'A backup was made and read through' },
  'central.begun': { id: 'Basis data pusat dimulai', en: 'Headquarters’ database began' },
  'central.restored': {
    id: 'Basis data pusat dipulihkan dari cadangan',
    en: 'Headquarters’ database was restored from a backup',
  },
  'device.enrolled': { id: 'Stasiun terdaftar', en: 'A station enrolled' },
  'device.enrolled-again': {
    id: 'Stasiun mendaftar ulang dengan kunci baru',
    en: 'A station enrolled again with a new key',
  },
  'device.key-changed': { id: 'Stasiun mengganti kuncinya', en: 'A station changed its key' },
  'device.revoked': { id: 'Stasiun dicabut: {reason}', en: 'A station was revoked: {reason}' },
  'device.taken-back': {
    id: 'Stasiun diterima kembali dengan sertifikatnya',
    en: 'A station was taken back by its certificate',
  },
  'enrolment.offered': { id: 'Kode pendaftaran dibuat', en: 'An enrolment code was made' },
  'feed.filled': {
    id: 'Isi untuk kantor dimuat dari berkas ({scope}), {rows} baris',
    en: 'A file was published to {scope}, rows: {rows}',
  },
  'feed.published': {
    id: '{table} diterbitkan ke {offices} kantor',
    en: 'Published: {table}; offices: {offices}',
  },
  'feed.widened': {
    id: '{table} diperluas ke {offices} kantor lagi',
    en: 'Widened: {table}; offices added: {offices}',
  },
  'feed.withdrawn': { id: '{table} ditarik', en: 'Withdrawn: {table}' },
  'list.exported': {
    id: 'Daftar “{list}” diunduh, {rows} baris',
    en: 'The list “{list}” was downloaded, rows: {rows}',
  },
  'login.opened': { id: 'Masuk dengan {with}, dari {address}', en: 'Signed in with {with}, from {address}' },
  'login.refused': {
    id: 'Percobaan masuk ditolak, dari {address}',
    en: 'A sign-in was refused, from {address}',
  },
  'office.kept': { id: 'Kantor dinamai “{name}”', en: 'The office was named “{name}”' },
  'parked.applied': {
    id: '{applied} baris yang menunggu diterapkan, {waiting} masih menunggu',
    en: 'Waiting rows applied: {applied}; still waiting: {waiting}',
  },
  'proof.run': { id: 'Kantor diperiksa: {ok}', en: 'The office was verified: {ok}' },
  'request.fetched': { id: 'Jawaban kantor diunduh', en: 'An office’s answer was downloaded' },
  'request.made': {
    id: 'Permintaan ke {offices} kantor: {kind}',
    en: 'A request: {kind}; offices: {offices}',
  },
  'request.taken-back': {
    id: 'Permintaan ditarik dari {offices} kantor: {reason}',
    en: 'A request was taken back: {reason}; offices: {offices}',
  },
  'session.ended': { id: 'Sesi diakhiri', en: 'A session was ended' },
};
