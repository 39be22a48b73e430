/** How an entry of the audit is told, on the screen and in its file. A test compares it with the server's source. */
import { roleWords } from '../access.ts';
import { consentPurposeWords } from '../consents/schema.ts';
import { contentWords } from '../rollouts/schema.ts';
import { requestKindWords } from '../wire/feed-schema.ts';
import type { Sentence } from '../wire/sentence-schema.ts';

const actorWords: Record<string, Sentence> = {
  central: { id: 'Server pusat', en: 'Headquarters’ server' },
  station: { id: 'Stasiun', en: 'The station' },
  'command line': { id: 'Konsol server', en: 'The server’s console' },
  'first code': { id: 'Kode pertama', en: 'The first code' },
  unknown: { id: 'Tidak dikenal', en: 'Nobody known' },
  demo: { id: 'Data contoh', en: 'Sample data' },
};

/** What stands in a sentence for a value that is no word for people. */
const valueWords: Record<string, Record<string, Sentence>> = {
  ok: {
    true: { id: 'semuanya cocok', en: 'everything matches' },
    false: { id: 'ada yang tidak cocok', en: 'something does not match' },
  },
  with: {
    phone: { id: 'kode ponsel', en: 'a code of the phone' },
    recovery: { id: 'kode cadangan', en: 'a recovery code' },
  },
  role: roleWords,
  purpose: consentPurposeWords,
  table: contentWords,
  kind: requestKindWords,
  list: {
    offices: { id: 'Kantor', en: 'Offices' },
    days: { id: 'Hari', en: 'Days' },
    requests: { id: 'Permintaan', en: 'Requests' },
    audit: { id: 'Audit', en: 'Audit' },
  },
};

/** Every kind of entry as a sentence; `{…}` is what it holds. */
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
  'consent.exported': {
    id: 'Daftar yang bersedia diundang ({purpose}) diunduh, {people} orang',
    en: 'The list of who may be invited ({purpose}) was downloaded, people: {people}',
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

/** Who did it, in words: a person is told by e-mail. */
export const tellActor = (actor: string): Sentence => actorWords[actor] ?? { id: actor, en: actor };

/** An entry as a sentence; a kind that this program does not know yet stays as it is. */
export function tellEntry({ what, data }: { what: string; data: Record<string, unknown> }): Sentence {
  const sentence = happenings[what] ?? { id: what, en: what };
  return { id: filled(sentence, 'id', data), en: filled(sentence, 'en', data) };
}

/** The kinds of entries whose sentence has these words, in either language. */
export function kindsWith(words: string): string[] {
  const sought = words.toLowerCase();
  return Object.entries(happenings)
    .filter(([, { id, en }]) =>
      `${id}\n${en}`
        .replaceAll(/\{\w+\}/g, '')
        .toLowerCase()
        .includes(sought),
    )
    .map(([kind]) => kind);
}

const locales = { id: 'id-ID', en: 'en-GB' };

function filled(sentence: Sentence, language: 'id' | 'en', data: Record<string, unknown>): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
    const value = data[key];
    if (value === undefined) return whole;
    if (typeof value === 'number') return value.toLocaleString(locales[language]);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return valueWords[key]?.[text]?.[language] ?? text;
  });
}
