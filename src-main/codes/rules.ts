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

export type ReadCode = { kind: CodeKind; code: string } | { kind: 'damaged' | 'foreign'; code: null };

export function makeCode(kind: CodeKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(7));
  const body = codeKinds[kind] + Array.from(bytes, byte => alphabet[byte % 32]).join('');
  return mod37_36.generate(body);
}

/** What a scanner or a person typed: one of our codes, one of ours but misread, or somebody else's. */
export function readCode(typed: string): ReadCode {
  const code = typed.trim().toUpperCase().replaceAll(/[\s-]/g, '');
  if (!/^[A-Z0-9]{9}$/.test(code)) return { kind: looksOurs(code) ? 'damaged' : 'foreign', code: null };
  const kind = (Object.keys(codeKinds) as CodeKind[]).find(name => codeKinds[name] === code[0]);
  if (!kind) return { kind: 'foreign', code: null };
  return mod37_36.validate(code) ? { kind, code } : { kind: 'damaged', code: null };
}

function looksOurs(code: string): boolean {
  return /^[VSLPCB]/.test(code) && code.length >= 7 && code.length <= 11;
}
