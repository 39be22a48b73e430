/** What is being written, before it is complete. */
import type { Content } from '../../../src-central/rollouts/schema.ts';
import type { ListName } from '../../../src-central/wire/feed-schema.ts';
import { defaultLists } from '../../../src-main/profile/options.ts';

export interface Draft {
  kind: Content['table'];
  titleId: string;
  titleEn: string;
  bodyId: string;
  bodyEn: string;
  until: string;
  /** One a line. */
  phrases: string;
  list: ListName;
  /** One a line: code | Indonesian | English. */
  choices: string;
  promiseMinutes: string;
}

export const emptyDraft: Draft = {
  kind: 'announcement',
  titleId: '',
  titleEn: '',
  bodyId: '',
  bodyEn: '',
  until: '',
  phrases: '',
  list: 'purposes',
  choices: linesOf('purposes'),
  promiseMinutes: '',
};

/** The choices that a station begins with, to be changed. */
export function linesOf(list: ListName): string {
  return defaultLists[list].map(({ code, id, en }) => [code, id, en].join(' | ')).join('\n');
}

export interface ChoiceLine {
  code: string;
  id: string;
  en: string;
}

/** @returns the choices, and the number of the first line that is none. */
export function choicesOf({ choices }: Draft): { read: ChoiceLine[]; wrong: number | null } {
  const read: ChoiceLine[] = [];
  let wrong: number | null = null;
  for (const [at, line] of choices.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [code = '', id = '', en = '', ...more] = line.split('|').map(part => part.trim());
    const fits = /^[a-z0-9-]{1,40}$/.test(code) && id !== '' && en !== '' && more.length === 0;
    if (fits && !read.some(one => one.code === code)) read.push({ code, id, en });
    else wrong ??= at + 1;
  }
  return { read, wrong };
}

export function phrasesOf({ phrases }: Draft): string[] {
  const lines = phrases.split('\n').map(line => line.trim());
  return [...new Set(lines.filter(line => line !== ''))];
}

const mostPhrases = 20;
const longestPhrase = 80;

const mostChoices = 60;

function listOf(draft: Draft): Content | null {
  const { read, wrong } = choicesOf(draft);
  if (wrong !== null || read.length === 0 || read.length > mostChoices) return null;
  const codes = new Map(defaultLists[draft.list].map(one => [one.code, one.skd]));
  const choices = read.map(one => ({ ...one, skd: codes.get(one.code) }));
  return { table: 'list', list: draft.list, data: { choices } };
}

function promiseOf(draft: Draft): Content | null {
  const promiseMinutes = Number(draft.promiseMinutes);
  const fits = Number.isInteger(promiseMinutes) && promiseMinutes >= 1 && promiseMinutes <= 120;
  return fits ? { table: 'profile', data: { promiseMinutes } } : null;
}

/** Null while something is missing. */
export function contentOf(draft: Draft): Content | null {
  if (draft.kind === 'list') return listOf(draft);
  if (draft.kind === 'profile') return promiseOf(draft);
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
