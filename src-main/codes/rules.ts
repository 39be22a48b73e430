/**
 * The codes on slips, cards, lockers, pockets and printed copies: a kind letter, seven random characters, one check character
 * (ISO/IEC 7064 MOD 37,36), so that a scanner with the wrong keyboard layout or a torn label is noticed.
 */
import { mod37_36 } from 'cdigit';

export const codeKinds = {
  visit: 'V',
  slip: 'S',
  locker: 'L',
  pocket: 'P',
  visitor: 'C',
  copy: 'B',
} as const;
export type CodeKind = keyof typeof codeKinds;

/** Without I, L, O and U: nobody misreads them, and no word comes up by chance. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const codeLength = 9;

export type ReadCode = { kind: CodeKind; code: string } | { kind: 'damaged' | 'foreign'; code: null };

export function makeCode(kind: CodeKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(7));
  const body = codeKinds[kind] + Array.from(bytes, byte => alphabet[byte % 32]).join('');
  return mod37_36.generate(body);
}

/** What the stub of a photocopy form says to a phone; the slip's code stands in it. */
const stubAddress = /^https?:\/\/[^/]+\/k\/([a-z0-9]{9})\/[a-z0-9]{8}$/i;

/** What a scanner or a person typed: one of our codes, one of ours but misread, or somebody else's. */
export function readCode(typed: string): ReadCode {
  const text = typed.trim();
  const code = (stubAddress.exec(text)?.[1] ?? text).toUpperCase().replaceAll(/[\s-]/g, '');
  if (!/^[A-Z0-9]{9}$/.test(code)) return { kind: looksOurs(code) ? 'damaged' : 'foreign', code: null };
  const kind = (Object.keys(codeKinds) as CodeKind[]).find(name => codeKinds[name] === code[0]);
  if (!kind) return { kind: 'foreign', code: null };
  return mod37_36.validate(code) ? { kind, code } : { kind: 'damaged', code: null };
}

export const isCode = (text: string): boolean => readCode(text).code !== null;

function looksOurs(code: string): boolean {
  return /^[VSLPCB]/.test(code) && code.length >= 7 && code.length <= 11;
}

/** What a scanner is set to send around every code, besides the Enter or Tab at its end. */
export interface Wrapping {
  prefix: string;
  suffix: string;
}

/**
 * What comes out of a scanner that types in another keyboard layout than the computer reads: each character that
 * arrives, and the one that was scanned.
 */
const layouts = {
  /** German on one of the two sides. */
  qwertz: pairs('YyZz', 'ZzYy'),
  /** The computer reads French. */
  'azerty-computer': pairs(`AQWZ?aqwz,&é"'(-è_çà`, 'QAZWMQAZWM1234567890'),
  /** The scanner types French. */
  'azerty-scanner': pairs('AQWZ:aqwz;!@#$%^&*()', 'QAZWMQAZWM1234567890'),
};
export type WrongLayout = keyof typeof layouts;
export const wrongLayouts = Object.keys(layouts) as WrongLayout[];

function pairs(arrives: string, scanned: string): ReadonlyMap<string, string> {
  const meant = [...scanned];
  return new Map([...arrives].map((character, at) => [character, meant[at]!]));
}

export type ReadScan = ReadCode & { layout: WrongLayout | null };

/**
 * Reads what a scanner typed. A code that is wrong as it stands, and right by exactly one of the layouts, was typed in
 * that layout: its check character says so.
 */
export function readScan(typed: string, wrapping: Wrapping): ReadScan {
  const text = unwrapped(typed, wrapping);
  const plain = readCode(text);
  if (plain.code !== null) return { ...plain, layout: null };
  const mended = wrongLayouts
    .map(layout => ({ ...readCode(inLayout(text, layout)), layout }))
    .filter(read => read.code !== null);
  return mended.length === 1 ? mended[0]! : { ...plain, layout: null };
}

export function inLayout(text: string, layout: WrongLayout): string {
  return Array.from(text, character => layouts[layout].get(character) ?? character).join('');
}

/** Without what the scanner was set to add, and without the mark of the symbology (`]C0`, ISO/IEC 15424). */
function unwrapped(typed: string, { prefix, suffix }: Wrapping): string {
  let text = typed.trim();
  if (prefix && text.startsWith(prefix)) text = text.slice(prefix.length);
  if (suffix && text.endsWith(suffix)) text = text.slice(0, text.length - suffix.length);
  return text.replace(/^\][A-Za-z]\d/, '');
}
