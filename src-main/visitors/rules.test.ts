import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageGroup,
  birthYearBounds,
  birthYearIsAcceptable,
  emailIsAcceptable,
  initialsOf,
  isChild,
  nameIsAcceptable,
  nameKey,
  normalisePhone,
  showPhone,
  tidyName,
} from './rules.ts';

describe('a phone number', () => {
  test.each([
    ['081234567890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['62 812.3456.7890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['0062 812 3456 7890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['(0754) 451548', '+62754451548'],
    ['021-12345678', '+622112345678'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normalisePhone(typed)).toBe(kept);
  });

  test('of the area codes 0620 to 0629 does not lose its 62', () => {
    expect(normalisePhone('0622-123456')).toBe('+62622123456');
    expect(normalisePhone('+62 622 123456')).toBe('+62622123456');
  });

  test('of another country keeps its country code', () => {
    expect(normalisePhone('+60 12-345 6789')).toBe('+60123456789');
    expect(normalisePhone('+1 (415) 555-2671')).toBe('+14155552671');
    expect(showPhone('+60123456789')).toBe('+60123456789');
  });

  test.each(['', '0812', '+', 'Siti', '0812345678901234', '+62 80 1234', '08x1234567', '+1234567890123456'])(
    'is not what "%s" is',
    typed => {
      expect(normalisePhone(typed)).toBeNull();
    },
  );

  test('stays the same when it is shown and typed in again', () => {
    const typed = fc.tuple(
      fc.constantFrom('0', '62', '+62', '+60', '+1', ''),
      fc.stringMatching(/^[0-9 -]{7,13}$/),
    );
    fc.assert(
      fc.property(typed, ([prefix, rest]) => {
        const once = normalisePhone(prefix + rest);
        if (once === null) return;
        expect(once).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(normalisePhone(once)).toBe(once);
        expect(normalisePhone(showPhone(once))).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is shown as people write it here', () => {
    expect(showPhone('+6281234567890')).toBe('0812-3456-7890');
    expect(showPhone('+62754451548')).toBe('0754451548');
  });
});

describe('a name', () => {
  test.each([
    "Nur'aini",
    'Nur’aini',
    'Muh. Ali',
    'Siti, S.Si',
    'Suharto',
    'Siti-Aisyah',
    'José Ramírez',
    'Ng',
    '王小明',
  ])('may be %s', name => {
    expect(nameIsAcceptable(name)).toBe(true);
  });

  test.each(['', ' ', 'A', '.', "'-", 'Siti2', '08123456', 'a@b', 'x'.repeat(101)])('is not "%s"', name => {
    expect(nameIsAcceptable(name)).toBe(false);
  });

  test('is tidied, not changed', () => {
    expect(tidyName('  Nur’aini   Putri ')).toBe("Nur'aini Putri");
    expect(tidyName('siti aminah, s.si')).toBe('Siti Aminah, S.Si');
    expect(tidyName('nur’aini')).toBe("Nur'aini");
    expect(tidyName('R.A. Kartini')).toBe('R.A. Kartini');
    expect(tidyName('van der Berg')).toBe('van der Berg');
  });

  test.each([
    ["Nur'aini", 'NURAINI'],
    ['Siti Aminah, S.Si', 'siti aminah'],
    ['Siti Aminah, S.Si., M.Si', 'SITI AMINAH'],
    ['Siti Aminah S.Tr.Stat.', 'Siti Aminah'],
    ['Siti Aminah, SE, MM', 'Siti  Aminah'],
    ['Dr. H. Muh. Ali', 'Muh Ali'],
    ['Ir Budi Santoso', 'budi santoso'],
    ['Siti-Aisyah', 'Siti Aisyah'],
    ['José', 'Jose'],
  ])('%s is the same person as %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['Ma Huateng', 'Huateng'],
    ['Ali', 'Alia'],
    ['A.R. Rahman', 'Rahman'],
    ['Siti Ma', 'Siti'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test('made of titles only is still a name', () => {
    expect(nameKey('Prof')).toBe('prof');
  });

  test('has two initials, whatever its length, without its degrees', () => {
    expect(initialsOf('Siti Aminah, S.Si')).toBe('SA');
    expect(initialsOf('Dr. Muh. Ali Akbar Hidayat')).toBe('MH');
    expect(initialsOf('Suharto')).toBe('SU');
    expect(initialsOf("Nur'aini Putri")).toBe('NP');
    expect(initialsOf('Ng')).toBe('NG');
    expect(initialsOf('')).toBe('');
  });
});

describe('a birth year', () => {
  test('is bounded by the year of today, so that nobody over 86 is refused in any year', () => {
    expect(birthYearBounds(2026)).toEqual({ min: 1916, max: 2023 });
    expect(birthYearIsAcceptable(1930, 2026)).toBe(true);
    expect(birthYearIsAcceptable(2024, 2026)).toBe(false);
    expect(birthYearIsAcceptable(1915, 2026)).toBe(false);
    expect(birthYearIsAcceptable(1990.5, 2026)).toBe(false);
  });

  test.each([
    [2010, 1],
    [2009, 2],
    [2001, 2],
    [2000, 3],
    [1992, 3],
    [1991, 4],
    [1982, 4],
    [1981, 5],
    [1971, 6],
    [1961, 6],
    [1960, 7],
  ])('%i gives age group %i in 2026', (year, group) => {
    expect(ageGroup(year, 2026)).toBe(group);
    expect(isChild(year, 2026)).toBe(group === 1);
  });
});

test('an e-mail address has one at sign and a domain', () => {
  for (const good of ['a@b.id', 'siti.aminah@gmail.com', "o'neil+x@mail.bps.go.id", 'A_B@X-y.CO'])
    expect(emailIsAcceptable(good), good).toBe(true);
  for (const bad of ['', 'a', 'a@b', '@b.id', 'a@b..id', 'a@.id', 'a b@c.id', 'a@b.i', 'a@b@c.id', 'a@-b.id'])
    expect(emailIsAcceptable(bad), bad).toBe(false);
});
