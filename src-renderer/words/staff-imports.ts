/** Words of taking publications in. */
import type { ImportKind, ImportState, Misfit } from '../../src-main/imports/schema.ts';
import type { Sentence } from '../words.ts';

export const importWords = {
  lead: {
    id: 'Publikasi yang sama tidak pernah masuk dua kali: ia diperbarui, dan perubahan kantor tetap. Buku tamu berjalan seperti biasa selama impor.',
    en: 'The same publication never comes in twice: it is brought up to date, and what the office edited stays. The guestbook goes on meanwhile.',
  },
  begin: { id: 'Impor baru', en: 'New import' },
  from: { id: 'Dari mana', en: 'From where' },
  fromFile: { id: 'Berkas CSV atau JSON', en: 'CSV or JSON file' },
  fromWebApi: { id: 'WebAPI BPS', en: 'BPS WebAPI' },
  kinds: {
    csv: { id: 'CSV', en: 'CSV' },
    json: { id: 'JSON', en: 'JSON' },
    webapi: { id: 'WebAPI', en: 'WebAPI' },
  } satisfies Record<ImportKind, Sentence>,

  file: { id: 'Berkas', en: 'File' },
  fileHint: {
    id: 'CSV dari Excel (koma, titik koma, atau tab), JSON, atau jawaban WebAPI yang disimpan. Baris pertama berisi nama kolom; hanya judul yang wajib.',
    en: 'CSV as Excel saves it (comma, semicolon or tab), JSON, or a saved answer of the WebAPI. The first row names the columns; only the title is needed.',
  },
  choose: { id: 'Pilih berkas', en: 'Choose a file' },
  drop: { id: 'atau seret ke sini', en: 'or drop it here' },
  sending: { id: 'Berkas sedang dibaca…', en: 'Reading the file…' },
  columns: { id: 'Kolom', en: 'Columns' },
  columnsLead: {
    id: 'Periksa isi tiap kolom. Kolom yang dilewati tidak disimpan.',
    en: 'Check what each column holds. Columns that are skipped are not stored.',
  },
  skipped: { id: '— lewati —', en: '— skip —' },
  sample: { id: 'Contoh: {text}', en: 'Example: {text}' },
  noSample: { id: 'kosong pada baris-baris pertama', en: 'empty in the first rows' },
  titleMissing: {
    id: 'Tunjukkan kolom mana yang berisi judul, lalu pratinjau muncul.',
    en: 'Say which column has the titles; the preview appears then.',
  },
  preview: { id: 'Pratinjau', en: 'Preview' },
  previewLead: {
    id: '{n} baris pertama, seperti akan disimpan.',
    en: 'The first {n} rows as they will be stored.',
  },
  row: { id: 'Baris', en: 'Row' },
  asTitle: { id: 'Judul', en: 'Title' },
  problems: { id: 'Yang perlu diketahui', en: 'To be noted' },
  leftOut: { id: 'dilewati', en: 'left out' },
  start: { id: 'Mulai impor', en: 'Start the import' },
  other: { id: 'Pilih berkas lain', en: 'Choose another file' },

  key: { id: 'Kunci WebAPI', en: 'WebAPI key' },
  keyPresent: { id: 'Kunci tersimpan di stasiun ini.', en: 'The key is kept on this station.' },
  keyAbsent: {
    id: 'Belum ada kunci. Minta gratis di webapi.bps.go.id, lalu isi di sini satu kali.',
    en: 'There is no key yet. Get one free of charge at webapi.bps.go.id and enter it here once.',
  },
  keyLead: {
    id: 'Kunci tidak masuk basis data, cadangan, atau catatan; supervisor yang mengisinya.',
    en: 'The key goes into no database, copy or log. A supervisor enters it.',
  },
  keySave: { id: 'Simpan kunci', en: 'Keep the key' },
  keyForget: { id: 'Hapus kunci', en: 'Forget the key' },
  keyBad: {
    id: 'Kunci terdiri atas 8 sampai 128 huruf, angka, atau tanda hubung.',
    en: 'A key has 8 to 128 letters, digits or hyphens.',
  },
  domains: { id: 'Kode wilayah BPS', en: 'BPS area codes' },
  domainsHint: {
    id: 'Dipisah koma: 0000 nasional, 1300 provinsi, 1311 kabupaten.',
    en: 'Separated by commas: 0000 national, 1300 a province, 1311 a regency.',
  },
  domainsBad: { id: 'Tulis kode empat angka.', en: 'Enter codes of four digits.' },
  languages: { ind: { id: 'Indonesia', en: 'Indonesian' }, eng: { id: 'Inggris', en: 'English' } },
  language: { id: 'Bahasa publikasi', en: 'Language of the publications' },

  runs: { id: 'Impor terdahulu', en: 'Imports so far' },
  noRuns: { id: 'Belum ada impor', en: 'No imports yet' },
  states: {
    running: { id: 'Sedang berjalan', en: 'Running' },
    done: { id: 'Selesai', en: 'Done' },
    cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
    failed: { id: 'Gagal', en: 'Failed' },
    interrupted: { id: 'Terhenti', en: 'Interrupted' },
  } satisfies Record<ImportState, Sentence>,
  progress: { id: 'Kemajuan impor {name}', en: 'Progress of the import {name}' },
  read: { id: '{n} dibaca', en: '{n} read' },
  cancel: { id: 'Batalkan impor', en: 'Cancel the import' },
  resume: { id: 'Lanjutkan', en: 'Go on' },
  result: {
    id: '{added} baru · {changed} diperbarui · {unchanged} sama · {rejected} dilewati',
    en: '{added} new · {changed} brought up to date · {unchanged} the same · {rejected} left out',
  },
  misfits: { id: '{n} hal yang tidak sesuai', en: 'Did not fit: {n}' },
  see: { id: 'Lihat rincian', en: 'See details' },
  hide: { id: 'Tutup rincian', en: 'Hide details' },
  allFit: { id: 'Semua baris sesuai.', en: 'Every row fitted.' },
  rules: {
    missing: { id: 'kosong, baris dilewati', en: 'missing, the row was left out' },
    tooLong: { id: 'terlalu panjang, baris dilewati', en: 'too long, the row was left out' },
    unclear: { id: 'tidak terbaca, dikosongkan', en: 'not understood, left empty' },
    unreadable: { id: 'baris tidak terbaca', en: 'the row cannot be read' },
  } satisfies Record<Misfit['rule'], Sentence>,
  pubId: { id: 'ID sumber', en: 'Id of the source' },
};
