/**
 * A softcopy and its states:
 *
 *     open ─► ready ─► wiped
 *       └─► cancelled
 *
 * and a delivery of it:
 *
 *     queued ─► sending ─► delivered
 *        ▲         ├─► failed        (the mail server will never take it)
 *        └─────────┘  expired        (its time ran out, or the softcopy was wiped)
 *
 * A file of the scanner belongs to at most one softcopy, because it is moved out of the scanner's folder.
 */
import type { ScanType } from './schema.ts';

/** A scanner that writes slowly pauses between pages, but not for longer than this. */
export const stillForMs = 2_500;

export interface Look {
  size: number;
  modifiedMs: number;
  /** When this size and time were first seen, on the monotonic clock. */
  sinceMonoMs: number;
}

/** Another look at a file: it is whole at the earliest when nothing has changed for a while. */
export function lookAgain(
  before: Look | undefined,
  now: { size: number; modifiedMs: number; monoMs: number },
): Look & { still: boolean } {
  const same = before?.size === now.size && before.modifiedMs === now.modifiedMs;
  const sinceMonoMs = same ? before.sinceMonoMs : now.monoMs;
  const still = now.size > 0 && now.monoMs - sinceMonoMs >= stillForMs;
  return { size: now.size, modifiedMs: now.modifiedMs, sinceMonoMs, still };
}

const types: Record<string, ScanType> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  tif: 'tiff',
  tiff: 'tiff',
};

/** What a scanner's file claims to be; null for hidden, temporary and other files. */
export function scanTypeOf(name: string): ScanType | null {
  if (name.startsWith('.') || name.startsWith('~')) return null;
  const extension = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase();
  return (extension && types[extension]) || null;
}

/** Whether a name is one file in the folder, and nothing above or below it. */
export function isPlainName(name: string): boolean {
  return !/[/\\\0]/.test(name) && scanTypeOf(name) !== null;
}

/** What a file is called at its receiver: the first title in plain letters. */
export function fileNameOf(titles: { title: string }[]): string {
  const plain = (titles[0]?.title ?? 'softcopy')
    .normalize('NFD')
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .slice(0, 80);
  return `${plain || 'softcopy'}.pdf`;
}

const minutes = 60_000;
const pauses = [1, 5, 15, 60].map(count => count * minutes);

/** How long to wait before the next try after so many. */
export function pauseAfter(tries: number): number {
  return pauses[Math.min(tries, pauses.length) - 1] ?? pauses[0]!;
}

export interface MailFailure {
  code?: string;
  responseCode?: number;
}

/**
 * A mail server that says 5xx to the letter itself will say so again. A wrong password, an unknown host or a silent
 * line may be mended by the office meanwhile.
 */
export function isFinal({ code, responseCode }: MailFailure): boolean {
  return responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && code !== 'ETLS';
}

/** What the office is told of a failure: codes only, because servers like to repeat the address. */
export function failureCode({ code, responseCode }: MailFailure): string {
  if (code === 'EAUTH') return 'mail-password';
  if (code === 'ETLS') return 'mail-security';
  if (responseCode !== undefined) return `mail-${responseCode}`;
  if (code === 'ENETWORK') return 'no-network';
  return code === 'ESOCKET' ? 'mail-security' : 'mail-silent';
}

const perMb = 1024 * 1024;
/** Base64 makes four bytes of three. */
const grown = 4 / 3;

export function fitsMail(bytes: number, limitMb: number): boolean {
  return bytes * grown <= limitMb * perMb;
}

/** What a QR code or a letter carries; `doors/phone.ts` answers it. */
export function downloadUrl(phoneUrl: string, token: string): string {
  return `${phoneUrl}/D/${token}`;
}

/** With one digit behind the point, rounded up: a small file is not nothing. */
export const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;
