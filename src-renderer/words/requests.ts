/** Words of requests that both ends say: headquarters, and the office that is asked. */
import type { Refusal, RequestKind } from '../../src-central/wire/feed-schema.ts';
import type { Sentence } from '../words.ts';

export const requestKindWords: Record<RequestKind, Sentence> = {
  publication: { id: 'Softcopy publikasi', en: 'Softcopy of a publication' },
  data: { id: 'Data atau tabel', en: 'Data or a table' },
  document: { id: 'Dokumen', en: 'Document' },
  other: { id: 'Lainnya', en: 'Something else' },
};

export const refusalWords: Record<Refusal, Sentence> = {
  'not-here': { id: 'Tidak ada di kantor ini', en: 'Not at this office' },
  'not-printed': { id: 'Tidak pernah dicetak', en: 'Never printed' },
  'not-allowed': { id: 'Tidak boleh diberikan', en: 'May not be given' },
  damaged: { id: 'Rusak, tidak dapat dipindai', en: 'Damaged, cannot be scanned' },
  unclear: { id: 'Permintaannya belum jelas', en: 'The request is not clear' },
};
