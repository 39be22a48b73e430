/** Codes that a person reads aloud or types once: sixteen letters and digits in groups of four. */
import { randomInt } from 'node:crypto';
import { sha256 } from './wire/rules.ts';

/** Without 0 O 1 I L, which look alike on paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export function newCode(length = 16): string {
  const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
  return code.match(/.{1,4}/g)!.join('-');
}

/** The only thing that is kept of a code; small letters, spaces and dashes make no difference. */
export function codeHash(code: string): Buffer {
  return sha256(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));
}
