import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultProfile } from '../profile/defaults.ts';
import {
  isOpen,
  misfits,
  missingOfFullForm,
  stepTo,
  visitCan,
  visitCanUndo,
  visitNumber,
  type Step,
} from './rules.ts';
import { visitStates, type VisitState } from './schema.ts';

const steps: Step[] = ['serve', 'room', 'leaving', 'close', 'left'];
const form = {
  kind: 'single' as const,
  services: ['library'],
  purpose: 'study',
  person: { name: 'Siti Aminah', sex: 'female' as const, birthYear: 1999, phone: '0812 3456 7890' },
};
const wrongOf = (change: object, person: object = {}) =>
  misfits({ ...form, person: { ...form.person, ...person }, ...change }, defaultProfile, 2026);

test('a visit goes only forward along its path', () => {
  const allowed = Object.fromEntries(
    visitStates.map(state => [state, steps.filter(step => visitCan(step, { state }))]),
  );
  expect(allowed).toEqual({
    waiting: ['serve', 'left'],
    serving: ['room', 'close'],
    inside: ['leaving', 'close'],
    leaving: ['close'],
    closed: [],
    left: [],
  });
});

test('whatever is pressed, in whatever order, a visit that ended stays ended and nobody is served twice', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), presses => {
      const path: VisitState[] = ['waiting'];
      for (const step of presses) if (visitCan(step, { state: path.at(-1)! })) path.push(stepTo(step));
      const ended = path.findIndex(state => !isOpen(state));
      expect(ended === -1 || ended === path.length - 1).toBe(true);
      expect(new Set(path).size).toBe(path.length);
    }),
  );
});

test('a step is taken back within two minutes, and only when there was one', () => {
  expect(visitCanUndo({ previousState: 'waiting', stateAgeMs: 120_000 })).toBe(true);
  expect(visitCanUndo({ previousState: 'waiting', stateAgeMs: 120_001 })).toBe(false);
  expect(visitCanUndo({ previousState: null, stateAgeMs: 0 })).toBe(false);
});

test('a number is called as letter and count', () => {
  expect(visitNumber({ letter: 'P', count: 7 })).toBe('P-007');
  expect(visitNumber({ letter: 'K', count: 1_234 })).toBe('K-1234');
});

test('a form with everything that is asked is taken', () => {
  expect(wrongOf({})).toEqual([]);
  expect(wrongOf({}, { phone: undefined, email: 'siti@contoh.id' })).toEqual([]);
  expect(wrongOf({ person: undefined })).toEqual([]);
});

test.each([
  ['no name', {}, { name: '' }, 'name'],
  ['no sex', {}, { sex: undefined }, 'sex'],
  ['a birth year in the future', {}, { birthYear: 2027 }, 'birthYear'],
  ['a birth year typed short', {}, { birthYear: 99 }, 'birthYear'],
  ['neither phone nor e-mail', {}, { phone: undefined }, 'phone'],
  ['a phone that is none', {}, { phone: '12' }, 'phone'],
  ['an e-mail that is none', {}, { email: 'siti@' }, 'email'],
  ['a choice that the office does not offer', {}, { education: 'kindergarten' }, 'education'],
  ['an unknown purpose', { purpose: 'fun' }, {}, 'purpose'],
  ['a service that the office does not give', { services: ['microdata'] }, {}, 'services'],
  ['a group of nobody', { kind: 'group' }, {}, 'men'],
  ['one person counted as a group', { men: 2 }, {}, 'men'],
])('%s is named as what to mend', (_what, change, person, field) => {
  expect(wrongOf(change, person)).toContain(field);
});

test('a child needs no phone of its own, but somebody who came along', () => {
  const child = { sex: 'male', birthYear: 2014, phone: undefined };
  expect(wrongOf({ kind: 'child' }, child)).toEqual(['companionName', 'companionRelation']);
  expect(
    wrongOf({ kind: 'child', companionName: 'Lina Marlina', companionRelation: 'parent' }, child),
  ).toEqual([]);
});

test('a group is asked for its leader and its counts, not for age and sex', () => {
  const leader = { sex: undefined, birthYear: undefined };
  expect(wrongOf({ kind: 'group', men: 12, women: 16 }, leader)).toEqual([]);
});

test('the full profile asks three questions more, and spares children and groups', () => {
  expect(missingOfFullForm('single', form.person)).toEqual([
    'education',
    'occupation',
    'institutionCategory',
  ]);
  expect(missingOfFullForm('accompanied', { ...form.person, education: 'sma' })).toHaveLength(2);
  expect(missingOfFullForm('child', form.person)).toEqual([]);
  expect(missingOfFullForm('group', form.person)).toEqual([]);
  expect(missingOfFullForm('single', undefined)).toEqual([]);
});
