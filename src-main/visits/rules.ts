/**
 * A visit and its states:
 *
 *     waiting ─► serving ─► inside ─► leaving ─► closed
 *        └─► left   └──────────┴────────┘ (closed at once when no card or locker is open)
 *
 * The promise clock runs from `submitted` to the first `serving` and is never turned back: undoing a service leaves
 * what was waited, and a later service can only make it longer.
 */
import {
  birthYearIsAcceptable,
  emailIsAcceptable,
  nameIsAcceptable,
  normalisePhone,
} from '../visitors/rules.ts';
import type { OfficeProfile } from '../profile/schema.ts';
import type { Person, VisitKind, VisitState } from './schema.ts';

export type Step = 'serve' | 'room' | 'leaving' | 'close' | 'left';

const steps: Record<Step, { from: VisitState[]; to: VisitState }> = {
  serve: { from: ['waiting'], to: 'serving' },
  room: { from: ['serving'], to: 'inside' },
  leaving: { from: ['inside'], to: 'leaving' },
  close: { from: ['serving', 'inside', 'leaving'], to: 'closed' },
  left: { from: ['waiting'], to: 'left' },
};

export const stepTo = (step: Step): VisitState => steps[step].to;

/** Whether a step may be taken; the one answer for button and route. */
export function visitCan(step: Step, visit: { state: VisitState }): boolean {
  return steps[step].from.includes(visit.state);
}

export const openStates = ['waiting', 'serving', 'inside', 'leaving'] as const satisfies VisitState[];

export const isOpen = (state: VisitState): boolean => openStates.some(open => open === state);

/** The first number of a moment in the order of arrival; there is room for a thousand visits in a millisecond. */
export const seqOf = (instant: string): number => Date.parse(instant) * 1_000;

const undoMs = 2 * 60 * 1_000;

/** A slip of the finger can be taken back for two minutes, as long as no card changed hands since. */
export function visitCanUndo(visit: { previousState: VisitState | null; stateAgeMs: number }): boolean {
  return visit.previousState !== null && visit.stateAgeMs <= undoMs;
}

export const visitNumber = (visit: { letter: string; count: number }): string =>
  `${visit.letter}-${String(visit.count).padStart(3, '0')}`;

interface Form {
  kind: VisitKind;
  person?: Person;
  services: string[];
  purpose?: string;
  men?: number;
  women?: number;
  companionName?: string;
  companionRelation?: string;
}

/** The fields of a guestbook form that are missing or not acceptable, in the order they are asked. */
export function misfits(form: Form, profile: OfficeProfile, thisYear: number): string[] {
  const wrong: string[] = [];
  const { lists } = profile;
  const person = form.person;
  const known = (list: { code: string }[], code: string | undefined) =>
    code === undefined || list.some(one => one.code === code);

  if (person) {
    if (!person.name || !nameIsAcceptable(person.name)) wrong.push('name');
    if (form.kind !== 'group' && !person.sex) wrong.push('sex');
    const birthYearFits =
      person.birthYear === undefined
        ? form.kind === 'group'
        : birthYearIsAcceptable(person.birthYear, thisYear);
    if (!birthYearFits) wrong.push('birthYear');
    const needsContact = form.kind !== 'child' && !person.noContact;
    if (person.phone ? normalisePhone(person.phone) === null : needsContact && !person.email)
      wrong.push('phone');
    if (person.email && !emailIsAcceptable(person.email)) wrong.push('email');
    if (!known(lists.education, person.education)) wrong.push('education');
    if (!known(lists.occupations, person.occupation)) wrong.push('occupation');
    if (!known(lists.institutions, person.institutionCategory)) wrong.push('institutionCategory');
    if (!known(lists.disabilities, person.disability)) wrong.push('disability');
  }
  if (form.kind === 'group' && (form.men ?? 0) + (form.women ?? 0) < 1) wrong.push('men');
  if (form.kind !== 'group' && (form.men ?? 0) + (form.women ?? 0) > 0) wrong.push('men');
  if (person && (form.kind === 'child' || form.kind === 'accompanied')) {
    if (!form.companionName || !nameIsAcceptable(form.companionName)) wrong.push('companionName');
    if (!form.companionRelation || !known(lists.relations, form.companionRelation))
      wrong.push('companionRelation');
  }
  if (!form.services.every(code => profile.services.some(one => one.active && one.code === code)))
    wrong.push('services');
  if (!known(lists.purposes, form.purpose)) wrong.push('purpose');
  return wrong;
}

/** What the full SKD profile asks beyond the short form; children and groups are spared it. */
export function missingOfFullForm(kind: VisitKind, person: Person | undefined): string[] {
  if (!person || kind === 'child' || kind === 'group') return [];
  return (['education', 'occupation', 'institutionCategory'] as const).filter(
    field => person[field] === undefined,
  );
}
