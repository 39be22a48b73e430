import { describe, expect, test } from 'vitest';
import { Guestbook } from '../../../src-main/visits/schema.ts';
import { newDraft } from './draft.ts';
import { kindOf, questionAfter, questionsFor, toGuestbook, whatToMend, type Setting } from './rules.ts';

const short: Setting = { form: 'short', thisYear: 2026, consents: [] };
const full: Setting = { form: 'full', thisYear: 2026, consents: [] };
const agreed = { version: 3, choice: 'accepted' } as const;
const refused = { version: 3, choice: 'refused' } as const;

const siti = () =>
  newDraft({
    kind: 'single',
    notice: agreed,
    name: 'siti aminah, s.si',
    sex: 'female',
    birthYear: '1990',
    phone: '0812-3456-7890',
    services: ['reading'],
  });

describe('the questions', () => {
  test('of the short form are seven', () => {
    expect(questionsFor(siti(), short)).toEqual([
      'who',
      'notice',
      'name',
      'birthYear',
      'sex',
      'contact',
      'services',
    ]);
  });

  test('of the full form cover block I of the survey', () => {
    const asked = questionsFor(siti(), full);
    for (const question of [
      'education',
      'occupation',
      'institutionCategory',
      'institution',
      'purpose',
      'disability',
    ])
      expect(asked).toContain(question);
  });

  test('become those of a child once the birth year says so', () => {
    const child = { ...siti(), birthYear: '2012' };
    expect(kindOf(child, short)).toBe('child');
    expect(questionsFor(child, full)).toEqual([
      'who',
      'notice',
      'name',
      'birthYear',
      'sex',
      'companion',
      'relation',
      'services',
    ]);
  });

  test('of a grown-up who chose the child’s form are the ordinary ones', () => {
    expect(kindOf({ ...siti(), kind: 'child' }, short)).toBe('single');
  });

  test('leave out everything about a person who refused', () => {
    expect(questionsFor({ ...siti(), notice: refused }, full)).toEqual(['who', 'notice', 'services']);
    expect(questionsFor(newDraft({ kind: 'group', askWho: false, notice: refused }), full)).toEqual([
      'notice',
      'counts',
      'services',
    ]);
  });

  test('of a recognised visitor are the notice and the services', () => {
    expect(questionsFor(newDraft({ visitorToken: 't', askWho: false, notice: agreed }), full)).toEqual([
      'notice',
      'services',
    ]);
  });
});

describe('a question of consent', () => {
  const asking = (setting: Setting): Setting => ({ ...setting, consents: ['skd'] });
  const asks = (change: object, setting = short) =>
    questionsFor({ ...siti(), ...change }, asking(setting)).includes('consent-skd');

  test('is put to grown-ups who left a contact, before the services', () => {
    expect(questionsFor(siti(), asking(short)).slice(-2)).toEqual(['consent-skd', 'services']);
    expect(asks({}, full)).toBe(true);
    expect(asks({ kind: 'accompanied' })).toBe(true);
    expect(asks({ kind: 'group' }, full)).toBe(true);
    for (const change of [
      { birthYear: '2012' },
      { birthYear: '' },
      { contact: 'none' },
      { notice: refused },
      { kind: 'group' },
    ])
      expect(asks(change), JSON.stringify(change)).toBe(false);
    expect(asks({ kind: 'group', birthYear: '2012' }, full)).toBe(false);
  });

  test('is put to a returning visitor whom the station knows to be one', () => {
    const returning = { visitorToken: 't', askWho: false, birthYear: '', contact: 'phone' };
    expect(asks({ ...returning, mayAsk: ['skd'] })).toBe(true);
    expect(asks({ ...returning, mayAsk: ['skd'], notice: refused })).toBe(false);
    expect(asks(returning)).toBe(false);
  });

  test('wants an answer, and sends it only where it was asked', () => {
    expect(whatToMend('consent-skd', siti(), asking(short))).not.toBeNull();
    const said = { ...siti(), consents: { skd: 'yes' as const } };
    expect(toGuestbook(said, asking(short), 'id').consents).toEqual({ skd: 'yes' });
    expect(toGuestbook({ ...said, birthYear: '2012' }, asking(short), 'id').consents).toBeUndefined();
    expect(toGuestbook(said, short, 'id').consents).toBeUndefined();
  });
});

describe('the question after', () => {
  test('one that the answer itself took away is the next that is left', () => {
    const nameless = { ...siti(), notice: refused };
    expect(questionAfter('contact', siti(), nameless, full)).toBe('services');
    expect(questionAfter('who', siti(), { ...siti(), kind: 'group' }, full)).toBe('notice');
    expect(questionAfter('services', siti(), siti(), full)).toBeNull();
  });
});

describe('an answer', () => {
  test('is good or says what to do', () => {
    for (const question of questionsFor(siti(), short))
      expect(whatToMend(question, siti(), short)).toBeNull();
    expect(whatToMend('name', { ...siti(), name: '1' }, short)).not.toBeNull();
    expect(whatToMend('birthYear', { ...siti(), birthYear: '2099' }, short)).not.toBeNull();
    expect(whatToMend('contact', { ...siti(), phone: '08' }, short)).not.toBeNull();
    expect(whatToMend('contact', { ...siti(), contact: 'email' }, short)).not.toBeNull();
    expect(whatToMend('contact', { ...siti(), contact: 'none' }, short)).toBeNull();
    expect(whatToMend('occupation', { ...siti(), occupation: 'other' }, full)).not.toBeNull();
    expect(whatToMend('counts', siti(), short)).not.toBeNull();
  });
});

describe('what is sent', () => {
  test('is what the station takes, tidied', () => {
    const sent = toGuestbook(siti(), short, 'id');
    expect(Guestbook.parse(sent)).toMatchObject({
      kind: 'single',
      notice: agreed,
      remember: false,
      person: { name: 'Siti Aminah, S.Si', birthYear: 1990, phone: '0812-3456-7890' },
    });
  });

  test('holds no person when the notice was refused, even if one was typed before', () => {
    const sent = toGuestbook({ ...siti(), notice: refused, remember: true }, full, 'id');
    expect(sent.person).toBeUndefined();
    expect(sent.remember).toBeUndefined();
    expect(JSON.stringify(sent)).not.toContain('Siti');
    expect(JSON.stringify(sent)).not.toContain(siti().phone);
  });

  test('holds only what this kind of visit was asked, though more was typed on the way', () => {
    const sent = toGuestbook(
      { ...siti(), birthYear: '2014', companionName: 'bu rina', remember: true },
      full,
      'en',
    );
    expect(sent.kind).toBe('child');
    expect(sent.person).not.toHaveProperty('phone', '0812-3456-7890');
    expect(sent.remember).toBe(false);
    expect(sent.companionName).toBe('Bu Rina');
  });

  test('has one of phone and e-mail', () => {
    expect(toGuestbook({ ...siti(), contact: 'none' }, short, 'id').person).toMatchObject({
      noContact: true,
      phone: undefined,
      email: undefined,
    });
    const sent = toGuestbook({ ...siti(), contact: 'email', email: 'siti@gmail.com' }, short, 'id');
    expect(sent.person).toMatchObject({ email: 'siti@gmail.com', phone: undefined });
  });

  test('of a recognised visitor is the token, never a person', () => {
    const sent = toGuestbook(
      newDraft({ visitorToken: 'tok', notice: agreed, services: ['reading'] }),
      full,
      'id',
    );
    expect(sent).toMatchObject({ visitorToken: 'tok', kind: 'single' });
    expect(sent.person).toBeUndefined();
  });
});
