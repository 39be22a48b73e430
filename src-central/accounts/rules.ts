/** Pure decisions about logging in. */
import { Secret, TOTP } from 'otpauth';

const freeTries = 2;
const longestBlockMs = 15 * 60_000;

/** How long an e-mail must wait after so many wrong tries in a row; 0 for none. */
export function blockMs(wrong: number): number {
  return wrong <= freeTries ? 0 : Math.min(longestBlockMs, 5_000 * 2 ** (wrong - freeTries - 1));
}

/** A session that nobody uses ends after half an hour, and each ends after a working day. */
export const idleMs = 30 * 60_000;
export const longestMs = 12 * 3_600_000;
export const invitationMs = 48 * 3_600_000;
export const recoveryCodes = 10;

export const newPhoneSecret = (): string => new Secret({ size: 20 }).base32;

const phone = (secret: string, email: string) =>
  new TOTP({ issuer: 'Loket PST Pusat', label: email, secret: Secret.fromBase32(secret) });

/** What the app on the phone reads as a QR code. */
export const phoneUri = (secret: string, email: string): string => phone(secret, email).toString();

/**
 * The time step of a code of the phone, one step early or late allowed; null when it is not one. The caller remembers
 * the step, and takes no code of it or before it again.
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = phone(secret, '').validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ timestamp }) + delta;
}

/** `Firefox on Windows`, from what the browser says of itself: enough to know one's own session again. */
export function browserOf(agent: string): string {
  const browser =
    /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(agent)?.[1]?.replace('Edg', 'Edge').replace('OPR', 'Opera') ??
    '?';
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1] ?? '?';
  return `${browser} · ${system}`;
}
