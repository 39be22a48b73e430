/** Which questions a visitor is asked, when an answer is good enough, and what is sent in the end. */
import {
  birthYearBounds,
  birthYearIsAcceptable,
  emailIsAcceptable,
  isChild,
  nameIsAcceptable,
  normalisePhone,
  tidyName,
} from '../../../src-main/visitors/rules.ts';
import type { ConsentPurpose } from '../../../src-central/wire/consent-schema.ts';
import type { Guestbook, VisitKind } from '../../../src-main/visits/schema.ts';
import { mendWords } from '../../words/kiosk-questions.ts';
import type { Sentence } from '../../words.ts';
import type { Draft } from './draft.ts';

export type Question =
  | 'who'
  | 'notice'
  | 'name'
  | 'sex'
  | 'birthYear'
  | 'companion'
  | 'relation'
  | 'counts'
  | 'contact'
  | 'education'
  | 'occupation'
  | 'institutionCategory'
  | 'institution'
  | 'purpose'
  | 'disability'
  | ConsentQuestion
  | 'services';

type ConsentQuestion = `consent-${ConsentPurpose}`;

export interface Setting {
  form: 'short' | 'full';
  thisYear: number;
  /** What the office asks consent for; mostly nothing. */
  consents: ConsentPurpose[];
}

/** The code of the choice that wants words of its own. */
export const otherCode = 'other';

/** A single visitor under 17 gets the child's form, and a grown-up who chose it gets the ordinary one. */
export function kindOf(draft: Draft, setting: Setting): VisitKind {
  if (draft.kind === 'group') return 'group';
  const birthYear = yearOf(draft, setting);
  if (birthYear === null) return draft.kind ?? 'single';
  if (isChild(birthYear, setting.thisYear)) return 'child';
  return draft.kind === 'accompanied' ? 'accompanied' : 'single';
}

function yearOf(draft: Draft, { thisYear }: Setting): number | null {
  const year = /^\d{4}$/.test(draft.birthYear) ? Number(draft.birthYear) : null;
  return year !== null && birthYearIsAcceptable(year, thisYear) ? year : null;
}

/**
 * Of a grown-up who can be reached, once year and contact were asked; of a returning visitor what the station says. It
 * looks again itself.
 */
function consentsFor(draft: Draft, setting: Setting, asked: Question[]): ConsentQuestion[] {
  const year = yearOf(draft, setting);
  const reachable =
    asked.includes('birthYear') &&
    asked.includes('contact') &&
    draft.contact !== 'none' &&
    year !== null &&
    !isChild(year, setting.thisYear);
  const returning = draft.visitorToken !== null && draft.notice?.choice !== 'refused';
  return setting.consents
    .filter(purpose => reachable || (returning && draft.mayAsk.includes(purpose)))
    .map(purpose => `consent-${purpose}` as const);
}

export const purposeOf = (question: Question): ConsentPurpose | null =>
  question.startsWith('consent-') ? (question.slice('consent-'.length) as ConsentPurpose) : null;

export function questionsFor(draft: Draft, setting: Setting): Question[] {
  const kind = kindOf(draft, setting);
  const full = setting.form === 'full';
  const asked: (Question | false)[] = [draft.askWho && 'who', 'notice'];
  if (draft.notice?.choice === 'refused') {
    asked.push(kind === 'group' && 'counts', 'services');
  } else if (draft.visitorToken !== null) {
    asked.push('services');
  } else if (kind === 'child') {
    asked.push('name', 'birthYear', 'sex', 'companion', 'relation', 'services');
  } else if (kind === 'group') {
    asked.push('name', full && 'sex', full && 'birthYear', 'counts', 'contact', 'institution');
    asked.push(
      full && 'education',
      full && 'occupation',
      full && 'institutionCategory',
      full && 'purpose',
      'services',
    );
  } else {
    const accompanied = kind === 'accompanied';
    asked.push('name', 'birthYear', 'sex', accompanied && 'companion', accompanied && 'relation', 'contact');
    asked.push(
      full && 'education',
      full && 'occupation',
      full && 'institutionCategory',
      full && 'institution',
    );
    asked.push(full && 'purpose', (full || accompanied) && 'disability', 'services');
  }
  const questions = asked.filter(question => question !== false);
  // The services are the last question of every form.
  return [...questions.slice(0, -1), ...consentsFor(draft, setting, questions), 'services'];
}

/**
 * The question after this one, or null after the last. The answer itself may have changed which ones are asked, even
 * so that this one no longer is.
 */
export function questionAfter(at: Question, before: Draft, after: Draft, setting: Setting): Question | null {
  const list = questionsFor(after, setting);
  if (list.includes(at)) return list[list.indexOf(at) + 1] ?? null;
  const old = questionsFor(before, setting);
  return old.slice(old.indexOf(at) + 1).find(question => list.includes(question)) ?? null;
}

