/** What is being written, before it is complete. */
import type { Content } from '../../../src-central/rollouts/schema.ts';

export interface Draft {
  kind: 'announcement' | 'synonym';
  titleId: string;
  titleEn: string;
  bodyId: string;
  bodyEn: string;
  until: string;
  /** One a line. */
  phrases: string;
}

export const emptyDraft: Draft = {
  kind: 'announcement',
  titleId: '',
  titleEn: '',
  bodyId: '',
  bodyEn: '',
  until: '',
  phrases: '',
};

export function phrasesOf({ phrases }: Draft): string[] {
  const lines = phrases.split('\n').map(line => line.trim());
  return [...new Set(lines.filter(line => line !== ''))];
}

export function titleOf(draft: Draft): string {
  return draft.kind === 'announcement' ? draft.titleId.trim() : phrasesOf(draft).join(' = ');
}

const mostPhrases = 20;
const longestPhrase = 80;

/** Null while something is missing. */
export function contentOf(draft: Draft): Content | null {
  if (draft.kind === 'synonym') {
    const phrases = phrasesOf(draft);
    const fit =
      phrases.length >= 2 &&
      phrases.length <= mostPhrases &&
      phrases.every(phrase => phrase.length <= longestPhrase);
    return fit ? { table: 'synonym', data: { phrases } } : null;
  }
  const title = { id: draft.titleId.trim(), en: draft.titleEn.trim() };
  const body = { id: draft.bodyId.trim(), en: draft.bodyEn.trim() };
  if (!title.id || !title.en || !body.id || !body.en) return null;
  return { table: 'announcement', data: { title, body, until: draft.until || null } };
}
