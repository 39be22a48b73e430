import type { PublicationField } from '../../../src-main/catalogue/schema.ts';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';

const longest = 160;

/** The value of a publication's field as people read it. */
export function useFieldWords() {
  const { say, day, number } = useWords();
  const shown = (field: PublicationField, value: unknown): string => {
    if (typeof value === 'number') return field === 'pages' ? number(value) : String(value);
    if (typeof value !== 'string') return say(words.empty);
    if (field === 'subject') return say(wordOf(subjectWords, value));
    if (field === 'kind') return say(wordOf(kindWords, value));
    if (field === 'language') return say(words.languages[value as 'id' | 'en']);
    if (field === 'releasedOn') return day(`${value}T12:00:00Z`);
    return value.length > longest ? `${value.slice(0, longest)}…` : value;
  };
  return { shown };
}
