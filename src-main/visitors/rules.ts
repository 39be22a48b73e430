/**
 * What makes a name, a phone number, an e-mail address and a birth year acceptable, and how two of them compare.
 * Shared by the kiosk and the station, so it stays small: no zod, nothing of Node.
 */

/**
 * What was typed as E.164, or null when it cannot be a phone number.
 *
 * Indonesian numbers come with 0, 62 or +62; a number of another country only with its plus sign. `62` is a
 * country code only when no 0 stands before it: 0620 to 0629 are area codes of North Sumatra.
 */
export function normalisePhone(typed: string): string | null {
  const text = typed.trim();
  if (!/^\+?[\d\s().\-/–]+$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '');
  if (text.startsWith('+') && !/^(62|0)/.test(digits))
    return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  const national = digits.replace(/^00/, '').replace(/^62/, '').replace(/^0+/, '');
  const mobile = /^8[1-9]\d{7,10}$/;
  const landline = /^[2-79]\d{7,10}$/;
  return mobile.test(national) || landline.test(national) ? `+62${national}` : null;
}

/** As people write it here: 0812-3456-7890; numbers of other countries keep their plus sign. */
export function showPhone(e164: string): string {
  if (!e164.startsWith('+62')) return e164;
  const national = `0${e164.slice(3)}`;
  return national.startsWith('08') ? national.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3') : national;
}

const apostrophes = /[’‘ʼʻ`´]/g;

/** Typed as people type it: one kind of apostrophe, single spaces; all in small letters gets its capitals. */
export function tidyName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replaceAll(apostrophes, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .trim();
  if (name !== name.toLowerCase()) return name;
  return name.replaceAll(/(^|[\s.])\p{L}/gu, start => start.toUpperCase());
}

/** Letters of any script, spaces and ' . , - with two letters at least; one word is a whole name. */
export function nameIsAcceptable(typed: string): boolean {
  const name = tidyName(typed);
  return (
    name.length <= 100 && /^[\p{L}\p{M}' .,-]+$/u.test(name) && (name.match(/\p{L}/gu)?.length ?? 0) >= 2
  );
}

/** Degrees and callings that people leave out as often as they write them, without dots. */
const before = new Set('prof dr drs dra ir h hj ns apt'.split(' '));
const after = new Set(
  (
    'se sh st sp si sip ssi sst stat sstat strstat skom spd spdi sag sos ssos skm skep sak sei shi ssn spt sked shum ' +
    'sikom spsi sstp str me mh mt mp mm msi mip msc mba mkom mpd mpdi mag mak mkm mpa mpp mphil msos mstat mec mhum ' +
    'ma ba bsc bba phd amd ama akt ca cpa lc llm dea ners apt'
  ).split(' '),
);

/** The name folded for comparing: no case, accents, punctuation, degrees. */
export function nameKey(name: string): string {
  const words = tidyName(name)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll("'", '')
    .split(/[\s-]+/);
  const titled = words.map((_, at) => words.slice(0, at).some(word => word.endsWith(',')));
  const kept = words.filter((word, at) => {
    const bare = word.replaceAll(/[.,]/g, '');
    const dotted = /\p{L}\./u.test(word);
    const title = before.has(bare) ? at === 0 || dotted : after.has(bare) && at > 0 && (dotted || titled[at]);
    return bare !== '' && !title;
  });
  return (kept.length > 0 ? kept : words).join(' ').replaceAll(/[.,]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** The words of a name that it is found by. */
export const wordsOf = (typed: string): string[] => nameKey(typed).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The question to the full text of name keys: every word typed begins some word of the name. Null without a word. */
export function nameMatch(typed: string): string | null {
  const words = wordsOf(typed);
  return words.length === 0 ? null : words.map(word => `"${word}"*`).join(' ');
}

/**
 * Always two letters, so that neither a one-word nor a long name stands out among others: first and last word's
 * first letter without degrees (Siti Nur Aminah, S.Si → SA), of a single word its first two (Suharto → SU).
 */
export function initialsOf(name: string): string {
  const words = nameKey(name).split(' ');
  const letters =
    words.length > 1 ? (words[0]?.[0] ?? '') + (words.at(-1)?.[0] ?? '') : name && words[0]!.slice(0, 2);
  return letters.toUpperCase();
}

/** From 110 years ago to three years ago, both included. */
export function birthYearBounds(thisYear: number): { min: number; max: number } {
  return { min: thisYear - 110, max: thisYear - 3 };
}

export function birthYearIsAcceptable(birthYear: number, thisYear: number): boolean {
  const { min, max } = birthYearBounds(thisYear);
  return Number.isInteger(birthYear) && birthYear >= min && birthYear <= max;
}

/** Under 17 by year of birth: no ID card yet, and a guardian's consent is needed (UU 27/2022, article 25). */
export function isChild(birthYear: number, thisYear: number): boolean {
  return thisYear - birthYear < 17;
}

/** The age groups of the SKD survey: 1 under 17, 2 to 25, 3 to 34, 4 to 44, 5 to 54, 6 to 65, 7 above. */
export function ageGroup(birthYear: number, thisYear: number): number {
  const age = thisYear - birthYear;
  return 1 + [16, 25, 34, 44, 54, 65].filter(upTo => age > upTo).length;
}

export function emailIsAcceptable(typed: string): boolean {
  const email = typed.trim();
  return (
    email.length <= 120 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*\.[a-z]{2,}$/i.test(
      email,
    )
  );
}