/** Null when the answer is good; otherwise what the visitor should do. */
export function whatToMend(question: Question, draft: Draft, setting: Setting): Sentence | null {
  switch (question) {
    case 'who':
      return draft.kind ? null : mendWords.choose;
    case 'notice':
      return draft.notice ? null : mendWords.choose;
    case 'name':
      return nameIsAcceptable(draft.name) ? null : mendWords.name;
    case 'sex':
      return draft.sex ? null : mendWords.choose;
    case 'birthYear':
      return yearOf(draft, setting) === null ? mendWords.birthYear : null;
    case 'companion':
      return nameIsAcceptable(draft.companionName) ? null : mendWords.name;
    case 'relation':
      return draft.companionRelation ? null : mendWords.choose;
    case 'counts':
      return draft.men + draft.women > 0 ? null : mendWords.counts;
    case 'contact':
      return mendContact(draft);
    case 'education':
      return draft.education ? null : mendWords.choose;
    case 'occupation':
      return mendChoice(draft.occupation, draft.occupationOther);
    case 'institutionCategory':
      return mendChoice(draft.institutionCategory, draft.institutionCategoryOther);
    case 'institution':
      return /[\p{L}\d]/u.test(draft.institution) ? null : mendWords.text;
    case 'purpose':
      return mendChoice(draft.purpose, draft.purposeOther);
    case 'disability':
      return null;
    case 'consent-skd':
      return draft.consents.skd ? null : mendWords.choose;
    case 'services':
      return draft.services.length > 0 ? null : mendWords.choose;
  }
}

function mendContact(draft: Draft): Sentence | null {
  if (draft.contact === 'none') return null;
  const typed = draft[draft.contact].trim();
  if (typed === '') return mendWords.contact;
  if (draft.contact === 'phone') return normalisePhone(typed) ? null : mendWords.phone;
  return emailIsAcceptable(typed) ? null : mendWords.email;
}

function mendChoice(chosen: string | null, other: string): Sentence | null {
  if (!chosen) return mendWords.choose;
  return chosen === otherCode && other.trim() === '' ? mendWords.specify : null;
}

/** Where a press on an answer goes on by itself, a *next* button appears only when there is an answer to keep. */
export function needsNext(question: Question, draft: Draft): boolean {
  const pressed: Partial<Record<Question, string | null>> = {
    notice: null,
    who: draft.kind,
    relation: draft.companionRelation,
    sex: draft.sex,
    education: draft.education,
    occupation: draft.occupation,
    institutionCategory: draft.institutionCategory,
    purpose: draft.purpose,
    disability: draft.disability,
    'consent-skd': draft.consents.skd ?? null,
  };
  return pressed[question] !== null;
}

/** The figures that a sentence of `whatToMend` may name. */
export function mendValues({ thisYear }: Setting): Record<string, number> {
  return birthYearBounds(thisYear);
}

/** The form as the station takes it: only what was asked, nothing of a person who refused. */
export function toGuestbook(draft: Draft, setting: Setting, language: 'id' | 'en'): Guestbook {
  const asked = new Set(questionsFor(draft, setting));
  const kind = kindOf(draft, setting);
  const notice = draft.notice ?? { version: 0, choice: 'refused' };
  const refused = notice.choice === 'refused';
  const when = <T>(question: Question, value: T | null): T | undefined =>
    asked.has(question) && value !== null && value !== '' ? value : undefined;
  const other = (question: Question, chosen: string | null, words: string) =>
    chosen === otherCode ? when(question, words.trim()) : undefined;
  const consents = [...asked].flatMap(question => {
    const purpose = purposeOf(question);
    return purpose && draft.consents[purpose] ? [[purpose, draft.consents[purpose]]] : [];
  });
  const contact = (kindOfContact: 'phone' | 'email') =>
    draft.contact !== kindOfContact ? undefined : when('contact', draft[kindOfContact].trim());

  return {
    submissionId: draft.submissionId,
    kind,
    language,
    services: draft.services,
    notice,
    purpose: when('purpose', draft.purpose),
    purposeOther: other('purpose', draft.purpose, draft.purposeOther),
    men: when('counts', draft.men),
    women: when('counts', draft.women),
    companionName: when('companion', tidyName(draft.companionName)),
    companionRelation: when('relation', draft.companionRelation),
    ...(consents.length > 0 && { consents: Object.fromEntries(consents) as Guestbook['consents'] }),
    ...(draft.visitorToken !== null && !refused && { visitorToken: draft.visitorToken }),
    ...(draft.visitorToken === null &&
      !refused && {
        remember: draft.remember && kind !== 'child',
        person: {
          name: when('name', tidyName(draft.name)),
          sex: when('sex', draft.sex),
          birthYear: when('birthYear', yearOf(draft, setting)),
          phone: contact('phone'),
          email: contact('email'),
          noContact: when('contact', draft.contact === 'none' || null),
          education: when('education', draft.education),
          occupation: when('occupation', draft.occupation),
          occupationOther: other('occupation', draft.occupation, draft.occupationOther),
          institutionCategory: when('institutionCategory', draft.institutionCategory),
          institutionCategoryOther: other(
            'institutionCategory',
            draft.institutionCategory,
            draft.institutionCategoryOther,
          ),
          institution: when('institution', draft.institution.trim()),
          disability: when('disability', draft.disability),
        },
      }),
  };
}
