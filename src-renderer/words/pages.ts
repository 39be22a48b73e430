/** What is said of pages that somebody typed; the same at the kiosk and on the console. */
import { parsePages } from '../../src-main/photocopies/rules.ts';
import type { Sentence } from '../words.ts';

const both = (id: string, en: string): Sentence => ({ id, en });

/** `{part}` is what was meant to be pages. */
const pagesWords = {
  empty: both('Tulis halamannya, misalnya 1-5, 8, 10-12.', 'Write the pages, for example 1-5, 8, 10-12.'),
  unclear: both('“{part}” belum terbaca sebagai halaman.', '“{part}” is not clear as pages.'),
  backwards: both(
    '“{part}” terbalik. Tulis angka kecil dahulu.',
    '“{part}” runs backwards. Write the smaller number first.',
  ),
  beyond: both(
    '“{part}” melewati halaman terakhir, yaitu {last}.',
    '“{part}” goes beyond the last page, which is {last}.',
  ),
  understood: both('{n} halaman: {pages}', 'Pages {pages} ({n} in all)'),
};

/** Whether the pages are clear, and the sentence that says how they were understood or what to mend. */
export function readPages(
  typed: string,
  last: number | null,
): { ok: boolean; words: Sentence; values: Record<string, string | number> } {
  const read = parsePages(typed, last);
  return read.ok
    ? { ok: true, words: pagesWords.understood, values: { n: read.count, pages: read.pages } }
    : { ok: false, words: pagesWords[read.why], values: { part: read.part, last: last ?? 0 } };
}
