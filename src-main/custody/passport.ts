/** Reads the machine-readable zone of a passport (ICAO 9303, TD3) and forgets all of it but four characters. */
import { parse } from 'mrz';

export interface ReadPassport {
  kind: 'passport';
  /** The end of the passport's number. */
  last4: string;
}

const lineLength = 44;
/** Of what a wedge reader may be set to send before a line. */
const longestPrefix = 16;

/** What each check digit of the second line stands for. */
const checkDigits = {
  documentNumberCheckDigit: 'number',
  birthDateCheckDigit: 'birth',
  expirationDateCheckDigit: 'expiry',
  personalNumberCheckDigit: 'optional',
  compositeCheckDigit: 'whole',
} as const;
export type PassportPart = (typeof checkDigits)[keyof typeof checkDigits];
const parts = Object.keys(checkDigits) as (keyof typeof checkDigits)[];

/**
 * Takes what a wedge reader or a person typed: with or without the line break, in any case, with spaces, with what
 * the reader puts before and after. Null unless all five check digits are right; the line of the name has none.
 */
export function readPassport(typed: string): ReadPassport | null {
  for (const [first, second] of possibleLines(typed)) {
    const number = second.slice(0, 9).replaceAll('<', '');
    if (wrongIn(first, second).length === 0 && number.length >= 4)
      return { kind: 'passport', last4: number.slice(-4) };
  }
  return null;
}

/**
 * Where a passport that was not read has a wrong sign, by the check digits that disagree; null when these are no two
 * lines of a passport at all. The digit over everything is named only when no other one disagrees.
 */
export function wrongPassportParts(typed: string): PassportPart[] | null {
  let likeliest: PassportPart[] | null = null;
  for (const [first, second] of possibleLines(typed)) {
    const wrong = wrongIn(first, second);
    if (wrong.length < (likeliest?.length ?? parts.length - 1)) likeliest = wrong;
  }
  if (!likeliest || likeliest.length <= 1) return likeliest;
  return likeliest.filter(part => part !== 'whole');
}

function wrongIn(first: string, second: string): PassportPart[] {
  const { details } = parse([first, second]);
  return parts
    .filter(part => !details.some(one => one.field === part && one.valid))
    .map(part => checkDigits[part]);
}

/** Every way to cut two lines of 44 out of what was typed; the check digits decide which one it is. */
function* possibleLines(typed: string): Generator<[first: string, second: string]> {
  const rows = typed
    .toUpperCase()
    .replaceAll(/[«‹]/g, '<')
    .split(/[\r\n]+/)
    .map(row => row.replaceAll(/[^A-Z0-9<]/g, ''))
    .filter(row => row.length > 0);
  const whole = rows.join('');
  for (const start of startsOf(whole)) {
    const lines = whole.slice(start, start + 2 * lineLength);
    if (lines.length === 2 * lineLength) yield [lines.slice(0, lineLength), lines.slice(lineLength)];
  }
  // Nobody counts the fillers that end the first line, and a reader may send its prefix before each line.
  for (const [i, row] of rows.slice(0, -1).entries()) {
    const next = rows[i + 1]!;
    for (const start of startsOf(row))
      for (let at = 0; at <= Math.min(longestPrefix, next.length - lineLength); at++)
        yield [
          row.slice(start).padEnd(lineLength, '<').slice(0, lineLength),
          next.slice(at, at + lineLength),
        ];
  }
}

function startsOf(row: string): number[] {
  return Array.from(row.slice(0, longestPrefix + 1).matchAll(/P/g), match => match.index);
}
